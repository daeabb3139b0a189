package dev.backstagegen.merge;

import dev.backstagegen.ts.TsFile;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the tree that is merged off the syntax tree: gives each comment to the code that it speaks of. */
final class KnotReader {

    private final String source;

    private KnotReader(String source) {
        this.source = source;
    }

    static Knot read(TsFile file) {
        return new KnotReader(file.text()).list(file.root(), Shape.STATEMENTS);
    }

    private Knot knot(TsNode node) {
        Shape shape = Shapes.of(node);
        if (shape.isList()) {
            return list(node, shape);
        }
        return switch (shape) {
            case BARS -> bars(node);
            case CHAIN -> chain(node);
            case FIXED -> row(node, Shape.FIXED, node.children(), node.start());
            default -> single(node);
        };
    }

    private Knot single(TsNode node) {
        return new Knot(
                node,
                Shape.ATOM,
                Keys.of(node),
                Essence.of(node),
                "",
                "",
                node.text(),
                "",
                indent(node.start()),
                "",
                List.of(),
                "");
    }

    /** Parts without anything between them but white space. */
    private Knot row(TsNode node, Shape shape, List<TsNode> children, int start) {
        List<Knot> parts = new ArrayList<>();
        int at = start;
        for (TsNode child : children) {
            Knot part = knot(child);
            parts.add(part.with(Keys.place(child), source.substring(at, child.start()), "", part.text(), ""));
            at = child.end();
        }
        return new Knot(
                node,
                shape,
                Keys.of(node),
                Essence.of(node),
                "",
                "",
                source.substring(start, at),
                "",
                indent(start),
                "",
                parts,
                "");
    }

    private Knot bars(TsNode union) {
        List<TsNode> types = new ArrayList<>();
        flatten(union, types);
        List<Knot> parts = new ArrayList<>();
        String between = " ";
        int at = union.start();
        for (TsNode type : types) {
            Knot part = knot(type);
            String before = source.substring(at, type.start());
            between = before.contains("\n") ? before.substring(0, before.indexOf('|')) : between;
            parts.add(
                    part.with(part.essence(), before.replace("|", "").isBlank() ? between : " ", "", part.text(), ""));
            at = type.end();
        }
        String open = source.substring(union.start(), types.get(0).start());
        return new Knot(
                union,
                Shape.BARS,
                Keys.of(union),
                Essence.of(union),
                "",
                "",
                union.text(),
                "",
                indent(union.start()),
                open,
                parts,
                "");
    }

    private static void flatten(TsNode union, List<TsNode> types) {
        for (TsNode child : union.namedChildren()) {
            if (child.is("union_type")) {
                flatten(child, types);
            } else {
                types.add(child);
            }
        }
    }

    private Knot chain(TsNode outer) {
        List<TsNode> spine = new ArrayList<>();
        TsNode head = outer;
        while (Shapes.isSpine(head)) {
            spine.add(0, head);
            head = head.children().get(0);
        }
        List<Knot> parts = new ArrayList<>();
        parts.add(knot(head).with("head", "", "", head.text(), ""));
        int at = head.end();
        for (int i = 0; i < spine.size(); i++) {
            TsNode inner = spine.get(i);
            List<TsNode> link = new ArrayList<>(rest(inner));
            while (i + 1 < spine.size() && !spine.get(i + 1).is("member_expression")) {
                link.addAll(rest(spine.get(++i)));
            }
            int start = link.get(0).start();
            Knot part = row(inner, Shape.FIXED, link, start);
            String essence = link.stream().map(Essence::of).collect(Collectors.joining());
            parts.add(new Knot(
                    inner,
                    Shape.FIXED,
                    Keys.link(inner),
                    essence,
                    source.substring(at, start),
                    "",
                    part.text(),
                    "",
                    part.indent(),
                    "",
                    part.parts(),
                    ""));
            at = link.get(link.size() - 1).end();
        }
        return new Knot(
                outer,
                Shape.CHAIN,
                Keys.of(outer),
                Essence.of(outer),
                "",
                "",
                outer.text(),
                "",
                indent(outer.start()),
                "",
                parts,
                "");
    }

    private static List<TsNode> rest(TsNode spine) {
        return spine.children().subList(1, spine.children().size());
    }

    private Knot list(TsNode node, Shape shape) {
        boolean file = node.parent().isEmpty();
        List<TsNode> children = node.children();
        List<TsNode> inside = file ? children : children.subList(1, children.size() - 1);
        int start = file ? 0 : node.start();
        int from = file ? 0 : children.get(0).end();
        int to = file ? source.length() : node.end();
        ListReader reader = new ListReader(source, shape, from);
        for (int i = 0; i < inside.size(); i++) {
            TsNode child = inside.get(i);
            if (child.is(",", ";")) {
                reader.separator(child);
            } else if (child.is("comment")) {
                int next = i + 1 < inside.size() ? inside.get(i + 1).start() : to;
                reader.comment(child, next);
            } else {
                reader.part(knot(child), indent(child.start()));
            }
        }
        List<Knot> parts = reader.parts();
        return new Knot(
                node,
                shape,
                Keys.of(node),
                Essence.of(node),
                "",
                "",
                source.substring(start, to),
                "",
                indent(node.start()),
                source.substring(start, from),
                distinct(shape, parts),
                source.substring(reader.end(), to));
    }

    /** Names that are there twice are told apart by their number. */
    private static List<Knot> distinct(Shape shape, List<Knot> parts) {
        if (!shape.isNamed()) {
            return parts;
        }
        Set<String> taken = new HashSet<>();
        List<Knot> distinct = new ArrayList<>();
        for (Knot part : parts) {
            String key = part.key();
            for (int n = 2; !taken.add(key); n++) {
                key = part.key() + "#" + n;
            }
            distinct.add(part.with(key, part.gap(), part.lead(), part.text(), part.tail()));
        }
        return distinct;
    }

    private String indent(int at) {
        return Indent.at(source, at);
    }
}
