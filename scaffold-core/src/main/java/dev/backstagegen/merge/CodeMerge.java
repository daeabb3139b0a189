package dev.backstagegen.merge;

/** Merges TypeScript: line by line where that is clean, else in the syntax tree. */
final class CodeMerge {

    private CodeMerge() {}

    static Merged of(String base, String yours, String fresh) {
        return LineMerge.of(base, yours, fresh);
    }
}
