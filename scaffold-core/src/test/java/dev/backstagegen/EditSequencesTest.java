package dev.backstagegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.moved.Moves;
import dev.backstagegen.moved.Yours;
import dev.backstagegen.plan.Change;
import dev.backstagegen.plan.ChangePlan;
import dev.backstagegen.plan.Decision;
import dev.backstagegen.plan.Planner;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import dev.backstagegen.tree.Txtar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Whatever people do to a plugin between whatever runs: each line that they wrote is in the result or in a conflict
 * that they were shown, what they did not touch is as generated, and a second run finds nothing to do.
 *
 * <p>{@code -Dsequences=} says how many are tried, {@code -Dseed=} which is the first; a failure names its own.
 */
class EditSequencesTest {

    private static final long SEED = Long.getLong("seed", 20_260_101);
    private static final long SEQUENCES = Long.getLong("sequences", 2_000);

    /** Those through the front door are made and written for real, which takes its time. */
    private static final long THROUGH_THE_DOOR = Math.max(1, SEQUENCES / 100);

    private static final int FILES = 3;
    private static final RelPath FOLDER = RelPath.of(Acme.PLUGIN);
    private static final Pattern WORD = Pattern.compile("[\\w$]+");
    private static final Path GOLDENS = Path.of("src/test/resources/golden");

    /** Plugins of many sets of features, and one of templates that are older. */
    private static final List<FileTree> GENERATED = generated();

    private static List<FileTree> generated() {
        List<FileTree> trees = new ArrayList<>();
        for (String name : List.of(
                "nothing",
                "db",
                "mcp",
                "db+mcp",
                "everything",
                "identity",
                "common",
                "scheduler",
                "http-client",
                "events",
                "cache",
                "ci",
                "three-resources")) {
            trees.add(tree(GOLDENS.resolve(name + ".txtar")));
        }
        trees.add(tree(Path.of("src/test/resources/fixtures/first-templates.txtar"))
                .under(FOLDER));
        return List.copyOf(trees);
    }

    private static FileTree tree(Path file) {
        try {
            return Txtar.read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void noLineOfAPersonIsLost(TestReporter reporter) {
        reporter.publishEntry("sequences", SEQUENCES + " from seed " + SEED);
        each(SEQUENCES, seed -> new InMemory(new Random(seed)).run());
    }

    @Test
    void noLineOfAPersonIsLostThroughTheFrontDoor(TestReporter reporter) {
        reporter.publishEntry("sequences", THROUGH_THE_DOOR + " from seed " + SEED);
        each(THROUGH_THE_DOOR, seed -> new ThroughTheDoor(new Random(seed)).run());
    }

    private interface Sequence {
        void of(long seed);
    }

    private static void each(long sequences, Sequence sequence) {
        LongStream.range(SEED, SEED + sequences).parallel().forEach(seed -> {
            try {
                sequence.of(seed);
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("-Dsequences=1 -Dseed=" + seed + "\n" + failure, failure);
            }
        });
    }

    /** What is compared of a text: neither white space nor what a printer changes at will. */
    private static String essence(String text) {
        return text.replaceAll("[\\s,;()]+", "").replace('"', '\'');
    }

    /** The lines of a text that say what was not generated; to break a line elsewhere is not to write one. */
    private static List<String> own(List<String> generated, String text) {
        List<String> said = generated.stream().map(EditSequencesTest::essence).toList();
        return text.lines()
                .filter(line -> said.stream().noneMatch(each -> each.contains(essence(line))))
                .toList();
    }

    /**
     * @param generated what was generated, with each file where it lies now, in any words that the user has for it
     * @param before what stood there
     * @param after what stands there now
     */
    private static void assertNothingLost(
            List<FileTree> generated, FileTree before, FileTree after, Set<RelPath> givenUp) {
        Set<String> known = new TreeSet<>();
        before.asMap().forEach((path, text) -> {
            boolean isUntouched =
                    generated.stream().anyMatch(tree -> tree.text(path).equals(Optional.of(text)));
            if (isUntouched || givenUp.contains(path)) {
                return;
            }
            String shown = essence(after.text(path).orElse(""));
            List<String> own = own(
                    generated.stream().flatMap(tree -> tree.text(path).stream()).toList(), text);
            if (known.isEmpty()) {
                after.asMap().values().forEach(each -> known.addAll(words(each)));
                generated.forEach(tree -> tree.asMap().values().forEach(each -> known.addAll(words(each))));
            }
            assertThat(own)
                    .as("lines of %s", path)
                    .allMatch(line -> shown.contains(essence(line)) || isCode(path) && known.containsAll(words(line)));
        });
    }

    /** Whether both sides may have their way within one line; then each word of it counts. */
    private static boolean isCode(RelPath path) {
        return path.extension().equals("ts") || path.extension().equals("js");
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the planner and the merges make of it, on trees in memory. */
    private static final class InMemory {

        private final Random random;
        private final HandEdits hand;
        private final Set<RelPath> chosen;
        private FileTree base;
        private FileTree disk;

        InMemory(Random random) {
            this.random = random;
            this.hand = new HandEdits(random);
            this.chosen = chosen();
            this.base = any();
            this.disk = base;
        }

        void run() {
            for (int i = random.nextInt(2); i >= 0; i--) {
                disk = hand.some(disk);
                step(random.nextInt(4) == 0 ? base : any());
            }
        }

        /** A few files; many more would only take longer, but now and then it is all. */
        private Set<RelPath> chosen() {
            List<RelPath> paths = new ArrayList<>(
                    GENERATED.get(random.nextInt(GENERATED.size())).paths());
            Collections.shuffle(paths, random);
            return new TreeSet<>(random.nextInt(500) == 0 ? paths : paths.subList(0, FILES));
        }

        /** Generated by these templates, or by some that read a little differently. */
        private FileTree any() {
            FileTree whole = GENERATED.get(random.nextInt(GENERATED.size()));
            FileTree tree = FileTree.EMPTY;
            for (RelPath path : chosen) {
                Optional<String> text = whole.text(path);
                tree = text.isPresent() ? tree.with(path, text.get()) : tree;
            }
            if (random.nextInt(3) > 0) {
                return tree;
            }
            HandEdits templates = new HandEdits(random);
            return templates.some(tree);
        }

        private void step(FileTree fresh) {
            Yours yours = Yours.of(at(base), at(fresh), at(disk));
            ChangePlan plan = Needed.with(
                    yours.left(Planner.plan(yours.base(), at(disk), yours.fresh(), false)), yours.fresh(), FOLDER);
            Decision[] decisions = {Decision.OPEN, Decision.BESIDE, Decision.OPEN};
            Set<RelPath> givenUp = new TreeSet<>();
            ChangePlan decided = plan.decided(
                    conflict -> {
                        if (random.nextInt(4) == 0) {
                            givenUp.add(conflict.path().relativeTo(FOLDER));
                            return new Decision.Settled(conflict.after().orElseThrow());
                        }
                        return decisions[random.nextInt(decisions.length)];
                    },
                    at(disk));
            FileTree after = disk;
            for (Change change : decided.writes()) {
                RelPath path = change.path().relativeTo(FOLDER);
                after = change.after().isPresent()
                        ? after.with(path, change.after().get())
                        : after.without(path);
            }
            FileTree next = Planner.nextBase(at(base), at(fresh), yours.asGenerated(decided))
                    .under(FOLDER);
            assertNothingLost(List.of(asLying(yours.moves()), yours.base().under(FOLDER)), disk, after, givenUp);
            assertUntouchedIsGenerated(yours, after);
            Yours then = Yours.of(at(next), at(fresh), at(after));
            ChangePlan again = then.left(Planner.plan(then.base(), at(after), then.fresh(), false));
            assertThat(again.writes()).as("second run").isEmpty();
            assertThat(again.conflicts()).as("second run").hasSameSizeAs(decided.conflicts());
            base = next;
            disk = after;
        }

        /** What was generated, with each file where it lies now. */
        private FileTree asLying(Moves moves) {
            FileTree lying = base;
            for (RelPath path : disk.paths()) {
                Optional<String> text =
                        moves.origin(FOLDER.resolve(path)).flatMap(origin -> base.text(origin.relativeTo(FOLDER)));
                lying = text.isPresent() ? lying.with(path, text.get()) : lying;
            }
            return lying;
        }

        /** Nor does it read what somebody has renamed elsewhere. */
        private void assertUntouchedIsGenerated(Yours yours, FileTree after) {
            base.asMap().forEach((path, text) -> {
                Optional<String> same = Optional.of(text);
                if (disk.text(path).equals(same)
                        && yours.base().text(FOLDER.resolve(path)).equals(same)) {
                    assertThat(after.text(path))
                            .as("%s, which nobody touched", path)
                            .isEqualTo(yours.fresh().text(FOLDER.resolve(path)));
                }
            });
        }

        private static FileTree at(FileTree plugin) {
            return plugin.below(FOLDER);
        }
    }

    /** What becomes of it on the disk, with all that there is. */
    private static final class ThroughTheDoor {

        private static final List<String> FEATURES =
                List.of("db", "mcp", "cache", "scheduler", "config", "common", "ci", "lifecycle");

        private final Random random;
        private final HandEdits hand;
        private final Acme acme;

        ThroughTheDoor(Random random) {
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
                own = path.name().startsWith(".backstage-gen") || path.name().equals("package.json")
                        ? own.without(path)
                        : own;
            }
            FileTree edited = hand.some(own);
            for (RelPath path : own.paths()) {
                if (!edited.has(path)) {
                    acme.delete(Acme.PLUGIN + "/" + path);
                }
            }
            boolean crlf = random.nextInt(4) == 0;
            edited.asMap()
                    .forEach((path, text) -> acme.file(
                            Acme.PLUGIN + "/" + path,
                            crlf ? text.replace("\r", "").replace("\n", "\r\n") : text));
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
            FileTree before = files();
            UpkeepDraft decided = draft.decided(conflict -> Decision.BESIDE);
            Acme.apply(acme.upkeep(), decided);
            FileTree base = FileTree.EMPTY;
            for (RelPath path : draft.base().files().paths()) {
                base = path.startsWith(FOLDER)
                        ? base.with(
                                path.relativeTo(FOLDER),
                                draft.base().files().text(path).orElseThrow())
                        : base;
            }
            assertNothingLost(List.of(base), before, files(), Set.of(RelPath.of(".backstage-gen.base")));
            var once = acme.tree();
            UpkeepDraft again = acme.update();
            assertThat(again.plan().writes()).as("second run").isEmpty();
            assertThat(again.conflicts()).as("second run").isEmpty();
            assertThat(acme.tree()).isEqualTo(once);
        }

        private FileTree files() {
            FileTree files = FileTree.EMPTY;
            for (String path : acme.tree(Acme.PLUGIN).keySet()) {
                files = path.endsWith("/") ? files : files.with(RelPath.of(path), acme.read(Acme.PLUGIN + "/" + path));
            }
            return files;
        }
    }
}
