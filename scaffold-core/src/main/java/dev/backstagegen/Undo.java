package dev.backstagegen;

import dev.backstagegen.disk.Applier;
import dev.backstagegen.disk.LastRun;
import dev.backstagegen.disk.Memory;
import dev.backstagegen.disk.Recovery;
import dev.backstagegen.disk.Repair;
import dev.backstagegen.disk.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The front door back out: from what is remembered of the last run to the tree as it was before it. */
public final class Undo {

    private Undo() {}

    /**
     * Works out what there is to take back. Nothing is written, unless the last run was killed: then that one is taken
     * back, a note says so, and the run before it stays, since nobody meant that one.
     *
     * @param folder where the user stands
     * @param root the repository to work in; empty to look for it from the folder upwards
     * @throws ScaffoldException when what is remembered cannot be read
     */
    public static UndoDraft draft(Path folder, Optional<Path> root) {
        Workspace workspace = Workspace.around(folder, root);
        List<String> notes = new ArrayList<>();
        Optional<Repair> repair = new Recovery(workspace).repair();
        Optional<LastRun> last = new Memory(workspace).last();
        if (repair.isPresent()) {
            notes.add(repair.get().note());
            last.ifPresent(run -> notes.add(
                    "To take back the run before it as well, run undo again; it takes back: " + run.command() + "."));
            return new UndoDraft(workspace.root(), Optional.empty(), notes);
        }
        return new UndoDraft(workspace.root(), last, notes);
    }

    /**
     * Takes the run back, wholly or not at all; where there is none to take back, nothing happens.
     *
     * @throws ScaffoldException when something was edited since the run or the draft, or the disk does not allow it
     */
    public static void apply(UndoDraft draft) {
        draft.run().ifPresent(run -> new Applier(Workspace.open(draft.root())).takeBack(run));
    }
}
