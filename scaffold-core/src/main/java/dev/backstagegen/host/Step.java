package dev.backstagegen.host;

import dev.backstagegen.tree.TextEdit;

/** What one file needs: an edit, nothing, or the user's hand. */
sealed interface Step {

    Step NOTHING = new Nothing();

    static Step edit(TextEdit edit, String what) {
        return new Edit(edit, what);
    }

    static Step left(String reason, String paste) {
        return new Left(reason, paste);
    }

    record Edit(TextEdit edit, String what) implements Step {}

    record Nothing() implements Step {}

    record Left(String reason, String paste) implements Step {}
}
