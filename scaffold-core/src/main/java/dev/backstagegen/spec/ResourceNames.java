package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The singular and the plural of a resource: read from text, made of each other, and held against each other. */
final class ResourceNames {

    private ResourceNames() {}

    static Name singular(String name) {
        return read(name, Resource.MAX_LENGTH, "--resource", "incident");
    }

    static Name plural(String name) {
        return read(name, Resource.MAX_PLURAL, "--plural", "incidents");
    }

    /** The plural that follows from the singular. */
    static Name derive(Name singular) {
        String word = last(singular);
        if (Plural.isSame(word)) {
            throw ScaffoldException.usage(
                    "'" + singular + "' is the same in singular and plural, and a plugin has to tell one from many.",
                    "Say the plural, such as --plural " + singular + "-entries");
        }
        Optional<String> one = Plural.undo(word);
        if (one.isPresent()) {
            throw ScaffoldException.usage(
                    "Resources are named in the singular, and '" + singular + "' looks like a plural.",
                    "Name it " + with(singular, one.get()) + ", or say its plural with --plural");
        }
        return with(singular, Plural.of(word));
    }

    /** Whether a plural does not have to be said, because it follows from the singular. */
    static boolean isDerived(Name singular, Name plural) {
        String word = last(singular);
        return !Plural.isSame(word)
                && Plural.undo(word).isEmpty()
                && plural.equals(with(singular, Plural.of(word)));
    }

    static void check(Name name, Name plural) {
        singular(name.kebab());
        plural(plural.kebab());
        if (squeezed(name).equals(squeezed(plural))) {
            throw ScaffoldException.usage(
                    "The resource '" + name + "' has the same name in singular and plural, and a plugin has to tell"
                            + " one from many.",
                    "Say the plural, such as --plural " + name + "-entries");
        }
    }

    /** A name as it is left where only letters are compared: file names of some systems, and types joined of words. */
    static String squeezed(Name name) {
        return name.kebab().replace("-", "");
    }

    private static Name read(String name, int longest, String option, String example) {
        if (name.length() > longest || !Name.isKebab(name)) {
            String guess = Plain.kebab(name);
            throw ScaffoldException.usage(
                    "'" + Plain.shown(name)
                            + "' is not a name for a resource: it must be lower-case letters, digits and"
                            + " single dashes, beginning with a letter, at most " + longest + " characters.",
                    guess.isEmpty() || guess.length() > longest
                            ? "For example: " + option + " " + example
                            : "Try " + option + " " + guess);
        }
        return Name.ofKebab(name);
    }

    private static String last(Name name) {
        return name.words().get(name.words().size() - 1);
    }

    private static Name with(Name name, String last) {
        List<String> words = new ArrayList<>(name.words());
        words.set(words.size() - 1, last);
        return new Name(words);
    }
}
