package dev.backstagegen.rule.manifest;

import dev.backstagegen.host.Releases;
import dev.backstagegen.host.Versions;
import dev.backstagegen.rule.Edit;
import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Imports.Import;
import dev.backstagegen.rule.code.Imports.Need;
import dev.backstagegen.rule.code.Manifest;
import dev.backstagegen.rule.code.PackageName;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code package/declared-dependencies}: what the code imports is installed with it. */
public final class DeclaredDependencies implements Rule {

    private static final String RUNTIME = "dependencies";
    private static final String DEVELOPMENT = "devDependencies";
    private static final String ERRORS = "    \"@backstage/errors\": \"^1.3.1\",\n";

    private static final RuleDoc DOC = new RuleDoc(
            "package/declared-dependencies",
            Severity.ERROR,
            "Every package that is imported is declared",
            "The imports of all that `src/index.ts` and the other entries load, and those of the tests, against the"
                    + " dependencies in package.json. What is only there as a development dependency does not count for"
                    + " values that are needed at run time.",
            "It works by chance, as long as another package of the repository brings it along, and fails where the"
                    + " plugin is installed alone.",
            "Declare the package under `dependencies`, or `devDependencies` if only tests need it.",
            true,
            "0.1.0",
            List.of(new RuleDoc.Example(example("", ERRORS), example(ERRORS, ""))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        Optional<Manifest> manifest = plugin.manifest();
        if (manifest.isEmpty()) {
            return List.of();
        }
        Set<Source> loaded = plugin.imports().loadedWith(plugin.imports().entries());
        Map<String, Finding> findings = new LinkedHashMap<>();
        for (Source source : plugin.sources()) {
            if (loaded.contains(source)) {
                named(plugin, source)
                        .forEach(each -> production(plugin, manifest.get(), each)
                                .ifPresent(finding -> findings.putIfAbsent(name(each), finding)));
            }
        }
        for (Source source : plugin.tests()) {
            if (!isSample(source.path())) {
                named(plugin, source)
                        .filter(each -> !isForDevelopment(plugin, manifest.get(), each))
                        .forEach(each -> findings.putIfAbsent(
                                name(each), undeclared(plugin, manifest.get(), each, DEVELOPMENT)));
            }
        }
        return List.copyOf(findings.values());
    }

    private static Optional<Finding> production(Plugin plugin, Manifest manifest, Import each) {
        String name = name(each);
        boolean typed = each.need() != Need.VALUES && isTyped(manifest, name);
        if (typed || isIn(manifest, name, RUNTIME, "peerDependencies", "optionalDependencies")) {
            return Optional.empty();
        }
        if (!isIn(manifest, name, DEVELOPMENT)) {
            return isOwn(plugin, each) ? Optional.empty() : Optional.of(undeclared(plugin, manifest, each, RUNTIME));
        }
        return each.need() == Need.VALUES ? Optional.of(developing(manifest, each)) : Optional.empty();
    }

    /** Whether its types are declared, or come with those of express, which consist of them. */
    private static boolean isTyped(Manifest manifest, String name) {
        return isIn(manifest, PackageName.types(name), RUNTIME, DEVELOPMENT)
                || (PackageName.IN_EXPRESS.contains(name) && isIn(manifest, "@types/express", RUNTIME, DEVELOPMENT));
    }

    private static boolean isForDevelopment(Plugin plugin, Manifest manifest, Import each) {
        String name = name(each);
        return isIn(manifest, name, RUNTIME, "peerDependencies", "optionalDependencies", DEVELOPMENT)
                || isTyped(manifest, name)
                // Comes with the tool that runs the tests.
                || name.startsWith("@jest/")
                || manifest.at("jest", "moduleNameMapper").isPresent()
                || isInRoot(plugin, name)
                || isOwn(plugin, each);
    }

    /** Tests run in the repository only, where a package of the root is at hand. */
    private static boolean isInRoot(Plugin plugin, String name) {
        return plugin.files()
                .text(Plugin.REPOSITORY.resolve("package.json"))
                .filter(text -> text.contains("\"" + name + "\""))
                .isPresent();
    }

    private static Stream<Import> named(Plugin plugin, Source source) {
        return plugin.imports().of(source).stream()
                .filter(each -> !each.isTried() && each.packageName().isPresent());
    }

    /** The package itself, a folder of it, what its tsconfig.json renames, or what its code declares. */
    private static boolean isOwn(Plugin plugin, Import each) {
        String name = name(each);
        String first = name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
        boolean folder = plugin.files().paths().stream()
                .anyMatch(path -> path.value().startsWith(first + "/")
                        || path.value().startsWith("src/" + each.specifier() + "/")
                        || path.value().startsWith("src/" + each.specifier() + "."));
        boolean renamed = Stream.of("tsconfig.json", "^/tsconfig.json")
                .flatMap(path -> plugin.files().text(RelPath.of(path)).stream())
                .anyMatch(text -> text.contains("\"" + first));
        boolean declared = plugin.mentioning("declare module").stream()
                        .flatMap(source -> source.all("module"))
                        .anyMatch(module -> module.text().contains(each.specifier()))
                || plugin.files().paths().stream()
                        .filter(path -> path.name().endsWith(".d.ts"))
                        .flatMap(path -> plugin.files().text(path).stream())
                        .anyMatch(text -> text.contains("module '" + each.specifier() + "'"));
        return folder
                || renamed
                || declared
                || plugin.manifest()
                        .flatMap(manifest -> manifest.text("name"))
                        .filter(name::equals)
                        .isPresent();
    }

    private static Finding undeclared(Plugin plugin, Manifest manifest, Import each, String kind) {
        String name = name(each);
        // A package for which there are types apart may be meant for its types only.
        List<Edit> edits = plugin.host()
                .filter(host -> !NoLegacyDependencies.LEGACY.contains(name))
                .map(host -> Versions.of(host, Releases.embedded()))
                .filter(versions -> each.need() == Need.VALUES
                        || versions.known(PackageName.types(name)).isEmpty())
                .flatMap(versions -> versions.known(name))
                .flatMap(range -> manifest.declare(kind, name, range))
                .map(edit -> List.of(new Edit(Manifest.PATH, edit)))
                .orElse(List.of());
        return Finding.at(
                each.place(), DOC, "The package " + name + " is not declared in package.json.", Repair.safe(edits));
    }

    private static Finding developing(Manifest manifest, Import each) {
        String name = name(each);
        List<Edit> edits = new ArrayList<>();
        if (manifest.at(DEVELOPMENT).orElse(null) instanceof Json.ObjectValue list) {
            Optional<Json.Member> member =
                    list.members().stream().filter(m -> m.name().equals(name)).findFirst();
            Optional<Edit> added = member.flatMap(m -> m.value().asText())
                    .flatMap(range -> manifest.declare(RUNTIME, name, range))
                    .map(edit -> new Edit(Manifest.PATH, edit));
            added.ifPresent(edit -> {
                edits.add(new Edit(Manifest.PATH, manifest.remove(list, member.get())));
                edits.add(edit);
            });
        }
        return Finding.at(
                each.place(),
                DOC,
                "The package " + name + " is needed at run time, and only a development dependency.",
                Repair.safe(edits));
    }

    private static String name(Import each) {
        return each.packageName().orElse("");
    }

    private static boolean isIn(Manifest manifest, String name, String... kinds) {
        return Stream.of(kinds).anyMatch(kind -> manifest.at(kind, name).isPresent());
    }

    /** Code that is there to be read by a test is no code of the test. */
    private static boolean isSample(RelPath path) {
        return path.segments().contains("__fixtures__");
    }

    private static String example(String runtime, String development) {
        return """
                --- package.json
                {
                  "name": "@internal/plugin-example-backend",
                  "backstage": {
                    "role": "backend-plugin",
                    "pluginId": "example"
                  },
                  "dependencies": {
                    "@backstage/backend-plugin-api": "^1.10.1",
                %s    "express": "^4.22.0"
                  },
                  "devDependencies": {
                    "@backstage/backend-test-utils": "^1.11.7",
                %s    "supertest": "^7.0.0"
                  }
                }
                --- src/index.ts
                export { examplePlugin as default } from './plugin';
                export { missing } from './missing';
                --- src/missing.ts
                import { NotFoundError } from '@backstage/errors';

                export function missing(id: string) {
                  return new NotFoundError(`There is no item ${id}`);
                }
                """.formatted(runtime, development);
    }
}
