package dev.backstagegen.merge;

import java.util.Optional;

/** Merges YAML key by key, in the text as it stands: order, comments and formatting stay yours. */
public final class YamlMerge {

    private static final KeyedMerge BY_KEY = new KeyedMerge(YamlDocument::read);

    private YamlMerge() {}

    static Merged of(String base, String yours, String fresh) {
        return BY_KEY.merge(base, yours, fresh);
    }

    /**
     * Yours with what fresh has changed since base; what both have changed stays as it is. Base and fresh may be parts
     * of what yours is. Empty when yours cannot be edited safely.
     */
    public static Optional<String> into(String yours, String base, String fresh) {
        return BY_KEY.yours(base, yours, fresh);
    }
}
