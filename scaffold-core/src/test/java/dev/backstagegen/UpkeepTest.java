package dev.backstagegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstagegen.disk.Baseline;
import dev.backstagegen.feature.Feature;
import dev.backstagegen.plan.Change;
import dev.backstagegen.plan.Decision;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.tree.RelPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws of the plugins that are there: nothing of a person's is lost, nothing of ours is left behind. */
class UpkeepTest {

    private static final String PLUGIN = Acme.PLUGIN;
    private static final String BASE = PLUGIN + "/" + Baseline.FILE;
    private static final String SPEC = PLUGIN + "/.backstage-gen.yaml";
    private static final String README = PLUGIN + "/README.md";
    private static final String ROUTER = PLUGIN + "/src/service/router.ts";
    private static final String SENTENCE = "The example backend plugin";
    private static final UnaryOperator<PluginSpec> SAID = spec -> spec.withDescription("Keeps things");

    static List<String> features() {
        return Acme.FEATURES.optional().stream().map(Feature::name).toList();
    }

    static Stream<List<String>> sets() {
        return Stream.of(
                        Stream.of(List.<String>of()),
                        features().stream().map(List::of),
                        Stream.of(List.of("db", "mcp"), List.of("common", "scheduler", "ci"), features()))
                .flatMap(each -> each);
    }

    private static String[] words(List<String> features) {
        return features.toArray(String[]::new);
    }

    /** File by file, so that a failure shows the one that it is about. */
    private static void assertSame(Map<String, String> actual, Map<String, String> expected) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        actual.forEach((path, text) -> assertThat(text).as(path).isEqualTo(expected.get(path)));
    }

    private static void assertUpToDate(Acme acme) {
        UpkeepDraft draft = acme.draft(UnaryOperator.identity());
        assertThat(draft.plan().writes()).isEmpty();
        assertThat(draft.plan().conflicts()).isEmpty();
        assertThat(draft.status()).noneMatch(file -> file.state().isBehind());
    }

    @ParameterizedTest
    @MethodSource("sets")
    void whatWasJustMadeIsUpToDate(List<String> features) {
        Acme acme = Acme.with(words(features));
        UpkeepDraft draft = acme.draft(UnaryOperator.identity());
        assertThat(draft.plan().writes()).isEmpty();
        assertThat(draft.status()).isNotEmpty().allMatch(file -> file.state() == FileStatus.State.GENERATED);
        assertThat(draft.edits()).isEmpty();
        assertThat(draft.unwired()).isEmpty();
    }

    @Test
    void aSecondUpdateChangesNothing() {
        Acme acme = Acme.with("db", "mcp");
        acme.edit(README, "## HTTP API", "## Our HTTP API").run(SAID);
        Map<String, String> once = acme.tree();
        assertThat(acme.update().plan().writes()).isEmpty();
        assertSame(acme.tree(), once);
    }

    @ParameterizedTest
    @MethodSource("features")
    void whatIsRemovedRightAfterItCameLeavesNoTrace(String feature) {
        leavesNoTrace(Acme.with(), feature);
    }

    @ParameterizedTest
    @MethodSource("features")
    void theSameInAPluginThatKeepsThings(String feature) {
        if (!List.of("db", "mcp").contains(feature)) {
            leavesNoTrace(Acme.with("db", "mcp"), feature);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"scheduler cache", "config scheduler", "common ci", "mcp auditor", "identity events"})
    void theSameOfTwo(String pair) {
        leavesNoTrace(Acme.with("db"), pair.split(" "));
        leavesNoTrace(Acme.with("config"), pair.split(" "));
    }

    private static void leavesNoTrace(Acme acme, String... features) {
        Map<String, String> before = acme.tree();
        String[] news = Stream.of(features)
                .filter(name -> !acme.read(SPEC).contains("- " + name + "\n"))
                .toArray(String[]::new);
        acme.add(news);
        assertThat(acme.tree()).isNotEqualTo(before);
        assertUpToDate(acme);
        acme.remove(news);
        assertSame(acme.tree(), before);
    }

    @ParameterizedTest
    @MethodSource("features")
    void aFeatureThatComesLaterIsTheSameAsOneFromTheStart(String feature) {
        Acme later = Acme.with("lifecycle");
        later.add(feature);
        assertSame(later.tree(), Acme.with("lifecycle", feature).tree());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db mcp",
                "mcp db",
                "scheduler config",
                "common db",
                "ci catalog",
                "identity mcp",
                "cache lifecycle db",
                "resource-permissions auditor events",
                "url-reader http-client discovery"
            })
    void theOrderOfComingDoesNotMatter(String names) {
        String[] features = names.split(" ");
        Acme acme = Acme.with();
        Stream.of(features).forEach(acme::add);
        assertSame(
                withoutMigrations(acme.tree()),
                withoutMigrations(Acme.with(features).tree()));
        assertUpToDate(acme);
    }

    /** They are numbered as they come. */
    private static Map<String, String> withoutMigrations(Map<String, String> tree) {
        Map<String, String> rest = new TreeMap<>(tree);
        rest.keySet().removeIf(path -> path.contains("/migrations/"));
        rest.remove(BASE);
        return rest;
    }

    @Test
    void aMigrationIsOnlyTakenBackByTheRunAfterTheOneThatMadeIt() {
        Acme acme = Acme.with("db");
        acme.add("identity");
        acme.add("scheduler");
        Map<String, String> before = acme.tree(PLUGIN + "/migrations");
        acme.remove("identity");
        assertThat(acme.tree(PLUGIN + "/migrations"))
                .containsAllEntriesOf(before)
                .containsKey("20260101000002_drop_owner_from_items.js");
        assertUpToDate(acme);
    }

    @Test
    void aMigrationThatIsThereIsNeverTouched() {
        Acme acme = Acme.with("db");
        Map<String, String> before = acme.tree(PLUGIN + "/migrations");
        acme.add("identity");
        Map<String, String> after = acme.tree(PLUGIN + "/migrations");
        assertThat(after).containsAllEntriesOf(before).hasSizeGreaterThan(before.size());
        assertUpToDate(acme);
    }

    @Test
    void whatWasEditedByHandComesThroughAnAdd() {
        Acme acme = Acme.with("db");
        acme.edit(
                        ROUTER,
                        "return router;",
                        "router.get('/mine', (_req, res) => res.json({ ok: true }));\n  return router;")
                .edit(README, SENTENCE, "Our plugin of examples")
                .edit(PLUGIN + "/package.json", "\"scripts\": {", "\"keywords\": [\"ours\"],\n  \"scripts\": {");
        UpkeepDraft draft = acme.add("mcp");
        assertThat(draft.conflicts()).isEmpty();
        assertThat(acme.read(ROUTER)).contains("router.get('/mine', (_req, res) => res.json({ ok: true }));");
        assertThat(acme.read(README)).contains("Our plugin of examples").doesNotContain(SENTENCE);
        assertThat(acme.read(PLUGIN + "/package.json")).contains("\"keywords\": [\"ours\"],");
        assertThat(acme.has(PLUGIN + "/src/actions.ts")).isTrue();
        assertUpToDate(acme);
        assertThat(acme.draft(UnaryOperator.identity()).edits())
                .extracting(each -> each.path().value())
                .containsExactlyInAnyOrder(ROUTER, README, PLUGIN + "/package.json");
    }

    @Test
    void aFileThatWasDeletedStaysDeleted() {
        Acme acme = Acme.with("db");
        acme.delete(PLUGIN + "/dev/index.ts");
        UpkeepDraft draft = acme.add("scheduler");
        assertThat(draft.status())
                .contains(new FileStatus(RelPath.of(PLUGIN + "/dev/index.ts"), FileStatus.State.DELETED));
        assertThat(acme.has(PLUGIN + "/dev/index.ts")).isFalse();
        acme.update();
        acme.remove("scheduler");
        assertThat(acme.has(PLUGIN + "/dev/index.ts")).isFalse();
        assertUpToDate(acme);
    }

    @Test
    void anEditedFileOfWhatGoesIsLeftAndListed() {
        Acme acme = Acme.with("db", "mcp");
        String actions = PLUGIN + "/src/actions.ts";
        acme.edit(actions, "export ", "// Ours\nexport ");
        String edited = acme.read(actions);
        UpkeepDraft draft = acme.remove("mcp");
        assertThat(draft.changes().of(Change.Kind.KEEP_EDITED))
                .extracting(change -> change.path().value())
                .containsExactly(actions);
        assertThat(acme.read(actions)).isEqualTo(edited);
        assertThat(acme.has(PLUGIN + "/src/actions.test.ts")).isFalse();
        assertUpToDate(acme);
    }

    @Test
    void aFileOfOnesOwnIsNeverTouched() {
        Acme acme = Acme.with();
        String mine = PLUGIN + "/src/actions.ts";
        acme.file(mine, "export const mine = 1;\n").file(PLUGIN + "/src/other/mine.ts", "export {};\n");
        UpkeepDraft draft = acme.add("mcp");
        assertThat(draft.conflicts())
                .extracting(change -> change.path().value())
                .containsExactly(mine);
        acme.update();
        acme.remove("mcp");
        assertThat(acme.read(mine)).isEqualTo("export const mine = 1;\n");
        assertThat(acme.read(PLUGIN + "/src/other/mine.ts")).isEqualTo("export {};\n");
    }

    @Test
    void aPluginThatWasMovedIsKeptUpWhereItLies() {
        Acme acme = Acme.with("db");
        Map<String, String> before = acme.tree(PLUGIN);
        acme.move(PLUGIN, "plugins/other/backend");
        acme.runOn("plugins/other/backend", UnaryOperator.identity());
        assertSame(acme.tree("plugins/other/backend"), before);
        UpkeepDraft draft = acme.runOn("plugins/other/backend", Acme.adding("mcp"));
        assertThat(draft.conflicts()).isEmpty();
        assertThat(acme.has(PLUGIN)).isFalse();
        assertSame(acme.tree("plugins/other/backend"), Acme.with("db", "mcp").tree(PLUGIN));
        acme.runOn("plugins/other/backend", Acme.removing("mcp"));
        assertSame(acme.tree("plugins/other/backend"), before);
    }

    @Test
    void linesThatEndWithBothStayTheWayTheyEnd() {
        Acme acme = Acme.with("db");
        acme.tree().forEach((path, text) -> {
            if (!path.endsWith("/")) {
                acme.file(path, text.replace("\n", "\r\n"));
            }
        });
        Map<String, String> before = acme.tree();
        acme.edit(README, SENTENCE, "Our plugin");
        acme.add("mcp", "config");
        Acme other = Acme.with("db", "mcp", "config");
        other.edit(README, SENTENCE, "Our plugin");
        acme.tree().forEach((path, text) -> {
            assertThat(text.replace("\r\n", "\n"))
                    .as(path)
                    .isEqualTo(other.tree().get(path));
            if (before.containsKey(path)) {
                assertThat(text.replace("\r\n", "")).as(path).doesNotContain("\n");
            }
        });
        assertUpToDate(acme);
        acme.edit(README, "Our plugin", SENTENCE);
        acme.remove("mcp", "config");
        assertSame(acme.tree(), before);
    }

    @Test
    void aPackageBesideThePluginComesAndGoesWithItsMemory() {
        Acme acme = Acme.with("db", "permissions");
        String common = "plugins/example-common";
        acme.add("common");
        assertThat(acme.tree(common)).containsKeys(Baseline.FILE, "package.json", "src/index.ts");
        acme.edit(common + "/src/index.ts", "export ", "// Ours\nexport ");
        acme.remove("common");
        assertThat(acme.tree(common).keySet()).containsExactly("/", "src/", "src/index.ts");
        assertUpToDate(acme);
    }

    @Test
    void aFileAtTheRootComesAndGoes() {
        Acme acme = Acme.with();
        String workflow = ".github/workflows/example-backend.yml";
        acme.add("ci");
        assertThat(acme.has(workflow)).isTrue();
        acme.file(workflow, acme.read(workflow) + "# Ours\n");
        assertThat(acme.draft(UnaryOperator.identity()).status())
                .contains(new FileStatus(RelPath.of(workflow), FileStatus.State.EDITED));
        acme.remove("ci");
        assertThat(acme.read(workflow)).endsWith("# Ours\n");
        assertUpToDate(acme);
    }

    @Test
    void aReleaseCanBeGoneToBeforeTheRepositoryIsThere() {
        Acme acme = Acme.with("db", "mcp");
        Upkeep upkeep = acme.upkeep(Optional.of("1.50.0"));
        UpkeepDraft draft = upkeep.draft(RelPath.of(PLUGIN), UnaryOperator.identity());
        assertThat(draft.release()).isEqualTo("1.50.0");
        Acme.apply(upkeep, draft);
        Acme old = Acme.bare();
        old.file("backstage.json", "{ \"version\": \"1.50.0\" }\n").make("db", "mcp");
        assertSame(acme.tree(PLUGIN), old.tree(PLUGIN));
        acme.update();
        assertSame(acme.tree(), Acme.with("db", "mcp").tree());
        assertThatThrownBy(() -> acme.upkeep(Optional.of("1.50.99")))
                .isInstanceOf(ScaffoldException.class)
                .hasMessageContaining("1.50.99");
    }

    /** Of what git could not merge, one side was taken; what only one of them has, and the description, git merged. */
    @ParameterizedTest
    @CsvSource({"scheduler,config", "scheduler,cache", "mcp,identity", "common,events"})
    void twoBranchesMeet(String ours, String theirs) {
        Acme acme = Acme.with("db");
        acme.add(ours);
        Acme other = Acme.with("db");
        other.add(theirs);
        Acme before = Acme.with("db");
        other.tree().keySet().stream()
                .filter(path -> !path.endsWith("/") && !path.startsWith(".backstage-gen") && !acme.has(path))
                .filter(path -> !before.has(path))
                .forEach(path -> acme.file(path, other.read(path)));
        acme.edit(SPEC, "features:\n", "features:\n  - " + theirs + "\n");
        assertThat(acme.update().conflicts()).isEmpty();
        Acme expected = Acme.with("db");
        expected.add(ours);
        expected.add(theirs);
        assertSame(withoutMemory(acme.tree()), withoutMemory(expected.tree()));
        assertUpToDate(acme);
    }

    private static Map<String, String> withoutMemory(Map<String, String> tree) {
        Map<String, String> rest = withoutMigrations(tree);
        rest.remove(SPEC);
        return rest;
    }

    @Test
    void aDescriptionThatIsEditedByHandIsObeyed() {
        Acme acme = Acme.with("db");
        acme.edit(
                SPEC,
                "features:\n  - db\n",
                "# Assistants ask for it\nfeatures: [mcp, db] # ours\ndescription: Keeps things\n");
        UpkeepDraft draft = acme.update();
        assertThat(draft.conflicts()).isEmpty();
        assertThat(acme.read(SPEC)).contains("# Assistants ask for it\n", "# ours", "description: Keeps things");
        assertThat(acme.has(PLUGIN + "/src/actions.ts")).isTrue();
        assertThat(acme.read(README)).contains("Keeps things");
        assertUpToDate(acme);
    }

    @Test
    void anotherOwnerAndAnotherNameTakeThePlaceOfTheOldOnes() {
        Acme acme = Acme.with();
        Map<String, String> before = acme.tree();
        acme.run(spec -> spec.withOwner("@acme/one"));
        acme.run(spec -> spec.withOwner("@acme/two").withPackageName("@acme/plugin-example-backend"));
        assertThat(acme.read(".github/CODEOWNERS"))
                .contains("@acme/two")
                .contains("@acme/all")
                .doesNotContain("@acme/one");
        assertThat(acme.read("packages/backend/package.json"))
                .contains("@acme/plugin-example-backend")
                .doesNotContain("@internal/plugin-example-backend");
        assertThat(acme.read("packages/backend/src/index.ts"))
                .contains("import('@acme/plugin-example-backend')")
                .doesNotContain("@internal/plugin-example-backend");
        assertThat(acme.read(PLUGIN + "/package.json")).contains("\"name\": \"@acme/plugin-example-backend\"");
        acme.run(spec -> PluginSpec.of(spec.id()).withPackageName("@internal/plugin-example-backend"));
        assertSame(acme.tree(), before);
    }

    @Test
    void whatCannotBeReadIsRefusedAndNothingWritten() {
        refused("damaged", acme -> acme.edit(BASE, "-- README.md --", "-- .eslintrc.js --"), "twice");
        refused("gone", acme -> acme.delete(BASE), "There is no " + BASE);
        refused(
                "merging",
                acme -> acme.edit(BASE, "-- README.md --", "<<<<<<< HEAD\n=======\n>>>>>>> other\n-- README.md --"),
                "the marks of an unfinished merge");
        refused("key", acme -> acme.edit(SPEC, "features:", "faetures:"), "unknown key 'faetures'");
        refused("feature", acme -> acme.edit(SPEC, "- db", "- bd"), "There is no feature 'bd'");
        refused("yaml", acme -> acme.edit(SPEC, "features:", "features: ["), "is not YAML");
        refused("no description", acme -> acme.delete(SPEC), "There is no " + SPEC);
        refused(
                "manifest",
                acme -> acme.edit(SPEC, "package:", "license:").file(PLUGIN + "/package.json", "{ \"name\": "),
                "package.json");
    }

    private static void refused(String what, Consumer<Acme> damage, String words) {
        Acme acme = Acme.with("db");
        damage.accept(acme);
        Map<String, String> before = acme.tree();
        assertThatThrownBy(() -> acme.add("mcp"))
                .as(what)
                .isInstanceOf(ScaffoldException.class)
                .hasMessageContaining(words);
        assertSame(acme.tree(), before);
    }

    /** Somebody has written another first sentence, and so does the description now. */
    private static Acme disagreeing() {
        return Acme.with("db").edit(README, SENTENCE, "Ours alone");
    }

    private static void decide(Acme acme, Decision decision) {
        UpkeepDraft draft = acme.draft(SAID);
        Acme.apply(acme.upkeep(), draft.decided(conflict -> decision));
    }

    @Test
    void aConflictIsOneOfItsFileAndIsSeenAgain() {
        Acme acme = disagreeing();
        UpkeepDraft draft = acme.run(SAID);
        assertThat(draft.conflicts())
                .extracting(change -> change.path().value())
                .containsExactly(README);
        assertThat(draft.merged(draft.conflicts().get(0)).conflicts())
                .singleElement()
                .satisfies(conflict -> {
                    assertThat(conflict.base()).contains(SENTENCE);
                    assertThat(conflict.yours()).contains("Ours alone");
                    assertThat(conflict.fresh()).contains("Keeps things");
                });
        assertThat(acme.read(README)).contains("Ours alone").doesNotContain("Keeps things");
        assertThat(acme.draft(UnaryOperator.identity()).conflicts()).hasSize(1);
    }

    @Test
    void aConflictThatWasDecidedIsNoneAnyMore() {
        Acme acme = disagreeing();
        decide(acme, new Decision.Settled(acme.read(README)));
        assertThat(acme.read(README)).contains("Ours alone").doesNotContain("Keeps things");
        assertUpToDate(acme);

        Acme second = disagreeing();
        String theirs = second.draft(SAID).conflicts().get(0).after().orElseThrow();
        decide(second, new Decision.Settled(theirs));
        assertThat(second.read(README)).contains("Keeps things").doesNotContain("Ours alone");
        assertThat(second.draft(UnaryOperator.identity()).edits()).isEmpty();
        assertUpToDate(second);
    }

    @Test
    void whatIsPutBesideAFileLeavesTheFileAlone() {
        Acme acme = disagreeing();
        decide(acme, Decision.BESIDE);
        assertThat(acme.read(README)).contains("Ours alone");
        assertThat(acme.read(README + ".new")).contains("Keeps things").doesNotContain("Ours alone");
        assertUpToDate(acme);
        acme.edit(README + ".new", "Keeps things", "Looked at");
        UpkeepDraft again = acme.draft(spec -> spec.withDescription("Says more"));
        Acme.apply(acme.upkeep(), again.decided(conflict -> Decision.BESIDE));
        assertThat(acme.read(README + ".new")).contains("Looked at");
        assertThat(acme.read(README + ".new2")).contains("Says more");
    }

    @Test
    void marksThatWereLeftAreFound() {
        Acme acme = disagreeing();
        UpkeepDraft draft = acme.draft(SAID);
        String marked = draft.merged(draft.conflicts().get(0)).marked();
        decide(acme, new Decision.Settled(marked));
        assertThat(acme.read(README))
                .containsSubsequence(
                        "<<<<<<< yours\n", "Ours alone", "||||||| ", SENTENCE, "=======\n", "Keeps things", ">>>>>>> ");
        UpkeepDraft next = acme.draft(UnaryOperator.identity());
        assertThat(next.marked()).containsExactly(RelPath.of(README));
        assertThat(next.status()).contains(new FileStatus(RelPath.of(README), FileStatus.State.MARKED));
        acme.file(README, draft.conflicts().get(0).before().orElseThrow());
        assertUpToDate(acme);
    }
}
