package dev.backstagegen.rule.code;

import dev.backstagegen.rule.code.Binding.Kind;
import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes a statement out of a file, and whatever nothing uses any more once it is gone: variables, imports. */
public final class Removal {

    private final Source source;
    private final Collection<TsNode> first;
    private final Set<TsNode> gone = new LinkedHashSet<>();
    private final Set<Binding> unused = new LinkedHashSet<>();
    private boolean possible = true;

    private Removal(Source source, Collection<TsNode> first) {
        this.source = source;
        this.first = first;
        gone.addAll(first);
        int before = -1;
        while (possible && before != gone.size()) {
            before = gone.size();
            names().forEach(this::drop);
        }
    }

    /** The edits; nothing if something unused would stay. */
    public static Optional<List<TextEdit>> of(Source source, TsNode statement) {
        Removal removal = new Removal(source, List.of(statement));
        return removal.possible ? removal.edits() : Optional.empty();
    }

    /**
     * The edits for what nothing uses once other edits have taken some parts away; nothing if something unused would
     * stay.
     */
    public static Optional<List<TextEdit>> leftBy(Source source, Collection<TsNode> taken) {
        Removal removal = new Removal(source, taken);
        if (!removal.possible) {
            return Optional.empty();
        }
        removal.gone.removeAll(removal.first);
        return removal.edits();
    }

    /** What the parts that go use, and nothing else does. */
    private List<Binding> names() {
        return source.all("identifier", "shorthand_property_identifier")
                .filter(this::isGone)
                .flatMap(name -> source.binding(name).stream())
                .distinct()
                .filter(binding -> !isGone(binding.name()) && !unused.contains(binding))
                .filter(binding -> source.uses(binding).stream().allMatch(this::isGone))
                .toList();
    }

    private boolean isGone(TsNode node) {
        return gone.stream().anyMatch(each -> Syntax.within(node, each));
    }

    private void drop(Binding binding) {
        unused.add(binding);
        TsNode name = binding.name();
        TsNode part = name.parent()
                .filter(each -> each.is("pair_pattern", "object_assignment_pattern"))
                .orElse(name);
        boolean inPattern =
                part.parent().filter(each -> each.is("object_pattern")).isPresent();
        if (binding.is(Kind.IMPORT)) {
            gone.add(name.ancestor("import_specifier").orElse(name));
        } else if (inPattern && canLose(part.parent().get())) {
            gone.add(part);
        } else if (binding.is(Kind.VARIABLE) && binding.steps().isEmpty() && isAlone(binding)) {
            binding.declaration().parent().ifPresent(gone::add);
        } else {
            possible = false;
        }
    }

    /** A rest would get what is taken away; default values may do something. */
    private static boolean canLose(TsNode pattern) {
        return pattern.namedChildren().stream()
                .allMatch(each -> each.is("shorthand_property_identifier_pattern", "pair_pattern"));
    }

    private static boolean isAlone(Binding binding) {
        boolean harmless = binding.declaration()
                .child("value")
                .map(Syntax::bare)
                .filter(value -> value.is("identifier", "member_expression") || Syntax.calls(value, "create"))
                .isPresent();
        return harmless
                && binding.declaration()
                        .parent()
                        .filter(each -> each.is("lexical_declaration")
                                && each.namedChildren().size() == 1
                                && each.parent()
                                        .filter(outer -> outer.is("statement_block", "program"))
                                        .isPresent())
                        .isPresent();
    }

    private Optional<List<TextEdit>> edits() {
        List<TextEdit> edits = new ArrayList<>();
        Set<TsNode> lists = new LinkedHashSet<>();
        for (TsNode node : gone) {
            if (node.is("expression_statement", "lexical_declaration")) {
                edits.add(Rewrite.wholeLines(source, node));
            } else if (node.is("import_specifier")
                    || node.parent().filter(each -> each.is("object_pattern")).isPresent()) {
                node.parent().ifPresent(lists::add);
            } else {
                source.binding(node).map(Rewrite::without).ifPresent(edits::addAll);
            }
        }
        for (TsNode list : lists) {
            Optional<List<TextEdit>> less = shortened(list);
            if (less.isEmpty()) {
                return Optional.empty();
            }
            edits.addAll(less.get());
        }
        return Optional.of(closed(edits));
    }

    /** Lines that go together go as one, and leave one of the empty lines around them. */
    private List<TextEdit> closed(List<TextEdit> edits) {
        List<TextEdit> sorted =
                edits.stream().sorted(Comparator.comparingInt(TextEdit::start)).toList();
        List<TextEdit> joined = new ArrayList<>();
        for (TextEdit edit : sorted) {
            TextEdit last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && last.end() == edit.start()) {
                joined.set(joined.size() - 1, new TextEdit(last.start(), edit.end(), ""));
            } else {
                joined.add(edit);
            }
        }
        return joined.stream().map(this::withoutGap).toList();
    }

    private TextEdit withoutGap(TextEdit edit) {
        String text = source.text();
        boolean before = edit.start() > 1 && text.startsWith("\n\n", edit.start() - 2);
        boolean after = edit.end() < text.length() && text.charAt(edit.end()) == '\n';
        return before && after ? new TextEdit(edit.start(), edit.end() + 1, "") : edit;
    }

    /** A list in braces without those of its members that go; without all of them the statement goes, too. */
    private Optional<List<TextEdit>> shortened(TsNode list) {
        List<TsNode> members = list.namedChildren();
        if (members.stream().allMatch(gone::contains)) {
            return emptied(list);
        }
        List<TextEdit> edits = new ArrayList<>();
        boolean kept = false;
        for (int i = 0; i < members.size(); i++) {
            if (!gone.contains(members.get(i))) {
                kept = true;
            } else if (kept) {
                edits.add(new TextEdit(members.get(i - 1).end(), members.get(i).end(), ""));
            } else {
                edits.add(
                        new TextEdit(members.get(i).start(), members.get(i + 1).start(), ""));
            }
        }
        return Optional.of(edits);
    }

    private Optional<List<TextEdit>> emptied(TsNode list) {
        TsNode owner = list.parent().orElse(list);
        if (owner.is("import_clause")) {
            return owner.namedChildren().size() == 1
                    ? owner.parent().map(statement -> List.of(Rewrite.wholeLines(source, statement)))
                    : Optional.empty();
        }
        boolean plain = owner.is("variable_declarator")
                && owner.child("value")
                        .filter(value -> value.is("identifier", "member_expression"))
                        .isPresent();
        return plain
                ? owner.parent()
                        .filter(each -> each.is("lexical_declaration")
                                && each.namedChildren().size() == 1)
                        .map(statement -> List.of(Rewrite.wholeLines(source, statement)))
                : Optional.empty();
    }
}
