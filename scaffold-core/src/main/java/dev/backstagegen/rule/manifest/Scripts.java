package dev.backstagegen.rule.manifest;

import dev.backstagegen.rule.Edit;
import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Manifest;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.tree.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code package/scripts}: a package is built, tested and packed by the tool of Backstage. */
public final class Scripts implements Rule {

    private static final List<String> NAMES = List.of("start", "build", "lint", "test", "clean", "prepack", "postpack");

    private static final String CALL = "backstage-cli package ";

    /** Distributions of Backstage bring the tool under names of their own. */
    private static final Pattern TOOL = Pattern.compile("(^|[^\\w-])[\\w-]+-cli(\\s|$)");

    private static final RuleDoc DOC = new RuleDoc(
            "package/scripts",
            Severity.WARNING,
            "The scripts of the package call backstage-cli",
            "The scripts `start`, `build`, `lint`, `test`, `clean`, `prepack` and `postpack` of package.json, where there"
                    + " are any scripts.",
            "The tools of Backstage run these in each package, and without `prepack` what is published points to"
                    + " sources that are not in it.",
            "Let each of them call `backstage-cli package <script>`.",
            true,
            "0.1.0",
            List.of(new RuleDoc.Example(
                    example(""),
                    example(",\n    \"prepack\": \"backstage-cli package prepack\","
                            + "\n    \"postpack\": \"backstage-cli package postpack\""))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        Optional<Manifest> manifest = plugin.manifest();
        if (manifest.isEmpty()
                || !isBackend(manifest.get())
                || !(manifest.get().at("scripts").orElse(null) instanceof Json.ObjectValue scripts)) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        List<String> missing =
                NAMES.stream().filter(name -> scripts.get(name).isEmpty()).toList();
        if (!missing.isEmpty()) {
            findings.add(Finding.at(
                    manifest.get().spot(scripts),
                    DOC,
                    "There is no script '" + String.join("', '", missing) + "'.",
                    repair(manifest.get(), scripts, missing)));
        }
        for (Json.Member script : scripts.members()) {
            if (NAMES.contains(script.name())
                    && !calls(scripts, script.value().asText().orElse(""), new HashSet<>())) {
                findings.add(Finding.at(
                        manifest.get().spot(script),
                        DOC,
                        "The script '" + script.name() + "' does not call backstage-cli.",
                        replacement(manifest.get(), script)));
            }
        }
        return findings;
    }

    /** Packages of other roles have other scripts: nothing starts a library. */
    private static boolean isBackend(Manifest manifest) {
        return manifest.text("backstage", "role")
                .filter(role -> role.startsWith("backend-plugin"))
                .isPresent();
    }

    /** A script may leave it to another one of the same package. */
    private static boolean calls(Json.ObjectValue scripts, String script, Set<String> seen) {
        return TOOL.matcher(script).find()
                || Stream.of(script.split("\\s+"))
                        .filter(word -> scripts.get(word).isPresent() && seen.add(word))
                        .flatMap(word -> scripts.get(word).flatMap(Json.Value::asText).stream())
                        .anyMatch(other -> calls(scripts, other, seen));
    }

    /** What a single command does is the tool's business as well, most likely; more than one are somebody's. */
    private static Repair replacement(Manifest manifest, Json.Member script) {
        boolean single = script.value()
                .asText()
                .filter(text -> !text.isBlank() && !text.matches(".*[&|;].*"))
                .isPresent();
        return single && manifest.range("@backstage/cli").isPresent()
                ? Repair.suggested(
                        List.of(new Edit(Manifest.PATH, manifest.replace(script.value(), CALL + script.name()))))
                : Repair.NONE;
    }

    private static Repair repair(Manifest manifest, Json.ObjectValue scripts, List<String> missing) {
        if (scripts.members().isEmpty() || manifest.range("@backstage/cli").isEmpty()) {
            return Repair.NONE;
        }
        return Repair.safe(missing.stream()
                .map(name -> new Edit(Manifest.PATH, manifest.add(scripts, name, CALL + name)))
                .toList());
    }

    private static String example(String more) {
        return """
                --- package.json
                {
                  "name": "@internal/plugin-example-backend",
                  "backstage": {
                    "role": "backend-plugin",
                    "pluginId": "example"
                  },
                  "scripts": {
                    "start": "backstage-cli package start",
                    "build": "backstage-cli package build",
                    "lint": "backstage-cli package lint",
                    "test": "backstage-cli package test",
                    "clean": "backstage-cli package clean"%s
                  },
                  "devDependencies": {
                    "@backstage/cli": "^0.36.6"
                  }
                }
                """.formatted(more);
    }
}
