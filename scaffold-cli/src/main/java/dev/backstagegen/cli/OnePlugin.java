package dev.backstagegen.cli;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.Upkeep;
import dev.backstagegen.UpkeepDraft;
import dev.backstagegen.feature.Features;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** What a command does that changes what is wanted of one plugin. */
final class OnePlugin {

    private OnePlugin() {}

    private static List<String> words(String command, Arguments arguments, RelPath folder) {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(arguments.words());
        if (!words.contains(folder.value())) {
            words.add(folder.value());
        }
        return words;
    }

    static Exit run(String command, SpecWish wish, Arguments arguments, Features features, World world) {
        Upkeep upkeep = Upkeep.open(UpkeepFlags.order(arguments, wish.paths(), features, world));
        List<RelPath> folders = upkeep.named();
        if (folders.size() != 1) {
            throw ScaffoldException.usage(
                    "That is several plugins, and " + command + " takes one.",
                    "Name one of " + folders.stream().map(RelPath::value).collect(Collectors.joining(", ")));
        }
        return run(command, upkeep, folders.get(0), wish::draft, arguments, world);
    }

    static Exit run(
            String command,
            Upkeep upkeep,
            RelPath folder,
            BiFunction<Upkeep, RelPath, UpkeepDraft> wish,
            Arguments arguments,
            World world) {
        Format format = Format.of(arguments, UpkeepFlags.FORMATS);
        UpkeepResult result = new UpkeepRun(upkeep, arguments, world)
                .run(folder, wish, ShellText.of(words(command, arguments, folder)));
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
