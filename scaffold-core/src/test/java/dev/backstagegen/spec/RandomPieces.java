package dev.backstagegen.spec;

import java.util.List;
import java.util.Random;

/** Legal pieces of a plugin by chance: none one time in two, else a few of any kind. */
final class RandomPieces {

    private static final List<String> NAMES = List.of(
            "approve-update",
            "call",
            "class",
            "create-digest",
            "delete",
            "export-read",
            "get-time",
            "import",
            "list-users",
            "new",
            "remove-all",
            "restart-service",
            "run",
            "service",
            "update-and-read",
            "void",
            "z");

    private final Random random;
    private final RandomNames names;

    RandomPieces(Random random) {
        this.random = random;
        this.names = new RandomNames(random);
    }

    Pieces next(PluginSpec spec) {
        Pieces pieces = Pieces.NONE;
        for (int i = names.chance(2) ? 0 : 1 + random.nextInt(6); i > 0; i--) {
            Pieces before = pieces;
            pieces = RandomNames.legal(() -> {
                Pieces more = and(before);
                PieceNames.check(spec.id(), spec.resources(), more);
                return more;
            });
        }
        return pieces;
    }

    private Pieces and(Pieces pieces) {
        String name = names.chance(3) ? names.any(NAMES) : names.kebab(1 + random.nextInt(Pieces.MAX_LENGTH));
        return switch (random.nextInt(4)) {
            case 0 -> pieces.withAction(Action.of(name));
            case 1 -> pieces.withRoute(Route.of(names.any(List.of(Route.Method.values())) + path()));
            case 2 -> pieces.withTask(name);
            default -> pieces.withPermission(name);
        };
    }

    private String path() {
        StringBuilder path =
                new StringBuilder(" /" + (names.chance(3) ? names.any(NAMES) : names.kebab(1 + random.nextInt(30))));
        for (int i = random.nextInt(4); i > 0; i--) {
            int length = 1 + random.nextInt(15);
            path.append(names.chance(2) ? "/:" + names.camel(length) : "/" + names.kebab(length));
        }
        return path.toString();
    }
}
