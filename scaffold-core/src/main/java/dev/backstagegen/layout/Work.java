package dev.backstagegen.layout;

import java.util.Arrays;
import java.util.List;

/** A stack of documents, each with its indentation and whether it is to break. */
final class Work {
    private int[] indents = new int[256];
    private boolean[] brokens = new boolean[256];
    private Doc[] docs = new Doc[256];
    private int size;
    private int indent;
    private boolean broken;
    private Doc doc;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        size = 0;
    }

    boolean brokenAt(int index) {
        return brokens[index];
    }

    Doc docAt(int index) {
        return docs[index];
    }

    void push(int toIndent, boolean toBreak, Doc next) {
        if (size == docs.length) {
            indents = Arrays.copyOf(indents, size * 2);
            brokens = Arrays.copyOf(brokens, size * 2);
            docs = Arrays.copyOf(docs, size * 2);
        }
        indents[size] = toIndent;
        brokens[size] = toBreak;
        docs[size++] = next;
    }

    void pushAll(int toIndent, boolean toBreak, List<Doc> parts) {
        for (int i = parts.size() - 1; i >= 0; i--) {
            push(toIndent, toBreak, parts.get(i));
        }
    }

    /** Takes the topmost off; the three methods below tell what it was. */
    void pop() {
        size--;
        indent = indents[size];
        broken = brokens[size];
        doc = docs[size];
    }

    int indent() {
        return indent;
    }

    boolean broken() {
        return broken;
    }

    Doc doc() {
        return doc;
    }
}
