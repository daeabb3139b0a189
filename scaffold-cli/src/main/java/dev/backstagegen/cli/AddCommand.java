package dev.backstagegen.cli;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.feature.Features;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code backstage-gen add}: a plugin takes on a feature, or something of its own. */
final class AddCommand {

    static final String NAME = "add";

    private static final Set<String> SHAPING = Set.of(Flag.PLURAL, Flag.FIELD, Flag.UNIQUE, Flag.INDEX, Flag.VERBS);

    private AddCommand() {}

    static List<Flag> flags(Features features) {
        List<Flag> flags = new ArrayList<>();
        Flag.all(features).stream()
                .filter(flag -> SHAPING.contains(flag.name()))
                .forEach(flags::add);
        flags.addAll(UpkeepFlags.writing());
        return List.copyOf(flags);
    }

    static Exit run(List<String> args, World world) {
        Features features = Features.load();
        Arguments arguments = Arguments.parse(flags(features), args);
        if (arguments.has(Flag.HELP)) {
            return UpkeepManual.printAdd(world, features);
        }
        List<String> words = arguments.words();
        boolean isPiece = !words.isEmpty() && PieceWish.KINDS.contains(words.get(0));
        if (!isPiece || !words.get(0).equals(PieceWish.RESOURCE)) {
            refuseShaping(arguments);
        }
        SpecWish wish = isPiece
                ? PieceWish.of(words.get(0), words.subList(1, words.size()), arguments)
                : SpecWish.adding(features, words);
        return OnePlugin.run(NAME, wish, arguments, features, world);
    }

    private static void refuseShaping(Arguments arguments) {
        List<String> given = arguments.repeated().stream()
                .map(Arguments.Given::name)
                .distinct()
                .toList();
        if (!given.isEmpty()) {
            throw ScaffoldException.usage(
                    "What " + String.join(", ", given) + " says belongs to a resource that is added, and none is.",
                    "For a new resource: backstage-gen add resource NAME --field FIELD; for a field of one that is"
                            + " there: backstage-gen add field RESOURCE FIELD");
        }
    }
}
