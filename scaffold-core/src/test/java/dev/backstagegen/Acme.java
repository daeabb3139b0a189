package dev.backstagegen;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.backstagegen.feature.Fact;
import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.feature.Features;
import dev.backstagegen.spec.PluginId;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import dev.backstagegen.tree.Txtar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A small repository in memory, in which a plugin is made and kept up through the front doors. */
final class Acme {

    static final Features FEATURES = Features.load();

    /** Where the plugin is made. */
    static final String PLUGIN = "plugins/example-backend";

    private static final String REPOSITORY = """
            -- .github/CODEOWNERS --
            * @acme/all
            -- app-config.yaml --
            app:
              title: Acme # ours

            backend:
              baseUrl: http://localhost:7007
              actions:
                pluginSources:
                  - catalog # first of all
            -- backstage.json --
            {
              "version": "1.55.0"
            }
            -- package.json --
            {
              "name": "root",
              "private": true,
              "workspaces": {
                "packages": ["packages/*", "plugins/*"]
              }
            }
            -- packages/backend/package.json --
            {
              "name": "backend",
              "version": "0.0.0",
              "private": true,
              "backstage": {
                "role": "backend"
              },
              "dependencies": {
                "app": "link:../app"
              }
            }
            -- packages/backend/src/index.ts --
            import { createBackend } from '@backstage/backend-defaults';

            const backend = createBackend();

            backend.add(import('@backstage/plugin-catalog-backend'));

            backend.start();
            -- plugins/example/package.json --
            {
              "name": "@internal/plugin-example",
              "version": "0.1.0",
              "private": true,
              "backstage": {
                "role": "frontend-plugin",
                "pluginId": "example"
              },
              "dependencies": {
                "react-use": "^17.2.4"
              }
            }
            """;

    /** Making one takes its time, and many tests begin with the same. */
    private static final Map<Set<String>, FileTree> MADE = new ConcurrentHashMap<>();

    private final Path root;

    private Acme(Path root) {
        this.root = root;
    }

    /** The repository, without the plugin. */
    static Acme bare() {
        return of(Txtar.read(REPOSITORY));
    }

    /** The repository with the plugin, made with some features. */
    static Acme with(String... features) {
        return of(MADE.computeIfAbsent(new TreeSet<>(Arrays.asList(features)), Acme::made));
    }

    private static FileTree made(Set<String> features) {
        Acme acme = bare();
        acme.make(features.toArray(String[]::new));
        FileTree files = FileTree.EMPTY;
        for (String path : acme.tree().keySet()) {
            files = path.endsWith("/") ? files : files.with(RelPath.of(path), acme.read(path));
        }
        return files;
    }

    /** A repository of these files. */
    static Acme of(FileTree files) {
        Acme acme = new Acme(Jimfs.newFileSystem(Configuration.unix()).getPath("/acme"));
        files.asMap().forEach((path, text) -> acme.file(path.value(), text));
        return acme;
    }

    /** What {@code new} does. */
    void make(String... features) {
        make(PluginSpec.of(PluginId.of("example")).withFeatures(Set.of(features)));
    }

    void make(PluginSpec spec) {
        FeatureSet set = FeatureSet.of(FEATURES, spec);
        Scaffold.apply(Scaffold.draft(new Order(root, Optional.of(root), spec, set, true, false)), "new");
    }

    Upkeep upkeep() {
        return upkeep(Optional.empty());
    }

    Upkeep upkeep(Optional<String> release) {
        return Upkeep.open(new UpkeepOrder(root, Optional.of(root), List.of(), FEATURES, release));
    }

    UpkeepDraft draft(UnaryOperator<PluginSpec> wish) {
        return draftOf(PLUGIN, wish);
    }

    UpkeepDraft draftOf(String folder, UnaryOperator<PluginSpec> wish) {
        return upkeep().draft(RelPath.of(folder), wish);
    }

    /** What the command does, when there are no conflicts. */
    UpkeepDraft run(UnaryOperator<PluginSpec> wish) {
        return runOn(PLUGIN, wish);
    }

    UpkeepDraft runOn(String folder, UnaryOperator<PluginSpec> wish) {
        Upkeep upkeep = upkeep();
        UpkeepDraft draft = upkeep.draft(RelPath.of(folder), wish);
        apply(upkeep, draft);
        return draft;
    }

    static void apply(Upkeep upkeep, UpkeepDraft draft) {
        upkeep.plan(draft);
        upkeep.apply("a test");
    }

    UpkeepDraft update() {
        return run(UnaryOperator.identity());
    }

    UpkeepDraft add(String... features) {
        return run(adding(features));
    }

    UpkeepDraft remove(String... features) {
        return run(removing(features));
    }

    static UnaryOperator<PluginSpec> adding(String... features) {
        return spec -> {
            Set<String> more = new TreeSet<>(spec.features());
            more.addAll(Arrays.asList(features));
            return spec.withFeatures(more);
        };
    }

    static UnaryOperator<PluginSpec> removing(String... features) {
        return spec -> {
            Set<String> fewer = new TreeSet<>(spec.features());
            Arrays.asList(features).forEach(fewer::remove);
            boolean keeps = FeatureSet.of(FEATURES, fewer).has(Fact.RESOURCES);
            PluginSpec left = spec.withFeatures(fewer);
            return keeps ? left : left.withoutResources();
        };
    }

    String read(String path) {
        try {
            return Files.readString(root.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String path) {
        return Files.exists(root.resolve(path));
    }

    Acme file(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An edit by hand. It has to change something. */
    Acme edit(String path, String old, String now) {
        String text = read(path);
        if (!text.contains(old)) {
            throw new IllegalArgumentException(path + " does not hold: " + old);
        }
        return file(path, text.replace(old, now));
    }

    void delete(String path) {
        try {
            Files.delete(root.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void move(String folder, String to) {
        try {
            Files.createDirectories(root.resolve(to).getParent());
            Files.move(root.resolve(folder), root.resolve(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file, byte for byte, and every folder, but for what is remembered of the last run. */
    Map<String, String> tree() {
        return tree("");
    }

    /** The same of a folder, as seen from there. */
    Map<String, String> tree(String folder) {
        Path place = root.resolve(folder);
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(place)) {
            for (Path path : paths.filter(each -> !each.startsWith(root.resolve(".backstage-gen")))
                    .toList()) {
                String name = place.relativize(path).toString();
                tree.put(
                        Files.isDirectory(path) ? name + "/" : name,
                        Files.isDirectory(path) ? "" : Files.readString(path, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tree;
    }
}
