package dev.backstagegen.merge;

/** Merges JSON key by key, in the text as it stands: order and formatting stay yours. */
final class JsonMerge {

    private static final KeyedMerge BY_KEY = new KeyedMerge(JsonDocument::read);

    private JsonMerge() {}

    static Merged of(String base, String yours, String fresh) {
        return BY_KEY.merge(base, yours, fresh);
    }
}
