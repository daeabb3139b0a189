package dev.backstagegen.rule.manifest;

import dev.backstagegen.rule.Edit;
import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Imports.Need;
import dev.backstagegen.rule.code.Manifest;
import dev.backstagegen.rule.code.PackageName;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.PublicTypes;
import dev.backstagegen.tree.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code package/test-dependencies}: who installs a plugin gets nothing that only its developers need. */
public final class TestDependencies implements Rule {

    private static final Pattern FOR_TESTS = Pattern.compile("supertest|msw|nock|jest|jest-[\\w-]+|ts-jest|vitest|mocha"
            + "|chai|sinon|testcontainers|node-mocks-http|mock-fs|aws-sdk-client-mock(-jest)?|@jest/.*|@testing-library/.*"
            + "|@testcontainers/.*|@backstage/(backend-)?test-utils");

    /** Types that are there for tests whatever the plugin exports. */
    private static final Pattern TYPES_FOR_TESTS =
            Pattern.compile("@types/(supertest|jest|mocha|chai|sinon|nock|mock-fs|testing-library__.*)");

    private static final RuleDoc DOC = new RuleDoc(
            "package/test-dependencies",
            Severity.WARNING,
            "What only tests and the compiler need are devDependencies",
            "Test utilities and `@types/*` among the `dependencies` of package.json. Types of a package stay there where"
                    + " something that the package exports may be typed by it.",
            "Every backend that installs the plugin installs these as well.",
            "Move it to `devDependencies`.",
            true,
            "0.1.0",
            List.of(new RuleDoc.Example(
                    example("    \"express\": \"^4.22.0\",\n    \"supertest\": \"^7.0.0\"", ""),
                    example("    \"express\": \"^4.22.0\"", ",\n    \"supertest\": \"^7.0.0\""))));

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
        List<Finding> findings = new ArrayList<>();
        for (Json.Member member : manifest.get().members("dependencies")) {
            String name = member.name();
            if (FOR_TESTS.matcher(name).matches() && !runsInProduction(plugin, name)) {
                findings.add(finding(manifest.get(), member, "Only tests need the package " + name + "."));
            } else if (TYPES_FOR_TESTS.matcher(name).matches()
                    || (name.startsWith("@types/") && plugin.isWhole() && !isPublic(plugin, name))) {
                findings.add(finding(
                        manifest.get(), member, "Nothing that this package exports needs the types of " + name + "."));
            }
        }
        return findings;
    }

    private static boolean runsInProduction(Plugin plugin, String name) {
        return plugin.imports().loadedWith(plugin.imports().entries()).stream()
                .flatMap(source -> plugin.imports().of(source).stream())
                .anyMatch(each -> each.packageName().filter(name::equals).isPresent() && each.need() != Need.TYPES);
    }

    private static boolean isPublic(Plugin plugin, String types) {
        if (plugin.imports().entries().isEmpty()) {
            return true;
        }
        Set<String> packages = PublicTypes.packages(plugin);
        return packages.stream().anyMatch(each -> PackageName.types(each).equals(types))
                || (packages.contains("express")
                        && PackageName.IN_EXPRESS.contains(types.substring("@types/".length())))
                // Types of what runs everywhere are named nowhere.
                || (!packages.isEmpty() && types.equals("@types/node"));
    }

    private static Finding finding(Manifest manifest, Json.Member member, String wrong) {
        List<Edit> edits = new ArrayList<>();
        Optional<String> range = member.value().asText();
        boolean there = manifest.text("devDependencies", member.name()).isPresent();
        if (range.isPresent() && manifest.at("dependencies").orElse(null) instanceof Json.ObjectValue list) {
            edits.add(new Edit(Manifest.PATH, manifest.remove(list, member)));
            if (!there) {
                manifest.declare("devDependencies", member.name(), range.get())
                        .ifPresent(edit -> edits.add(new Edit(Manifest.PATH, edit)));
            }
        }
        boolean complete = edits.size() == (there ? 1 : 2);
        return Finding.at(manifest.spot(member), DOC, wrong, complete ? Repair.safe(edits) : Repair.NONE);
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
                %s
                  },
                  "devDependencies": {
                    "@backstage/cli": "^0.36.6"%s
                  }
                }
                """.formatted(runtime, development);
    }
}
