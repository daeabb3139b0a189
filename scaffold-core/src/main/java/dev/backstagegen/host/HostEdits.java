package dev.backstagegen.host;

import dev.backstagegen.host.Wiring.Done;
import dev.backstagegen.host.Wiring.Left;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import dev.backstagegen.tree.TextEdit;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a plugin known to the repository around it: as a dependency of the backend, in the backend's code, among the
 * sources of actions, with its section of the configuration, and to its owner; what it shares is made known to its
 * frontend. Each file is edited where it has to be and is otherwise the same, to the byte; what is there already is not
 * done again, and what is not certain is left to the user with the line to paste.
 */
public final class HostEdits {

    private static final RelPath USUAL_BACKEND = RelPath.of("packages/backend");
    private static final RelPath APP_CONFIG = RelPath.of("app-config.yaml");

    private final FileTree files;
    private FileTree edited = FileTree.EMPTY;
    private final List<Done> done = new ArrayList<>();
    private final List<Left> left = new ArrayList<>();

    private HostEdits(FileTree files) {
        this.files = files;
    }

    /** What the wish needs in the repository. */
    public static Wiring wire(Host host, Wish wish) {
        HostEdits edits = new HostEdits(host.files());
        RelPath backend = host.backend().orElse(USUAL_BACKEND);
        String missing = host.backend().isPresent() ? "" : "There is no one package with the role of a backend.";
        edits.take(backend.resolve("package.json"), missing, new Dependency(wish.packageName(), host.workspaceRange()));
        edits.take(backend.resolve("src/index.ts"), missing, new BackendFeature(wish.packageName()));
        host.frontend(wish.pluginId())
                .ifPresent(frontend -> wish.shared()
                        .forEach(name -> edits.take(frontend, "", new Dependency(name, host.workspaceRange()))));
        if (wish.hasActions()) {
            edits.take(APP_CONFIG, "", new ActionSource(wish.pluginId()));
        }
        if (!wish.configuration().isEmpty()) {
            edits.take(APP_CONFIG, "", new ConfigSection(wish.configuration()));
        }
        wish.owner().ifPresent(owner -> edits.take(Owner.file(host.files()), "", new Owner(wish.folder(), owner)));
        return new Wiring(edits.edited, edits.done, edits.left);
    }

    /** What changes from one wish to the next. */
    public static Wiring rewire(Host host, Wish before, Wish after) {
        return before.equals(after) ? Wiring.NONE : wire(host, after);
    }

    private void take(RelPath path, String missing, Target target) {
        // Two targets may lie in one file; the second one sees what the first one did.
        String text = edited.text(path).or(() -> files.text(path)).orElse("");
        Step step = !missing.isEmpty()
                ? Step.left(missing, target.paste())
                : files.has(path) || target.mayBeNew()
                        ? target.edit(text)
                        : Step.left("There is no " + path + ".", target.paste());
        if (step instanceof Step.Edit edit) {
            edited = edited.with(path, TextEdit.apply(text, List.of(edit.edit())));
            done.add(new Done(path, edit.what()));
        } else if (step instanceof Step.Left hand) {
            left.add(new Left(path, hand.reason(), hand.paste()));
        }
    }
}
