package dev.backstagegen.rule.integration;

import dev.backstagegen.host.Host;
import dev.backstagegen.host.HostEdits;
import dev.backstagegen.host.Installation;
import dev.backstagegen.host.Wiring;
import dev.backstagegen.host.Wish;
import dev.backstagegen.rule.Edit;
import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Manifest;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Rewrite;
import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.RelPath;
import java.util.List;
import java.util.Optional;

/** {@code integration/installed}: the backend of the repository has the plugin. */
public final class Installed implements Rule {

    private static final RuleDoc DOC = new RuleDoc(
            "integration/installed",
            Severity.ERROR,
            "The backend of the repository depends on the plugin and adds it",
            "The package.json and `src/index.ts` of the backend in the plugin's repository. A plugin that is published for"
                    + " others, and a backend that looks for features by itself, are left alone.",
            "A plugin that no backend adds does not run, and its paths answer 404.",
            "Add the package to the backend's dependencies, and `backend.add(import('<package>'))` to its `src/index.ts`.",
            true,
            "0.1.0",
            List.of(new RuleDoc.Example(example("", ""), example("""
                    ,
                        "@internal/plugin-example-backend": "workspace:^"\
                    """, """
                    backend.add(import('@internal/plugin-example-backend'));
                    """))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        Optional<Manifest> manifest = plugin.manifest();
        Optional<Json.Value> name = manifest.flatMap(each -> each.at("name"));
        if (plugin.host().isEmpty()
                || name.flatMap(Json.Value::asText).isEmpty()
                || plugin.init().creations().size() != 1) {
            return List.of();
        }
        String packageName = name.get().asText().get();
        Host host = plugin.host().get();
        Optional<Installation> installation = Installation.of(host, packageName);
        Optional<String> wrong = installation.flatMap(each -> wrong(each, isForHere(manifest.get())));
        return wrong
                .map(each -> Finding.at(
                        manifest.get().spot(name.get()),
                        DOC,
                        each,
                        repair(plugin, host, packageName, installation.get().isAdded())))
                .stream()
                .toList();
    }

    /** A plugin for others, or one that is loaded dynamically, need not be in the backend beside it. */
    private static boolean isForHere(Manifest manifest) {
        boolean isPrivate = manifest.at("private")
                .filter(each -> each instanceof Json.BooleanValue value && value.value())
                .isPresent();
        boolean isDynamic = manifest.at("scripts", "export-dynamic").isPresent()
                || manifest.texts("files").orElse(List.of()).stream().anyMatch(each -> each.contains("dist-dynamic"));
        return isPrivate && !isDynamic;
    }

    private static Optional<String> wrong(Installation installation, boolean isForHere) {
        if (installation.isAdded()) {
            return installation.isDeclared()
                    ? Optional.empty()
                    : Optional.of("The backend adds this package without depending on it.");
        }
        if (!installation.isLeftOut() || !isForHere) {
            return Optional.empty();
        }
        return Optional.of(
                installation.isDeclared()
                        ? "The backend depends on this package but does not add it."
                        : "The backend neither depends on this package nor adds it.");
    }

    /** To start a plugin that nobody started before is only a suggestion: it may want configuration. */
    private static Repair repair(Plugin plugin, Host host, String packageName, boolean isAdded) {
        Optional<Wish> wish = wish(plugin, packageName);
        if (wish.isEmpty()) {
            return Repair.NONE;
        }
        Wiring wiring = HostEdits.wire(host, wish.get());
        RelPath backend = host.backend().orElse(RelPath.of("packages/backend"));
        if (wiring.left().stream().anyMatch(each -> each.path().startsWith(backend))) {
            return Repair.NONE;
        }
        List<Edit> edits = wiring.edited().paths().stream()
                .filter(path -> path.startsWith(backend))
                .map(path -> new Edit(
                        Plugin.REPOSITORY.resolve(path),
                        Rewrite.difference(
                                host.files().text(path).orElse(""),
                                wiring.edited().text(path).orElse(""))))
                .toList();
        return isAdded ? Repair.safe(edits) : Repair.suggested(edits);
    }

    private static Optional<Wish> wish(Plugin plugin, String packageName) {
        try {
            return plugin.init()
                    .pluginId()
                    .map(id ->
                            new Wish(packageName, id, RelPath.of("plugins"), false, List.of(), "", Optional.empty()));
        } catch (IllegalArgumentException odd) {
            return Optional.empty();
        }
    }

    private static String example(String dependency, String add) {
        return """
                --- ^/packages/backend/package.json
                {
                  "name": "backend",
                  "backstage": {
                    "role": "backend"
                  },
                  "dependencies": {
                    "@backstage/backend-defaults": "^0.18.0"%s
                  }
                }
                --- ^/packages/backend/src/index.ts
                import { createBackend } from '@backstage/backend-defaults';

                const backend = createBackend();
                backend.add(import('@backstage/plugin-app-backend'));
                %sbackend.start();
                """.formatted(dependency, add);
    }
}
