package dev.backstagegen.cli;

import dev.backstagegen.UndoDraft;
import dev.backstagegen.disk.LastRun;
import dev.backstagegen.disk.LastRun.Edited;
import dev.backstagegen.plan.Change;
import dev.backstagegen.plan.Diff;
import dev.backstagegen.tree.Json;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What came of {@code undo}, or would; for people and for programs.
 *
 * @param draft what was worked out
 * @param dryRun whether it was only to be shown
 * @param diff the patch, where it was asked for
 */
record UndoReport(UndoDraft draft, boolean dryRun, Optional<String> diff) {

    static UndoReport of(UndoDraft draft, Arguments arguments) {
        Optional<String> diff = arguments.has(Flag.DIFF)
                ? Optional.of(draft.run()
                        .map(run -> Diff.of(run.back().writes(), run.crlf()))
                        .orElse(""))
                : Optional.empty();
        return new UndoReport(draft, arguments.has(Flag.DRY_RUN), diff);
    }

    /** Whether the disk is touched. */
    boolean isWritten() {
        return !dryRun && draft.run().isPresent() && !draft.isRefused();
    }

    Exit exit() {
        return draft.isRefused() ? Exit.LEFT_TO_DO : Exit.CLEAN;
    }

    String json() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("command", UndoCommand.NAME);
        document.put("root", draft.root().toString());
        document.put("run", draft.run().map(LastRun::command).orElse(null));
        document.put("files", files());
        document.put("edited", edited());
        document.put("notes", draft.notes());
        diff.ifPresent(patch -> document.put("diff", patch));
        document.put("dryRun", dryRun);
        document.put("written", isWritten());
        document.put("exitCode", exit().code());
        return Json.write(document);
    }

    private List<Map<String, Object>> files() {
        List<Map<String, Object>> files = new ArrayList<>();
        for (Change change : changes()) {
            Map<String, Object> file = new LinkedHashMap<>();
            file.put("path", change.path().value());
            file.put("change", change.kind().name().toLowerCase(Locale.ROOT));
            files.add(file);
        }
        return files;
    }

    private List<Map<String, Object>> edited() {
        List<Map<String, Object>> edited = new ArrayList<>();
        for (Edited each : draft.run().map(LastRun::edited).orElse(List.of())) {
            Map<String, Object> file = new LinkedHashMap<>();
            file.put("path", each.path().value());
            file.put("what", each.how());
            edited.add(file);
        }
        return edited;
    }

    private List<Change> changes() {
        return draft.run().map(run -> run.back().writes()).orElse(List.of());
    }

    /** What was done comes on standard output and notes on standard error; a patch that was asked for is alone there. */
    void print(World world) {
        diff.ifPresent(patch -> world.out().print(world.terminals().out() ? Plain.lines(patch) : patch));
        world.out().flush();
        draft.notes().forEach(note -> world.err().println("Note: " + Plain.line(note)));
        PrintStream out = diff.isPresent() ? world.err() : world.out();
        Ink ink = diff.isPresent() ? world.inkErr() : world.inkOut();
        if (draft.run().isEmpty()) {
            if (draft.notes().isEmpty()) {
                out.println("There is nothing to take back.");
            }
            return;
        }
        LastRun run = draft.run().get();
        if (draft.isRefused()) {
            printEdited(run, out, ink);
        } else {
            printFiles(run, out, ink);
        }
    }

    private void printEdited(LastRun run, PrintStream out, Ink ink) {
        out.println(ink.red("backstage-gen:") + " nothing " + (dryRun ? "would be" : "was") + " taken back of: "
                + Plain.line(run.command()));
        out.println("Since then:");
        run.edited().forEach(each -> out.println("  " + each.path() + " " + each.how()));
        out.println("Put these files back as the run left them, then undo takes back all of it.");
    }

    private void printFiles(LastRun run, PrintStream out, Ink ink) {
        out.println(ink.bold(dryRun ? "Would take back" : "Took back"));
        out.println("  " + Plain.line(run.command()));
        out.println(ink.bold("Files"));
        for (Change change : changes()) {
            String sign = switch (change.kind()) {
                case CREATE -> ink.green("+");
                case DELETE -> ink.red("-");
                default -> ink.yellow("~");
            };
            out.println("  " + sign + " " + change.path());
        }
    }
}
