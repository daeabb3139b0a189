package dev.backstagegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.merge.Merged;
import dev.backstagegen.plan.Decision;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** One sequence of edits and runs on a disk: what becomes of it with all that there is. */
final class EditsThroughTheDoor {

    private static final RelPath FOLDER = RelPath.of(Acme.PLUGIN);
    private static final RelPath MEMORY = RelPath.of(".backstage-gen.base");
    private static final List<String> FEATURES =
            List.of("db", "mcp", "cache", "scheduler", "config", "common", "ci", "lifecycle");

    private final Random random;
    private final HandEdits hand;
    private final Acme acme;

    EditsThroughTheDoor(Random random) {
        this.random = random;
        this.hand = new HandEdits(random);
        this.acme = Acme.with(random.nextBoolean() ? new String[] {"db"} : new String[] {});
    }

    void run() {
        for (int i = 0; i < 2; i++) {
            edit();
            step(wish());
        }
    }

    /** By hand, but not what the tool keeps for itself. */
    private void edit() {
        FileTree files = files();
        FileTree own = files;
        for (RelPath path : files.paths()) {
            own = isKept(path) || path.name().equals("package.json") ? own.without(path) : own;
        }
        FileTree edited = hand.some(own);
        for (RelPath path : own.paths()) {
            if (!edited.has(path)) {
                acme.delete(Acme.PLUGIN + "/" + path);
            }
        }
        int crlf = random.nextInt(4);
        edited.asMap().forEach((path, text) -> {
            boolean changes = crlf == 0 || crlf == 1 && random.nextInt(4) == 0;
            acme.file(Acme.PLUGIN + "/" + path, changes ? text.replace("\r", "").replace("\n", "\r\n") : text);
        });
    }

    private UnaryOperator<PluginSpec> wish() {
        String feature = FEATURES.get(random.nextInt(FEATURES.size()));
        return switch (random.nextInt(4)) {
            case 0 -> Acme.removing(feature);
            case 1 -> spec -> spec.withDescription("Says " + feature);
            default -> Acme.adding(feature);
        };
    }

    private void step(UnaryOperator<PluginSpec> wish) {
        UpkeepDraft draft = acme.draft(wish);
        FileTree before = files().without(MEMORY);
        Map<RelPath, Merged> givenUp = new TreeMap<>();
        UpkeepDraft decided = draft.decided(conflict -> switch (random.nextInt(4)) {
            case 0 -> {
                givenUp.put(conflict.path().relativeTo(FOLDER), draft.merged(conflict));
                yield new Decision.Settled(draft.merged(conflict).text(Merged.Conflict::fresh));
            }
            case 1 -> new Decision.Settled(draft.merged(conflict).text(Merged.Conflict::yours));
            default -> Decision.BESIDE;
        });
        Acme.apply(acme.upkeep(), decided);
        EditLaw law = new EditLaw(
                List.of(plugin(draft.base().files()), plugin(draft.yours().base())), before, files());
        givenUp.forEach(law::givenUp);
        law.check();
        var once = acme.tree();
        UpkeepDraft again = acme.update();
        assertThat(again.plan().writes()).as("second run").isEmpty();
        assertThat(again.conflicts()).as("second run").isEmpty();
        assertThat(acme.tree()).isEqualTo(once);
    }

    /** What lies in the plugin; the base has files elsewhere too. */
    private static FileTree plugin(FileTree base) {
        FileTree plugin = FileTree.EMPTY;
        for (RelPath path : base.paths()) {
            plugin = path.startsWith(FOLDER)
                    ? plugin.with(path.relativeTo(FOLDER), base.text(path).orElseThrow())
                    : plugin;
        }
        return plugin;
    }

    private static boolean isKept(RelPath path) {
        return path.name().startsWith(".backstage-gen");
    }

    private FileTree files() {
        FileTree files = FileTree.EMPTY;
        for (String path : acme.tree(Acme.PLUGIN).keySet()) {
            files = path.endsWith("/") ? files : files.with(RelPath.of(path), acme.read(Acme.PLUGIN + "/" + path));
        }
        return files;
    }
}
