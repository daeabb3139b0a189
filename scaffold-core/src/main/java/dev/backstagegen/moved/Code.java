package dev.backstagegen.moved;

import dev.backstagegen.tree.RelPath;
import dev.backstagegen.ts.TsFile;
import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Set;

/** The leaves of code: which of them are names, and which of those names the code itself gives. */
final class Code {

    /** Migrations are JavaScript, and nobody touches those. */
    private static final Set<String> EXTENSIONS = Set.of("ts", "mts", "cts", "tsx");

    private static final Set<String> VARIABLES = Set.of(
            "identifier", "type_identifier", "shorthand_property_identifier", "shorthand_property_identifier_pattern");

    private Code() {}

    static boolean isCode(RelPath path) {
        return EXTENSIONS.contains(path.extension());
    }

    /** All that has nothing below it, in the order of the text; comments are no code. */
    static List<TsNode> leaves(TsFile file) {
        return leaves(file.root());
    }

    private static List<TsNode> leaves(TsNode node) {
        return tokens(node).stream().filter(each -> !each.is("comment")).toList();
    }

    /** The same with comments. */
    static List<TsNode> tokens(TsNode node) {
        return node.descendants().filter(each -> each.children().isEmpty()).toList();
    }

    static boolean isVariable(TsNode leaf) {
        return VARIABLES.contains(leaf.type());
    }

    static boolean isProperty(TsNode leaf) {
        return leaf.is("property_identifier");
    }

    static boolean isName(TsNode leaf) {
        return isVariable(leaf) || isProperty(leaf);
    }

    /** Whether it is a name at the very place that gives it. */
    static boolean isDeclared(TsNode name) {
        return name.field().equals("pattern")
                || isDeclaredProperty(name)
                || name.field().equals("name")
                        && name.parent()
                                .filter(parent ->
                                        parent.type().endsWith("_declaration") || parent.is("variable_declarator"))
                                .isPresent();
    }

    /** Whether it is the name of a member, at the place where its type has it. */
    static boolean isDeclaredProperty(TsNode name) {
        return name.field().equals("name")
                && name.parent()
                        .filter(parent -> parent.is(
                                "property_signature",
                                "method_signature",
                                "method_definition",
                                "public_field_definition"))
                        .isPresent();
    }
}
