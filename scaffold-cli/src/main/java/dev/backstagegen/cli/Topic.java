package dev.backstagegen.cli;

import java.util.Map;
import java.util.function.Supplier;

/**
 * Something that can be explained.
 *
 * @param kind what sort of thing it is
 * @param name the word to say
 * @param summary one sentence on it
 * @param explanation works out all there is to know, which may take a moment
 */
record Topic(String kind, String name, String summary, Supplier<Explanation> explanation) {

    /**
     * All there is to know.
     *
     * @param page as a page of Markdown
     * @param patch the difference it makes; empty where it makes none
     * @param document the same for programs, without the difference
     */
    record Explanation(String page, String patch, Map<String, Object> document) {}
}
