package dev.backstagegen.cli;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.Upkeep;
import dev.backstagegen.feature.Features;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.tree.RelPath;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What a command does that changes what is wanted of one plugin. */
final class OnePlugin {

    private OnePlugin() {}

    static Exit run(String command, SpecWish wish, Arguments arguments, Features features, World world) {
        Upkeep upkeep = Upkeep.open(UpkeepFlags.order(arguments, wish.paths(), features, world));
        List<RelPath> folders = upkeep.named();
        if (folders.size() != 1) {
            throw ScaffoldException.usage(
                    "That is several plugins, and " + command + " takes one.",
                    "Name one of " + folders.stream().map(RelPath::value).collect(Collectors.joining(", ")));
        }
        return run(command, upkeep, folders.get(0), wish.change(), arguments, world);
    }

    static Exit run(
            String command,
            Upkeep upkeep,
            RelPath folder,
            UnaryOperator<PluginSpec> wish,
            Arguments arguments,
            World world) {
        Format format = Format.of(arguments, UpkeepFlags.FORMATS);
        UpkeepResult result = new UpkeepRun(upkeep, arguments, world).run(folder, wish, command + " " + folder);
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
