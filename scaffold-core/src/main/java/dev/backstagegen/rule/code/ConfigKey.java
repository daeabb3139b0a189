package dev.backstagegen.rule.code;

import dev.backstagegen.tree.TextEdit;
import java.util.Optional;

/**
 * A key of a configuration, as the schema has it.
 *
 * @param spot where its name stands
 * @param isText whether its value may be a text
 * @param visibility what the schema says of this very key
 * @param isUnderSecret whether something around it is secret
 * @param secretly what marks it as secret; nothing where it is marked otherwise on purpose
 */
public record ConfigKey(
        Spot spot,
        String name,
        boolean isText,
        Optional<String> visibility,
        boolean isUnderSecret,
        Optional<TextEdit> secretly) {

    public boolean isSecret() {
        return isUnderSecret || visibility.filter("secret"::equals).isPresent();
    }
}
