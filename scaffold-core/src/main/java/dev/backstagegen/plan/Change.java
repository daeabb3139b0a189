package dev.backstagegen.plan;

import dev.backstagegen.tree.RelPath;
import java.util.Optional;

/**
 * What a plan means to do with one file. Only {@linkplain Kind#writes() writing} kinds touch the disk.
 *
 * @param kind what happens
 * @param path which file, below the root of the plan
 * @param before the text that stands on the disk, or nothing when there is no file
 * @param after the text that will stand there, or nothing when there will be no file; for a conflict the text
 *     that was wanted
 */
public record Change(Kind kind, RelPath path, Optional<String> before, Optional<String> after) {

    /** What happens to a file. */
    public enum Kind {
        /** A file that was not there. */
        CREATE,
        /** New text in a file that nobody else has changed, or an edit of a text as it was read. */
        UPDATE,
        /** The user's text with what is new woven in. */
        MERGE,
        /** The user's text gives way, because the user said so. */
        OVERWRITE,
        /** A file goes that is as it was generated. */
        DELETE,
        /** It is as it should be. */
        KEEP,
        /** The user's text stays: we have nothing newer, or no longer want the file. */
        KEEP_EDITED,
        /** The user deleted it, and it stays deleted. */
        KEEP_DELETED,
        /** Both sides have their own text; nothing is written. */
        CONFLICT;

        /** Whether the disk is touched. */
        public boolean writes() {
            return switch (this) {
                case CREATE, UPDATE, MERGE, OVERWRITE, DELETE -> true;
                case KEEP, KEEP_EDITED, KEEP_DELETED, CONFLICT -> false;
            };
        }
    }

    /** @throws IllegalArgumentException when the texts do not fit the kind */
    public Change {
        boolean fits = switch (kind) {
            case CREATE -> before.isEmpty() && after.isPresent();
            case UPDATE, MERGE, OVERWRITE, CONFLICT -> before.isPresent() && after.isPresent() && !before.equals(after);
            case DELETE -> before.isPresent() && after.isEmpty();
            case KEEP, KEEP_EDITED -> before.isPresent() && before.equals(after);
            case KEEP_DELETED -> before.isEmpty() && after.isEmpty();
        };
        if (!fits) {
            throw new IllegalArgumentException("Not a change of kind " + kind + ": " + path);
        }
    }

    public static Change create(RelPath path, String after) {
        return new Change(Kind.CREATE, path, Optional.empty(), Optional.of(after));
    }

    /** An edit of a text as it was read: an update, or nothing to do when the edit changed nothing. */
    public static Change edit(RelPath path, String before, String after) {
        Kind kind = before.equals(after) ? Kind.KEEP : Kind.UPDATE;
        return new Change(kind, path, Optional.of(before), Optional.of(after));
    }

    public static Change overwrite(RelPath path, String before, String after) {
        return new Change(Kind.OVERWRITE, path, Optional.of(before), Optional.of(after));
    }

    public static Change delete(RelPath path, String before) {
        return new Change(Kind.DELETE, path, Optional.of(before), Optional.empty());
    }

    public static Change conflict(RelPath path, String before, String wanted) {
        return new Change(Kind.CONFLICT, path, Optional.of(before), Optional.of(wanted));
    }

    /** The user's text with something woven in, or kept when that changed nothing. */
    public static Change merge(RelPath path, String before, String after) {
        return before.equals(after)
                ? keepEdited(path, before)
                : new Change(Kind.MERGE, path, Optional.of(before), Optional.of(after));
    }

    /** This change and one that was made for what it leads to, as one. */
    Change then(Change next) {
        if (before.isEmpty()) {
            return next.after().map(text -> create(path, text)).orElse(next);
        }
        return next.after().map(text -> edit(path, before.get(), text)).orElseGet(() -> delete(path, before.get()));
    }

    static Change keepEdited(RelPath path, String text) {
        return new Change(Kind.KEEP_EDITED, path, Optional.of(text), Optional.of(text));
    }

    static Change keepDeleted(RelPath path) {
        return new Change(Kind.KEEP_DELETED, path, Optional.empty(), Optional.empty());
    }

    public boolean writes() {
        return kind.writes();
    }
}
