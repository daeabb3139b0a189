package dev.backstagegen.merge;

/** Merges YAML key by key, in the text as it stands: order, comments and formatting stay yours. */
final class YamlMerge {

    private YamlMerge() {}

    static Merged of(String base, String yours, String fresh) {
        return LineMerge.of(base, yours, fresh);
    }
}
