package dev.backstagegen.tree;

import java.util.List;

/**
 * What stands between two brackets, parted by commas; a part is put in or taken out as its neighbours are written.
 *
 * @param text the whole text
 * @param start where the opening bracket stands
 * @param end behind the closing one
 * @param parts in the order of the text
 */
public record Brackets(String text, int start, int end, List<Range> parts) {

    /** Where a part stands; the end is exclusive. */
    public record Range(int start, int end) {}

    public Brackets {
        parts = List.copyOf(parts);
    }

    /**
     * Puts a part at an index among others.
     *
     * @param gap what follows a comma where no other one shows it
     */
    public TextEdit insert(int index, String part, String gap) {
        return index == 0
                ? TextEdit.insert(parts.get(0).start, part + "," + joint(1, gap))
                : TextEdit.insert(parts.get(index - 1).end, "," + joint(index - 1, gap) + part);
    }

    private String joint(int index, String gap) {
        if (parts.size() > 1) {
            return gap(Math.max(1, index));
        }
        return gap(0).contains("\n") ? gap(0) : gap;
    }

    /** Takes a part out, and the comma that stands for nothing then; nothing is left of the only one. */
    public TextEdit remove(int index) {
        if (parts.size() == 1) {
            return new TextEdit(start + 1, end - 1, "");
        }
        return index == 0
                ? new TextEdit(parts.get(0).start, parts.get(1).start, "")
                : new TextEdit(parts.get(index - 1).end, parts.get(index).end, "");
    }

    /** The white space before a part: after the bracket for the first, after the comma for others. */
    public String gap(int index) {
        int after = index == 0 ? start + 1 : text.indexOf(',', parts.get(index - 1).end) + 1;
        return text.substring(after, parts.get(index).start);
    }

    /** Whether there is nothing but white space and commas around the parts. */
    public boolean isPlain() {
        int at = start + 1;
        for (Range part : parts) {
            if (!text.substring(at, part.start).matches("[\\s,]*")) {
                return false;
            }
            at = part.end;
        }
        return text.substring(at, end - 1).matches("[\\s,]*");
    }
}
