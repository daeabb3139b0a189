package dev.backstagegen.merge;

import dev.backstagegen.merge.Merged.Agreed;
import dev.backstagegen.merge.Merged.Conflict;
import dev.backstagegen.merge.Merged.Piece;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.MyersDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeChunk;
import org.eclipse.jgit.merge.MergeResult;

/** Merges line by line, as git does. The only class that knows the library which merges. */
final class LineMerge {

    private static final int BASE = 0;
    private static final int YOURS = 1;

    private LineMerge() {}

    static Merged of(String base, String yours, String fresh) {
        List<RawText> texts = List.of(raw(base), raw(yours), raw(fresh));
        MergeResult<RawText> result = new MergeAlgorithm(MyersDiff.INSTANCE)
                .merge(RawTextComparator.DEFAULT, texts.get(0), texts.get(1), texts.get(2));
        List<Piece> pieces = new ArrayList<>();
        String[] sides = new String[3];
        for (MergeChunk chunk : result) {
            String text = lines(texts.get(chunk.getSequenceIndex()), chunk.getBegin(), chunk.getEnd());
            switch (chunk.getConflictState()) {
                case NO_CONFLICT -> pieces.add(new Agreed(text));
                case FIRST_CONFLICTING_RANGE -> sides[YOURS] = text;
                case BASE_CONFLICTING_RANGE -> sides[BASE] = text;
                case NEXT_CONFLICTING_RANGE -> pieces.add(new Conflict(sides[BASE], sides[YOURS], text));
            }
        }
        return new Merged(pieces);
    }

    private static RawText raw(String text) {
        return new RawText(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String lines(RawText text, int from, int to) {
        return text.getString(from, to, false);
    }
}
