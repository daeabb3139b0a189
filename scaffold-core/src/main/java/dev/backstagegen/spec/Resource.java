package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.spec.FieldType.Kind;
import java.util.ArrayList;
import java.util.Arrays;
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
 * the same unless a class or type of that name would get in the way of TypeScript's, Backstage's or the generated
 * ones: a {@code date} becomes a {@code DateEntry}.
 *
 * @param name one of them, in the singular
 * @param plural many of them
 * @param fields what is known of each
 * @param unique the fields, alone or together, that no two of them may share
 * @param indexes the fields, alone or together, that they are looked for by
 * @param verbs what callers may do with them
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

    /** The longest plural that a rule of English makes of the longest name. */
    static final int MAX_PLURAL = MAX_LENGTH + 3;

    private static final List<Field> USUAL_FIELDS = List.of(
            Field.parse("title:string"), Field.parse("description:text?"), Field.parse("archived:boolean=false"));
    private static final List<List<Name>> USUAL_UNIQUE = List.of(List.of(Name.ofCamel("title")));

    /** What a plugin keeps when nobody said. */
    public static final Resource DEFAULT = of("item");

    /** @throws ScaffoldException when there can be no such resource */
    public Resource {
        fields = List.copyOf(fields);
        unique = unique.stream().map(List::copyOf).toList();
        indexes = indexes.stream().map(List::copyOf).toList();
        verbs = Collections.unmodifiableSet(
                verbs.isEmpty() ? EnumSet.noneOf(Verb.class) : EnumSet.copyOf(verbs));
        ResourceNames.check(name, plural);
        ReservedWords.checkResource(name, plural);
        ResourceRules.check(name, fields, unique, indexes, verbs);
    }

    /**
     * A resource of which no more than the name was said.
     *
     * @throws ScaffoldException when it cannot be the name of a resource
     */
    public static Resource of(String name) {
        return of(name, Optional.empty(), List.of(), Optional.empty(), List.of(), EnumSet.allOf(Verb.class));
    }

    /**
     * A resource as a user describes it: without fields it has the usual ones, and with them what is unique about them
     * unless something else was said.
     *
     * @param unique each the names of fields, with commas between them
     * @param indexes the same
     * @throws ScaffoldException when there can be no such resource
     */
    public static Resource of(
            String name,
            Optional<String> plural,
            List<Field> fields,
            Optional<List<String>> unique,
            List<String> indexes,
            Set<Verb> verbs) {
        Name singular = ResourceNames.singular(name);
        return new Resource(
                singular,
                plural.map(ResourceNames::plural).orElseGet(() -> ResourceNames.derive(singular)),
                fields.isEmpty() ? USUAL_FIELDS : fields,
                unique.map(Resource::keys).orElse(fields.isEmpty() ? USUAL_UNIQUE : List.of()),
                keys(indexes),
                verbs);
    }

    /** The name of its types and variables. */
    public Name code() {
        return TypeNames.isTaken(name, plural) ? entry(name, "entry") : name;
    }

    /** The name of types and variables that hold many of it. */
    public Name codePlural() {
        return TypeNames.isTaken(name, plural) ? entry(name, "entries") : plural;
    }

    /** What its table is called. */
    public String table() {
        return plural.snake();
    }

    public boolean offers(Verb verb) {
        return verbs.contains(verb);
    }

    /** The field of a name. */
    public Optional<Field> field(Name wanted) {
        return fields.stream().filter(field -> field.name().equals(wanted)).findFirst();
    }

    public List<Field> references() {
        return fields.stream().filter(field -> field.kind() == Kind.REFERENCE).toList();
    }

    /**
     * The indexes of its table: what is unique, what was asked for, and one for each reference to a resource or an
     * entity that none of them begins with.
     */
    public List<TableKey> keys() {
        List<TableKey> keys = new ArrayList<>();
        unique.forEach(names -> keys.add(TableKey.of(table(), named(names), true)));
        indexes.forEach(names -> keys.add(TableKey.of(table(), named(names), false)));
        fields.stream()
                .filter(this::needsIndex)
                .forEach(field -> keys.add(TableKey.of(table(), List.of(field), false)));
        return List.copyOf(keys);
    }

    /** What the constraint is called that keeps a reference whole. */
    public String foreignKey(Field reference) {
        return TableKey.named(table() + "_" + reference.column(), "_fkey");
    }

    /** Whether a field has to be given an index that nobody asked for. */
    public boolean needsIndex(Field field) {
        return isLookedUp(field) && keyed().noneMatch(names -> names.get(0).equals(field.name()));
    }

    /** Whether a list can be narrowed by a field. */
    public boolean isFilter(Field field) {
        boolean few = field.kind() == Kind.ENUM || field.kind() == Kind.BOOLEAN;
        return field.isScalar() && (few || isLookedUp(field) || isKeyed(field));
    }

    /** Whether a list can be narrowed to a span of a field's time. */
    public boolean isRange(Field field) {
        return isTime(field) && isKeyed(field);
    }

    /** Whether a list can be sorted by a field. */
    public boolean isSortable(Field field) {
        return field.isScalar() && isKeyed(field);
    }

    static boolean isTime(Field field) {
        return field.kind() == Kind.TIMESTAMP || field.kind() == Kind.DATE;
    }

    private static boolean isLookedUp(Field field) {
        return field.kind() == Kind.REFERENCE || field.kind() == Kind.ENTITY_REF && !field.many();
    }

    private boolean isKeyed(Field field) {
        return keyed().anyMatch(names -> names.contains(field.name()));
    }

    private Stream<List<Name>> keyed() {
        return Stream.concat(unique.stream(), indexes.stream());
    }

    private List<Field> named(List<Name> names) {
        return names.stream().map(each -> field(each).orElseThrow()).toList();
    }

    private static List<List<Name>> keys(List<String> texts) {
        return texts.stream()
                .map(text -> Arrays.stream(text.split(",", -1))
                        .map(part -> Field.name(part.strip()))
                        .toList())
                .toList();
    }

    private static Name entry(Name name, String word) {
        List<String> words = new ArrayList<>(name.words());
        words.add(word);
        return new Name(words);
    }
}
