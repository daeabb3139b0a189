package dev.backstagegen.rule.code;

import dev.backstagegen.rule.code.ConfigKey.Around;
import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A schema written as the TypeScript type {@code Config}, whose doc comments say what is visible. */
final class ConfigTypes {

    private static final Pattern TAG = Pattern.compile("@(deepVisibility|visibility)\\s+(\\w+)");
    private static final List<String> CONTAINERS =
            List.of("Array", "ReadonlyArray", "Record", "Partial", "Required", "Readonly");

    private final Source source;
    private final Map<TsNode, ConfigKey> keys = new LinkedHashMap<>();

    ConfigTypes(Source source) {
        this.source = source;
    }

    /** Those that are reached from {@code Config}; one that is reached twice is secret if it is each time. */
    List<ConfigKey> keys() {
        source.topLevel("Config").ifPresent(config -> declared(config.declaration(), Around.NOTHING, new HashSet<>()));
        return List.copyOf(keys.values());
    }

    private void declared(TsNode declaration, Around outer, Set<TsNode> open) {
        if (!open.add(declaration)) {
            return;
        }
        TsNode statement =
                declaration.parent().filter(each -> each.is("export_statement")).orElse(declaration);
        List<TsNode> around = statement.parent().map(TsNode::children).orElse(List.of());
        Around inner = inside(outer, comments(around, around.indexOf(statement)));
        if (declaration.is("interface_declaration")) {
            declaration.child("body").ifPresent(body -> members(body, inner, open));
        } else if (declaration.is("type_alias_declaration")) {
            declaration.child("value").ifPresent(value -> type(value, inner, open));
        }
        open.remove(declaration);
    }

    private void members(TsNode body, Around outer, Set<TsNode> open) {
        List<TsNode> children = body.children();
        for (int i = 0; i < children.size(); i++) {
            TsNode member = children.get(i);
            if (member.is("property_signature", "index_signature")) {
                List<TsNode> comments = comments(children, i);
                Optional<String> own = visibility(comments);
                Around inner = inside(outer, comments);
                Optional<TsNode> type = member.child("type");
                if (member.is("property_signature")) {
                    key(member, comments, own, outer, type);
                }
                type.ifPresent(each -> type(each, inner, open));
            }
        }
    }

    private static Optional<String> visibility(List<TsNode> comments) {
        return tag(comments, "visibility").or(() -> tag(comments, "deepVisibility"));
    }

    private static Around inside(Around outer, List<TsNode> comments) {
        return outer.and(visibility(comments), tag(comments, "deepVisibility"));
    }

    private void key(TsNode member, List<TsNode> comments, Optional<String> own, Around outer, Optional<TsNode> type) {
        Optional<TsNode> name = member.child("name");
        Optional<String> text = Syntax.key(member);
        if (name.isEmpty() || text.isEmpty()) {
            return;
        }
        boolean isText = type.filter(ConfigTypes::isText).isPresent();
        Optional<TextEdit> edit = outer.isShown() ? Optional.empty() : secretly(member, comments, own);
        Optional<String> visibility = own.or(outer::visibility);
        ConfigKey key = new ConfigKey(
                new Place(source, name.get()).spot(), text.get(), isText, visibility, outer.isSecret(), edit);
        keys.merge(member, key, (first, second) -> first.isSecret() ? second : first);
    }

    private void type(TsNode type, Around outer, Set<TsNode> open) {
        switch (type.type()) {
            case "type_annotation",
                    "parenthesized_type",
                    "readonly_type",
                    "array_type",
                    "union_type",
                    "intersection_type" -> type.namedChildren().forEach(each -> type(each, outer, open));
            case "object_type" -> members(type, outer, open);
            case "generic_type" -> {
                if (type.child("name")
                        .filter(name -> CONTAINERS.contains(name.text()))
                        .isPresent()) {
                    type.child("type_arguments").stream()
                            .flatMap(arguments -> arguments.namedChildren().stream())
                            .forEach(each -> type(each, outer, open));
                }
            }
            case "type_identifier" ->
                source.topLevel(type.text()).ifPresent(binding -> declared(binding.declaration(), outer, open));
            default -> {
                // Nothing in it has a name.
            }
        }
    }

    private static boolean isText(TsNode type) {
        return switch (type.type()) {
            case "type_annotation", "parenthesized_type", "union_type" ->
                type.namedChildren().stream().anyMatch(ConfigTypes::isText);
            case "predefined_type" -> type.text().equals("string");
            default -> false;
        };
    }

    /** The doc comments right above a member. */
    private static List<TsNode> comments(List<TsNode> children, int member) {
        List<TsNode> comments = new ArrayList<>();
        for (int i = member - 1; i >= 0 && children.get(i).is("comment"); i--) {
            if (children.get(i).text().startsWith("/**")) {
                comments.add(0, children.get(i));
            }
        }
        return comments;
    }

    private static Optional<String> tag(List<TsNode> comments, String name) {
        return comments.stream()
                .flatMap(comment -> TAG.matcher(comment.text()).results())
                .filter(found -> found.group(1).equals(name))
                .map(found -> found.group(2))
                .reduce((first, second) -> second);
    }

    private Optional<TextEdit> secretly(TsNode member, List<TsNode> comments, Optional<String> own) {
        if (own.isPresent()) {
            return own.filter("backend"::equals).flatMap(backend -> replaced(comments));
        }
        if (comments.isEmpty()) {
            return Optional.of(TextEdit.insert(member.start(), "/** @visibility secret */" + gap(member)));
        }
        return Optional.of(tagged(comments.get(comments.size() - 1)));
    }

    private static Optional<TextEdit> replaced(List<TsNode> comments) {
        for (TsNode comment : comments) {
            Matcher tag = TAG.matcher(comment.text());
            if (tag.find()) {
                return Optional.of(
                        new TextEdit(comment.start() + tag.start(2), comment.start() + tag.end(2), "secret"));
            }
        }
        return Optional.empty();
    }

    /** What is between a comment and the member that it is put in front of. */
    private String gap(TsNode member) {
        String before = source.text().substring(source.lineStart(source.line(member.start())), member.start());
        return before.isBlank() ? "\n" + before : " ";
    }

    /** The tag at the end of a doc comment, which gets lines of its own. */
    private TextEdit tagged(TsNode comment) {
        String indent = source.text()
                .substring(source.lineStart(source.line(comment.start())), comment.start())
                .replaceAll("\\S.*", "");
        String text = comment.text();
        String line = "\n" + indent + " * ";
        if (!text.contains("\n")) {
            String words = text.substring(3, Math.max(3, text.length() - 2)).strip();
            return new TextEdit(
                    comment.start(),
                    comment.end(),
                    "/**" + line + words + line.stripTrailing() + line + "@visibility secret\n" + indent + " */");
        }
        int end = text.length() - 2;
        while (end > 3 && " \t\n*".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        String last = text.substring(text.lastIndexOf('\n', end - 1) + 1, end).strip();
        String apart = last.matches("\\*\\s*@.*") ? "" : line.stripTrailing();
        return new TextEdit(
                comment.start() + end, comment.end(), apart + line + "@visibility secret\n" + indent + " */");
    }
}
