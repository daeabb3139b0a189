package dev.backstagegen.merge;

import dev.backstagegen.layout.Layout;
import dev.backstagegen.merge.TreeMerge.Side;
import dev.backstagegen.ts.TsFile;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Merges TypeScript: line by line where that is clean and makes sense, else in the syntax tree. Nothing that either
 * side has written is lost: it is in the result or in a conflict.
 */
final class CodeMerge {

    private final TsFile base;
    private final TsFile yours;
    private final TsFile fresh;
    private final Imports imports;
    private final Missing foreign;

    private CodeMerge(TsFile base, TsFile yours, TsFile fresh, Missing foreign) {
        this.base = base;
        this.yours = yours;
        this.fresh = fresh;
        this.imports = new Imports(yours, fresh, base);
        this.foreign = foreign;
    }

    static Merged of(String base, String yours, String fresh) {
        if (base.equals(fresh) || yours.equals(fresh)) {
            return Merged.agreed(yours);
        }
        if (base.equals(yours)) {
            return Merged.agreed(fresh);
        }
        TsFile was = TsFile.shared(base);
        TsFile mine = TsFile.shared(yours);
        TsFile other = TsFile.shared(fresh);
        if (!was.isWhole() || !mine.isWhole() || !other.isWhole()) {
            return LineMerge.of(base, yours, fresh);
        }
        Renames renames = Renames.between(was, mine);
        // Of what was merely moved the texts know already: another module is another one.
        Missing foreign = Missing.of(was, mine, other);
        Style style = Style.of(yours);
        Merged merged = new CodeMerge(style.apply(renames.apply(was)), mine, style.apply(renames.apply(other)), foreign)
                .merged();
        // What you have renamed is yours; it does not go unseen with what is generated no longer.
        return renames.areIn(merged.text(Merged.Conflict::yours))
                ? merged
                : new CodeMerge(style.apply(was), mine, style.apply(other), foreign).merged();
    }

    /**
     * A text in which conflicts were decided. What was left out may have been all that used something else that is
     * generated: then that goes as well. Nothing goes that yours has, or that whoever decided has declared anew.
     */
    static String settled(String base, String yours, String fresh, String decided) {
        TsFile was = TsFile.parse(base);
        TsFile mine = TsFile.parse(yours);
        TsFile other = TsFile.parse(fresh);
        TsFile text = TsFile.parse(decided);
        if (decided.equals(yours) || decided.equals(fresh) || !text.isWhole() || !mine.isWhole() || !other.isWhole()) {
            return decided;
        }
        CodeMerge merge = new CodeMerge(was, mine, other, Missing.of(was, mine, other));
        Set<String> kept = Unused.declared(text);
        kept.removeAll(Unused.declared(other));
        kept.addAll(Unused.declared(mine));
        TsFile less = Unused.without(text, kept);
        String settled = merge.laid(merge.imports.settle(less, List.of(less)));
        return TsFile.parse(settled).isWhole() ? settled : decided;
    }

    private Merged merged() {
        Merged lines = LineMerge.of(base.text(), yours.text(), fresh.text());
        Optional<Merged> clean = lines.isClean() ? sensible(lines.text(conflict -> "")) : Optional.empty();
        return clean.or(this::inTree).orElse(lines);
    }

    /** The result of a merge by lines, unless it says something twice or lacks what it needs. */
    private Optional<Merged> sensible(String text) {
        TsFile file = TsFile.shared(text);
        if (!file.isWhole()
                || isTwice(file)
                || !foreign.isEmpty()
                || !lacking(file).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Merged.agreed(laid(imports.settle(file, List.of(file)))))
                .filter(this::isComplete);
    }

    private boolean isTwice(TsFile file) {
        int twins = Twins.in(file);
        return twins > 0 && twins > Math.max(Twins.in(yours), Twins.in(fresh));
    }

    private Optional<Merged> inTree() {
        Knot was = KnotReader.read(base);
        Knot mine = KnotReader.read(yours);
        Knot other = KnotReader.read(fresh);
        Missing missing = missing(was, mine, other);
        Map<Side, TsFile> files = new EnumMap<>(Side.class);
        for (Side side : List.of(Side.YOURS, Side.BASE, Side.FRESH)) {
            TreeMerge merge = new TreeMerge(side, missing);
            TsFile file = TsFile.shared(merge.merge(was, mine, other));
            if (!file.isWhole()) {
                return Optional.empty();
            }
            files.put(side, file);
            if (!merge.hasDoubts()) {
                break;
            }
        }
        List<TsFile> all = List.copyOf(files.values());
        Map<Side, String> texts = new EnumMap<>(Side.class);
        files.forEach((side, file) -> texts.put(side, laid(imports.settle(file, all))));
        if (!texts.values().stream().allMatch(text -> TsFile.shared(text).isWhole())) {
            return Optional.empty();
        }
        if (texts.size() == 1) {
            return Optional.of(Merged.agreed(texts.get(Side.YOURS))).filter(this::isComplete);
        }
        Merged merged = LineMerge.choice(texts.get(Side.BASE), texts.get(Side.YOURS), texts.get(Side.FRESH));
        return Optional.of(merged).filter(each -> !each.isClean()).filter(this::isComplete);
    }

    /** What new code would lack in yours, and what would lack that code when it stays out for that. */
    private Missing missing(Knot was, Knot mine, Knot other) {
        Missing missing = foreign;
        while (true) {
            TsFile file = TsFile.shared(new TreeMerge(Side.YOURS, missing).merge(was, mine, other));
            Missing more = missing.with(lacking(file));
            if (more.equals(missing)) {
                return missing;
            }
            missing = more;
        }
    }

    private Set<String> lacking(TsFile file) {
        Set<String> names = Missing.in(file, fresh);
        names.removeAll(Missing.in(yours, fresh));
        return names;
    }

    /** Whether each word that a side has added is in the result, or in that side of a conflict. */
    private boolean isComplete(Merged merged) {
        Words before = Words.of(base.text());
        return Words.of(merged.text(Merged.Conflict::yours)).hasAdded(before, Words.of(yours.text()))
                && Words.of(merged.text(Merged.Conflict::fresh)).hasAdded(before, Words.of(fresh.text()));
    }

    /** The text laid out as yours is: if that is as prettier would do it, so is this. */
    private String laid(String text) {
        String formatted = formatted(text);
        return formatted.equals(text) || !formatted(yours.text()).equals(yours.text()) ? text : formatted;
    }

    private static String formatted(String text) {
        try {
            return Layout.format(text);
        } catch (IllegalStateException e) {
            // Code that no printer knows stays as it is.
            return text;
        }
    }
}
