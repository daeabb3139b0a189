package dev.backstagegen.rule.code;

/** What a name stands for once imports and re-exports are followed to the end. */
public sealed interface Meaning {

    /** Something that a file of this plugin declares. */
    record Declared(Binding binding) implements Meaning {}

    /** An expression without a name, such as a default export. */
    record Written(Place expression) implements Meaning {}

    /** A whole file of this plugin, imported as a namespace. */
    record File(Source source) implements Meaning {}

    /** What another package exports under a name; {@code default} and {@code *} as in an import. */
    record Outside(String module, String name) implements Meaning {}
}
