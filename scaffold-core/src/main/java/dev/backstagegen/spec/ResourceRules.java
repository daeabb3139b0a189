package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.spec.FieldType.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What must hold of a resource, so that its tables can be made and its code compiles.
 *
 * @param name the resource
 * @param fields what is known of it
 */
record ResourceRules(Name name, List<Field> fields) {

    /** PostgreSQL's index rows end at about 2,700 bytes, and a character may take four. */
    private static final int LONGEST_INDEXED = 500;

    private static final int MAX_INDEX = 10;

    /** Reads the name of a resource. */
    static Name name(String text) {
        if (text.length() > Resource.MAX_LENGTH || !Name.isKebab(text)) {
            String guess = Plain.kebab(text);
            throw ScaffoldException.usage(
                    "'" + Plain.shown(text)
                            + "' is not a name for a resource: it must be lower-case letters, digits and"
                            + " single dashes, beginning with a letter, at most " + Resource.MAX_LENGTH
                            + " characters.",
                    guess.isEmpty() || guess.length() > Resource.MAX_LENGTH
                            ? "For example: --resource incident"
                            : "Try --resource " + guess);
        }
        return Name.ofKebab(text);
    }

    void check(Name plural, List<List<Name>> unique, List<List<Name>> indexes, Set<Verb> verbs) {
        if (plural.equals(name) || plural.snake().equals(name.snake())) {
            throw wrong(
                    "has the same name for one and for many, so that its actions could not be told apart",
                    "Say --plural, for example " + name + "-entries");
        }
        if (ReservedWords.isPath(plural.kebab())) {
            throw wrong("would be served at /" + plural + ", which is taken", "Say another --plural");
        }
        if (!verbs.contains(Verb.LIST) && !verbs.contains(Verb.GET)) {
            throw wrong("can be neither listed nor got", "Add one of the verbs list and get");
        }
        if (fields.isEmpty() || fields.size() > Resource.MAX_FIELDS) {
            throw wrong("has " + fields.size() + " fields, and 1 to " + Resource.MAX_FIELDS + " are possible", "");
        }
        checkNames();
        unique.forEach(names -> checkUnique(names));
        indexes.forEach(names -> checkIndex("index", names));
    }

    private void checkNames() {
        Map<String, Field> taken = new HashMap<>();
        for (Field field : fields) {
            for (String each : Set.of(field.column(), field.property() + " in JSON")) {
                if (taken.put(each, field) != null) {
                    throw wrong("has two fields that would be called " + field.property(), "Rename one of them");
                }
            }
        }
        Set<String> properties = new HashSet<>();
        fields.forEach(field -> properties.add(field.property()));
        for (Field field : fields) {
            boolean isRange = field.kind() == Kind.TIMESTAMP || field.kind() == Kind.DATE;
            for (String end : List.of("From", "To")) {
                if (isRange && properties.contains(field.property() + end)) {
                    throw wrong(
                            "has a field " + field.property() + end + ", which is how lists are narrowed by "
                                    + field.property(),
                            "Rename one of them");
                }
            }
        }
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
        for (Name each : names) {
            Field field = find(each)
                    .orElseThrow(() -> wrong(
                            "has no field '" + each.camel() + "' for --" + kind,
                            Guess.hint(each.camel(), camels(), "There are: " + String.join(", ", camels()))));
            boolean isLong = field.kind() != Kind.ENUM && field.type().length() > LONGEST_INDEXED;
            if (!field.isScalar() || isLong) {
                throw wrong(
                        "cannot have --" + kind + " " + each.camel() + ", which holds " + field.typeText(),
                        "There are indexes on single values of at most " + LONGEST_INDEXED + " characters");
            }
        }
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
