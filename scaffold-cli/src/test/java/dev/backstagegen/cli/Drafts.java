package dev.backstagegen.cli;

import dev.backstagegen.Draft;
import dev.backstagegen.Order;
import dev.backstagegen.feature.Features;
import dev.backstagegen.plan.Change;
import dev.backstagegen.plan.ChangePlan;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.tree.RelPath;
import java.util.List;

/** Drafts made by hand, so that the words around them can be tested alone. */
final class Drafts {

    private static final Features FEATURES = Features.load();
    private static final RelPath INDEX = RelPath.of("packages/backend/src/index.ts");
    private static final RelPath MANIFEST = RelPath.of("packages/backend/package.json");

    private Drafts() {}

    /** All is well. */
    static Draft plain(Order order) {
        return draft(order, plan(order), List.of(), List.of(wired()));
    }

    /** The line in the backend could not be added. */
    static Draft unwired(Order order) {
        return draft(
                order,
                plan(order),
                List.of(),
                List.of(
                        wired(),
                        new Draft.Wiring(
                                INDEX,
                                "adds the plugin to the backend",
                                false,
                                "There is no call of createBackend in it.",
                                "backend.add(\n  import('@internal/plugin-example-backend'),\n);")));
    }

    /** Something else stands where one of the files should. */
    static Draft taken(Order order) {
        RelPath there = folder(order).resolve("package.json");
        Change change =
                order.force() ? Change.overwrite(there, "mine\n", "{}\n") : Change.conflict(there, "mine\n", "{}\n");
        return draft(order, new ChangePlan(List.of(change)), inTheWay(order, there), List.of());
    }

    /** The very same plugin stands there. */
    static Draft twin(Order order) {
        RelPath there = folder(order).resolve("package.json");
        return draft(
                order, new ChangePlan(List.of(Change.edit(there, "{}\n", "{}\n"))), inTheWay(order, there), List.of());
    }

    static Draft withNotes(Order order, String... notes) {
        Draft plain = plain(order);
        return new Draft(
                plain.root(),
                plain.spec(),
                plain.folder(),
                plain.features(),
                plain.release(),
                plain.plan(),
                plain.inTheWay(),
                plain.isInRepository(),
                plain.wirings(),
                List.of(notes));
    }

    private static Draft draft(Order order, ChangePlan plan, List<RelPath> inTheWay, List<Draft.Wiring> wirings) {
        PluginSpec spec = order.spec();
        String name = spec.packageName().orElse("@internal/plugin-" + spec.id().folder());
        return new Draft(
                order.root().orElse(order.folder()),
                spec.withPackageName(name),
                folder(order),
                order.features(),
                "1.55.0",
                plan,
                inTheWay,
                true,
                wirings,
                List.of("The versions are those of yarn.lock."));
    }

    private static List<RelPath> inTheWay(Order order, RelPath there) {
        return order.force() ? List.of() : List.of(there);
    }

    private static ChangePlan plan(Order order) {
        return new ChangePlan(List.of(
                Change.create(folder(order).resolve("package.json"), "{}\n"),
                Change.create(folder(order).resolve("src/index.ts"), "export {};\n"),
                Change.edit(MANIFEST, "{\n}\n", "{\n  \"dependencies\": {}\n}\n")));
    }

    private static Draft.Wiring wired() {
        return new Draft.Wiring(MANIFEST, "the dependency on the plugin", true, "", "");
    }

    private static RelPath folder(Order order) {
        return RelPath.of("plugins/" + order.spec().id().folder());
    }
}
