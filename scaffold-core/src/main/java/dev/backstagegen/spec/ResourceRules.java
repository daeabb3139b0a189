package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.spec.FieldType.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What must hold of a resource, so that its tables can be made and its code compiles.
 *
 * @param name the resource
 * @param fields what is known of it
 */
record ResourceRules(Name name, List<Field> fields) {

    private static final int LONGEST_INDEXED = 500;

    /** PostgreSQL's index rows end at 2704 bytes, some of them its own. */
    private static final int MAX_INDEX_BYTES = 2600;

    static final int MAX_INDEX = 10;

    /** Reads the name of a resource. */
    static Name name(String text) {
        return name(text, Resource.MAX_LENGTH, "--resource", "incident");
    }

    /** Reads many of a resource. */
    static Name plural(String text) {
        return name(text, Resource.MAX_PLURAL, "--plural", "incidents");
    }

    /** The plural that nobody had to say. */
    static Name plural(Name singular) {
        return Plural.of(singular)
                .orElseThrow(() -> Plural.undo(singular)
                        .map(one -> ScaffoldException.usage(
                                "Resources are named in the singular, and '" + singular + "' looks like a plural.",
                                "Name it " + one + ", or say its plural with --plural"))
                        .orElseGet(() -> ScaffoldException.usage(
                                "'" + singular + "' is the same for one and for many, so that its actions could not be"
                                        + " told apart.",
                                "Say --plural, for example " + singular + "-entries")));
    }

    private static Name name(String text, int longest, String option, String example) {
        if (text.length() > longest || !Name.isKebab(text)) {
            String guess = Plain.kebab(text);
            throw ScaffoldException.usage(
                    "'" + Plain.shown(text)
                            + "' is not a name for a resource: it must be lower-case letters, digits and"
                            + " single dashes, beginning with a letter, at most " + longest + " characters.",
                    guess.isEmpty() || guess.length() > longest
                            ? "For example: " + option + " " + example
                            : "Try " + option + " " + guess);
        }
        return Name.ofKebab(text);
    }

    void check(Name plural, List<List<Name>> unique, List<List<Name>> indexes, Set<Verb> verbs) {
        name(name.kebab());
        plural(plural.kebab());
        if (plural.equals(name)) {
            throw wrong(
                    "has the same name for one and for many, so that its actions could not be told apart",
                    "Say --plural, for example " + name + "-entries");
        }
        if (ReservedWords.isPath(plural.kebab())) {
            throw wrong("would be served at /" + plural + ", which is taken", "Say another --plural");
        }
        if (ReservedWords.isPath(name.kebab())) {
            throw wrong("is called like something that plugins have already", "Add a word: " + name + "-entry");
        }
        if (ReservedWords.isTable(plural.snake())) {
            throw wrong(
                    "would be kept in " + plural.snake() + ", and databases keep tables of such names for themselves",
                    "Say another --plural");
        }
        if (!verbs.contains(Verb.LIST) && !verbs.contains(Verb.GET)) {
            throw wrong("can be neither listed nor got", "Add one of the verbs list and get");
        }
        if (fields.isEmpty() || fields.size() > Resource.MAX_FIELDS) {
            throw wrong("has " + fields.size() + " fields, and 1 to " + Resource.MAX_FIELDS + " are possible", "");
        }
        checkNames();
        unique.forEach(this::checkUnique);
        indexes.forEach(names -> checkIndex("index", names));
        Set<List<Name>> seen = new HashSet<>();
        Stream.concat(unique.stream(), indexes.stream()).forEach(names -> {
            if (!seen.add(names)) {
                throw wrong("has two indexes on " + text(names), "What is unique has an index already; leave one out");
            }
        });
    }

    private void checkNames() {
        Set<Name> names = new HashSet<>();
        Set<String> taken = new HashSet<>();
        for (Field field : fields) {
            if (!names.add(field.name())) {
                throw wrong("has two fields called " + field.name().camel(), "Rename one of them");
            }
            for (String each : asked(field)) {
                if (!taken.add(each)) {
                    throw wrong(
                            "has two fields that need the name " + each + ": a reference goes by its name and Id, and"
                                    + " lists are narrowed to a time by its name and From or To",
                            "Rename one of them");
                }
            }
        }
    }

    /** What a field is called in what is sent, or asked for in lists. */
    private static List<String> asked(Field field) {
        String property = field.property();
        boolean isTime = field.kind() == Kind.TIMESTAMP || field.kind() == Kind.DATE;
        return isTime ? List.of(property, property + "From", property + "To") : List.of(property);
    }

    private void checkUnique(List<Name> names) {
        checkIndex("unique", names);
        List<Field> members =
                names.stream().map(this::find).map(Optional::orElseThrow).toList();
        members.stream().filter(Field::optional).findFirst().ifPresent(field -> {
            throw wrong(
                    "cannot keep " + field.name().camel() + " unique, because it may be empty and databases count"
                            + " no two empty values as the same",
                    "Leave out the ?");
        });
        if (members.stream().allMatch(field -> field.kind() == Kind.BOOLEAN || field.kind() == Kind.ENUM)) {
            throw wrong("could be kept only a few times, as all that is unique are choices", "Add a field to it");
        }
    }

    private void checkIndex(String kind, List<Name> names) {
        if (names.isEmpty() || names.size() > MAX_INDEX || new HashSet<>(names).size() < names.size()) {
            throw wrong("has a --" + kind + " of no fields, of too many, or of one field twice", "");
        }
        int bytes = 0;
        for (Name each : names) {
            Field field = find(each)
                    .orElseThrow(() -> wrong(
                            "has no field '" + each.camel() + "' for --" + kind,
                            Guess.hint(each.camel(), camels(), "There are: " + String.join(", ", camels()))));
            if (!field.isScalar() || field.type().length() > LONGEST_INDEXED) {
                throw wrong(
                        "cannot have --" + kind + " " + each.camel() + ", which holds " + field.typeText(),
                        "There are indexes on single values of at most " + LONGEST_INDEXED + " characters");
            }
            bytes += bytes(field);
        }
        if (bytes > MAX_INDEX_BYTES) {
            throw wrong(
                    "cannot have --" + kind + " " + text(names) + ", which is too long for an index of PostgreSQL",
                    "Take fewer fields, or shorter ones");
        }
    }

    /** What a value takes at most: a character up to four bytes, and what is no text not more than a UUID. */
    private static int bytes(Field field) {
        return Math.max(4 * field.type().length(), 16);
    }

    private static String text(List<Name> names) {
        return names.stream().map(Name::camel).collect(Collectors.joining(","));
    }

    private List<String> camels() {
        return fields.stream().map(field -> field.name().camel()).toList();
    }

    private Optional<Field> find(Name wanted) {
        return fields.stream().filter(field -> field.name().equals(wanted)).findFirst();
    }

    private ScaffoldException wrong(String what, String hint) {
        return ScaffoldException.usage("The resource '" + name + "' " + what + ".", hint);
    }
}
