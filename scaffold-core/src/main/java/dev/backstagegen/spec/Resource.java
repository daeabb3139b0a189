package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.spec.FieldType.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a plugin keeps.
 *
 * <p>In paths, tables, permissions and actions it goes by its own name. In code it goes by {@link #code()}, which is
 * the same unless a class, type or variable of that name would get in the way of TypeScript's, Backstage's or the
 * generated ones: a {@code date} becomes a {@code DateEntry}.
 *
 * @param name one of them, in the singular
 * @param plural many of them
 * @param fields what is known of each, in order
 * @param unique the fields that together are unique, once for each such constraint
 * @param indexes the fields that together have an index
 * @param verbs what callers may do
 */
public record Resource(
        Name name,
        Name plural,
        List<Field> fields,
        List<List<Name>> unique,
        List<List<Name>> indexes,
        Set<Verb> verbs) {

    public static final int MAX_LENGTH = 40;
    public static final int MAX_FIELDS = 60;

    /** The longest plural that a rule of the language makes of the longest name. */
    static final int MAX_PLURAL = MAX_LENGTH + 3;

    private static final List<Field> USUAL = List.of(
            Field.parse("title:string"), Field.parse("description:text?"), Field.parse("archived:boolean=false"));

    /** What a plugin keeps when nobody said. */
    public static final Resource DEFAULT = of("item");

    /** @throws ScaffoldException when there can be no such resource */
    public Resource {
        fields = List.copyOf(fields);
        unique = List.copyOf(unique.stream().map(List::copyOf).toList());
        indexes = List.copyOf(indexes.stream().map(List::copyOf).toList());
        verbs = Collections.unmodifiableSet(verbs.isEmpty() ? EnumSet.allOf(Verb.class) : EnumSet.copyOf(verbs));
        new ResourceRules(name, fields).check(plural, unique, indexes, verbs);
    }

    /**
     * A resource of a name, with the usual fields.
     *
     * @throws ScaffoldException when it cannot be the name of a resource
     */
    public static Resource of(String name) {
        return of(name, "");
    }

    /**
     * A resource of a name and a plural, with the usual fields.
     *
     * @param plural many of them; empty for what the language makes of it
     * @throws ScaffoldException when one cannot be the name of a resource
     */
    public static Resource of(String name, String plural) {
        Name singular = ResourceRules.name(name);
        return new Resource(
                singular,
                plural.isEmpty() ? ResourceRules.plural(singular) : ResourceRules.plural(plural),
                USUAL,
                List.of(List.of(USUAL.get(0).name())),
                List.of(),
                EnumSet.allOf(Verb.class));
    }

    /** The same with fields of its own, and no constraints on them yet. */
    public Resource withFields(List<Field> own) {
        return new Resource(name, plural, own, List.of(), List.of(), verbs);
    }

    /** The same with a constraint more. */
    public Resource withUnique(List<Name> names) {
        return new Resource(name, plural, fields, and(unique, names), indexes, verbs);
    }

    /**
     * The same with a field more.
     *
     * @throws ScaffoldException when it has one of that name
     */
    public Resource withField(Field field) {
        List<Field> more = new ArrayList<>(fields);
        more.add(field);
        return new Resource(name, plural, more, unique, indexes, verbs);
    }

    /** The same without a field, and without the constraints and indexes that it is in. */
    public Resource withoutField(Name gone) {
        return new Resource(
                name,
                plural,
                fields.stream().filter(field -> !field.name().equals(gone)).toList(),
                unique.stream().filter(names -> !names.contains(gone)).toList(),
                indexes.stream().filter(names -> !names.contains(gone)).toList(),
                verbs);
    }

    /** The same with an index more. */
    public Resource withIndex(List<Name> names) {
        return new Resource(name, plural, fields, unique, and(indexes, names), verbs);
    }

    /** The same with what callers may do. */
    public Resource withVerbs(Set<Verb> offered) {
        return new Resource(name, plural, fields, unique, indexes, offered);
    }

    /** Whether many of them are called what the language makes of one. */
    public boolean isPluralUsual() {
        return Plural.of(name).equals(Optional.of(plural));
    }

    /** The name of its types and variables. */
    public Name code() {
        if (!TakenTypes.has(name.pascal()) && !ReservedWords.isKeyword(name.camel())) {
            return name;
        }
        List<String> words = new ArrayList<>(name.words());
        words.add("entry");
        return new Name(words);
    }

    /** Whether a list can be narrowed to one value of the field, or to a range of it. */
    public boolean isFilter(Field field) {
        return field.isScalar()
                && switch (field.kind()) {
                    case ENUM, BOOLEAN, ENTITY_REF, REFERENCE -> true;
                    default -> isIndexed(field);
                };
    }

    /** Whether a list is narrowed to a range of it. */
    public boolean isRange(Field field) {
        return (field.kind() == Kind.TIMESTAMP || field.kind() == Kind.DATE) && isFilter(field);
    }

    /** Whether a list can be ordered by it. */
    public boolean isSortable(Field field) {
        return field.isScalar() && field.kind() != Kind.REFERENCE && isIndexed(field);
    }

    /** Whether it is looked up so often that it has an index although nobody asked for one. */
    public boolean needsIndex(Field field) {
        return field.isScalar()
                && (field.kind() == Kind.REFERENCE || field.kind() == Kind.ENTITY_REF)
                && Stream.concat(unique.stream(), indexes.stream())
                        .noneMatch(names -> names.get(0).equals(field.name()));
    }

    /** The references that lead to other resources. */
    public List<Field> references() {
        return fields.stream().filter(field -> field.kind() == Kind.REFERENCE).toList();
    }

    /** The field of a name. */
    public Field field(Name wanted) {
        return fields.stream()
                .filter(field -> field.name().equals(wanted))
                .findFirst()
                .orElseThrow();
    }

    private boolean isIndexed(Field field) {
        return Stream.concat(unique.stream(), indexes.stream()).anyMatch(names -> names.contains(field.name()));
    }

    private static List<List<Name>> and(List<List<Name>> lists, List<Name> names) {
        List<List<Name>> more = new ArrayList<>(lists);
        more.add(names);
        return more;
    }
}
