package dev.backstagegen;

/** What the user can repair: the reason, and a way out. Everything else that is thrown is a bug. */
public final class ScaffoldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String hint;

    /** Whose side the trouble is on; decides the exit code. */
    public enum Kind {
        /** The wish is wrong: exit code 2. */
        USAGE,
        /** The surroundings do not allow it: exit code 3. */
        ENVIRONMENT
    }

    private ScaffoldException(Kind kind, String message, String hint, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.hint = hint;
    }

    public static ScaffoldException usage(String message, String hint) {
        return new ScaffoldException(Kind.USAGE, message, hint, null);
    }

    public static ScaffoldException environment(String message, String hint) {
        return new ScaffoldException(Kind.ENVIRONMENT, message, hint, null);
    }

    public static ScaffoldException environment(String message, String hint, Throwable cause) {
        return new ScaffoldException(Kind.ENVIRONMENT, message, hint, cause);
    }

    public Kind kind() {
        return kind;
    }

    /** What the user can do, as one sentence; empty when the message says it. */
    public String hint() {
        return hint;
    }
}
