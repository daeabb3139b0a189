package dev.backstagegen.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.feature.Fact;
import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.rule.Rules;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.spec.Field;
import dev.backstagegen.spec.PluginId;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.spec.RandomSpecs;
import dev.backstagegen.spec.Resource;
import dev.backstagegen.spec.SpecFile;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which migrations a plugin has after its description became another one. */
class MigrationsTest {

    private static final String FIRST = "migrations/20260101000000_create_items.js";
    private static final long SEED = 20_260_101;
    private static final int ROUNDS = 60;
    private static final int ROUNDS_FOR_RULES = 6;

    private static PluginSpec spec(String features, String... resources) {
        StringBuilder text = new StringBuilder("plugin: example\nfeatures: [" + features + "]\n");
        text.append(resources.length > 0 ? "resources:\n" : "");
        for (String resource : resources) {
            String[] parts = resource.split(" ");
            text.append("  - name: ").append(parts[0]).append("\n    fields:\n");
            for (String part : Arrays.copyOfRange(parts, 1, parts.length)) {
                text.append(
                        part.startsWith("unique") || part.startsWith("index")
                                ? "    " + part.replace("=", ": ") + "\n"
                                : "      " + part.replaceFirst(":", ": ") + "\n");
            }
        }
        return SpecFile.read("example", text.toString());
    }

    private static final PluginSpec ITEMS = spec("db", "item title:string");

    private static List<String> names(FileTree plugin) {
        return plugin.paths().stream()
                .filter(path -> path.startsWith(Step.FOLDER))
                .map(RelPath::value)
                .toList();
    }

    private static Settled evolved(PluginSpec before, PluginSpec now, FileTree base) {
        return evolved(before, now, base, base.paths());
    }

    private static Settled evolved(PluginSpec before, PluginSpec now, FileTree base, Set<RelPath> onDisk) {
        return Plugins.migrated(before, now, base, onDisk);
    }

    private static List<String> added(PluginSpec before, PluginSpec now) {
        return evolved(before, now, Plugins.migrations(before)).added().stream()
                .map(RelPath::name)
                .toList();
    }

    private static List<String> left(PluginSpec before, PluginSpec now) {
        return evolved(before, now, Plugins.migrations(before)).left().stream()
                .map(Leftover::text)
                .toList();
    }

    private static Set<RelPath> and(FileTree base, String... more) {
        Set<RelPath> paths = new TreeSet<>(base.paths());
        Arrays.stream(more).map(RelPath::of).forEach(paths::add);
        return paths;
    }

    @Test
    void whatIsThereStaysAsItIs() {
        FileTree base = Plugins.migrations(ITEMS).with(RelPath.of(FIRST), "// as it was made once\n");
        Settled settled = evolved(ITEMS, spec("db", "item title:string size:integer?"), base);
        assertThat(settled.plugin().text(RelPath.of(FIRST))).contains("// as it was made once\n");
        assertThat(settled.takenBack()).isEmpty();
        assertThat(settled.left()).isEmpty();
        assertThat(settled.added()).containsExactly(RelPath.of("migrations/20260101000001_add_size_to_items.js"));
    }

    @Test
    void withoutAChangeNothingIsNew() {
        FileTree base = Plugins.migrations(ITEMS);
        Settled settled = evolved(ITEMS, ITEMS.withDescription("Other words"), base);
        assertThat(settled.added()).isEmpty();
        assertThat(names(settled.plugin())).isEqualTo(names(base));
        assertThat(added(ITEMS, spec("db, cache", "item title:string"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title:string size:integer?                  | add_size_to_items",
                "title:string size:integer? index=[size]     | add_size_to_items",
                "title:string c:entityRef?                   | add_c_to_items",
                "title:string size:integer? open:boolean?    | change_items",
                "title:string unique=[title]                 | add_unique_title_to_items",
                "title:string index=[title]                  | add_index_title_to_items",
                "title:string size:integer? index=[title]    | change_items",
            })
    void aNameSaysWhatIsDone(String fields, String name) {
        PluginSpec now = spec("db", "item " + fields);
        assertThat(added(ITEMS, now)).containsExactly("20260101000001_" + name + ".js");
        assertThat(added(now, ITEMS))
                .containsExactly(
                        "20260101000001_" + name.replace("add_", "drop_").replace("_to_", "_from_") + ".js");
    }

    @Test
    void ownersComeAndGo() {
        PluginSpec owned = spec("db, identity", "item title:string");
        assertThat(added(ITEMS, owned)).containsExactly("20260101000001_add_owner_to_items.js");
        assertThat(added(owned, ITEMS)).containsExactly("20260101000001_drop_owner_from_items.js");
    }

    @Test
    void tablesComeBeforeWhatRefersToThem() {
        PluginSpec now = spec("db", "service name:string", "item title:string service:ref(service)?");
        assertThat(added(ITEMS, now))
                .containsExactly("20260101000001_create_services.js", "20260101000002_add_service_id_to_items.js");
    }

    @ParameterizedTest
    @CsvSource({
        "20251231235959_mine.js,    20260101000001",
        "20260228235959_mine.js,    20260301000000",
        "20260228235959123_mine.js, 20260301000000",
        "20260302_mine.js,          20260303000000",
        "202603020930_mine.js,      20260302093100",
        "20269999000000_mine.js,    20340607000001",
        "001_mine.js,               20260101000001",
        "mine.js,                   20260101000001",
        "1767225600_mine.js,        20260101000001",
        "99999999999999_mine.js,    20260101000001",
    })
    void whatIsNewComesAfterTheUsersOwn(String own, String time) {
        FileTree base = Plugins.migrations(ITEMS);
        Settled settled =
                evolved(ITEMS, spec("db", "item title:string size:integer?"), base, and(base, "migrations/" + own));
        assertThat(settled.added()).containsExactly(RelPath.of("migrations/" + time + "_add_size_to_items.js"));
    }

    @Test
    void theFirstOnesComeAfterTheUsersOwn() {
        PluginSpec bare = spec("");
        PluginSpec now = spec("db", "item title:string", "note body:text");
        FileTree base = Plugins.migrations(bare);
        assertThat(names(evolved(bare, now, base).plugin()))
                .containsExactly(FIRST, "migrations/20260101000001_create_notes.js");
        assertThat(names(evolved(bare, now, base, and(base, "migrations/20260101000000_mine.js"))
                        .plugin()))
                .containsExactly(
                        "migrations/20260101000001_create_items.js", "migrations/20260101000002_create_notes.js");
        assertThat(names(evolved(bare, now, base, and(base, "migrations/001_mine.js"))
                        .plugin()))
                .containsExactly(FIRST, "migrations/20260101000001_create_notes.js");
    }

    @Test
    void whatWasAddedLastIsTakenBack() {
        FileTree base = Plugins.migrations(ITEMS);
        for (PluginSpec more : List.of(
                spec("db", "item title:string size:integer=1 index=[size]"),
                spec("db, identity", "item title:string"),
                spec("db", "item title:string", "note item:ref(item)"),
                spec("db", "service name:string", "item title:string service:ref(service)?"))) {
            FileTree between = evolved(ITEMS, more, base).plugin();
            Settled settled = evolved(more, ITEMS, between);
            assertThat(settled.plugin()).isEqualTo(base);
            assertThat(settled.added()).isEmpty();
            assertThat(settled.left()).isEmpty();
            assertThat(settled.takenBack()).isNotEmpty();
        }
    }

    @Test
    void whatOthersCameAfterIsNotTakenBack() {
        PluginSpec more = spec("db", "item title:string size:integer?");
        FileTree base = evolved(ITEMS, more, Plugins.migrations(ITEMS)).plugin();
        Settled settled = evolved(more, ITEMS, base, and(base, "migrations/20270101000000_mine.js"));
        assertThat(settled.takenBack()).isEmpty();
        assertThat(settled.added()).containsExactly(RelPath.of("migrations/20270101000001_drop_size_from_items.js"));
    }

    @Test
    void whatWasRenderedOtherwiseIsNotTakenBack() {
        PluginSpec more = spec("db", "item title:string size:integer?");
        FileTree base = evolved(ITEMS, more, Plugins.migrations(ITEMS))
                .plugin()
                .with(RelPath.of("migrations/20260101000001_add_size_to_items.js"), "// by an earlier version\n");
        Settled settled = evolved(more, ITEMS, base);
        assertThat(settled.takenBack()).isEmpty();
        assertThat(settled.added()).containsExactly(RelPath.of("migrations/20260101000002_drop_size_from_items.js"));
    }

    @Test
    void whatKeepsNothingHasNoMigrations() {
        PluginSpec bare = spec("");
        Settled settled = evolved(ITEMS, bare, Plugins.migrations(ITEMS));
        assertThat(settled.plugin()).isEqualTo(Plugins.migrations(bare));
        assertThat(settled.takenBack()).containsExactly(RelPath.of(FIRST));
        assertThat(settled.left()).containsExactly(new Leftover.Kept("items"));
    }

    @Test
    void aTableStaysAndIsFoundAgain() {
        PluginSpec two = spec("db", "item title:string", "note body:text");
        PluginSpec one = spec("db", "note body:text");
        FileTree base = Plugins.migrations(two);
        Settled gone = evolved(two, one, base);
        assertThat(names(gone.plugin())).isEqualTo(names(base));
        assertThat(gone.left()).containsExactly(new Leftover.Kept("items"));

        Settled again = evolved(one, two, gone.plugin());
        assertThat(again.plugin()).isEqualTo(base);
        assertThat(again.left()).containsExactly(new Leftover.Returned("items", RelPath.of(FIRST)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x:string            | x:text                | string -> text",
                "x:string            | x:string?             | string -> string?",
                "x:string?           | x:string              | string? -> string",
                "x:string(10)        | x:string(9)           | string(10) -> string(9)",
                "x:string(10)        | x:string(11)          | string(10) -> string(11)",
                "x:enum(a,b)         | x:enum(a,c)           | enum(a,b) -> enum(a,c)",
                "x:integer=1         | x:number              | integer -> number",
                "x:ref(note)?        | x:ref(note,cascade)?  | ref(note)? -> ref(note,cascade)?",
                "x:integer[]         | x:integer             | integer[] -> integer",
                "x:text(20)          | x:text(10)            | text(20) -> text(10)",
                "x:enum(a,b)         | x:enum(b,a,c)         | ",
                "x:text(10)          | x:text(20)            | ",
                "x:string(10)[]      | x:string(20)[]        | ",
                "x:integer           | x:integer=1           | ",
            })
    void aColumnThatIsToHoldSomethingElseIsLeftToTheUser(String was, String now, String said) {
        PluginSpec before = spec("db", "note body:text", "item title:string " + was);
        PluginSpec after = spec("db", "note body:text", "item title:string " + now);
        Settled settled = evolved(before, after, Plugins.migrations(before));
        assertThat(settled.added()).isEmpty();
        assertThat(settled.left().stream()
                        .map(Leftover.Column.class::cast)
                        .map(column -> column.table() + " " + column.was() + " -> " + column.now()))
                .isEqualTo(said == null ? List.of() : List.of("items " + said));
    }

    @Test
    void whatIsLeftIsSaidInWords() {
        assertThat(left(ITEMS, spec("db", "item title:text")))
                .containsExactly("The column title of items was made for string and is to hold text now; no migration"
                        + " changes it.");
        assertThat(left(spec("db", "item title:string", "note body:text"), spec("db", "note body:text")))
                .containsExactly("The table items is not used any more and stays with all its rows; no migration drops"
                        + " it.");
    }

    @Test
    void whatRowsCannotHaveIsRefused() {
        PluginSpec now = spec("db", "item title:string size:integer");
        assertThatThrownBy(() -> Plugins.evolved(ITEMS, now, FileTree.EMPTY))
                .isInstanceOf(ScaffoldException.class)
                .hasMessageContaining("has no 'size'");
    }

    /** Random additions: no rule has a finding, each difference of a table is made or said, and the way back is whole. */
    @Test
    void randomAdditionsAreTakenBack() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            PluginSpec now =
                    new RandomSpecs(random).next(8, random.nextBoolean() ? Set.of("db") : Set.of("db", "identity"), 3);
            PluginSpec before = PluginSpec.of(PluginId.of(now.id().value()))
                    .withFeatures(Set.of("db"))
                    .withResources(fewer(now, random));
            FileTree base = Plugins.migrations(before);
            Settled there = evolved(before, now, base);
            if (round < ROUNDS_FOR_RULES) {
                FileTree whole = Plugins.evolved(before, now, base).plugin();
                assertThat(Rules.check(Plugin.of(whole, now.actionNames()), Rules.ALL))
                        .as("%s", now)
                        .isEmpty();
            }
            differences(before, now, there);

            Settled back = evolved(now, before, there.plugin());
            assertThat(back.plugin()).as("%s", now).isEqualTo(base);
            assertThat(back.left()).isEmpty();
        }
    }

    /** What makes a table today is what made it before, unless there is a migration for it. */
    private static void differences(PluginSpec before, PluginSpec now, Settled settled) {
        FileTree old = Plugins.migrations(before);
        FileTree fresh = Plugins.migrations(now);
        boolean owned = FeatureSet.of(Plugins.FEATURES, now.features()).has(Fact.OWNERS);
        for (Resource resource : before.resources()) {
            String table = resource.plural().snake();
            boolean differs = !lines(old, table).equals(lines(fresh, table));
            assertThat(settled.added().stream()
                            .map(Step::purpose)
                            .anyMatch(name -> name.endsWith("_" + table + ".js") && !name.startsWith("create_")))
                    .as("%s %s", table, now)
                    .isEqualTo(differs);
            assertThat(differs || !owned).isTrue();
        }
    }

    private static Set<String> lines(FileTree plugin, String table) {
        return plugin.asMap().entrySet().stream()
                .filter(file -> Step.purpose(file.getKey()).equals("create_" + table + ".js"))
                .findFirst()
                .map(file -> new TreeSet<>(file.getValue().lines().toList()))
                .orElseThrow();
    }

    /** By chance some of the resources, without some of the fields that rows can do without. */
    private static List<Resource> fewer(PluginSpec spec, Random random) {
        List<Resource> fewer = new ArrayList<>();
        for (Resource resource : spec.resources()) {
            List<Field> fields = resource.fields().stream()
                    .filter(field ->
                            isNeeded(resource, field) || random.nextBoolean() && !leadsAway(resource, field, fewer))
                    .toList();
            boolean possible =
                    !fields.isEmpty() && fields.stream().noneMatch(field -> leadsAway(resource, field, fewer));
            if (possible && (fewer.isEmpty() || random.nextBoolean())) {
                fewer.add(resource.withFields(fields));
            }
        }
        return fewer.isEmpty() ? List.of(spec.resources().get(0)) : fewer;
    }

    private static boolean isNeeded(Resource resource, Field field) {
        return !field.optional() && field.fallback().isEmpty()
                || resource.unique().stream().anyMatch(names -> names.contains(field.name()));
    }

    private static boolean leadsAway(Resource resource, Field field, List<Resource> there) {
        return field.type()
                .target()
                .filter(target -> !target.equals(resource.name())
                        && there.stream().noneMatch(each -> each.name().equals(target)))
                .isPresent();
    }
}
