package dev.backstagegen.rule;

/** How much a finding weighs, the heaviest first. */
public enum Severity {
    /** It breaks or is insecure. */
    ERROR,
    /** It works, and will cost somebody time. */
    WARNING,
    /** It could be better. */
    INFO
}
