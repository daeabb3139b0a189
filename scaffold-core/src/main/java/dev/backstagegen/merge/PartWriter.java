package dev.backstagegen.merge;

import dev.backstagegen.merge.TreeMerge.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the parts of a list as yours is laid out: what was yours keeps its white space, what is new gets the same. */
final class PartWriter {

    private static final String UNIT = "  ";

    private final Knot yours;
    private final Knot fresh;
    private final Shape shape;
    private final StringBuilder text = new StringBuilder();

    PartWriter(Knot yours, Knot fresh, Shape shape) {
        this.yours = yours;
        this.fresh = fresh;
        this.shape = shape;
    }

    String text(List<Part> parts) {
        List<Part> ordered = restLast(parts);
        // What stands around the parts is taken from a side that has some.
        Knot around = yours.parts().isEmpty() ? fresh : yours;
        if (ordered.isEmpty()) {
            return yours.open() + yours.close().stripLeading();
        }
        text.append(around.open());
        for (int i = 0; i < ordered.size(); i++) {
            boolean last = i == ordered.size() - 1;
            Part part = ordered.get(i);
            append(gap(part, i));
            text.append(shape == Shape.BARS && i > 0 ? "| " : "")
                    .append(part.lead())
                    .append(part.text());
            text.append(end(part, last, around)).append(part.tail());
        }
        String close = around == yours ? yours.close() : Indent.move(fresh.close(), fresh.indent(), yours.indent());
        append(close);
        return text.toString();
    }

    /** A comment up to the end of its line must not swallow what follows. */
    private void append(String gap) {
        int line = text.lastIndexOf("\n") + 1;
        boolean open = shape.isList() && text.indexOf("//", line) >= 0 && isOpenComment(text.substring(line));
        text.append(open && !gap.startsWith("\n") && !gap.startsWith("\r") ? "\n" : "")
                .append(gap);
    }

    private static boolean isOpenComment(String line) {
        return line.matches("(?:[^'\"`/]|'[^']*'|\"[^\"]*\"|`[^`]*`|/(?!/))*//.*");
    }

    private static List<Part> restLast(List<Part> parts) {
        List<Part> ordered =
                new ArrayList<>(parts.stream().filter(part -> !isRest(part)).toList());
        ordered.addAll(parts.stream().filter(PartWriter::isRest).toList());
        return ordered;
    }

    private static boolean isRest(Part part) {
        return part.slot().any().node().is("rest_pattern");
    }

    private String end(Part part, boolean last, Knot around) {
        if (shape == Shape.SET || shape == Shape.LIST) {
            return last && (isRest(part) || !hasTrailingComma(around)) ? "" : ",";
        }
        boolean bare = !part.text().endsWith(";") && !part.text().endsWith(",");
        boolean comment = part.slot().any().isComment();
        return shape == Shape.MEMBERS
                        && bare
                        && !last
                        && !comment
                        && yours.node().is("object_type", "interface_body")
                ? ";"
                : "";
    }

    private static boolean hasTrailingComma(Knot list) {
        List<dev.backstagegen.ts.TsNode> children = list.node().children().stream()
                .filter(child -> !child.is("comment"))
                .toList();
        return children.size() > 2 && children.get(children.size() - 2).is(",");
    }

    private String gap(Part part, int index) {
        Optional<Knot> mine = part.slot().yours();
        return switch (shape) {
            case SET, LIST ->
                index == 0
                        ? firstGap()
                        : mine.filter(this::isNotFirst).map(Knot::gap).orElse(nextGap());
            case BARS ->
                index == 0 ? "" : mine.filter(this::isNotFirst).map(Knot::gap).orElse(nextGap());
            case MEMBERS, STATEMENTS -> statementGap(part.slot(), index);
            default -> rowGap(part.slot(), index);
        };
    }

    private boolean isNotFirst(Knot knot) {
        return yours.parts().get(0) != knot;
    }

    private String firstGap() {
        return yours.parts().isEmpty()
                ? Indent.move(fresh.parts().get(0).gap(), fresh.indent(), yours.indent())
                : yours.parts().get(0).gap();
    }

    private String nextGap() {
        if (yours.parts().size() > 1) {
            return yours.parts().get(1).gap();
        }
        String first = shape == Shape.BARS ? " " : firstGap();
        return first.contains("\n") ? first : " ";
    }

    private String statementGap(Slot slot, int index) {
        String other = slot.fresh()
                .or(slot::base)
                .map(knot -> newlines(knot.gap()) == 0 ? knot.gap() : lines(newlines(knot.gap())))
                .orElse("");
        if (slot.yours().isEmpty()) {
            boolean wasFirst = slot.fresh()
                    .filter(knot -> !fresh.parts().isEmpty() && fresh.parts().get(0) == knot)
                    .isPresent();
            return shape == Shape.STATEMENTS && index > 0 && wasFirst
                    ? lines(2)
                    : newlines(other) == 0 && index > 0 ? lines(1) : other;
        }
        String mine = slot.yours().get().gap();
        boolean blank = slot.base()
                        .filter(base -> newlines(base.gap()) == newlines(mine))
                        .isPresent()
                && slot.fresh().isPresent();
        String gap = blank && newlines(other) != newlines(mine) && newlines(other) > 0 ? other : mine;
        // What stood first and does so no more.
        return index > 0 && newlines(gap) == 0 && !isNotFirst(slot.yours().get()) ? lines(2) : gap;
    }

    private String rowGap(Slot slot, int index) {
        if (index == 0) {
            return "";
        }
        if (slot.yours().isPresent() && isNotFirst(slot.yours().get())) {
            return slot.yours().get().gap();
        }
        String gap = slot.fresh().or(slot::base).map(Knot::gap).orElse(" ");
        return gap.contains("\n") ? "\n" + yours.indent() + UNIT : gap;
    }

    private String lines(int count) {
        return "\n".repeat(count) + indentOfParts(yours);
    }

    private static int newlines(String gap) {
        return (int) gap.chars().filter(c -> c == '\n').count();
    }

    /** The indentation of what stands in a list. */
    static String indentOfParts(Knot list) {
        return list.parts().stream()
                .filter(part ->
                        part.gap().contains("\n") || list.node().parent().isEmpty())
                .findFirst()
                .map(Knot::indent)
                .orElse(list.shape().isList() ? list.indent() + UNIT : list.indent());
    }
}
