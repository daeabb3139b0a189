package dev.backstagegen.cli;

import dev.backstagegen.Adoption;
import dev.backstagegen.ScaffoldException;
import dev.backstagegen.Upkeep;
import dev.backstagegen.feature.Features;
import dev.backstagegen.plan.Change;
import dev.backstagegen.plan.Diff;
import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.RelPath;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code backstage-gen adopt}: a plugin that was made otherwise is kept up from now on. */
final class AdoptCommand {

    static final String NAME = "adopt";

    private AdoptCommand() {}

    static List<Flag> flags() {
        return List.of(
                UpkeepFlags.ROOT,
                Flag.toggle(Flag.DRY_RUN, Flag.Group.HOW, "Say what would happen, and write nothing."),
                Flag.toggle(
                        Flag.DIFF,
                        Flag.Group.HOW,
                        "Print what is written as a patch on standard output, and everything else on standard error."),
                CommonFlags.format(Format.TEXT, Format.JSON),
                CommonFlags.DEBUG,
                CommonFlags.HELP);
    }

    static Exit run(List<String> args, World world) {
        Features features = Features.load();
        Arguments arguments = Arguments.parse(flags(), args);
        if (arguments.has(Flag.HELP)) {
            return UpkeepManual.printAdopt(world);
        }
        Format format = Format.of(arguments, Format.TEXT, Format.JSON);
        if (arguments.words().size() != 1) {
            throw ScaffoldException.usage(
                    arguments.words().isEmpty() ? "It is not said which plugin." : "One plugin is taken on at a time.",
                    "For example: backstage-gen adopt plugins/example-backend");
        }
        Upkeep upkeep = Upkeep.open(UpkeepFlags.order(arguments, arguments.words(), features, world));
        List<RelPath> named = upkeep.adoptable();
        if (named.size() != 1) {
            throw ScaffoldException.usage(
                    named.isEmpty() ? "There is no backend plugin there." : "There are several plugins there.",
                    named.isEmpty()
                            ? "Its package.json says: \"backstage\": { \"role\": \"backend-plugin\" }"
                            : "Name one of "
                                    + named.stream().map(RelPath::value).collect(Collectors.joining(", ")));
        }
        Adoption adoption = upkeep.adoption(named.get(0));
        boolean dry = arguments.has(Flag.DRY_RUN);
        if (!dry) {
            upkeep.apply(adoption, NAME + " " + adoption.folder());
        }
        upkeep.notes().forEach(note -> world.err().println("Note: " + Plain.line(note)));
        switch (format) {
            case JSON -> world.out().print(document(adoption, dry));
            default -> print(adoption, dry, arguments.has(Flag.DIFF), world);
        }
        return Exit.CLEAN;
    }

    private static void print(Adoption adoption, boolean dry, boolean diff, World world) {
        if (diff) {
            world.out().print(PatchText.out(Diff.of(adoption.plan()), world));
            world.out().flush();
        }
        PrintStream out = diff ? world.err() : world.out();
        out.println((dry ? "Would take on " : "Took on ") + adoption.folder() + " as the plugin "
                + adoption.spec().id() + ". None of its files " + (dry ? "would be" : "was") + " changed.");
        for (Change change : adoption.plan().writes()) {
            out.println("  + " + change.path());
        }
        String has = adoption.spec().features().isEmpty()
                ? "No feature was recognised."
                : "It seems to have: " + String.join(", ", adoption.spec().features()) + ".";
        out.println(has + " What it keeps in tables stays its own.");
        out.println("From now on: backstage-gen add FEATURE " + adoption.folder());
    }

    private static String document(Adoption adoption, boolean dry) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("command", NAME);
        document.put("folder", adoption.folder().value());
        document.put("id", adoption.spec().id().value());
        document.put("features", List.copyOf(adoption.spec().features()));
        document.put(
                "files",
                adoption.plan().writes().stream()
                        .map(change -> change.path().value())
                        .toList());
        document.put("dryRun", dry);
        document.put("written", !dry);
        document.put("exitCode", Exit.CLEAN.code());
        return Json.write(document);
    }
}
