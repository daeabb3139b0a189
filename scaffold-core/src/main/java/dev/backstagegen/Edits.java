package dev.backstagegen;

import dev.backstagegen.host.Wiring;
import dev.backstagegen.plan.Change;
import dev.backstagegen.plan.ChangePlan;
import dev.backstagegen.tree.FileTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The edits of the repository's own files, as changes of a plan and as words. */
final class Edits {

    private Edits() {}

    static ChangePlan of(FileTree before, FileTree edited) {
        List<Change> changes = new ArrayList<>();
        edited.asMap().forEach((path, text) -> {
            Optional<String> old = before.text(path);
            changes.add(old.isPresent() ? Change.edit(path, old.get(), text) : Change.create(path, text));
        });
        return new ChangePlan(changes);
    }

    static List<Draft.Wiring> wirings(Wiring wiring) {
        List<Draft.Wiring> wirings = new ArrayList<>();
        wiring.done().forEach(done -> wirings.add(new Draft.Wiring(done.path(), done.what(), true, "", "")));
        wiring.left()
                .forEach(left -> wirings.add(
                        new Draft.Wiring(left.path(), "needs your hand", false, left.reason(), left.paste())));
        return wirings;
    }
}
