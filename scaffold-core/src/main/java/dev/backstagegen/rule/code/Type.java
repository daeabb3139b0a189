package dev.backstagegen.rule.code;

/** As much of a value's type as can be told without a type checker. */
public sealed interface Type {

    /** A class, interface, object type or object literal that this plugin writes down. */
    record Shape(Place place) implements Type {}

    /** Something that another package names, such as {@code HttpRouterService}. */
    record Named(String name) implements Type {}

    /** The services that {@code registerInit} hands to {@code init}: the object of their references. */
    record Services(Place references) implements Type {}

    /** Whether it is a type of another package with that name. */
    default boolean isNamed(String name) {
        return this instanceof Named named && named.name().equals(name);
    }
}
