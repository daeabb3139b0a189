package dev.backstagegen.rule.tests;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.code.Suites;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code tests/no-leftovers}: no test speaks of the sample that the official template brings. */
public final class NoLeftovers implements Rule {

    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");
    private static final Pattern SAMPLE = Pattern.compile("[`'\"](/api/[^/]+)?/todos([/?].*)?[`'\"]");

    private static final RuleDoc DOC = new RuleDoc(
            "tests/no-leftovers",
            Severity.WARNING,
            "No test of the template's todo list is left",
            "Tests that send requests to `/todos`, in a plugin whose code knows no todo.",
            "Such a test fails, or hides among skipped ones that nobody reads any more.",
            "Delete it, and test what the plugin does.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(
                    example("creates and reads todos", "/api/example/todos"),
                    example("lists items", "/api/example/items"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        List<Source> files = Suites.files(plugin).stream()
                .filter(source -> source.text().contains("/todos"))
                .toList();
        if (files.isEmpty() || !plugin.isWhole() || plugin.sources().stream().anyMatch(NoLeftovers::knowsTodos)) {
            return List.of();
        }
        return files.stream()
                .flatMap(source -> Suites.of(source).stream())
                .filter(test -> test.body()
                        .filter(body ->
                                body.node().descendants("call_expression").anyMatch(NoLeftovers::callsSample))
                        .isPresent())
                .map(test -> Finding.at(
                        test.label(), DOC, "This test calls the todo list of the template, which the plugin has not."))
                .toList();
    }

    private static boolean callsSample(TsNode call) {
        return Syntax.method(call).filter(VERBS::contains).isPresent()
                && Syntax.argument(call, 0)
                        .filter(path -> SAMPLE.matcher(path.text()).matches())
                        .isPresent();
    }

    private static boolean knowsTodos(Source source) {
        return source.all("identifier", "property_identifier", "type_identifier", "string_fragment")
                .anyMatch(each -> each.text().toLowerCase(Locale.ROOT).contains("todo"));
    }

    private static String example(String title, String path) {
        return """
                --- src/plugin.test.ts
                import {
                  mockCredentials,
                  startTestBackend,
                } from '@backstage/backend-test-utils';
                import request from 'supertest';
                import { examplePlugin } from './plugin';

                describe('plugin', () => {
                  it('%1$s', async () => {
                    const { server } = await startTestBackend({ features: [examplePlugin] });
                    const refused = await request(server)
                      .get('%2$s')
                      .set('Authorization', mockCredentials.none.header());

                    await request(server).get('%2$s').expect(200, { items: [] });
                    expect(refused.status).toBe(401);
                  });
                });
                """.formatted(title, path);
    }
}
