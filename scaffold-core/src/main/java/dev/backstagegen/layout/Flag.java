package dev.backstagegen.layout;

/** What a node says besides its children. */
enum Flag {
    ABSTRACT,
    ASYNC,
    AWAIT,
    BRACES,
    COMPUTED,
    DECLARE,
    DEFINITE,
    DELEGATE,
    GENERATOR,
    METHOD,
    OPTIONAL,
    PARENTHESIZED,
    PREFIX,
    SHORTHAND,
    TYPE_ONLY
}
