package dev.backstagegen.rule.manifest;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Manifest;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.tree.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** {@code package/name-matches-plugin}: the name of the package tells which plugin it is. */
public final class NameMatchesPlugin implements Rule {

    /** Some scopes put them in the middle: {@code @acme/example-plugin-for-backstage-backend}. */
    private static final Set<String> FILLERS = Set.of("backstage", "plugin", "for");

    private static final RuleDoc DOC = new RuleDoc(
            "package/name-matches-plugin",
            Severity.WARNING,
            "The name of the package ends in <pluginId>-backend",
            "`name` of package.json, and the `pluginId` of `createBackendPlugin`.",
            "People and tools take the id of a plugin, its routes and its configuration from the name of its package.",
            "Name the package after the plugin, such as `@internal/plugin-example-backend` for the id `example`.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(example("plugin-sample-service"), example("plugin-example-backend"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        Optional<Manifest> manifest = plugin.manifest();
        Optional<Json.Value> name = manifest.flatMap(each -> each.at("name"));
        Optional<String> known =
                plugin.init().pluginId().or(() -> manifest.flatMap(each -> each.text("backstage", "pluginId")));
        if (name.flatMap(Json.Value::asText).isEmpty()
                || plugin.init().creations().size() != 1
                || known.isEmpty()) {
            return List.of();
        }
        String id = known.get();
        String text = name.get().asText().get();
        if (endsIn(words(text), words(id.replaceFirst("-backend$", "")) + "-backend")) {
            return List.of();
        }
        return List.of(Finding.at(
                manifest.get().spot(name.get()),
                DOC,
                "The package '" + text + "' does not say that it is the backend of the plugin '" + id + "'.",
                Repair.NONE));
    }

    /** Whether a name ends in whole words that are, but for the hyphens in them, those of another. */
    private static boolean endsIn(String words, String end) {
        String wanted = end.replace("-", "");
        return words.replace("-", "").endsWith(wanted)
                && IntStream.range(0, words.length())
                        .filter(at -> words.charAt(at) == '-')
                        .anyMatch(at -> words.substring(at).replace("-", "").equals(wanted));
    }

    /** The words that matter, each after a hyphen; the scope is among them. */
    private static String words(String name) {
        String kebab = name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
        return Arrays.stream(kebab.split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty() && !FILLERS.contains(word))
                .map(word -> "-" + word)
                .collect(Collectors.joining());
    }

    private static String example(String name) {
        return """
                --- package.json
                {
                  "name": "@internal/%s",
                  "backstage": {
                    "role": "backend-plugin",
                    "pluginId": "example"
                  }
                }
                """.formatted(name);
    }
}
