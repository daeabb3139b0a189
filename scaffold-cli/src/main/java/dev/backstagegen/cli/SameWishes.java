package dev.backstagegen.cli;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.spec.Field;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.spec.Resource;
import dev.backstagegen.spec.SpecFile;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Holds the wishes of {@code new} against a plugin that is there already. */
final class SameWishes {

    private final RelPath folder;
    private final PluginSpec there;
    private final PluginSpec wanted;

    private SameWishes(RelPath folder, PluginSpec there, PluginSpec wanted) {
        this.folder = folder;
        this.there = there;
        this.wanted = wanted;
    }

    /** @throws ScaffoldException when other things are wanted than the plugin was made of, naming what they mean */
    static void refuseOthers(RelPath folder, PluginSpec there, PluginSpec wanted) {
        new SameWishes(folder, there, settled(wanted, there)).refuseOthers();
    }

    /** What was not said is as it is there: the name that followed the repository, what is kept when nobody says. */
    private static PluginSpec settled(PluginSpec wanted, PluginSpec there) {
        PluginSpec named = wanted.packageName().isPresent()
                ? wanted
                : there.packageName().map(wanted::withPackageName).orElse(wanted);
        return named.resources().isEmpty() && there.resources().equals(List.of(Resource.DEFAULT))
                ? named.withResource(Resource.DEFAULT)
                : named;
    }

    private void refuseOthers() {
        if (text(wanted).equals(text(there))) {
            return;
        }
        List<String> commands = new ArrayList<>();
        command(commands, AddCommand.NAME, missing(wanted.features(), there.features()));
        command(commands, RemoveCommand.NAME, missing(there.features(), wanted.features()));
        for (Resource resource : wanted.resources()) {
            Optional<Resource> known = named(there, resource);
            command(
                    commands,
                    AddCommand.NAME + " " + PieceWish.RESOURCE,
                    known.isEmpty() ? Set.of(resource.name().kebab()) : Set.of());
            known.ifPresent(old -> fields(commands, old, resource));
        }
        throw ScaffoldException.usage(
                folder + " is there already, and was made from other wishes; nothing was written.",
                commands.isEmpty()
                        ? "Change " + folder.resolve(SpecFile.NAME) + ", then: backstage-gen update " + folder
                        : "To change it: " + String.join("; ", commands));
    }

    private void fields(List<String> commands, Resource old, Resource now) {
        Set<String> more = new TreeSet<>();
        for (Field field : now.fields()) {
            if (old.fields().stream().noneMatch(each -> each.name().equals(field.name()))) {
                more.add("'" + field + "'");
            }
        }
        command(
                commands,
                AddCommand.NAME + " " + PieceWish.FIELD + " " + now.name().kebab(),
                more);
    }

    private void command(List<String> commands, String verb, Set<String> what) {
        if (!what.isEmpty()) {
            commands.add("backstage-gen " + verb + " " + String.join(" ", what) + " " + folder);
        }
    }

    private static Set<String> missing(Set<String> wanted, Set<String> there) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(there);
        return missing;
    }

    private static Optional<Resource> named(PluginSpec spec, Resource resource) {
        return spec.resources().stream()
                .filter(each -> each.name().equals(resource.name()))
                .findFirst();
    }

    /** What is wanted of the rules, and what was chosen in conflicts, is no wish of the command that makes the plugin. */
    private static String text(PluginSpec spec) {
        return SpecFile.write(spec.withCheck(Map.of()).withChoices(List.of()));
    }
}
