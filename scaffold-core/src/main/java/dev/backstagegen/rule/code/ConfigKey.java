package dev.backstagegen.rule.code;

import dev.backstagegen.tree.TextEdit;
import java.util.Optional;

/**
 * A key of a configuration, as the schema has it.
 *
 * @param spot where its name stands
 * @param isText whether its value may be a text
 * @param visibility what the schema says of this very key, or of all around it
 * @param isUnderSecret whether something around it is secret
 * @param secretly what marks it as secret; nothing where it is shown on purpose
 */
public record ConfigKey(
        Spot spot,
        String name,
        boolean isText,
        Optional<String> visibility,
        boolean isUnderSecret,
        Optional<TextEdit> secretly) {

    /**
     * What is said around a key.
     *
     * @param isSecret whether something around it is secret
     * @param isShown whether all that is in there goes to the frontend, which Backstage lets nothing secret be in
     */
    record Around(boolean isSecret, boolean isShown) {

        static final Around NOTHING = new Around(false, false);

        Around and(Optional<String> visibility, Optional<String> deepVisibility) {
            return new Around(
                    isSecret || visibility.filter("secret"::equals).isPresent(),
                    isShown || deepVisibility.filter("frontend"::equals).isPresent());
        }

        Optional<String> visibility() {
            return isShown ? Optional.of("frontend") : Optional.empty();
        }
    }

    public boolean isSecret() {
        return isUnderSecret || visibility.filter("secret"::equals).isPresent();
    }
}
