package dev.backstagegen.cli;

import dev.backstagegen.feature.Features;
import java.util.List;

/** {@code backstage-gen remove}: a plugin gives up a feature, or something of its own. */
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
        List<String> words = arguments.words();
        boolean isPiece = !words.isEmpty() && PieceWish.KINDS.contains(words.get(0));
        SpecWish wish = isPiece
                ? PieceRemoval.of(words.get(0), words.subList(1, words.size()), features)
                : SpecWish.removing(features, words);
        return OnePlugin.run(NAME, wish, arguments, features, world);
    }
}
