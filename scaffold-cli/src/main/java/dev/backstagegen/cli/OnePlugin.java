package dev.backstagegen.cli;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.Upkeep;
import dev.backstagegen.feature.Features;
import dev.backstagegen.tree.RelPath;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a command does that changes what is wanted of one plugin.
 *
 * @param command its name, by which it is reported
 * @param said the line by which it is remembered
 */
record OnePlugin(String command, String said) {

    /**
     * The plugin that is named, or the only one there.
     *
     * @throws ScaffoldException when it is not clear which one is meant
     */
    static Exit run(String command, SpecWish wish, Arguments arguments, Features features, World world) {
        Upkeep upkeep = Upkeep.open(UpkeepFlags.order(arguments, wish.paths(), features, world));
        List<RelPath> folders = upkeep.named();
        if (folders.size() != 1) {
            throw ScaffoldException.usage(
                    "That is several plugins, and " + command + " takes one.",
                    "Name one of " + folders.stream().map(RelPath::value).collect(Collectors.joining(", ")));
        }
        return run(command, upkeep, folders.get(0), wish, arguments, world);
    }

    /** One that was found. */
    static Exit run(String command, Upkeep upkeep, RelPath folder, SpecWish wish, Arguments arguments, World world) {
        Arguments named = wish.paths().isEmpty() ? arguments.and(folder.value()) : arguments;
        return new OnePlugin(command, ShellText.of(command, named)).run(upkeep, folder, wish, arguments, world);
    }

    Exit run(Upkeep upkeep, RelPath folder, SpecWish wish, Arguments arguments, World world) {
        Format format = Format.of(arguments, UpkeepFlags.FORMATS);
        UpkeepResult result = new UpkeepRun(upkeep, arguments, world).run(folder, wish, said);
        switch (format) {
            case JSON -> world.out().print(UpkeepDocument.of(command, upkeep, result, arguments.has(Flag.DIFF)));
            case MARKDOWN ->
                UpkeepMarkdown.print(
                        command, upkeep.notes(), List.of(new PluginOutcome.Done(folder, result)), arguments, world);
            default -> new UpkeepText(upkeep.notes(), world, arguments.has(Flag.DIFF)).print(result);
        }
        return result.exit();
    }
}
