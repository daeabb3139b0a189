package dev.backstagegen.merge;

/** Merges JSON key by key, in the text as it stands: order and formatting stay yours. */
final class JsonMerge {

    private JsonMerge() {}

    static Merged of(String base, String yours, String fresh) {
        return LineMerge.of(base, yours, fresh);
    }
}
