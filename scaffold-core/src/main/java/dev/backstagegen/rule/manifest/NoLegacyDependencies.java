package dev.backstagegen.rule.manifest;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Manifest;
import dev.backstagegen.rule.code.Plugin;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code package/no-legacy-dependencies}: nothing of the time before the new backend system. */
public final class NoLegacyDependencies implements Rule {

    static final Set<String> LEGACY = Set.of("@backstage/backend-common", "@backstage/backend-tasks");

    private static final RuleDoc DOC = new RuleDoc(
            "package/no-legacy-dependencies",
            Severity.ERROR,
            "No package of the old backend system",
            "Whether package.json declares `@backstage/backend-common` or `@backstage/backend-tasks`.",
            "These packages are no longer maintained, and what they make knows nothing of the services of the"
                    + " backend that a plugin runs in.",
            "Use the services of `@backstage/backend-plugin-api`, and take the dependency away.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(
                    example("@backstage/backend-common\": \"^0.25.0"),
                    example("@backstage/backend-plugin-api\": \"^1.10.1"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        Optional<Manifest> manifest = plugin.manifest();
        return manifest.stream()
                .flatMap(each -> Stream.of("dependencies", "peerDependencies", "devDependencies")
                        .flatMap(kind -> each.members(kind).stream()))
                .filter(member -> LEGACY.contains(member.name()))
                .map(member -> Finding.at(
                        manifest.get().spot(member),
                        DOC,
                        "The package " + member.name() + " belongs to the old backend system.",
                        Repair.NONE))
                .toList();
    }

    private static String example(String dependency) {
        return """
                --- package.json
                {
                  "name": "@internal/plugin-example-backend",
                  "backstage": {
                    "role": "backend-plugin",
                    "pluginId": "example"
                  },
                  "dependencies": {
                    "%s"
                  }
                }
                """.formatted(dependency);
    }
}
