package dev.backstagegen.rule.code;

import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.RelPath;
import dev.backstagegen.tree.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A plugin's package.json, read with positions and edited where it stands. */
public final class Manifest {

    public static final RelPath PATH = RelPath.of("package.json");

    private final String text;
    private final Json.Value root;

    private Manifest(String text, Json.Value root) {
        this.text = text;
        this.root = root;
    }

    static Optional<Manifest> read(FileTree files) {
        return files.text(PATH).flatMap(text -> Json.whole(text).map(root -> new Manifest(text, root)));
    }

    /** What stands at the end of a path of names. */
    public Optional<Json.Value> at(String... path) {
        return root.at(path);
    }

    /** The text at the end of a path of names. */
    public Optional<String> text(String... path) {
        return at(path).flatMap(Json.Value::asText);
    }

    /** The texts of a list; nothing where there is no list. */
    public Optional<List<String>> texts(String... path) {
        return at(path).map(value -> value instanceof Json.ArrayValue array
                ? array.items().stream().flatMap(item -> item.asText().stream()).toList()
                : List.of());
    }

    /** The range of a package among the dependencies of any kind. */
    public Optional<String> range(String dependency) {
        return Stream.of("dependencies", "peerDependencies", "devDependencies")
                .flatMap(kind -> text(kind, dependency).stream())
                .findFirst();
    }

    /** The members of the object at the end of a path of names; none where there is no object. */
    public List<Json.Member> members(String... path) {
        return at(path).orElse(null) instanceof Json.ObjectValue object ? object.members() : List.of();
    }

    /** A member, its name included. */
    public Spot spot(Json.Member member) {
        return Spot.of(PATH, text, member.nameStart(), member.value().end());
    }

    public Spot spot(Json.Value value) {
        return Spot.of(PATH, text, value.start(), value.end());
    }

    /** The beginning of the file, for what is not there. */
    public Spot top() {
        return Spot.of(PATH, text, root.start(), root.start() + 1);
    }

    /** Writes another text in the place of a value. */
    public TextEdit replace(Json.Value value, String replacement) {
        return new TextEdit(value.start(), value.end(), quoted(replacement));
    }

    /** Puts a text at the end of a list. */
    public TextEdit append(Json.ArrayValue list, String item) {
        if (list.items().isEmpty()) {
            return new TextEdit(list.start(), list.end(), "[" + quoted(item) + "]");
        }
        Json.Value last = list.items().get(list.items().size() - 1);
        return TextEdit.insert(last.end(), "," + gapBefore(last.start(), list.start()) + quoted(item));
    }

    /** Puts a name and a text at the end of an object. */
    public TextEdit add(Json.ObjectValue object, String name, String value) {
        String member = quoted(name) + ": " + quoted(value);
        List<Json.Member> members = object.members();
        if (members.isEmpty()) {
            return new TextEdit(object.start(), object.end(), "{ " + member + " }");
        }
        String gap = gapBefore(members.get(0).nameStart(), object.start());
        return TextEdit.insert(members.get(members.size() - 1).value().end(), "," + gap + member);
    }

    /** Puts a name and a text into an object where the alphabet wants it. */
    public TextEdit addSorted(Json.ObjectValue object, String name, String value) {
        List<Json.Member> members = object.members();
        return members.stream()
                .filter(each -> each.name().compareTo(name) > 0)
                .findFirst()
                .map(next -> TextEdit.insert(
                        next.nameStart(),
                        quoted(name) + ": " + quoted(value) + ","
                                + gapBefore(members.get(0).nameStart(), object.start())))
                .orElseGet(() -> add(object, name, value));
    }

    /** Takes a member out of an object. */
    public TextEdit remove(Json.ObjectValue object, Json.Member member) {
        List<Json.Member> members = object.members();
        int index = members.indexOf(member);
        if (members.size() == 1) {
            return new TextEdit(object.start(), object.end(), "{}");
        }
        return index == 0
                ? new TextEdit(member.nameStart(), members.get(1).nameStart(), "")
                : new TextEdit(
                        members.get(index - 1).value().end(), member.value().end(), "");
    }

    /** Puts a package among the dependencies of a kind; the list comes new, if need be, at the end of the file. */
    public Optional<TextEdit> declare(String kind, String name, String range) {
        Optional<Json.Value> list = at(kind);
        if (list.isPresent()) {
            return list.get() instanceof Json.ObjectValue object
                    ? Optional.of(addSorted(object, name, range))
                    : Optional.empty();
        }
        if (!(root instanceof Json.ObjectValue object) || object.members().isEmpty()) {
            return Optional.empty();
        }
        List<Json.Member> members = object.members();
        String gap = gapBefore(members.get(0).nameStart(), object.start());
        String inner = gap + gap.substring(gap.lastIndexOf('\n') + 1);
        String end = gap.contains("\n") ? gap : " ";
        return Optional.of(TextEdit.insert(
                members.get(members.size() - 1).value().end(),
                "," + gap + quoted(kind) + ": {" + (gap.contains("\n") ? inner : " ") + quoted(name) + ": "
                        + quoted(range) + end + "}"));
    }

    private String gapBefore(int position, int from) {
        int at = position;
        while (at > from + 1 && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        String gap = text.substring(at, position);
        return gap.isEmpty() ? " " : gap;
    }

    private static String quoted(String text) {
        return Json.write(text).strip();
    }
}
