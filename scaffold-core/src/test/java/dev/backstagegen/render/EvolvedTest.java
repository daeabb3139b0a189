package dev.backstagegen.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.spec.SpecFile;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import dev.backstagegen.tree.Txtar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The migrations of plugins whose description became another one: before, after, and of a new plugin of the latter. The
 * suite in a real Backstage runs them, on both databases and with rows in them.
 */
class EvolvedTest {

    private static final Path FOLDER = Path.of("src/test/resources/evolved");
    private static final RelPath BEFORE = RelPath.of("before");
    private static final RelPath AFTER = RelPath.of("after");
    private static final RelPath ANEW = RelPath.of("anew");

    private static final String ITEMS = """
            plugin: example
            features: [db]
            resources:
              - name: item
                fields:
                  title: string
                  size: integer=1
                unique: [title]
              - name: note
                fields:
                  item: ref(item,cascade)
                  body: text
            """;

    private static final String FULL = """
            plugin: example
            features: [db]
            resources:
              - name: service
                fields:
                  name: string
              - name: item
                fields:
                  title: string
                  plain: string
                  notes: text
                  count: integer
                  cost: number=0.5
                  open: boolean=true
                  seenAt: timestamp
                  dueOn: date
                  component: entityRef
                  homepage: url
                  severity: enum(low,high)=low
                  details: json
                  tags: string[]
                  service: ref(service,cascade)
                  twin: ref(item,clear)?
                unique: [title, [plain, count]]
                index: [[severity, dueOn], cost]
              - name: note
                fields:
                  item: ref(item,cascade)
                  body: text
            """;

    private record Case(String before, String after) {}

    private static TreeMap<String, Case> cases() {
        TreeMap<String, Case> cases = new TreeMap<>();
        cases.put("added-fields", new Case(ITEMS, """
                plugin: example
                features: [db]
                resources:
                  - name: item
                    fields:
                      title: string
                      size: integer=1
                      plain: string?
                      notes: text?
                      count: integer?
                      cost: number?
                      open: boolean?
                      seenAt: timestamp?
                      dueOn: date?
                      component: entityRef?
                      homepage: url?
                      severity: enum(low,high)?
                      details: json?
                      tags: string[]?
                      level: enum(low,high)=high
                      isPublic: boolean=false
                      isOpen: boolean=true
                      votes: integer=-3
                      weight: number=0.5
                      service: ref(service)?
                      backup: ref(service,clear)?
                      parent: ref(item,cascade)?
                    unique: [title, [title, votes]]
                    index: [[level, dueOn], size]
                  - name: note
                    fields:
                      item: ref(item,cascade)
                      body: text
                  - name: service
                    fields:
                      name: string
                """));
        cases.put("added-owner", new Case(ITEMS, ITEMS.replace("[db]", "[db, identity]")));
        cases.put("dropped-owner", new Case(ITEMS.replace("[db]", "[db, identity]"), ITEMS));
        cases.put("dropped-fields", new Case(FULL, """
                plugin: example
                features: [db]
                resources:
                  - name: service
                    fields:
                      name: string
                  - name: item
                    fields:
                      title: string
                    unique: [title]
                  - name: note
                    fields:
                      item: ref(item,cascade)
                      body: text
                """));
        cases.put("dropped-keys", new Case(ITEMS, ITEMS.replace("unique: [title]", "index: [size]")));
        return cases;
    }

    private static Stream<String> names() {
        return cases().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void becomesWhatItBecameBefore(String name) throws IOException {
        PluginSpec before = SpecFile.read(name, cases().get(name).before());
        PluginSpec after = SpecFile.read(name, cases().get(name).after());
        FileTree base = Plugins.render(before);
        FileTree all = migrations(base, BEFORE)
                .and(migrations(Plugins.evolved(before, after, base).plugin(), AFTER))
                .and(migrations(Plugins.render(after), ANEW));
        Path golden = FOLDER.resolve(name + ".txtar");
        if (System.getProperty("update") != null) {
            Files.createDirectories(FOLDER);
            Files.writeString(golden, Txtar.write("", all));
        }
        assertThat(golden)
                .as("rewrite it with mvn test -Dupdate, and read the difference")
                .exists();
        Map<RelPath, String> expected = Txtar.read(Files.readString(golden)).asMap();
        assertThat(all.asMap()).isEqualTo(expected);
    }

    private static FileTree migrations(FileTree plugin, RelPath folder) {
        return plugin.under(Step.FOLDER).below(folder);
    }

    @Test
    void eachGoldenHasItsCase() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            names().map(name -> name + ".txtar").toList());
        }
    }
}
