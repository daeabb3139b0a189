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
import dev.backstagegen.spec.SpecFile;
import dev.backstagegen.spec.Verb;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds the wishes of {@code new} against a plugin that is there already. */
final class SameWishes {

    private final RelPath folder;
    private final PluginSpec there;
    private final PluginSpec wanted;
    private final Features features;

    private SameWishes(RelPath folder, PluginSpec there, PluginSpec wanted, Features features) {
        this.features = features;
        this.folder = folder;
        this.there = there;
        this.wanted = wanted;
    }

    /** @throws ScaffoldException when other things are wanted than the plugin was made of, naming what they mean */
    static void refuseOthers(RelPath folder, PluginSpec there, PluginSpec wanted, Features features) {
        new SameWishes(folder, there, settled(wanted, there, features), features).refuseOthers();
    }

    /** What was not said is what it was when the plugin was made: the repository's name for it, the usual resource. */
    private static PluginSpec settled(PluginSpec wanted, PluginSpec there, Features features) {
        PluginSpec named = wanted.packageName().isPresent()
                ? wanted
                : there.packageName().map(wanted::withPackageName).orElse(wanted);
        return named.resources().isEmpty() && FeatureSet.of(features, named).has(Fact.RESOURCES)
                ? named.withResource(Resource.DEFAULT)
                : named;
    }

    private void refuseOthers() {
        if (text(wanted).equals(text(there))) {
            return;
        }
        List<String> commands = new ArrayList<>();
        // A feature that keeps something brings the usual resource to a plugin that has none.
        moreResources(commands);
        features(commands);
        fewerResources(commands);
        each(
                commands,
                PieceWish.ACTION,
                there.pieces().actions(),
                wanted.pieces().actions());
        each(commands, PieceWish.ROUTE, there.pieces().routes(), wanted.pieces().routes());
        each(commands, PieceWish.TASK, there.pieces().tasks(), wanted.pieces().tasks());
        each(
                commands,
                PieceWish.PERMISSION,
                there.pieces().permissions(),
                wanted.pieces().permissions());
        if (commands.isEmpty() || hasMore()) {
            commands.add("change " + folder.resolve(SpecFile.NAME) + ", then: backstage-gen update " + folder);
        }
        throw ScaffoldException.usage(
                folder + " is there already, and was made from other wishes; nothing was written.",
                "To change it: " + String.join("; ", commands));
    }

    private void features(List<String> commands) {
        Set<String> more = missing(wanted.features(), there.features());
        Set<String> fewer = missing(there.features(), wanted.features());
        if (keepsNothingAnyMore()) {
            fewer.addAll(PieceRemoval.keepers(features, there));
        }
        if (!more.isEmpty()) {
            command(commands, AddCommand.NAME, more);
        }
        if (!fewer.isEmpty()) {
            command(commands, RemoveCommand.NAME, fewer);
        }
    }

    private boolean keepsNothingAnyMore() {
        return wanted.resources().isEmpty() && !there.resources().isEmpty();
    }

    private void moreResources(List<String> commands) {
        for (Resource resource : wanted.resources()) {
            named(there, resource)
                    .ifPresentOrElse(
                            old -> fields(commands, old, resource),
                            () -> command(commands, AddCommand.NAME, words(resource)));
        }
    }

    private void fewerResources(List<String> commands) {
        if (keepsNothingAnyMore()) {
            return;
        }
        for (Resource resource : there.resources()) {
            if (named(wanted, resource).isEmpty()) {
                command(
                        commands,
                        RemoveCommand.NAME,
                        List.of(PieceWish.RESOURCE, resource.name().toString()));
            }
        }
    }

    /** A resource as it is asked for, with what is not the usual. */
    private static List<String> words(Resource resource) {
        List<String> words =
                new ArrayList<>(List.of(PieceWish.RESOURCE, resource.name().toString()));
        if (!resource.isPluralUsual()) {
            words.addAll(List.of(Flag.PLURAL, resource.plural().toString()));
        }
        boolean isUsual = resource.fields().equals(Resource.DEFAULT.fields())
                && resource.unique().equals(Resource.DEFAULT.unique());
        if (!isUsual) {
            resource.fields().forEach(field -> words.addAll(List.of(Flag.FIELD, field.toString())));
            resource.unique().forEach(names -> words.addAll(List.of(Flag.UNIQUE, camels(names))));
        }
        resource.indexes().forEach(names -> words.addAll(List.of(Flag.INDEX, camels(names))));
        if (!resource.verbs().equals(Resource.DEFAULT.verbs())) {
            words.addAll(List.of(
                    Flag.VERBS, resource.verbs().stream().map(Verb::text).collect(Collectors.joining(","))));
        }
        return words;
    }

    private static String camels(List<Name> names) {
        return names.stream().map(Name::camel).collect(Collectors.joining(","));
    }

    private void fields(List<String> commands, Resource old, Resource now) {
        String name = now.name().toString();
        missing(now.fields(), old.fields(), Field::name)
                .forEach(field -> command(commands, AddCommand.NAME, List.of(PieceWish.FIELD, name, field.toString())));
        missing(old.fields(), now.fields(), Field::name)
                .forEach(field -> command(
                        commands,
                        RemoveCommand.NAME,
                        List.of(PieceWish.FIELD, name, field.name().camel())));
    }

    private <T> void each(List<String> commands, String kind, List<T> old, List<T> now) {
        missing(now, old, Object::toString)
                .forEach(piece -> command(commands, AddCommand.NAME, List.of(kind, piece.toString())));
        missing(old, now, Object::toString)
                .forEach(piece -> command(commands, RemoveCommand.NAME, List.of(kind, piece.toString())));
    }

    private void command(List<String> commands, String verb, Collection<String> what) {
        List<String> words = new ArrayList<>(List.of("backstage-gen", verb));
        words.addAll(what);
        words.add(folder.value());
        commands.add(ShellText.of(words));
    }

    /** Whether there is a difference for which there is no command. */
    private boolean hasMore() {
        PluginSpec rest = there.withFeatures(wanted.features())
                .withPieces(wanted.pieces())
                .withoutResources()
                .withResources(wanted.resources());
        return !text(rest).equals(text(wanted))
                || wanted.resources().stream()
                        .anyMatch(now -> named(there, now)
                                .filter(old -> !isAlike(old, now))
                                .isPresent());
    }

    /** Whether it is what it is to be once fields have come and gone. */
    private static boolean isAlike(Resource old, Resource now) {
        Set<Name> gone = missing(old.fields(), now.fields(), Field::name).stream()
                .map(Field::name)
                .collect(Collectors.toSet());
        List<Field> fields = new ArrayList<>(old.fields());
        fields.removeIf(field -> gone.contains(field.name()));
        fields.addAll(missing(now.fields(), old.fields(), Field::name));
        return fields.equals(now.fields())
                && without(gone, old.unique()).equals(now.unique())
                && without(gone, old.indexes()).equals(now.indexes())
                && old.plural().equals(now.plural())
                && old.verbs().equals(now.verbs());
    }

    private static List<List<Name>> without(Set<Name> gone, List<List<Name>> lists) {
        return lists.stream()
                .filter(names -> names.stream().noneMatch(gone::contains))
                .toList();
    }

    private static Set<String> missing(Set<String> wanted, Set<String> there) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(there);
        return missing;
    }

    private static <T> List<T> missing(List<T> wanted, List<T> there, Function<T, Object> known) {
        Set<Object> names = there.stream().map(known).collect(Collectors.toSet());
        return wanted.stream()
                .filter(each -> !names.contains(known.apply(each)))
                .toList();
    }

    private static Optional<Resource> named(PluginSpec spec, Resource resource) {
        return spec.resources().stream()
                .filter(each -> each.name().equals(resource.name()))
                .findFirst();
    }

    /**
     * What is wanted of the rules, and what was chosen in conflicts, is no wish of the command that makes the plugin;
     * nor is the order of what came one by one.
     */
    private static String text(PluginSpec spec) {
        Pieces pieces = spec.pieces();
        return SpecFile.write(spec.withoutResources()
                .withResources(sorted(spec.resources()))
                .withPieces(new Pieces(
                        sorted(pieces.actions()),
                        sorted(pieces.routes()),
                        sorted(pieces.tasks()),
                        sorted(pieces.permissions())))
                .withCheck(Map.of())
                .withChoices(List.of()));
    }

    private static <T> List<T> sorted(List<T> all) {
        return all.stream().sorted(Comparator.comparing(Object::toString)).toList();
    }
}
