package dev.backstagegen.cli;

/** How a command can end. */
enum Exit {
    CLEAN(0, "Done, or nothing to do."),
    LEFT_TO_DO(1, "Something is left for you: files in the way, something that could not be wired, or findings."),
    USAGE(2, "The command line or the spec is wrong. Nothing was written for it."),
    FAILED(3, "It could not be done: the disk, or a bug. What it was about is as it was."),
    CONFLICT(4, "You have edited lines that are generated anew, and nobody decided between them.");

    private final int code;
    private final String meaning;

    Exit(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    String meaning() {
        return meaning;
    }
}
