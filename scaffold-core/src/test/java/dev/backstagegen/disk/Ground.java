package dev.backstagegen.disk;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.backstagegen.plan.Change;
import dev.backstagegen.plan.ChangePlan;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A repository to try things on, and a plan with a change of each kind for it. */
record Ground(Path root) {

    private static final Map<String, String> BEFORE = Map.of(
            "package.json", "{ \"workspaces\": [], \"dependencies\": { \"@backstage/cli\": \"1\" } }\n",
            "packages/backend/package.json", "{}\n",
            "packages/backend/src/index.ts", "one\r\ntwo\r\n",
            "app-config.yaml", "a: 1\nb: 2",
            "docs/old/only.md", "old\n",
            "docs/index.md", "index\n");

    static Ground inMemory() {
        return on(Jimfs.newFileSystem(Configuration.unix()).getPath("/acme/repo"));
    }

    static Ground onWindows() {
        return on(Jimfs.newFileSystem(Configuration.windows()).getPath("C:\\work\\repo"));
    }

    static Ground on(Path root) {
        Ground ground = new Ground(root);
        BEFORE.forEach(ground::write);
        return ground;
    }

    static ChangePlan plan() {
        FileTree plugin = FileTree.EMPTY
                .with(RelPath.of("package.json"), "{ \"name\": \"example\" }\n")
                .with(RelPath.of("src/index.ts"), "export {};\n")
                .with(RelPath.of("src/service/router.ts"), "export const router = 1;\n");
        RelPath folder = RelPath.of("plugins/example-backend");
        List<Change> changes = new ArrayList<>();
        plugin.below(folder).asMap().forEach((path, text) -> changes.add(Change.create(path, text)));
        changes.add(Baseline.change(folder, Optional.empty(), plugin));
        changes.add(Change.edit(RelPath.of("packages/backend/package.json"), "{}\n", "{ \"a\": 1 }\n"));
        changes.add(Change.edit(RelPath.of("packages/backend/src/index.ts"), "one\ntwo\n", "one\nnew\ntwo\n"));
        changes.add(Change.overwrite(RelPath.of("app-config.yaml"), "a: 1\nb: 2", "a: 1\nb: 3\n"));
        changes.add(Change.delete(RelPath.of("docs/old/only.md"), "old\n"));
        changes.add(Change.create(RelPath.of("docs/new.md"), "new\n"));
        changes.add(Change.conflict(RelPath.of("docs/index.md"), "index\n", "other\n"));
        return new ChangePlan(changes);
    }

    /** The inverse of {@link #plan}. */
    static ChangePlan back() {
        List<Change> changes = new ArrayList<>();
        for (Change change : plan().writes()) {
            RelPath path = change.path();
            changes.add(
                    change.before().isEmpty()
                            ? Change.delete(path, change.after().orElseThrow())
                            : change.after().isEmpty()
                                    ? Change.create(path, change.before().get())
                                    : Change.edit(
                                            path,
                                            change.after().get(),
                                            change.before().get()));
        }
        return new ChangePlan(changes);
    }

    static boolean isNew(Path root) {
        return Files.exists(root.resolve("docs/new.md"));
    }

    /** What {@link #plan} makes of it. */
    static Map<String, String> after() {
        Ground ground = inMemory();
        new Applier(ground.workspace()).apply(plan(), "new");
        return ground.snapshot();
    }

    Workspace workspace() {
        return Workspace.open(root);
    }

    void write(String path, String text) {
        write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    void write(String path, byte[] bytes) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String path) {
        try {
            return Files.readString(root.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that is there, folders too, with the texts of the files. */
    Map<String, String> snapshot() {
        try (Stream<Path> places = Files.walk(root)) {
            Map<String, String> all = new TreeMap<>();
            for (Path place : (Iterable<Path>) places::iterator) {
                String name = root.relativize(place).toString().replace('\\', '/');
                boolean file = Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS);
                all.put(name, file ? new String(Files.readAllBytes(place), StandardCharsets.ISO_8859_1) : "(folder)");
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
