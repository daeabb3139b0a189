package dev.backstagegen.cli;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.spec.Action;
import dev.backstagegen.spec.Field;
import dev.backstagegen.spec.Name;
import dev.backstagegen.spec.Pieces;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.spec.Resource;
import dev.backstagegen.spec.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One thing more in a plugin: {@code add resource NAME}, {@code add field RESOURCE FIELD}. */
final class PieceWish {

    static final String RESOURCE = "resource";
    static final String FIELD = "field";

    static final String ACTION = "action";
    static final String ROUTE = "route";
    static final String TASK = "task";
    static final String PERMISSION = "permission";
    static final String MIGRATION = "migration";

    /** What can be added that is no feature. */
    static final List<String> KINDS = List.of(RESOURCE, FIELD, ACTION, ROUTE, TASK, PERMISSION, MIGRATION);

    private static final Map<String, String> EXAMPLES =
            Map.of(ACTION, "summarize-week", TASK, "clean-up", PERMISSION, "export-read");

    /** A route, and the words that follow it. */
    record Routed(Route route, List<String> rest) {}

    private PieceWish() {}

    /**
     * @param kind one of {@link #KINDS}
     * @param words what follows it
     * @throws ScaffoldException when they do not say what is wanted
     */
    static SpecWish of(String kind, List<String> words, Arguments arguments) {
        return switch (kind) {
            case RESOURCE -> resource(words, arguments);
            case FIELD -> field(words);
            case ROUTE -> route(words);
            case MIGRATION ->
                new SpecWish(
                        UnaryOperator.identity(), rest(words, 1), Optional.of(first(kind, words, "backfill-owners")));
            default -> named(kind, first(kind, words, EXAMPLES.get(kind)), rest(words, 1));
        };
    }

    private static SpecWish resource(List<String> words, Arguments arguments) {
        if (words.isEmpty()) {
            throw ScaffoldException.usage(
                    "It is not said what the plugin is to keep.", "For example: backstage-gen add resource incident");
        }
        List<Arguments.Given> given = new ArrayList<>();
        given.add(new Arguments.Given(Flag.RESOURCE, words.get(0)));
        given.addAll(arguments.repeated());
        Resource resource = ResourceWishes.of(given).get(0);
        return new SpecWish(spec -> with(spec, resource), words.subList(1, words.size()));
    }

    /** Asking twice for the same is asking once. */
    private static PluginSpec with(PluginSpec spec, Resource resource) {
        return spec.resources().contains(resource) ? spec : spec.withResource(resource);
    }

    private static SpecWish named(String kind, String name, List<String> paths) {
        return switch (kind) {
            case ACTION -> {
                Action action = Action.of(name);
                yield piece(pieces -> pieces.actions().contains(action) ? pieces : pieces.withAction(action), paths);
            }
            case TASK -> piece(pieces -> has(pieces.tasks(), name) ? pieces : pieces.withTask(name), paths);
            default -> piece(pieces -> has(pieces.permissions(), name) ? pieces : pieces.withPermission(name), paths);
        };
    }

    private static SpecWish route(List<String> words) {
        Routed routed = routed(words);
        return piece(
                pieces -> pieces.routes().contains(routed.route()) ? pieces : pieces.withRoute(routed.route()),
                routed.rest());
    }

    /** A route is one word in quotes, or two without. */
    static Routed routed(List<String> words) {
        String first = first(ROUTE, words, "'GET /reports/:id'");
        boolean isWhole = first.contains(" ");
        String second = !isWhole && words.size() > 1 ? " " + words.get(1) : "";
        return new Routed(Route.of(first + second), rest(words, isWhole ? 1 : 2));
    }

    private static boolean has(List<Name> names, String name) {
        return names.stream().anyMatch(each -> each.kebab().equals(name));
    }

    private static SpecWish piece(UnaryOperator<Pieces> more, List<String> paths) {
        return new SpecWish(spec -> spec.withPieces(more.apply(spec.pieces())), paths);
    }

    private static String first(String kind, List<String> words, String example) {
        if (words.isEmpty()) {
            throw ScaffoldException.usage(
                    "It is not said which " + kind + ".", "For example: backstage-gen add " + kind + " " + example);
        }
        return words.get(0);
    }

    private static List<String> rest(List<String> words, int from) {
        return words.subList(Math.min(from, words.size()), words.size());
    }

    private static SpecWish field(List<String> words) {
        PieceWords split = PieceWords.of(words);
        List<Field> fields = split.names().stream()
                .filter(word -> word.contains(":"))
                .map(Field::parse)
                .toList();
        List<String> names =
                split.names().stream().filter(word -> !word.contains(":")).toList();
        if (fields.isEmpty() || names.size() > 1) {
            throw ScaffoldException.usage(
                    fields.isEmpty()
                            ? "It is not said which field."
                            : "'" + Plain.line(names.get(1)) + "' is neither a field nor a path.",
                    "For example: backstage-gen add field incident 'severity:enum(low,high)=low'");
        }
        return new SpecWish(spec -> with(spec, names.stream().findFirst(), fields), split.paths());
    }

    private static PluginSpec with(PluginSpec spec, Optional<String> name, List<Field> fields) {
        Resource resource = meant(spec, name);
        for (Field field : fields) {
            resource = resource.fields().contains(field) ? resource : resource.withField(field);
        }
        return spec.withChanged(resource);
    }

    /**
     * The resource of a name; without one, the only one there is.
     *
     * @throws ScaffoldException when it is not clear which one is meant
     */
    static Resource meant(PluginSpec spec, Optional<String> name) {
        String known = spec.resources().stream()
                .map(resource -> resource.name().kebab())
                .collect(Collectors.joining(", "));
        List<Resource> meant = spec.resources().stream()
                .filter(each -> name.isEmpty() || each.name().kebab().equals(name.get()))
                .toList();
        if (meant.size() != 1) {
            throw ScaffoldException.usage(
                    name.map(given -> "The plugin " + spec.id() + " keeps no '" + Plain.line(given) + "'.")
                            .orElse("It is not said what the field belongs to."),
                    known.isEmpty() ? "It keeps nothing; add a resource first" : "It keeps: " + known);
        }
        return meant.get(0);
    }
}
