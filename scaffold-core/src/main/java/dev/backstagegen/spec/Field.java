package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.spec.FieldType.Kind;
import dev.backstagegen.spec.FieldType.OnDelete;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One thing that is known of a resource.
 *
 * @param name what it is called
 * @param type what it holds
 * @param optional whether it may hold nothing
 * @param fallback what it holds when nothing is said on creation, in the one way to write it
 */
public record Field(Name name, FieldType type, boolean optional, Optional<String> fallback) {

    public static final int MAX_LENGTH = 40;

    private static final int MAX_DIGITS = 15;

    /** @throws ScaffoldException when there can be no such field */
    public Field {
        ReservedWords.checkField(name, property(name, type), column(name, type));
        if (type.onDelete() == OnDelete.CLEAR && !optional) {
            throw ScaffoldException.usage(
                    "The reference '" + name.camel() + "' cannot be cleared, because it is never empty.",
                    "Write " + name.camel() + ":" + type.text() + "?, or leave out clear");
        }
        if (fallback.isPresent()) {
            if (optional) {
                throw ScaffoldException.usage(
                        "The field '" + name.camel() + "' has a default and may be empty; it is one or the other.",
                        "Leave out ? or =" + Plain.shown(fallback.get()));
            }
            fallback = Optional.of(canonical(name, type, fallback.get()));
        }
    }

    /**
     * Reads a field such as {@code title:string(120)}, {@code count:integer?} or {@code severity:enum(low,high)=low}.
     *
     * @throws ScaffoldException when it is none
     */
    public static Field parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw ScaffoldException.usage(
                    "The field '" + Plain.shown(text) + "' does not say what it holds.",
                    "For example: " + (Name.isCamel(text) ? text : "title") + ":string");
        }
        return parse(text.substring(0, colon), text.substring(colon + 1));
    }

    /**
     * Reads a field whose name and type stand apart.
     *
     * @throws ScaffoldException when it is none
     */
    static Field parse(String name, String text) {
        Name parsed = name(name);
        int equals = text.indexOf('=');
        String type = equals < 0 ? text : text.substring(0, equals);
        boolean optional = type.endsWith("?");
        try {
            return new Field(
                    parsed,
                    FieldType.parse(optional ? type.substring(0, type.length() - 1) : type),
                    optional,
                    equals < 0 ? Optional.empty() : Optional.of(text.substring(equals + 1)));
        } catch (ScaffoldException wrong) {
            throw ScaffoldException.usage("Field '" + name + "': " + wrong.getMessage(), wrong.hint());
        }
    }

    /**
     * Reads what a field is called.
     *
     * @throws ScaffoldException when no field can be called that
     */
    public static Name name(String text) {
        if (text.length() > MAX_LENGTH || !Name.isCamel(text)) {
            String guess = camel(text);
            throw ScaffoldException.usage(
                    "'" + Plain.shown(text) + "' is not a name for a field: it is letters and digits, begins with a"
                            + " small letter, has no two capitals in a row, and has at most " + MAX_LENGTH
                            + " characters.",
                    guess.isEmpty() || guess.length() > MAX_LENGTH ? "For example: openedAt" : "Try " + guess);
        }
        return Name.ofCamel(text);
    }

    /** What every {@link #typeText()} and all that is read as one matches, and little else. */
    static String pattern() {
        return "(" + FieldType.pattern() + ")([?]|=(" + FieldType.VALUE + "|-?[0-9]+([.][0-9]+)?))?";
    }

    /** As a user writes it, without the name. */
    public String typeText() {
        return type.text()
                + (optional ? "?" : "")
                + fallback.map(value -> "=" + value).orElse("");
    }

    /** What it is called in JSON and in code; a reference {@code service} goes by {@code serviceId}. */
    public String property() {
        return property(name, type);
    }

    /** What its column is called. */
    public String column() {
        return column(name, type);
    }

    public Kind kind() {
        return type.kind();
    }

    public boolean many() {
        return type.many();
    }

    /** Whether it is one short value, so that it can be compared and ordered by. */
    public boolean isScalar() {
        return !many() && kind() != Kind.TEXT && kind() != Kind.JSON;
    }

    private static String property(Name name, FieldType type) {
        return name.camel() + (type.kind() == Kind.REFERENCE ? "Id" : "");
    }

    private static String column(Name name, FieldType type) {
        return name.snake() + (type.kind() == Kind.REFERENCE ? "_id" : "");
    }

    /** The one way to write a value, so that the same fields are equal and generated code is laid out. */
    private static String canonical(Name name, FieldType type, String value) {
        Optional<String> written = type.many() ? Optional.empty() : written(type, value);
        return written.orElseThrow(() -> ScaffoldException.usage(
                "'" + Plain.shown(value) + "' cannot be the default of '" + name.camel() + "', which is " + type.text()
                        + ".",
                "There are defaults for boolean, enum, integer and number, and one of these values"));
    }

    private static Optional<String> written(FieldType type, String value) {
        return switch (type.kind()) {
            case BOOLEAN -> Optional.of(value).filter(given -> given.matches("true|false"));
            case ENUM -> Optional.of(value).filter(type.values()::contains);
            case INTEGER ->
                Optional.of(value)
                        .filter(given -> given.matches("0|-?[1-9][0-9]{0,9}"))
                        .map(Long::parseLong)
                        .filter(given -> given == given.intValue())
                        .map(String::valueOf);
            case NUMBER ->
                Optional.of(value)
                        .filter(given -> given.matches("-?[0-9]+([.][0-9]+)?"))
                        .filter(given -> given.replaceAll("[^0-9]", "").length() <= MAX_DIGITS)
                        .map(given -> new BigDecimal(given).stripTrailingZeros().toPlainString());
            default -> Optional.empty();
        };
    }

    private static String camel(String text) {
        String kebab = Plain.kebab(text.replaceAll("([A-Z])([A-Z]+)(?![a-z])", "$1$2"));
        return kebab.isEmpty()
                ? ""
                : Name.ofKebab(kebab.replaceAll("-([0-9])", "$1")).camel();
    }

    @Override
    public String toString() {
        return name.camel() + ":" + typeText();
    }
}
