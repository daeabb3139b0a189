package dev.backstagegen.host;

import dev.backstagegen.tree.Brackets;
import dev.backstagegen.tree.Brackets.Range;
import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.Json.Member;
import dev.backstagegen.tree.Json.ObjectValue;
import dev.backstagegen.tree.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A package among the dependencies of another one's package.json, written the way its neighbours are. */
record Dependency(String packageName, String range) implements Target {

    private static final String KEY = "dependencies";

    @Override
    public String paste() {
        return "\"" + packageName + "\": \"" + range + "\"";
    }

    @Override
    public Step edit(String text) {
        Json.Value root;
        try {
            root = Json.read(text);
        } catch (IllegalArgumentException wrong) {
            return Step.left("It is not JSON: " + wrong.getMessage() + ".", paste());
        }
        if (!(root instanceof ObjectValue object) || object.members().isEmpty()) {
            return Step.left("It is not the object that a package.json has to be.", paste());
        }
        Optional<Json.Value> found = object.get(KEY);
        if (found.isEmpty()) {
            return step(withDependencies(text, object));
        }
        if (!(found.get() instanceof ObjectValue dependencies)) {
            return Step.left("Its dependencies are not an object.", paste());
        }
        if (dependencies.get(packageName).isPresent()) {
            return Step.NOTHING;
        }
        return step(dependencies.members().isEmpty() ? first(text, object, dependencies) : among(text, dependencies));
    }

    @Override
    public Step takeOut(String text) {
        Json.Value root;
        try {
            root = Json.read(text);
        } catch (IllegalArgumentException wrong) {
            return Step.left("It is not JSON: " + wrong.getMessage() + ".", paste());
        }
        Optional<Json.Value> there = root.at(KEY, packageName);
        if (there.isEmpty()) {
            return Step.NOTHING;
        }
        if (there.get().asText().filter(range::equals).isEmpty()) {
            return Step.left("It does not ask for " + packageName + " by " + range + ", but in another way.", paste());
        }
        ObjectValue dependencies = (ObjectValue) root.get(KEY).orElseThrow();
        TextEdit alone = brackets(text, dependencies).remove(index(dependencies, packageName));
        List<TextEdit> ways = new ArrayList<>();
        if (dependencies.members().size() == 1) {
            ways.addAll(withAll(text, (ObjectValue) root));
        }
        ways.add(alone);
        return Step.edit(new Inverse(this, text).of(ways, alone), "no longer dependency " + packageName);
    }

    /** The ways to take out the only dependency and what it stands in, with the comma behind or before. */
    private static List<TextEdit> withAll(String text, ObjectValue root) {
        int index = index(root, KEY);
        List<Member> members = root.members();
        List<TextEdit> ways = new ArrayList<>();
        if (index + 1 < members.size()) {
            ways.add(new TextEdit(
                    members.get(index).nameStart(), members.get(index + 1).nameStart(), ""));
        }
        ways.add(brackets(text, root).remove(index));
        return ways;
    }

    private static int index(ObjectValue object, String name) {
        return object.members().stream().map(Member::name).toList().indexOf(name);
    }

    private static Brackets brackets(String text, ObjectValue object) {
        return new Brackets(
                text,
                object.start(),
                object.end(),
                object.members().stream()
                        .map(member ->
                                new Range(member.nameStart(), member.value().end()))
                        .toList());
    }

    private Step step(TextEdit edit) {
        return Step.edit(edit, "dependency " + packageName + ": " + range);
    }

    private TextEdit among(String text, ObjectValue dependencies) {
        List<Member> members = dependencies.members();
        int at = isSorted(members)
                ? (int) members.stream().filter(this::isBefore).count()
                : members.size();
        Member neighbour = members.get(Math.max(0, at - 1));
        String colon = text.substring(neighbour.nameEnd(), neighbour.value().start());
        String entry = "\"" + packageName + "\"" + colon + "\"" + range + "\"";
        if (at == 0) {
            String gap = text.substring(dependencies.start() + 1, neighbour.nameStart());
            return TextEdit.insert(neighbour.nameStart(), entry + "," + gap);
        }
        return TextEdit.insert(
                neighbour.value().end(), "," + brackets(text, dependencies).gap(at - 1) + entry);
    }

    private boolean isBefore(Member member) {
        return member.name().compareTo(packageName) < 0;
    }

    private static boolean isSorted(List<Member> members) {
        for (int i = 1; i < members.size(); i++) {
            if (members.get(i - 1).name().compareTo(members.get(i).name()) > 0) {
                return false;
            }
        }
        return true;
    }

    private TextEdit first(String text, ObjectValue root, ObjectValue dependencies) {
        String inside = block(text, root);
        return new TextEdit(dependencies.start() + 1, dependencies.end() - 1, inside);
    }

    private TextEdit withDependencies(String text, ObjectValue root) {
        List<Member> members = root.members();
        String gap = brackets(text, root).gap(0);
        String colon =
                text.substring(members.get(0).nameEnd(), members.get(0).value().start());
        String member = "\"" + KEY + "\"" + colon + "{" + block(text, root) + "}";
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).name().equals("devDependencies")) {
                return TextEdit.insert(
                        members.get(i).nameStart(),
                        member + "," + brackets(text, root).gap(i));
            }
        }
        return TextEdit.insert(members.get(members.size() - 1).value().end(), "," + gap + member);
    }

    /** What stands between the braces when the package is the only dependency. */
    private String block(String text, ObjectValue root) {
        Member neighbour = root.members().get(0);
        String colon = text.substring(neighbour.nameEnd(), neighbour.value().start());
        String entry = "\"" + packageName + "\"" + colon + "\"" + range + "\"";
        String gap = brackets(text, root).gap(0);
        int feed = gap.lastIndexOf('\n');
        if (feed < 0) {
            return entry;
        }
        String lineBreak = gap.startsWith("\r\n") ? "\r\n" : "\n";
        String indent = gap.substring(feed + 1);
        return lineBreak + indent + indent + entry + lineBreak + indent;
    }
}
