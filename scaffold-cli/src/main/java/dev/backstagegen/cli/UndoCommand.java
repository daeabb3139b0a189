package dev.backstagegen.cli;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.Undo;
import dev.backstagegen.UndoDraft;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code backstage-gen undo}: the tree as it was before the last run. */
final class UndoCommand {

    static final String NAME = "undo";

    private UndoCommand() {}

    static List<Flag> flags() {
        return List.of(
                new Flag(
                        List.of(Flag.ROOT),
                        "DIR",
                        Flag.Group.WHERE,
                        "The repository to work in. When nothing is said, it is looked for from the current folder"
                                + " upwards."),
                new Flag(List.of(Flag.DRY_RUN), "", Flag.Group.HOW, "Say what would happen, and write nothing."),
                new Flag(
                        List.of(Flag.DIFF),
                        "",
                        Flag.Group.HOW,
                        "Print what is taken back as a patch on standard output, and everything else on standard"
                                + " error."),
                CommonFlags.format(Format.TEXT, Format.JSON),
                CommonFlags.DEBUG,
                CommonFlags.HELP);
    }

    static Exit run(List<String> args, World world) {
        Arguments arguments = Arguments.parse(flags(), args);
        if (arguments.has(Flag.HELP)) {
            return Manual.printUndo(world);
        }
        Format format = Format.of(arguments, Format.TEXT, Format.JSON);
        if (!arguments.words().isEmpty()) {
            throw ScaffoldException.usage(
                    "'" + Plain.line(arguments.words().get(0)) + "' is one word too many.",
                    "The last run is taken back as a whole; to see what it did: backstage-gen undo --dry-run --diff");
        }
        Optional<Path> root = arguments.value(Flag.ROOT).map(name -> Places.folder(world.cwd(), name));
        UndoDraft draft = Undo.draft(world.cwd(), root);
        UndoReport report = UndoReport.of(draft, arguments);
        if (report.isWritten()) {
            Undo.apply(draft);
        }
        switch (format) {
            case JSON -> world.out().print(report.json());
            default -> report.print(world);
        }
        return report.exit();
    }
}
