package dev.backstagegen.rule;

import dev.backstagegen.tree.RelPath;
import dev.backstagegen.tree.TextEdit;

/** A change of one range in one file. */
public record Edit(RelPath path, TextEdit text) {

    /** Whether both cannot be made at once: they change the same characters, or insert at one place. */
    boolean clashes(Edit other) {
        if (!path.equals(other.path)) {
            return false;
        }
        TextEdit a = text;
        TextEdit b = other.text;
        return a.start() == b.start() || (a.start() < b.end() && b.start() < a.end());
    }
}
