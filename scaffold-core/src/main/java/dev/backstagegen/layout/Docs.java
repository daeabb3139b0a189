package dev.backstagegen.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Questions to documents, and changes of them. */
final class Docs {

    private Docs() {}

    /** Whether there is any place inside where a line could end. */
    static boolean canBreak(Doc doc) {
        if (doc instanceof Doc.Line) {
            return true;
        }
        for (Doc part : parts(doc)) {
            if (canBreak(part)) {
                return true;
            }
        }
        return false;
    }

    /** What it says if it is nothing but text. */
    static Optional<String> plain(Doc doc) {
        if (doc instanceof Doc.Text text) {
            return Optional.of(text.value());
        }
        if (!(doc instanceof Doc.Concat concat)) {
            return Optional.empty();
        }
        StringBuilder plain = new StringBuilder();
        for (Doc part : concat.parts()) {
            Optional<String> inner = plain(part);
            if (inner.isEmpty()) {
                return Optional.empty();
            }
            plain.append(inner.get());
        }
        return Optional.of(plain.toString());
    }

    /** The same on one line, save for hard line ends. */
    static Doc flat(Doc doc) {
        if (doc instanceof Doc.Line line && !line.hard()) {
            return line == Doc.Line.SPACE ? Doc.text(" ") : Doc.EMPTY;
        }
        if (doc instanceof Doc.IfBreak choice) {
            return flat(choice.flat());
        }
        if (doc instanceof Doc.Group group) {
            return Doc.group(flat(group.contents()), group.broken(), group.id());
        }
        if (doc instanceof Doc.Concat concat) {
            return Doc.concat(flatAll(concat.parts()));
        }
        if (doc instanceof Doc.Indent inner) {
            return Doc.align(inner.columns(), flat(inner.contents()));
        }
        if (doc instanceof Doc.AtColumn inner) {
            return Doc.atColumn(inner.column(), flat(inner.contents()));
        }
        if (doc instanceof Doc.Fill fill) {
            return Doc.fill(flatAll(fill.parts()));
        }
        if (doc instanceof Doc.Chain chain) {
            return new Doc.Chain(flat(chain.contents()));
        }
        if (doc instanceof Doc.IndentIfBreak inner) {
            return new Doc.IndentIfBreak(flat(inner.contents()), inner.id());
        }
        return doc;
    }

    /** Text that may have several lines, each after the first at the margin. */
    static Doc literal(String text) {
        if (text.indexOf('\n') < 0) {
            return Doc.text(text);
        }
        List<Doc> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            lines.add(Doc.text(line));
        }
        return Doc.join(Doc.Line.LITERAL, lines);
    }

    private static List<Doc> flatAll(List<Doc> docs) {
        List<Doc> flat = new ArrayList<>(docs.size());
        for (Doc doc : docs) {
            flat.add(flat(doc));
        }
        return flat;
    }

    private static List<Doc> parts(Doc doc) {
        if (doc instanceof Doc.Concat concat) {
            return concat.parts();
        }
        if (doc instanceof Doc.Group group) {
            return List.of(group.contents());
        }
        if (doc instanceof Doc.Indent inner) {
            return List.of(inner.contents());
        }
        if (doc instanceof Doc.IfBreak choice) {
            return List.of(choice.broken(), choice.flat());
        }
        if (doc instanceof Doc.Chain chain) {
            return List.of(chain.contents());
        }
        if (doc instanceof Doc.IndentIfBreak inner) {
            return List.of(inner.contents());
        }
        if (doc instanceof Doc.AtColumn inner) {
            return List.of(inner.contents());
        }
        if (doc instanceof Doc.Suffix suffix) {
            return List.of(suffix.contents());
        }
        return doc instanceof Doc.Fill fill ? fill.parts() : List.of();
    }
}
