package dev.backstagegen.spec;

import dev.backstagegen.spec.FieldType.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Legal specs by chance: the same ones for the same seed. What turns out to be refused is drawn again, and {@link
 * RandomSpecsTest} sees to it that nothing legal is missed in that way.
 */
public final class RandomSpecs {

    /** Names that mean something in TypeScript, SQL, Backstage or what is generated, and are legal all the same. */
    private static final List<String> RESOURCES = List.of(
            "action",
            "class",
            "date",
            "event",
            "group",
            "import",
            "index",
            "item",
            "list",
            "map",
            "order",
            "permission",
            "person",
            "promise",
            "select",
            "table",
            "type",
            "user",
            "user-info");

    private static final List<String> FIELDS = List.of(
            "class",
            "client",
            "column",
            "credentials",
            "data",
            "default",
            "delete",
            "error",
            "from",
            "function",
            "group",
            "index",
            "input",
            "items",
            "key",
            "length",
            "name",
            "new",
            "null",
            "package",
            "page",
            "patch",
            "primary",
            "public",
            "query",
            "result",
            "row",
            "select",
            "table",
            "this",
            "title",
            "totalItems",
            "true",
            "type",
            "undefined",
            "user",
            "value",
            "where",
            "z");

    private final Random random;
    private final RandomNames names;

    public RandomSpecs(Random random) {
        this.random = random;
        this.names = new RandomNames(random);
    }

    /**
     * A plugin with these features.
     *
     * @param idLength how long its id is
     * @param mostResources how many resources it keeps at most; 0 for none, else it keeps one at least
     */
    public PluginSpec next(int idLength, Set<String> features, int mostResources) {
        String name =
                RandomNames.legal(() -> PluginId.of(names.kebab(idLength))).value();
        PluginSpec spec = PluginSpec.of(PluginId.of(name))
                .withFeatures(features)
                .withActionNames(random.nextBoolean() ? ActionNames.SNAKE : ActionNames.KEBAB);
        PluginSpec keeping = mostResources > 0 ? spec.withResources(resources(size(mostResources))) : spec;
        // Out of the way of what comes next, which stays the same whatever pieces there are.
        return keeping.withPieces(new RandomPieces(new Random(name.hashCode())).next(keeping));
    }

    /** As many resources as said, with references among them. */
    public List<Resource> resources(int number) {
        List<Resource> resources = new ArrayList<>();
        while (resources.size() < number) {
            List<Resource> before = List.copyOf(resources);
            Resource next = RandomNames.legal(() -> {
                Resource one = resource(before);
                List<Resource> all = new ArrayList<>(before);
                all.add(one);
                Resources.inOrder(all);
                return one;
            });
            resources.add(next);
        }
        return resources;
    }

    private Resource resource(List<Resource> others) {
        String name = names.chance(5) ? names.any(RESOURCES) : names.kebab(1 + random.nextInt(Resource.MAX_LENGTH));
        String plural = names.chance(5) ? names.kebab(1 + random.nextInt(Resource.MAX_PLURAL)) : "";
        Resource resource = Resource.of(name, plural);
        if (names.chance(10)) {
            return resource;
        }
        resource = resource.withFields(fields(resource.name(), others));
        for (int i = random.nextInt(3); i > 0; i--) {
            resource = resource.withUnique(some(resource, field -> field.isScalar() && !field.optional()));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            resource = resource.withIndex(some(resource, Field::isScalar));
        }
        return resource.withVerbs(verbs());
    }

    private List<Field> fields(Name resource, List<Resource> others) {
        List<Field> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = size(Resource.MAX_FIELDS); i > 0; i--) {
            Field field = RandomNames.legal(() -> field(resource, others));
            if (names.add(field.property())) {
                fields.add(field);
            }
        }
        return fields;
    }

    private Field field(Name resource, List<Resource> others) {
        Kind kind = names.any(List.of(Kind.values()));
        String name = names.chance(3) ? names.any(FIELDS) : names.camel(1 + random.nextInt(Field.MAX_LENGTH));
        String type = type(kind, resource, others);
        boolean many = kind.isListed() && names.chance(4);
        boolean optional = type.endsWith("clear)") || type.equals("ref(" + resource + ")") || names.chance(3);
        Optional<String> fallback = many || optional || names.chance(2) ? Optional.empty() : fallback(kind, type);
        return Field.parse(
                name,
                type
                        + (many ? "[]" : "")
                        + (optional ? "?" : "")
                        + fallback.map(value -> "=" + value).orElse(""));
    }

    private String type(Kind kind, Name resource, List<Resource> others) {
        return switch (kind) {
            case STRING, TEXT ->
                names.chance(2)
                        ? kind.word()
                        : kind.word() + "(" + (1 + random.nextInt(names.chance(2) ? 300 : 10_000)) + ")";
            case ENUM ->
                kind.word()
                        + IntStream.range(0, size(FieldType.MAX_VALUES))
                                .mapToObj(i -> value())
                                .distinct()
                                .collect(Collectors.joining(names.chance(2) ? "," : ", ", "(", ")"));
            case REFERENCE -> {
                boolean self = others.isEmpty() || names.chance(4);
                Name target = self ? resource : names.any(others).name();
                yield "ref(" + target
                        + names.any(self ? List.of("", ",clear") : List.of("", ",cascade", ",clear", ",restrict"))
                        + ")";
            }
            default -> kind.word();
        };
    }

    private Optional<String> fallback(Kind kind, String type) {
        return switch (kind) {
            case BOOLEAN -> Optional.of(String.valueOf(random.nextBoolean()));
            case INTEGER -> Optional.of(String.valueOf(names.chance(2) ? random.nextInt() : random.nextInt(10)));
            case NUMBER -> Optional.of(String.format(Locale.ROOT, "%.3f", random.nextGaussian() * 1000));
            case ENUM -> Optional.of(type.replaceAll("^enum[(]|[,)].*", ""));
            default -> Optional.empty();
        };
    }

    private List<Name> some(Resource resource, Predicate<Field> fits) {
        List<Name> names = new ArrayList<>(
                resource.fields().stream().filter(fits).map(Field::name).toList());
        Collections.shuffle(names, random);
        return names.subList(0, Math.min(names.size(), size(ResourceRules.MAX_INDEX)));
    }

    private Set<Verb> verbs() {
        Set<Verb> verbs = EnumSet.of(random.nextBoolean() ? Verb.LIST : Verb.GET);
        for (Verb verb : Verb.values()) {
            if (!names.chance(4)) {
                verbs.add(verb);
            }
        }
        return verbs;
    }

    private String value() {
        StringBuilder value = new StringBuilder(names.kebab(1 + random.nextInt(12)));
        return names.chance(3) ? value.toString().toUpperCase(Locale.ROOT).replace('-', '_') : value.toString();
    }

    /** Mostly small, and now and then all that is allowed. */
    private int size(int most) {
        return names.chance(25) ? most : 1 + Math.min(random.nextInt(most), random.nextInt(8));
    }
}
