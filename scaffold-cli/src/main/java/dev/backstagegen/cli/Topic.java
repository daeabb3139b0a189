package dev.backstagegen.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Something that can be explained. A feature and a guide may have one name, and are then shown together.
 *
 * @param group what it is listed under
 * @param kind what sort of thing it is
 * @param name the word to say
 * @param summary one sentence on it
 * @param explanation works out all there is to know, which may take a moment
 */
record Topic(String group, Kind kind, String name, String summary, Supplier<Explanation> explanation) {

    /** The sorts of things, in the order in which those of one name are shown. */
    enum Kind {
        GUIDE,
        PITFALLS,
        RULE,
        FEATURE;

        /** The word for it. */
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * All there is to know.
     *
     * @param page as a page of Markdown
     * @param patch the difference it makes; empty where it makes none
     * @param document the same for programs, without the difference
     */
    record Explanation(String page, String patch, Map<String, Object> document) {

        /** Of something that makes no difference. */
        Explanation(String page, Map<String, Object> document) {
            this(page, "", document);
        }

        /** Both, one after the other; what the other one says of itself counts where both say it. */
        Explanation and(Explanation other) {
            Map<String, Object> both = new LinkedHashMap<>(document);
            both.putAll(other.document);
            return new Explanation(page + "\n" + other.page, patch + other.patch, both);
        }
    }
}
