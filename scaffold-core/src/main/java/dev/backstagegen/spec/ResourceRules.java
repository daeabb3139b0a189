package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What has to hold among the fields, indexes and verbs of one resource. */
final class ResourceRules {

    /** PostgreSQL has room for 2704 bytes in a row of an index, some of them its own. */
    private static final int MAX_KEY_BYTES = 2600;

    private static final int MAX_KEY_STRING = 500;
    private static final int MAX_KEY_FIELDS = 16;

    private ResourceRules() {}

    static void check(
            Name name, List<Field> fields, List<List<Name>> unique, List<List<Name>> indexes, Set<Verb> verbs) {
        if (fields.isEmpty() || fields.size() > Resource.MAX_FIELDS) {
            throw ScaffoldException.usage(
                    "The resource '" + name + "' has " + fields.size() + " fields, and it is from 1 to "
                            + Resource.MAX_FIELDS + ".",
                    "");
        }
        if (!verbs.contains(Verb.LIST) && !verbs.contains(Verb.GET)) {
            throw ScaffoldException.usage(
                    "Nobody could see a '" + name + "': its verbs have neither list nor get.",
                    "Add one of them");
        }
        checkFields(name, fields);
        List<List<Name>> keys = new ArrayList<>(unique);
        keys.addAll(indexes);
        keys.forEach(key -> checkKey(name, fields, key));
        refuseRepeated(name, keys);
    }

    private static void checkFields(Name name, List<Field> fields) {
        Set<Name> names = new HashSet<>();
        Set<String> asked = new HashSet<>();
        for (Field field : fields) {
            if (!names.add(field.name())) {
                throw ScaffoldException.usage(
                        "The resource '" + name + "' has two fields called '"
                                + field.name().camel() + "'.",
                        "Call one of them something else");
            }
            for (String word : words(field)) {
                if (!asked.add(word)) {
                    throw ScaffoldException.usage(
                            "Two fields of '" + name + "' want the name '" + word + "': a reference goes by its name"
                                    + " and Id, and a time is looked for by its name with From and To.",
                            "Call one of them something else");
                }
            }
            selfReference(name, field);
        }
    }

    /** What a field is called where values are written or looked for. */
    private static List<String> words(Field field) {
        String property = field.property();
        return Resource.isTime(field) ? List.of(property, property + "From", property + "To") : List.of(property);
    }

    private static void selfReference(Name name, Field field) {
        if (field.type().target().equals(Optional.of(name)) && !field.optional()) {
            throw ScaffoldException.usage(
                    "Nobody could create the first '" + name + "': its field '"
                            + field.name().camel() + "' has to refer to another one.",
                    "Make it optional: " + field.name().camel() + ":" + field.type().text() + "?");
        }
    }

    private static void checkKey(Name name, List<Field> fields, List<Name> key) {
        if (key.isEmpty() || key.size() > MAX_KEY_FIELDS) {
            throw ScaffoldException.usage(
                    "An index of '" + name + "' has " + key.size() + " fields, and it is from 1 to " + MAX_KEY_FIELDS
                            + ".",
                    "");
        }
        if (new HashSet<>(key).size() < key.size()) {
            throw ScaffoldException.usage("An index of '" + name + "' names a field twice: " + text(key) + ".", "");
        }
        int bytes = 0;
        for (Name each : key) {
            bytes += bytes(name, find(name, fields, each));
        }
        if (bytes > MAX_KEY_BYTES) {
            throw ScaffoldException.usage(
                    "The index " + text(key) + " of '" + name + "' is too long for a row of an index in PostgreSQL.",
                    "Take fewer fields, or shorter ones");
        }
    }

    private static Field find(Name name, List<Field> fields, Name wanted) {
        List<String> known = fields.stream().map(field -> field.name().camel()).toList();
        return fields.stream()
                .filter(field -> field.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> ScaffoldException.usage(
                        "The resource '" + name + "' has no field '" + wanted.camel() + "' to make an index of.",
                        Guess.hint(wanted.camel(), known, "Its fields are: " + String.join(", ", known))));
    }

    private static int bytes(Name name, Field field) {
        if (!field.isScalar() || field.kind() == FieldType.Kind.URL || field.type().length() > MAX_KEY_STRING) {
            throw ScaffoldException.usage(
                    "There can be no index on '" + field.name().camel() + "' of '" + name + "', which is "
                            + field.type().text() + ".",
                    "Indexes are on single values that are not text, json, url or strings longer than "
                            + MAX_KEY_STRING + " characters");
        }
        // A character has up to four bytes; what is not text has sixteen at most.
        return field.type().length() == 0 ? 16 : 4 * field.type().length();
    }

    private static void refuseRepeated(Name name, List<List<Name>> keys) {
        Set<List<Name>> seen = new HashSet<>();
        for (List<Name> key : keys) {
            if (!seen.add(key)) {
                throw ScaffoldException.usage(
                        "The resource '" + name + "' has two indexes on " + text(key) + ".",
                        "What is unique has an index already");
            }
        }
    }

    private static String text(List<Name> key) {
        return String.join(",", key.stream().map(Name::camel).toList());
    }
}
