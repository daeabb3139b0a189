package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;
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
import java.util.function.Supplier;
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

    private static final List<String> PIECES = List.of(
            "call",
            "class",
            "delete",
            "export-read",
            "get-time",
            "import",
            "list-users",
            "new",
            "restart-service",
            "run",
            "service",
            "update-and-read",
            "void",
            "z");

    private final Random random;

    public RandomSpecs(Random random) {
        this.random = random;
    }

    /**
     * A plugin with these features.
     *
     * @param idLength how long its id is
     * @param mostResources how many resources it keeps at most; 0 for none, else it keeps one at least
     */
    public PluginSpec next(int idLength, Set<String> features, int mostResources) {
        String name = legal(() -> PluginId.of(kebab(idLength))).value();
        PluginSpec spec = PluginSpec.of(PluginId.of(name))
                .withFeatures(features)
                .withActionNames(random.nextBoolean() ? ActionNames.SNAKE : ActionNames.KEBAB);
        return withPieces(mostResources > 0 ? spec.withResources(resources(size(mostResources))) : spec);
    }

    /** The same with pieces of its own, one time in two. */
    private PluginSpec withPieces(PluginSpec spec) {
        PluginSpec with = spec;
        for (int i = chance(2) ? 0 : 1 + random.nextInt(6); i > 0; i--) {
            PluginSpec before = with;
            with = legal(() -> before.withPieces(with(before.pieces())));
        }
        return with;
    }

    private Pieces with(Pieces pieces) {
        String name = chance(3) ? any(PIECES) : kebab(1 + random.nextInt(Pieces.MAX_LENGTH));
        return switch (random.nextInt(4)) {
            case 0 -> pieces.withAction(Action.of(name));
            case 1 -> pieces.withRoute(Route.of(any(List.of(Route.Method.values())) + path()));
            case 2 -> pieces.withTask(name);
            default -> pieces.withPermission(name);
        };
    }

    private String path() {
        StringBuilder path = new StringBuilder(" /" + (chance(3) ? any(PIECES) : kebab(1 + random.nextInt(30))));
        for (int i = random.nextInt(4); i > 0; i--) {
            path.append(chance(2) ? "/:" + camel(1 + random.nextInt(15)) : "/" + kebab(1 + random.nextInt(15)));
        }
        return path.toString();
    }

    /** As many resources as said, with references among them. */
    public List<Resource> resources(int number) {
        List<Resource> resources = new ArrayList<>();
        while (resources.size() < number) {
            List<Resource> before = List.copyOf(resources);
            Resource next = legal(() -> {
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
        String name = chance(5) ? any(RESOURCES) : kebab(1 + random.nextInt(Resource.MAX_LENGTH));
        String plural = chance(5) ? kebab(1 + random.nextInt(Resource.MAX_PLURAL)) : "";
        Resource resource = Resource.of(name, plural);
        if (chance(10)) {
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
            Field field = legal(() -> field(resource, others));
            if (names.add(field.property())) {
                fields.add(field);
            }
        }
        return fields;
    }

    private Field field(Name resource, List<Resource> others) {
        Kind kind = any(List.of(Kind.values()));
        String name = chance(3) ? any(FIELDS) : camel(1 + random.nextInt(Field.MAX_LENGTH));
        String type = type(kind, resource, others);
        boolean many = kind.isListed() && chance(4);
        boolean optional = type.endsWith("clear)") || type.equals("ref(" + resource + ")") || chance(3);
        Optional<String> fallback = many || optional || chance(2) ? Optional.empty() : fallback(kind, type);
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
                chance(2) ? kind.word() : kind.word() + "(" + (1 + random.nextInt(chance(2) ? 300 : 10_000)) + ")";
            case ENUM ->
                kind.word()
                        + IntStream.range(0, size(FieldType.MAX_VALUES))
                                .mapToObj(i -> value())
                                .distinct()
                                .collect(Collectors.joining(chance(2) ? "," : ", ", "(", ")"));
            case REFERENCE -> {
                boolean self = others.isEmpty() || chance(4);
                Name target = self ? resource : any(others).name();
                yield "ref(" + target
                        + any(self ? List.of("", ",clear") : List.of("", ",cascade", ",clear", ",restrict")) + ")";
            }
            default -> kind.word();
        };
    }

    private Optional<String> fallback(Kind kind, String type) {
        return switch (kind) {
            case BOOLEAN -> Optional.of(String.valueOf(random.nextBoolean()));
            case INTEGER -> Optional.of(String.valueOf(chance(2) ? random.nextInt() : random.nextInt(10)));
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
            if (!chance(4)) {
                verbs.add(verb);
            }
        }
        return verbs;
    }

    private String value() {
        StringBuilder value = new StringBuilder(kebab(1 + random.nextInt(12)));
        return chance(3) ? value.toString().toUpperCase(Locale.ROOT).replace('-', '_') : value.toString();
    }

    private String camel(int length) {
        StringBuilder name = new StringBuilder();
        while (name.length() < length) {
            boolean capital = name.length() > 0 && !Character.isUpperCase(name.charAt(name.length() - 1)) && chance(6);
            name.append(capital ? (char) ('A' + random.nextInt(26)) : letter(name.length()));
        }
        return name.toString();
    }

    private String kebab(int length) {
        StringBuilder name = new StringBuilder();
        while (name.length() < length) {
            boolean dash = name.length() > 0
                    && name.length() < length - 1
                    && name.charAt(name.length() - 1) != '-'
                    && chance(6);
            name.append(dash ? '-' : letter(name.length()));
        }
        return name.toString();
    }

    private char letter(int at) {
        boolean digit = at > 0 && chance(12);
        return (char) (digit ? '0' + random.nextInt(10) : 'a' + random.nextInt(26));
    }

    /** Mostly small, and now and then all that is allowed. */
    private int size(int most) {
        return chance(25) ? most : 1 + Math.min(random.nextInt(most), random.nextInt(8));
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static <T> T legal(Supplier<T> draw) {
        while (true) {
            try {
                return draw.get();
            } catch (ScaffoldException refused) {
                // Drawn again.
            }
        }
    }
}
