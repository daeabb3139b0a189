package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a field holds.
 *
 * @param kind what one value is
 * @param length how many characters one value has at most; 0 where values are not text
 * @param values what an enum can be
 * @param target the resource that a reference leads to
 * @param onDelete what becomes of a reference when what it leads to is deleted
 * @param many whether it is a list of such values
 */
public record FieldType(
        Kind kind, int length, List<String> values, Optional<Name> target, OnDelete onDelete, boolean many) {

    /** What one value is; the word is what a user writes. */
    public enum Kind {
        STRING("string", 255, 10_000, true),
        TEXT("text", 10_000, 100_000, false),
        /** A whole number of 32 bits, the largest that a database gives back as a number and not as text. */
        INTEGER("integer", 0, 0, true),
        NUMBER("number", 0, 0, true),
        BOOLEAN("boolean", 0, 0, false),
        TIMESTAMP("timestamp", 0, 0, false),
        DATE("date", 0, 0, false),
        ENTITY_REF("entityRef", 255, 255, true),
        URL("url", 2000, 2000, true),
        ENUM("enum", 60, 60, true),
        JSON("json", 0, 0, false),
        REFERENCE("ref", 0, 0, false);

        private final String word;
        private final int usual;
        private final int longest;
        private final boolean listed;

        Kind(String word, int usual, int longest, boolean listed) {
            this.word = word;
            this.usual = usual;
            this.longest = longest;
            this.listed = listed;
        }

        public String word() {
            return word;
        }

        private String usage() {
            return switch (this) {
                case ENUM -> "enum(a,b)";
                case REFERENCE -> "ref(resource)";
                default -> isMeasured() ? word + "(n)" : word;
            };
        }

        int usual() {
            return usual;
        }

        int longest() {
            return longest;
        }

        /** Whether the user may say how long a value is. */
        boolean isMeasured() {
            return usual < longest;
        }

        /** Whether there may be many in one field. */
        boolean isListed() {
            return listed;
        }
    }

    /** What becomes of a reference when what it leads to is deleted. */
    public enum OnDelete {
        /** What is referred to cannot be deleted. */
        RESTRICT,
        /** What refers to it is deleted too. */
        CASCADE,
        /** The reference is emptied. */
        CLEAR
    }

    static final int MAX_VALUES = 100;
    static final String VALUE = "[A-Za-z][A-Za-z0-9_-]*";

    /** @throws ScaffoldException when there can be no such type */
    public FieldType {
        values = List.copyOf(values);
        if (length < (kind.longest() > 0 ? 1 : 0) || length > kind.longest()) {
            throw ScaffoldException.usage(
                    "'" + kind.word() + "' cannot be " + length + " long.",
                    "It is " + kind.word() + "(n) with n from 1 to " + kind.longest());
        }
        if (many && !kind.isListed()) {
            throw ScaffoldException.usage(
                    "There can be no list of '" + kind.word() + "' in one field.",
                    "Lists are made of: " + String.join(", ", listed()));
        }
        if (kind == Kind.ENUM) {
            checkValues(values);
        }
        if (kind != Kind.ENUM && !values.isEmpty()
                || (kind == Kind.REFERENCE) != target.isPresent()
                || kind != Kind.REFERENCE && onDelete != OnDelete.RESTRICT) {
            throw new IllegalArgumentException("Not what makes a " + kind);
        }
    }

    /**
     * Reads a type such as {@code string(120)}, {@code enum(low,high)[]} or {@code ref(service,cascade)}.
     *
     * @throws ScaffoldException when it is none
     */
    public static FieldType parse(String text) {
        boolean many = text.endsWith("[]");
        String one = many ? text.substring(0, text.length() - 2) : text;
        int open = one.indexOf('(');
        if (open >= 0 && !one.endsWith(")") || one.indexOf('?') >= 0) {
            throw ScaffoldException.usage(
                    "'" + Plain.shown(text) + "' is not how a type is written.",
                    "After a type and its parentheses come only [], ? and =value, in this order");
        }
        Kind kind = kind(open < 0 ? one : one.substring(0, open));
        List<String> given = open < 0 ? List.of() : parts(one.substring(open + 1, one.length() - 1));
        return switch (kind) {
            case ENUM -> new FieldType(kind, kind.usual(), given, Optional.empty(), OnDelete.RESTRICT, many);
            case REFERENCE -> reference(given, many);
            default -> new FieldType(kind, length(kind, given), List.of(), Optional.empty(), OnDelete.RESTRICT, many);
        };
    }

    /** Every type, as a user writes it. */
    public static String words() {
        return Arrays.stream(Kind.values()).map(Kind::usage).collect(Collectors.joining(", "));
    }

    /** As a user writes it, and as short as can be. */
    public String text() {
        String given = switch (kind) {
            case ENUM -> "(" + String.join(",", values) + ")";
            case REFERENCE -> "(" + target.orElseThrow() + way() + ")";
            default -> length == kind.usual() ? "" : "(" + length + ")";
        };
        return kind.word() + given + (many ? "[]" : "");
    }

    /** What every type matches, and little else; in the dialect that Java and JSON Schema share. */
    static String pattern() {
        return Arrays.stream(Kind.values()).map(FieldType::pattern).collect(Collectors.joining("|"));
    }

    private static String pattern(Kind kind) {
        String given = switch (kind) {
            case ENUM -> "\\(" + VALUE + "(, *" + VALUE + "){0," + (MAX_VALUES - 1) + "}\\)";
            case REFERENCE -> "\\(" + Name.KEBAB + "(, *(restrict|cascade|clear))?\\)";
            default -> kind.isMeasured() ? "(\\([1-9][0-9]*\\))?" : "";
        };
        return kind.word() + given + (kind.isListed() ? "(\\[\\])?" : "");
    }

    private String way() {
        return onDelete == OnDelete.RESTRICT ? "" : "," + onDelete.name().toLowerCase(Locale.ROOT);
    }

    private static Kind kind(String word) {
        List<String> words = Arrays.stream(Kind.values()).map(Kind::word).toList();
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> ScaffoldException.usage(
                        "There is no type '" + Plain.shown(word) + "'.",
                        Guess.hint(word, words, "There are: " + String.join(", ", words))));
    }

    private static List<String> parts(String given) {
        return List.of(given.split(", *", -1));
    }

    private static int length(Kind kind, List<String> given) {
        if (given.isEmpty()) {
            return kind.usual();
        }
        if (!kind.isMeasured()) {
            throw ScaffoldException.usage(
                    "'" + kind.word() + "' takes nothing in parentheses.", "Write " + kind.word());
        }
        if (given.size() > 1 || !given.get(0).matches("[1-9][0-9]{0,5}")) {
            throw ScaffoldException.usage(
                    "'" + Plain.shown(String.join(",", given)) + "' is not a length.",
                    "It is " + kind.word() + "(n) with n from 1 to " + kind.longest());
        }
        return Integer.parseInt(given.get(0));
    }

    private static FieldType reference(List<String> given, boolean many) {
        String usage = "Write ref(service), ref(service,cascade) or ref(service,clear)";
        if (given.isEmpty() || given.size() > 2 || !Name.isKebab(given.get(0))) {
            throw ScaffoldException.usage("A reference names one resource of the plugin.", usage);
        }
        OnDelete onDelete = given.size() == 1
                ? OnDelete.RESTRICT
                : switch (given.get(1)) {
                    case "restrict" -> OnDelete.RESTRICT;
                    case "cascade" -> OnDelete.CASCADE;
                    case "clear" -> OnDelete.CLEAR;
                    default ->
                        throw ScaffoldException.usage(
                                "'" + Plain.shown(given.get(1)) + "' is not what a reference does when"
                                        + " what it leads to is deleted.",
                                usage);
                };
        return new FieldType(Kind.REFERENCE, 0, List.of(), Optional.of(Name.ofKebab(given.get(0))), onDelete, many);
    }

    private static void checkValues(List<String> values) {
        if (values.isEmpty() || values.size() > MAX_VALUES) {
            throw ScaffoldException.usage(
                    "An enum has from 1 to " + MAX_VALUES + " values, not " + values.size() + ".",
                    "For example: enum(low,high)");
        }
        for (String value : values) {
            if (value.length() > Kind.ENUM.longest() || !value.matches(VALUE)) {
                throw ScaffoldException.usage(
                        "'" + Plain.shown(value) + "' cannot be a value of an enum.",
                        "It is letters, digits, - and _, begins with a letter, and has at most " + Kind.ENUM.longest()
                                + " characters");
            }
        }
        if (new HashSet<>(values).size() < values.size()) {
            throw ScaffoldException.usage("An enum names a value twice: " + String.join(", ", values) + ".", "");
        }
    }

    private static List<String> listed() {
        return Arrays.stream(Kind.values())
                .filter(Kind::isListed)
                .map(Kind::word)
                .toList();
    }
}
