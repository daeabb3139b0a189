package dev.backstagegen.cli;

import dev.backstagegen.feature.Features;
import java.util.List;

/** {@code backstage-gen remove}: a plugin gives up a feature. */
final class RemoveCommand {

    static final String NAME = "remove";

    private RemoveCommand() {}

    static List<Flag> flags() {
        return UpkeepFlags.writing();
    }

    static Exit run(List<String> args, World world) {
        Features features = Features.load();
        Arguments arguments = Arguments.parse(flags(), args);
        if (arguments.has(Flag.HELP)) {
            return UpkeepManual.printRemove(world);
        }
        return OnePlugin.run(NAME, SpecWish.removing(features, arguments.words()), arguments, features, world);
    }
}
