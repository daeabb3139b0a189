package dev.backstagegen.layout;

import java.util.ArrayList;
import java.util.List;

/** Gathers documents that follow each other. */
final class Parts {

    private final List<Doc> docs = new ArrayList<>();

    Parts add(String text) {
        return add(Doc.text(text));
    }

    Parts add(Doc doc) {
        if (doc != Doc.EMPTY) {
            docs.add(doc);
        }
        return this;
    }

    Parts addIf(boolean condition, String text) {
        return condition ? add(text) : this;
    }

    Parts addIf(boolean condition, Doc doc) {
        return condition ? add(doc) : this;
    }

    boolean isEmpty() {
        return docs.isEmpty();
    }

    Doc doc() {
        return Doc.concat(docs);
    }
}
