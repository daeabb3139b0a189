package dev.backstagegen.rule.tests;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Binding;
import dev.backstagegen.rule.code.Modules;
import dev.backstagegen.rule.code.Origins;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.code.Suites;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.rule.code.VersionRange;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code tests/current-api}: the tests call what is there. */
public final class CurrentApi implements Rule {

    private static final String UTILS = "@backstage/backend-test-utils";

    /** What was exported once, and what is there now. */
    private static final Map<String, String> GONE = Map.of(
            "setupRequestMockHandlers", "registerMswTestHooks",
            "isDockerDisabledForTests", "TestDatabases.create({ disableDocker })",
            "MockDirectoryOptions", "CreateMockDirectoryOptions");

    private static final Set<String> GONE_SERVICES = Set.of("identity", "tokenManager");

    /** Those of mockServices that have a {@code mock} and a {@code factory}, and are no functions themselves. */
    private static final Set<String> NO_FUNCTIONS = Set.of(
            "auditor",
            "cache",
            "httpRouter",
            "lifecycle",
            "logger",
            "permissionsRegistry",
            "rootHealth",
            "rootHttpRouter",
            "rootLifecycle",
            "urlReader");

    private static final RuleDoc DOC = new RuleDoc(
            "tests/current-api",
            Severity.ERROR,
            "Tests call what today's test libraries have",
            "What tests take from `@backstage/backend-test-utils` and msw in the versions that package.json asks for, and"
                    + " calls of a plugin as if it were a function.",
            "It fails as soon as the test runs, or does not compile.",
            "Hand over the plugin itself; send requests with `supertest(server)`; take a service with `getSubject()`; mock"
                    + " HTTP with `http` and `HttpResponse` of msw.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(
                    example("examplePlugin()", "server.request().get('/api/example/items')"),
                    example("examplePlugin", "request(server).get('/api/example/items')"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        List<Finding> findings = new ArrayList<>();
        boolean half = isAtLeast(plugin, UTILS, 0, 5);
        boolean one = isAtLeast(plugin, UTILS, 1, 0);
        boolean objects = isAtLeast(plugin, "@backstage/backend-plugin-api", 1, 0);
        boolean msw = isAtLeast(plugin, "msw", 2, 0);
        for (Source source : plugin.tests()) {
            if (half) {
                imported(source, UTILS).forEach(name -> gone(name).ifPresent(findings::add));
            }
            if (msw) {
                imported(source, "msw")
                        .filter(name -> isNamed(name.node(), "rest"))
                        .forEach(name -> findings.add(Finding.at(name, DOC, "msw 2 has no 'rest'.")));
            }
            source.places("call_expression").forEach(call -> {
                if (half) {
                    method(plugin, call).ifPresent(findings::add);
                }
                if (one) {
                    service(plugin, call).ifPresent(findings::add);
                }
                if (objects) {
                    feature(plugin, call).ifPresent(findings::add);
                }
            });
        }
        return findings;
    }

    private static boolean isAtLeast(Plugin plugin, String dependency, int major, int minor) {
        return plugin.manifest()
                .flatMap(manifest -> manifest.range(dependency))
                .filter(range -> new VersionRange(range).startsAt(major, minor))
                .isPresent();
    }

    /** The names that a file takes from a package. */
    private static Stream<Place> imported(Source source, String module) {
        return source.places("import_specifier")
                .filter(each -> each.node()
                        .ancestor("import_statement")
                        .flatMap(Modules::module)
                        .filter(module::equals)
                        .isPresent());
    }

    private static boolean isNamed(TsNode specifier, String name) {
        return specifier.child("name").filter(each -> each.text().equals(name)).isPresent();
    }

    private static Optional<Finding> gone(Place specifier) {
        String name = specifier.node().child("name").map(TsNode::text).orElse("");
        return Optional.ofNullable(GONE.get(name))
                .map(now -> Finding.at(
                        specifier, DOC, "backend-test-utils has no '" + name + "' any more, but " + now + "."));
    }

    /** {@code server.request()} of a test backend, and {@code get()} of a tester of service factories. */
    private static Optional<Finding> method(Plugin plugin, Place call) {
        Optional<TsNode> receiver = Syntax.receiver(call.node());
        if (receiver.isEmpty() || !Syntax.calls(call.node(), "request", "get")) {
            return Optional.empty();
        }
        boolean request = Syntax.calls(call.node(), "request");
        Place name = call.at(Syntax.called(call.node())
                .flatMap(each -> each.child("property"))
                .orElse(call.node()));
        if (request && isServer(plugin, call.at(receiver.get()))) {
            return Optional.of(Finding.at(name, DOC, "The server of a test backend has no 'request'."));
        }
        return !request && isTester(plugin, call.at(receiver.get()))
                ? Optional.of(Finding.at(name, DOC, "A ServiceFactoryTester has no 'get' any more, but getSubject."))
                : Optional.empty();
    }

    private static boolean isServer(Plugin plugin, Place receiver) {
        Set<Origins.Origin> origins = plugin.origins().of(receiver);
        return !origins.isEmpty()
                && origins.stream()
                        .allMatch(origin -> origin.path().equals(List.of("server"))
                                && isCallOf(plugin, origin.place(), "startTestBackend"));
    }

    private static boolean isTester(Plugin plugin, Place receiver) {
        List<Place> origins = plugin.origins().whole(receiver);
        return !origins.isEmpty()
                && origins.stream()
                        .allMatch(origin -> Syntax.calls(origin.node(), "from")
                                && Syntax.receiver(origin.node())
                                        .filter(each -> plugin.modules()
                                                .isOutside(origin.source(), each, UTILS, "ServiceFactoryTester"))
                                        .isPresent());
    }

    private static boolean isCallOf(Plugin plugin, Place call, String function) {
        return call.node().is("call_expression")
                && Syntax.called(call.node())
                        .filter(name -> plugin.modules().isOutside(call.source(), name, UTILS, function))
                        .isPresent();
    }

    /** {@code mockServices.logger()} and what else is no function, and the services that are gone. */
    private static Optional<Finding> service(Plugin plugin, Place call) {
        Optional<TsNode> called = Syntax.called(call.node());
        if (called.isEmpty() || !called.get().is("member_expression")) {
            return Optional.empty();
        }
        Optional<TsNode> direct = member(plugin, call, called.get());
        if (direct.filter(each -> NO_FUNCTIONS.contains(each.text())).isPresent()) {
            return Optional.of(Finding.at(
                    call.at(direct.get()),
                    DOC,
                    "mockServices." + direct.get().text() + " is no function; it has 'mock' and 'factory'."));
        }
        return direct.or(() -> called.get()
                        .child("object")
                        .filter(each -> each.is("member_expression"))
                        .flatMap(each -> member(plugin, call, each)))
                .filter(each -> GONE_SERVICES.contains(each.text()))
                .map(each -> Finding.at(call.at(each), DOC, "mockServices has no '" + each.text() + "' any more."));
    }

    /** The {@code x} of {@code mockServices.x}. */
    private static Optional<TsNode> member(Plugin plugin, Place call, TsNode expression) {
        return expression
                .child("object")
                .filter(each ->
                        each.is("identifier") && plugin.modules().isOutside(call.source(), each, UTILS, "mockServices"))
                .flatMap(each -> expression.child("property"));
    }

    private static Optional<Finding> feature(Plugin plugin, Place call) {
        return Syntax.called(call.node())
                .filter(name -> name.is("identifier")
                        && call.source()
                                .binding(name)
                                .filter(each -> each.is(Binding.Kind.IMPORT))
                                .isPresent()
                        && Suites.isPlugin(plugin, call.at(name)))
                .map(name -> Finding.at(
                        call, DOC, "'" + name.text() + "' is called here, but a plugin is no function any more."));
    }

    private static String example(String feature, String request) {
        return """
                --- src/plugin.test.ts
                import {
                  mockCredentials,
                  startTestBackend,
                } from '@backstage/backend-test-utils';
                import request from 'supertest';
                import { examplePlugin } from './plugin';

                describe('examplePlugin', () => {
                  it('answers nobody who has no token', async () => {
                    const { server } = await startTestBackend({
                      features: [%s],
                    });
                    const response = await %s
                      .set('Authorization', mockCredentials.none.header());
                    expect(response.status).toBe(401);
                  });
                });
                """.formatted(feature, request);
    }
}
