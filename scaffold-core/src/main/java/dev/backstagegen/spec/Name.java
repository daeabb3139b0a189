package dev.backstagegen.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words in lower case that can be put together in each way that code, tables and sentences want. A name begins with a
 * letter and holds letters, digits and nothing else, so that it can stand in all of them unescaped.
 *
 * @param words for example {@code incident}, {@code report}
 */
public record Name(List<String> words) {

    static final String KEBAB = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    static final String CAMEL = "[a-z][a-z0-9]*([A-Z][a-z0-9]+)*[A-Z]?";

    /** @throws IllegalArgumentException when it is not a name in kebab-case */
    public Name {
        words = List.copyOf(words);
        if (!isKebab(String.join("-", words))) {
            throw new IllegalArgumentException("Not a name in kebab-case: " + words);
        }
    }

    /** The words of a name and one more. */
    static List<String> and(Name name, String word) {
        return Stream.concat(name.words().stream(), Stream.of(word)).toList();
    }

    static Name ofKebab(String kebab) {
        return new Name(Arrays.asList(kebab.split("-", -1)));
    }

    static boolean isKebab(String text) {
        return text.matches(KEBAB);
    }

    /** The name that {@link #camel()} gives back as this text. */
    static Name ofCamel(String camel) {
        return ofKebab(camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
    }

    /** Whether each word but the first begins with one capital, so that snake case and back is the same name. */
    static boolean isCamel(String text) {
        return text.matches(CAMEL);
    }

    /** {@code incident-report} */
    public String kebab() {
        return String.join("-", words);
    }

    /** {@code incident_report} */
    public String snake() {
        return String.join("_", words);
    }

    /** {@code incidentReport} */
    public String camel() {
        String pascal = pascal();
        return pascal.substring(0, 1).toLowerCase(Locale.ROOT) + pascal.substring(1);
    }

    /** {@code IncidentReport} */
    public String pascal() {
        return words.stream().map(Name::capital).collect(Collectors.joining());
    }

    /** {@code incident report}, as within a sentence. */
    public String text() {
        return String.join(" ", words);
    }

    /** {@code Incident Report}, as in a heading. */
    public String title() {
        return words.stream().map(Name::capital).collect(Collectors.joining(" "));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    @Override
    public String toString() {
        return kebab();
    }
}
