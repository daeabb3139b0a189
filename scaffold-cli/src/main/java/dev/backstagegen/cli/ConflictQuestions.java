package dev.backstagegen.cli;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.UpkeepDraft;
import dev.backstagegen.merge.Merged;
import dev.backstagegen.merge.Merged.Conflict;
import dev.backstagegen.plan.Change;
import dev.backstagegen.plan.Decision;
import dev.backstagegen.plan.Diff;
import dev.backstagegen.tree.RelPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Has somebody decide conflicts, piece by piece. */
final class ConflictQuestions {

    private static final String PROMPT = "Take the generated lines? [y, n, e, d, a, q, ?] ";
    private static final String KEYS = """
              y  take the generated lines
              n  keep yours
              e  edit both between marks
              d  show the whole difference of the file
              a  take the generated lines here and everywhere after
              q  leave this plugin as it is
            """;

    private final World world;
    private final Set<RelPath> left = new HashSet<>();
    private boolean takesAll;

    ConflictQuestions(World world) {
        this.world = world;
    }

    /** What becomes of a file; open when its plugin is to be left, and then nothing more of that is asked. */
    Decision ask(UpkeepDraft draft, Change conflict) {
        if (left.contains(draft.folder())) {
            return Decision.OPEN;
        }
        Merged merged = draft.merged(conflict);
        int last = merged.pieces().size() - 1;
        int count = merged.conflicts().size();
        int number = 0;
        StringBuilder text = new StringBuilder();
        for (Merged.Piece piece : merged.pieces()) {
            if (piece instanceof Merged.Agreed agreed) {
                text.append(agreed.text());
            } else if (piece instanceof Conflict part) {
                number++;
                String title = Plain.line(conflict.path().value()) + " (" + number + " of " + count + ")";
                boolean isLast = merged.pieces().get(last) == piece;
                Optional<String> lines = takesAll ? Optional.of(part.fresh()) : decide(title, conflict, part, isLast);
                if (lines.isEmpty()) {
                    left.add(draft.folder());
                    return Decision.OPEN;
                }
                text.append(lines.get());
            }
        }
        return draft.settled(conflict, text.toString());
    }

    private Optional<String> decide(String title, Change conflict, Conflict part, boolean isLast) {
        show(title, part);
        while (true) {
            switch (answer()) {
                case "y" -> {
                    return Optional.of(part.fresh());
                }
                case "n" -> {
                    return Optional.of(part.yours());
                }
                case "a" -> {
                    takesAll = true;
                    return Optional.of(part.fresh());
                }
                case "e" -> {
                    Optional<String> edited = edited(part, isLast);
                    if (edited.isPresent()) {
                        return edited;
                    }
                }
                case "d" -> world.err().print(PatchText.err(Diff.of(List.of(conflict), Set.of()), world));
                case "q" -> {
                    return Optional.empty();
                }
                default -> world.err().print(KEYS);
            }
        }
    }

    private void show(String title, Conflict part) {
        Ink ink = world.inkErr();
        world.err().println();
        world.err().println(ink.bold(title));
        Plain.lines(part.yours()).lines().forEach(line -> world.err().println(ink.red("  yours     | " + line)));
        Plain.lines(part.fresh()).lines().forEach(line -> world.err().println(ink.green("  generated | " + line)));
    }

    /** What somebody made of both, in whole lines; nothing when the marks are still there. */
    private Optional<String> edited(Conflict part, boolean isLast) {
        String text = Editor.edit(new Merged(List.of(part)).marked(), world).replace("\r\n", "\n");
        if (Merged.isMarked(text)) {
            world.err().println("  The marks are still there.");
            return Optional.empty();
        }
        boolean isLine = !isLast || part.yours().endsWith("\n") || part.fresh().endsWith("\n");
        return Optional.of(isLine && !text.isEmpty() && !text.endsWith("\n") ? text + "\n" : text);
    }

    private String answer() {
        world.err().print(PROMPT);
        world.err().flush();
        try {
            String line = world.in().readLine();
            if (line == null) {
                world.err().println();
                throw ScaffoldException.usage("The answer is missing; nothing of the plugin was written.", "");
            }
            return line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
