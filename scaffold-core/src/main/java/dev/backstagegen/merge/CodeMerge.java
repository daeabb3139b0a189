package dev.backstagegen.merge;

import dev.backstagegen.layout.Layout;
import dev.backstagegen.merge.TreeMerge.Side;
import dev.backstagegen.ts.TsFile;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Merges TypeScript: line by line where that is clean and makes sense, else in the syntax tree. Nothing that either
 * side has written is lost: it is in the result or in a conflict.
 */
final class CodeMerge {

    private final String base;
    private final String yours;
    private final String fresh;
    private final Imports imports;
    private final boolean laidOut;

    private CodeMerge(String base, String yours, String fresh) {
        this.base = base;
        this.yours = yours;
        this.fresh = fresh;
        this.imports = new Imports(TsFile.parse(yours), TsFile.parse(fresh), TsFile.parse(base));
        this.laidOut = isLaidOut(yours);
    }

    static Merged of(String base, String yours, String fresh) {
        if (base.equals(fresh) || yours.equals(fresh)) {
            return Merged.agreed(yours);
        }
        if (base.equals(yours)) {
            return Merged.agreed(fresh);
        }
        TsFile was = TsFile.parse(base);
        TsFile mine = TsFile.parse(yours);
        TsFile other = TsFile.parse(fresh);
        if (!was.isWhole() || !mine.isWhole() || !other.isWhole()) {
            return LineMerge.of(base, yours, fresh);
        }
        Renames renames = Renames.between(was, mine);
        return renames.isEmpty()
                ? new CodeMerge(base, yours, fresh).merged()
                : new CodeMerge(renames.apply(was), yours, renames.apply(other)).merged();
    }

    private Merged merged() {
        Merged lines = LineMerge.of(base, yours, fresh);
        Optional<Merged> clean = lines.isClean() ? sensible(lines.text(conflict -> "")) : Optional.empty();
        return clean.or(this::inTree).orElse(lines);
    }

    /** The result of a merge by lines, unless it says something twice. */
    private Optional<Merged> sensible(String text) {
        TsFile file = TsFile.parse(text);
        if (!file.isWhole()) {
            return Optional.empty();
        }
        String settled = imports.settle(file, List.of(file));
        int twins = Twins.in(settled);
        return twins > Math.max(Twins.in(yours), Twins.in(fresh))
                ? Optional.empty()
                : Optional.of(Merged.agreed(laid(settled))).filter(this::isComplete);
    }

    private Optional<Merged> inTree() {
        Knot was = KnotReader.read(TsFile.parse(base));
        Knot mine = KnotReader.read(TsFile.parse(yours));
        Knot other = KnotReader.read(TsFile.parse(fresh));
        Map<Side, TsFile> texts = new EnumMap<>(Side.class);
        for (Side side : List.of(Side.YOURS, Side.BASE, Side.FRESH)) {
            TreeMerge merge = new TreeMerge(side);
            TsFile file = TsFile.parse(merge.merge(was, mine, other));
            if (!file.isWhole()) {
                return Optional.empty();
            }
            texts.put(side, file);
            if (!merge.hasDoubts()) {
                break;
            }
        }
        List<TsFile> all = List.copyOf(texts.values());
        texts.replaceAll((side, file) -> TsFile.parse(laid(imports.settle(file, all))));
        if (!texts.values().stream().allMatch(TsFile::isWhole)) {
            return Optional.empty();
        }
        String result = texts.get(Side.YOURS).text();
        if (texts.size() == 1) {
            return Optional.of(Merged.agreed(result)).filter(this::isComplete);
        }
        Merged merged = LineMerge.of(
                texts.get(Side.BASE).text(), result, texts.get(Side.FRESH).text());
        return Optional.of(merged).filter(each -> !each.isClean()).filter(this::isComplete);
    }

    /** Whether each word that a side has added is in the result, or in that side of a conflict. */
    private boolean isComplete(Merged merged) {
        return Words.of(merged.text(Merged.Conflict::yours)).hasAdded(Words.of(base), Words.of(yours))
                && Words.of(merged.text(Merged.Conflict::fresh)).hasAdded(Words.of(base), Words.of(fresh));
    }

    private String laid(String text) {
        if (!laidOut) {
            return text;
        }
        try {
            return Layout.format(text);
        } catch (IllegalStateException e) {
            return text;
        }
    }

    private static boolean isLaidOut(String text) {
        try {
            return Layout.format(text).equals(text);
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
