package dev.backstagegen.cli;

import dev.backstagegen.FileStatus;
import dev.backstagegen.ScaffoldException;
import dev.backstagegen.UpkeepDraft;
import dev.backstagegen.feature.Features;
import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** {@code backstage-gen status}: how the files of plugins stand to what is generated. */
final class StatusCommand {

    static final String NAME = "status";

    private static final String CHECK = "--check";

    private StatusCommand() {}

    /** How one plugin stands: its files, or why they could not be looked at. */
    private record Standing(RelPath folder, List<FileStatus> files, Optional<ScaffoldException> failure) {

        boolean isBehind() {
            return files.stream().anyMatch(file -> file.state().isBehind());
        }
    }

    static List<Flag> flags() {
        return List.of(
                UpkeepFlags.all("Every plugin of the repository that is kept up."),
                UpkeepFlags.toggle(
                        CHECK,
                        Flag.Group.HOW,
                        "End with exit code 1 when something is behind, or a conflict was left undecided."),
                UpkeepFlags.value(
                        UpkeepFlags.TO_RELEASE,
                        "RELEASE",
                        Flag.Group.WHAT,
                        "Compare with this release of Backstage. When nothing is said: the one that the repository"
                                + " has."),
                UpkeepFlags.ROOT,
                CommonFlags.format(Format.TEXT, Format.JSON),
                CommonFlags.DEBUG,
                CommonFlags.HELP);
    }

    static Exit run(List<String> args, World world) {
        Features features = Features.load();
        Arguments arguments = Arguments.parse(flags(), args);
        if (arguments.has(Flag.HELP)) {
            return UpkeepManual.printStatus(world);
        }
        Format format = Format.of(arguments, Format.TEXT, Format.JSON);
        Selected selected = Selected.of(arguments, features, world);
        List<Standing> standings = selected.folders().parallelStream()
                .map(folder -> standing(selected, folder))
                .toList();
        boolean failed = standings.stream().anyMatch(each -> each.failure().isPresent());
        boolean behind = standings.stream().anyMatch(Standing::isBehind);
        Exit exit = failed ? Exit.FAILED : behind && arguments.has(CHECK) ? Exit.LEFT_TO_DO : Exit.CLEAN;
        selected.upkeep().notes().forEach(note -> world.err().println("Note: " + Plain.line(note)));
        switch (format) {
            case JSON -> world.out().print(document(standings, exit));
            default -> print(standings, world);
        }
        return exit;
    }

    private static Standing standing(Selected selected, RelPath folder) {
        try {
            UpkeepDraft draft = selected.upkeep().draft(folder, UnaryOperator.identity());
            return new Standing(folder, draft.status(), Optional.empty());
        } catch (ScaffoldException wrong) {
            if (selected.isOne()) {
                throw wrong;
            }
            return new Standing(folder, List.of(), Optional.of(wrong));
        }
    }

    private static void print(List<Standing> standings, World world) {
        Ink ink = world.inkOut();
        for (Standing standing : standings) {
            world.out().println(ink.bold(Plain.line(standing.folder().value())) + ": " + Plain.line(words(standing)));
            for (FileStatus file : standing.files()) {
                if (!file.isAsGenerated()) {
                    String words = Plain.line(file.words());
                    world.out()
                            .println("  " + file.path() + ": " + (file.state().isBehind() ? ink.yellow(words) : words));
                }
            }
        }
        if (standings.size() > 1) {
            long behind = standings.stream().filter(Standing::isBehind).count();
            world.out().println(standings.size() + " plugins, " + behind + " behind.");
        }
    }

    private static String words(Standing standing) {
        return standing.failure()
                .map(ScaffoldException::getMessage)
                .orElse(standing.isBehind() ? "behind; backstage-gen update " + standing.folder() : "up to date");
    }

    private static String document(List<Standing> standings, Exit exit) {
        List<Map<String, Object>> plugins = new ArrayList<>();
        for (Standing standing : standings) {
            Map<String, Object> plugin = new LinkedHashMap<>();
            plugin.put("folder", standing.folder().value());
            plugin.put("behind", standing.isBehind());
            standing.failure().ifPresent(wrong -> plugin.put("error", wrong.getMessage()));
            List<Map<String, Object>> files = new ArrayList<>();
            for (FileStatus each : standing.files()) {
                Map<String, Object> file = new LinkedHashMap<>();
                file.put("path", each.path().value());
                file.put("state", each.state().name().toLowerCase(Locale.ROOT));
                each.origin().ifPresent(origin -> file.put("movedFrom", origin.value()));
                files.add(file);
            }
            plugin.put("files", files);
            plugins.add(plugin);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("command", NAME);
        document.put("plugins", plugins);
        document.put("exitCode", exit.code());
        return Json.write(document);
    }
}
