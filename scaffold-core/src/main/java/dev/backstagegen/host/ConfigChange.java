package dev.backstagegen.host;

import dev.backstagegen.merge.YamlMerge;
import dev.backstagegen.tree.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The plugin's section of app-config.yaml becomes another one, key by key: what is new comes, what went goes if nobody
 * has edited it, and what the user has changed stays.
 *
 * @param before the section as it was generated, with its key on the first line
 * @param after the section as it is now, with the same key
 */
record ConfigChange(String before, String after) implements Target {

    @Override
    public String paste() {
        return section().paste();
    }

    @Override
    public Step takeOut(String text) {
        return new ConfigChange(after, before).edit(text);
    }

    /** Whether a text that can be read has the section at all. */
    boolean isIn(String text) {
        try {
            return ConfigSection.isIn(text, section().key());
        } catch (IllegalArgumentException wrong) {
            return false;
        }
    }

    @Override
    public Step edit(String text) {
        try {
            return step(text);
        } catch (IllegalArgumentException wrong) {
            return Step.left("It cannot be edited safely: " + wrong.getMessage() + ".", paste());
        }
    }

    private Step step(String text) {
        if (after.isEmpty()) {
            return section().takeOut(text);
        }
        if (!ConfigSection.isIn(text, section().key())) {
            return before.isEmpty() ? section().edit(text) : absent();
        }
        Optional<String> merged = section().isEditable(text) ? YamlMerge.into(text, before, after) : Optional.empty();
        if (merged.isEmpty()) {
            Step asBefore = section().edit(text);
            return asBefore instanceof Step.Nothing ? stale(text) : asBefore;
        }
        List<String> come = lacking(merged.get(), text);
        List<String> go = lacking(text, merged.get());
        if (merged.get().equals(text)) {
            return stale(text);
        }
        String what = "section " + section().key() + said(": ", come)
                + said(come.isEmpty() ? ": no longer " : ", no longer ", go);
        return Step.edit(difference(text, merged.get()), what);
    }

    /** Somebody took the section out, or put it into another file. */
    private Step absent() {
        List<String> come = lacking(after, before);
        return come.isEmpty()
                ? Step.NOTHING
                : Step.left(
                        "It has no section " + section().key() + "; where that is kept, it needs "
                                + String.join(", ", come) + ".",
                        paste());
    }

    /** What is not asked for any longer and was edited. */
    private Step stale(String text) {
        List<String> left = lacking(before, after).stream()
                .filter(key -> lacking(before, text).stream()
                        .noneMatch(gone -> key.equals(gone) || key.startsWith(gone + ".")))
                .toList();
        return left.isEmpty()
                ? Step.NOTHING
                : Step.left(
                        "Nothing reads " + String.join(", ", left) + " any longer, but it was edited.",
                        String.join(
                                "\n",
                                left.stream()
                                        .map(key -> section().key() + "." + key)
                                        .toList()));
    }

    /** The keys of the section that one text has and another does not. */
    private List<String> lacking(String wanted, String there) {
        String head = section().key() + ".";
        return ConfigSection.missing(wanted, there).stream()
                .map(key -> key.startsWith(head) ? key.substring(head.length()) : key)
                .toList();
    }

    private ConfigSection section() {
        return new ConfigSection(after.isEmpty() ? before : after);
    }

    private static String said(String before, List<String> keys) {
        return keys.isEmpty() ? "" : before + keys.stream().collect(Collectors.joining(", "));
    }

    /** The range in which two texts differ. */
    private static TextEdit difference(String from, String to) {
        int shorter = Math.min(from.length(), to.length());
        int head = 0;
        while (head < shorter && from.charAt(head) == to.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && from.charAt(from.length() - 1 - tail) == to.charAt(to.length() - 1 - tail)) {
            tail++;
        }
        return new TextEdit(head, from.length() - tail, to.substring(head, to.length() - tail));
    }
}
