package dev.backstagegen.cli;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.feature.Fact;
import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.feature.Features;
import dev.backstagegen.spec.Field;
import dev.backstagegen.spec.Name;
import dev.backstagegen.spec.Pieces;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.spec.Resource;
import dev.backstagegen.spec.Route;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** One thing less in a plugin: {@code remove resource NAME}, {@code remove field RESOURCE FIELD}. */
final class PieceRemoval {

    private PieceRemoval() {}

    /**
     * @param kind one of {@link PieceWish#KINDS}
     * @param words what follows it
     * @throws ScaffoldException when they do not say what is to go
     */
    static SpecWish of(String kind, List<String> words, Features features) {
        if (kind.equals(PieceWish.MIGRATION)) {
            throw ScaffoldException.usage(
                    "A migration of yours is only a file.", "Delete it, if it has not run anywhere yet");
        }
        if (kind.equals(PieceWish.ROUTE)) {
            return route(words);
        }
        PieceWords split = PieceWords.of(words);
        return new SpecWish(named(kind, split.names(), features), split.paths());
    }

    private static SpecWish route(List<String> words) {
        PieceWish.Routed routed = PieceWish.routed(words);
        String name = routed.route().toString();
        return new SpecWish(
                spec -> spec.withPieces(spec.pieces()
                        .withRoutes(without(spec, PieceWish.ROUTE, spec.pieces().routes(), Route::toString, name))),
                routed.rest());
    }

    private static UnaryOperator<PluginSpec> named(String kind, List<String> names, Features features) {
        int most = kind.equals(PieceWish.FIELD) ? 2 : 1;
        if (names.isEmpty() || names.size() > most) {
            throw ScaffoldException.usage(
                    names.isEmpty()
                            ? "It is not said which " + kind + "."
                            : "'" + Plain.line(names.get(most)) + "' is not a path.",
                    "See: backstage-gen help remove");
        }
        String last = names.get(names.size() - 1);
        return switch (kind) {
            case PieceWish.RESOURCE -> spec -> withoutResource(features, spec, last);
            case PieceWish.FIELD -> spec -> withoutField(spec, names, last);
            default -> spec -> spec.withPieces(without(spec, kind, last));
        };
    }

    private static Pieces without(PluginSpec spec, String kind, String name) {
        Pieces pieces = spec.pieces();
        return switch (kind) {
            case PieceWish.ACTION ->
                pieces.withActions(without(
                        spec, kind, pieces.actions(), action -> action.name().kebab(), name));
            case PieceWish.TASK -> pieces.withTasks(without(spec, kind, pieces.tasks(), Name::kebab, name));
            default -> pieces.withPermissions(without(spec, kind, pieces.permissions(), Name::kebab, name));
        };
    }

    private static PluginSpec withoutResource(Features features, PluginSpec spec, String name) {
        List<Resource> others = without(
                spec,
                PieceWish.RESOURCE,
                spec.resources(),
                resource -> resource.name().kebab(),
                name);
        if (others.isEmpty()) {
            throw ScaffoldException.usage(
                    "'" + name + "' is all that the plugin " + spec.id() + " keeps.",
                    "Remove what keeps it: backstage-gen remove " + String.join(" ", keepers(features, spec)));
        }
        List<String> first = leading(others, name);
        if (!first.isEmpty()) {
            throw ScaffoldException.usage(
                    "Others of the plugin " + spec.id() + " refer to '" + name + "'.",
                    "Before it goes: " + String.join("; ", first));
        }
        return spec.withoutResources().withResources(others);
    }

    /** The features without which nothing would be kept. */
    static Set<String> keepers(Features features, PluginSpec spec) {
        Set<String> keepers = new LinkedHashSet<>();
        FeatureSet.of(features, spec).features().stream()
                .filter(feature -> feature.facts().contains(Fact.RESOURCES))
                .forEach(feature -> keepers.add(feature.name()));
        spec.features().stream()
                .filter(name -> FeatureSet.of(features, Set.of(name)).has(Fact.RESOURCES))
                .forEach(keepers::add);
        return keepers;
    }

    /** The commands that take out what refers to a resource; one that is nothing but references goes as a whole. */
    private static List<String> leading(List<Resource> others, String name) {
        List<String> commands = new ArrayList<>();
        for (Resource other : others) {
            List<Field> references = other.references().stream()
                    .filter(field -> field.type().target().orElseThrow().kebab().equals(name))
                    .toList();
            if (references.size() == other.fields().size()) {
                commands.add("backstage-gen remove resource " + other.name());
            } else {
                references.forEach(field -> commands.add("backstage-gen remove field " + other.name() + " "
                        + field.name().camel()));
            }
        }
        return commands;
    }

    private static PluginSpec withoutField(PluginSpec spec, List<String> names, String field) {
        Optional<String> of = names.size() > 1 ? Optional.of(names.get(0)) : Optional.empty();
        Resource resource = PieceWish.meant(spec, of);
        String name = resource.references().stream()
                .filter(each -> each.property().equals(field))
                .map(each -> each.name().camel())
                .findFirst()
                .orElse(field);
        List<Field> others = without(
                spec, PieceWish.FIELD, resource.fields(), each -> each.name().camel(), name);
        Name gone = resource.fields().stream()
                .filter(each -> !others.contains(each))
                .findFirst()
                .orElseThrow()
                .name();
        return spec.withChanged(resource.withoutField(gone));
    }

    /** @throws ScaffoldException when it is not there */
    private static <T> List<T> without(
            PluginSpec spec, String kind, List<T> all, Function<T, String> naming, String name) {
        List<T> others =
                all.stream().filter(each -> !naming.apply(each).equals(name)).toList();
        if (others.size() == all.size()) {
            List<String> known = all.stream().map(naming).toList();
            throw ScaffoldException.usage(
                    "The plugin " + spec.id() + " has no " + kind + " '" + Plain.line(name) + "'.",
                    known.isEmpty() ? "It has none" : "There is: " + String.join(", ", known));
        }
        return others;
    }
}
