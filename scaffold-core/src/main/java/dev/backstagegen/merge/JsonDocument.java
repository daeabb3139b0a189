package dev.backstagegen.merge;

import dev.backstagegen.merge.Value.Items;
import dev.backstagegen.merge.Value.Keys;
import dev.backstagegen.merge.Value.Leaf;
import dev.backstagegen.merge.Value.Literal;
import dev.backstagegen.tree.Brackets;
import dev.backstagegen.tree.Brackets.Range;
import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.Json.ArrayValue;
import dev.backstagegen.tree.Json.Member;
import dev.backstagegen.tree.Json.ObjectValue;
import dev.backstagegen.tree.Lines;
import dev.backstagegen.tree.TextEdit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** JSON that is edited where it stands: what comes new is indented as the rest is. */
record JsonDocument(String text, Json.Value root) implements Document {

    static Document read(String text) {
        return new JsonDocument(text, Json.read(text));
    }

    @Override
    public Value value() {
        return value(root, Written.ROOT);
    }

    private Value value(Json.Value json, Written written) {
        if (json instanceof ObjectValue object) {
            Map<String, Value> entries = new LinkedHashMap<>();
            object.members()
                    .forEach(member -> entries.put(
                            member.name(),
                            value(
                                    member.value(),
                                    written(text.substring(member.nameStart(), member.nameEnd()), member.value()))));
            return new Keys(entries, written);
        }
        if (json instanceof ArrayValue array) {
            return new Items(
                    array.items().stream()
                            .map(item -> value(item, written("", item)))
                            .toList(),
                    written);
        }
        return new Leaf(
                json.asText()
                        .<Object>map(said -> said)
                        .orElseGet(() -> new Literal(text.substring(json.start(), json.end()))),
                written);
    }

    private Written written(String key, Json.Value value) {
        String own = text.substring(value.start(), value.end()).replace("\r\n", "\n");
        String indent = new Lines(text).indent(value.start());
        return new Written(List.of(), false, key, own.replace("\n" + indent, "\n"), List.of(), List.of());
    }

    @Override
    public List<String> comments() {
        return List.of();
    }

    @Override
    public Document put(List<Integer> at, int index, Value value) {
        Json.Value parent = at(at);
        Brackets brackets = brackets(parent);
        if (brackets.parts().isEmpty()) {
            return edited(fill(parent, value));
        }
        String gap = brackets.gap(index == 0 ? 0 : index - 1);
        String indent = gap.contains("\n") ? gap.substring(gap.lastIndexOf('\n') + 1) : indent(parent);
        return edited(brackets.insert(index, part(value, colon(parent), indent), isDense() ? "" : " "));
    }

    /** Between brackets with nothing in them. */
    private TextEdit fill(Json.Value parent, Value value) {
        String part = part(value, isDense() ? ":" : ": ", indent(parent) + unit());
        String inside =
                unit().isEmpty() ? part : lineBreak() + indent(parent) + unit() + part + lineBreak() + indent(parent);
        return new TextEdit(parent.start() + 1, parent.end() - 1, inside);
    }

    @Override
    public Document replace(List<Integer> at, Value value) {
        Json.Value old = at(at);
        return edited(
                new TextEdit(old.start(), old.end(), laidOut(value.written().value(), indent(old))));
    }

    @Override
    public Document remove(List<Integer> at, Set<String> dropped) {
        int last = at.size() - 1;
        return edited(brackets(at(at.subList(0, last))).remove(at.get(last)));
    }

    private Document edited(TextEdit edit) {
        return read(TextEdit.apply(text, List.of(edit)));
    }

    private Json.Value at(List<Integer> path) {
        Json.Value at = root;
        for (int index : path) {
            at = at instanceof ObjectValue object
                    ? object.members().get(index).value()
                    : ((ArrayValue) at).items().get(index);
        }
        return at;
    }

    private Brackets brackets(Json.Value parent) {
        List<Range> parts = new ArrayList<>();
        if (parent instanceof ObjectValue object) {
            object.members()
                    .forEach(member -> parts.add(
                            new Range(member.nameStart(), member.value().end())));
        } else {
            ((ArrayValue) parent).items().forEach(item -> parts.add(new Range(item.start(), item.end())));
        }
        return new Brackets(text, parent.start(), parent.end(), parts);
    }

    private String part(Value value, String colon, String indent) {
        Written written = value.written();
        String head = written.key().isEmpty() ? "" : written.key() + colon;
        return head + laidOut(written.value(), indent);
    }

    /** What stands between a name and its value here. */
    private String colon(Json.Value parent) {
        if (!(parent instanceof ObjectValue object)) {
            return "";
        }
        Member first = object.members().get(0);
        return text.substring(first.nameEnd(), first.value().start());
    }

    /** A value of another text, with the indentation and the line breaks of this one. */
    private String laidOut(String value, String indent) {
        if (!text.strip().contains("\n")) {
            return value.lines().map(String::strip).collect(Collectors.joining());
        }
        String theirs = unit(value);
        StringBuilder laidOut = new StringBuilder();
        value.lines().forEach(line -> {
            String bare = line.stripLeading();
            int depth = theirs.isEmpty() ? 0 : (line.length() - bare.length()) / theirs.length();
            laidOut.append(laidOut.isEmpty() ? "" : lineBreak() + indent)
                    .append(unit().repeat(depth))
                    .append(bare);
        });
        return laidOut.toString();
    }

    private String indent(Json.Value value) {
        return new Lines(text).indent(value.start());
    }

    private boolean isDense() {
        return text.contains("\":\"");
    }

    private String lineBreak() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    private String unit() {
        return unit(text);
    }

    /** The indentation of the first line that has one; empty when all stands on one line. */
    private static String unit(String json) {
        return json.lines()
                .filter(line -> !line.isBlank() && Character.isWhitespace(line.charAt(0)))
                .findFirst()
                .map(line ->
                        line.substring(0, line.length() - line.stripLeading().length()))
                .orElse("");
    }
}
