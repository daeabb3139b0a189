package dev.backstagegen.rule.manifest;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Manifest;
import dev.backstagegen.rule.code.Mentions;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.RelPath;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code package/unused-dependencies}: what is installed with a plugin is there for it. */
public final class UnusedDependencies implements Rule {

    /** What works without being named, such as drivers, peers and the compiler's run time, or is another rule's. */
    private static final Pattern UNNAMED = Pattern.compile(
            "@types/.*|pg|pg-.*|better-sqlite3|sqlite3|mysql2?|tedious|oracledb|react|react-dom|react-router.*|graphql"
                    + "|tslib|core-js|regenerator-runtime|reflect-metadata|source-map-support|encoding|bufferutil|canvas"
                    + "|utf-8-validate|typescript|rxjs|@swc/.*|@babel/.*|@opentelemetry/.*|@backstage/cli|@backstage/cli-.*"
                    + "|@backstage/backend-(common|tasks)|@backstage/backend-dynamic-feature-service|(supertest|msw|nock|jest|jest-.*|@jest/.*)"
                    + "|@backstage/(backend-)?test-utils|@smithy/types|@aws-sdk/types");

    /** Files that are no code import nothing, and need not be at hand. */
    private static final Pattern DATA =
            Pattern.compile(".*\\.(json|ya?ml|toml|graphql|gql|sql|proto|hbs|html|css|svg|png|txt|md|node|wasm)");

    /** What most packages of a family need beside them. */
    private static final Set<String> CENTRES = Set.of("core", "common", "api", "types");

    private static final RuleDoc DOC = new RuleDoc(
            "package/unused-dependencies",
            Severity.INFO,
            "Every dependency is used",
            "The `dependencies` of package.json that no file of the package names: no import, no other text of the code,"
                    + " no configuration, no script.",
            "It is installed, updated and audited for nothing.",
            "Take it away, unless something that is not in the code needs it.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(example("\n    \"yn\": \"^4.0.0\","), example(""))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        Optional<Manifest> manifest = plugin.manifest();
        if (manifest.isEmpty() || plugin.imports().entries().isEmpty() || isIncomplete(plugin)) {
            return List.of();
        }
        Mentions mentions = new Mentions(plugin);
        List<Json.Member> declared = manifest.get().members("dependencies");
        List<String> used =
                declared.stream().map(Json.Member::name).filter(mentions::of).toList();
        return declared.stream()
                .filter(each -> !used.contains(each.name())
                        && !UNNAMED.matcher(each.name()).matches())
                .filter(each -> used.stream().noneMatch(other -> isBeside(each.name(), other)))
                .map(each -> Finding.at(
                        manifest.get().spot(each),
                        DOC,
                        "No file of this package names " + each.name() + ".",
                        Repair.NONE))
                .toList();
    }

    /** Code that is made when the package is built may import anything. */
    private static boolean isIncomplete(Plugin plugin) {
        return Stream.concat(plugin.sources().stream(), plugin.tests().stream())
                .anyMatch(source -> plugin.imports().of(source).stream()
                        .map(each -> each.specifier())
                        .filter(specifier -> specifier.startsWith(".")
                                && !DATA.matcher(specifier).matches())
                        .anyMatch(specifier -> !isThere(plugin, source, specifier)));
    }

    private static boolean isThere(Plugin plugin, Source from, String specifier) {
        if (plugin.modules().file(from, specifier).isPresent()) {
            return true;
        }
        String last = specifier.substring(specifier.lastIndexOf('/') + 1).replaceFirst("\\.[cm]?jsx?$", "");
        return last.matches("\\.*")
                || plugin.files().paths().stream()
                        .map(RelPath::name)
                        .anyMatch(name -> name.equals(last) || name.startsWith(last + "."))
                || plugin.files().paths().stream()
                        .anyMatch(path -> path.segments().contains(last));
    }

    /** {@code express} is there for {@code express-promise-router}, {@code @x/core} for {@code @x/more}. */
    private static boolean isBeside(String unused, String used) {
        String scope = unused.contains("/") ? unused.substring(0, unused.indexOf('/')) : "";
        String base = unused.substring(unused.lastIndexOf('/') + 1);
        boolean family = !scope.isEmpty()
                && !scope.equals("@backstage")
                && used.startsWith(scope + "/")
                && CENTRES.contains(base);
        boolean part =
                scope.isEmpty() && Arrays.asList(used.split("[^A-Za-z0-9]+")).contains(base);
        return family || part;
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
                  "dependencies": {%s
                    "@backstage/backend-plugin-api": "^1.10.1"
                  }
                }
                """.formatted(more);
    }
}
