package dev.backstagegen.merge;

import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.ts.TsFile;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;

/**
 * How somebody likes code to look, as far as it can be put on without printing it anew.
 *
 * @param unit the white space of one step of indentation
 * @param quote what strings stand in
 */
record Style(String unit, char quote) {

    private static final Style GENERATED = new Style("  ", '\'');

    static Style of(String text) {
        long doubled = text.lines()
                .filter(line -> line.matches(".*from \".*|.*\\(\".*"))
                .count();
        long single =
                text.lines().filter(line -> line.matches(".*from '.*|.*\\('.*")).count();
        return new Style(unit(text), doubled > single ? '"' : '\'');
    }

    /** The smallest indentation of code; lines of a comment have a blank more. */
    private static String unit(String text) {
        return text.lines()
                .filter(line -> line.matches("\\s+[^\\s*].*"))
                .map(line ->
                        line.substring(0, line.length() - line.stripLeading().length()))
                .map(indent -> indent.startsWith("\t") ? "\t" : indent)
                .min((one, other) -> one.length() - other.length())
                .orElse(GENERATED.unit);
    }

    /** Generated code in this style. */
    TsFile apply(TsFile generated) {
        if (equals(GENERATED)) {
            return generated;
        }
        String text = generated.text();
        List<TextEdit> edits = new ArrayList<>();
        generated.root().descendants("string").filter(TsNode::isNamed).forEach(string -> quote(string, edits));
        List<TsNode> kept = generated.root().descendants("template_string").toList();
        int at = 0;
        for (String line : LineMerge.lines(text)) {
            int start = at;
            at += line.length();
            String indent = Indent.at(text, start);
            int steps = indent.length() / GENERATED.unit.length();
            boolean quoted = kept.stream().anyMatch(each -> each.start() < start && start < each.end());
            if (steps > 0 && !quoted) {
                edits.add(new TextEdit(start, start + steps * GENERATED.unit.length(), unit.repeat(steps)));
            }
        }
        return edits.isEmpty() ? generated : TsFile.shared(TextEdit.apply(text, edits));
    }

    private void quote(TsNode string, List<TextEdit> edits) {
        String inside = string.text().substring(1, string.text().length() - 1);
        if (!inside.matches(".*['\"\\\\].*")) {
            edits.add(new TextEdit(string.start(), string.end(), quote + inside + quote));
        }
    }
}
