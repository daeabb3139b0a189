package dev.backstagegen.ts;

import java.util.LinkedHashMap;
import java.util.Map;

/** The trees of the texts that were read last: a merge reads the same few texts in one step after another. */
final class RecentTrees {

    /** As many as a merge has in its hands, and a few times that; a tree is a hundred times its text. */
    private static final int MOST = 64;

    private final Map<String, TsFile> files = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TsFile> eldest) {
            return size() > MOST;
        }
    };

    TsFile of(String text) {
        synchronized (files) {
            TsFile known = files.get(text);
            if (known != null) {
                return known;
            }
        }
        TsFile read = TsParser.parse(text);
        synchronized (files) {
            files.put(text, read);
        }
        return read;
    }
}
