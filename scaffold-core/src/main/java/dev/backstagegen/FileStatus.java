package dev.backstagegen;

import dev.backstagegen.plan.Change;
import dev.backstagegen.tree.RelPath;
import java.util.Optional;

/**
 * How a file stands to what is generated.
 *
 * @param path the file, as seen from the root of the repository
 * @param state how it stands
 * @param origin where it is generated, when it was moved from there
 */
public record FileStatus(RelPath path, State state, Optional<RelPath> origin) {

    /** Of a file that lies where it is generated. */
    public FileStatus(RelPath path, State state) {
        this(path, state, Optional.empty());
    }

    /** How a file can stand to what is generated. */
    public enum State {
        GENERATED("as generated"),
        EDITED("edited by you"),
        BEHIND("behind the templates"),
        BOTH("edited by you, and behind the templates"),
        DELETED("deleted by you"),
        CONFLICT("edited by you where the templates changed as well"),
        MARKED("holds the marks of a conflict");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /** The state in words. */
        public String words() {
            return words;
        }

        /** Whether something is to be done about it. */
        public boolean isBehind() {
            return switch (this) {
                case BEHIND, BOTH, CONFLICT, MARKED -> true;
                case GENERATED, EDITED, DELETED -> false;
            };
        }
    }

    /** How it stands, in words. */
    public String words() {
        return origin.map(from -> "moved by you from " + from + (state == State.GENERATED ? "" : ", " + state.words()))
                .orElse(state.words());
    }

    /** Whether it is just as and where it was generated. */
    public boolean isAsGenerated() {
        return state == State.GENERATED && origin.isEmpty();
    }

    FileStatus from(Optional<RelPath> where) {
        return new FileStatus(path, state, where);
    }

    static FileStatus of(Change change, boolean isMarked) {
        return new FileStatus(change.path(), isMarked ? State.MARKED : state(change));
    }

    private static State state(Change change) {
        return switch (change.kind()) {
            case KEEP -> State.GENERATED;
            case KEEP_EDITED -> State.EDITED;
            case KEEP_DELETED -> State.DELETED;
            case CREATE, UPDATE, DELETE, OVERWRITE -> State.BEHIND;
            case MERGE -> State.BOTH;
            case CONFLICT -> State.CONFLICT;
        };
    }
}
