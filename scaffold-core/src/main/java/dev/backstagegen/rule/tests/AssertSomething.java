package dev.backstagegen.rule.tests;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Assertions;
import dev.backstagegen.rule.code.Assertions.Assertion;
import dev.backstagegen.rule.code.Existence;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Suites;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.rule.code.TestRequests;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code tests/assert-something}: a test can fail. */
public final class AssertSomething implements Rule {

    private static final Set<String> THERE =
            Set.of("toBeDefined", "not toBeUndefined", "not toBeNull", "toBeTruthy", "not toBeFalsy");
    private static final Set<String> TRUTH = Set.of("toBeTruthy", "not toBeFalsy");
    private static final Set<String> EQUALITIES = Set.of("toBe", "toEqual", "toStrictEqual");

    /** The title of a test that is content when nothing is thrown. */
    private static final Pattern EVEN_IF =
            Pattern.compile("(?is).*\\b(throws?|throwing|crash|error|complain|reject).*");

    private static final RuleDoc DOC = new RuleDoc(
            "tests/assert-something",
            Severity.WARNING,
            "A test asserts more than that a value is defined",
            "Tests whose every assertion holds whatever the code does: that an import or a new object is defined, that"
                    + " `true` is `true`; tests without a body; and tests of a plugin with more routes that only ever"
                    + " call its health check.",
            "Such a test passes with the plugin broken, and counts as one that guards it.",
            "Assert what a caller sees: a status and a body, a value that was stored, an error.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(example("""
                      it('is defined', () => {
                        expect(new Greeter('Hello')).toBeDefined();
                      });
                    """), example("""
                      it('greets', () => {
                        expect(new Greeter('Hello').greet('Ada')).toBe('Hello, Ada');
                      });
                    """))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        List<Finding> findings = new ArrayList<>();
        Suites.files(plugin).stream()
                .flatMap(source -> Suites.of(source).stream())
                .filter(test -> !test.isSkipped())
                .forEach(test -> finding(plugin, test).ifPresent(findings::add));
        onlyAlive(plugin).ifPresent(findings::add);
        return findings;
    }

    /** All that is ever asked is whether the plugin is alive, and it can do more. */
    private static Optional<Finding> onlyAlive(Plugin plugin) {
        List<TestRequests.Sent> sent = TestRequests.of(plugin);
        boolean alive = !sent.isEmpty()
                && sent.stream()
                        .allMatch(each ->
                                each.path().filter(AssertSomething::isHealth).isPresent());
        boolean more = plugin.routes().all().stream()
                .anyMatch(route -> route.path().filter(path -> !isHealth(path)).isPresent());
        return alive && more
                ? Optional.of(
                        Finding.at(sent.get(0).call(), DOC, "The tests ask this plugin only whether it is alive."))
                : Optional.empty();
    }

    private static boolean isHealth(String path) {
        return path.matches("(.*/)?(health|healthz|healthcheck|health-check)");
    }

    private static Optional<Finding> finding(Plugin plugin, Suites.Test test) {
        Optional<TsNode> body = test.body().flatMap(each -> each.node().child("body"));
        if (body.isEmpty()) {
            return Optional.empty();
        }
        if (body.get().is("statement_block") && body.get().namedChildren().isEmpty()) {
            return Optional.of(Finding.at(test.label(), DOC, "This test does nothing."));
        }
        List<Assertion> assertions = Assertions.in(test.body().get());
        boolean hollow = !assertions.isEmpty()
                && assertions.stream().allMatch(each -> isHollow(plugin, each))
                && !EVEN_IF.matcher(test.label().node().text()).matches()
                && !Assertions.hasOthers(plugin, test.body().get())
                && !(assertions.stream().allMatch(AssertSomething::isTautology) && runs(body.get(), assertions));
        return hollow
                ? Optional.of(Finding.at(assertions.get(0).call(), DOC, wrong(assertions.get(0))))
                : Optional.empty();
    }

    private static String wrong(Assertion assertion) {
        return isTautology(assertion)
                ? "This test asserts nothing of the code."
                : "This test asserts only that a value is defined.";
    }

    private static boolean isHollow(Plugin plugin, Assertion assertion) {
        String words = String.join(" ", assertion.words());
        return isTautology(assertion)
                || THERE.contains(words)
                        && (Existence.isObject(plugin, assertion.subject())
                                || !TRUTH.contains(words) && Existence.isDefined(plugin, assertion.subject()));
    }

    /** {@code expect(true).toBe(true)}. */
    private static boolean isTautology(Assertion assertion) {
        TsNode subject = assertion.subject().node();
        boolean same = EQUALITIES.contains(assertion.matcher())
                && assertion.words().size() == 1
                && assertion.arguments().size() == 1
                && Syntax.bare(assertion.arguments().get(0)).text().equals(subject.text());
        return subject.is("true", "number", "string") && (same || TRUTH.contains(String.join(" ", assertion.words())));
    }

    /** Whether the test runs something besides, and so at least sees that it does not throw. */
    private static boolean runs(TsNode body, List<Assertion> assertions) {
        return body.descendants("call_expression", "new_expression")
                .anyMatch(call -> assertions.stream()
                        .noneMatch(each -> Syntax.within(call, each.call().node())));
    }

    private static String example(String test) {
        return """
                --- src/Greeter.test.ts
                import { Greeter } from './Greeter';

                describe('Greeter', () => {
                %s});
                --- src/Greeter.ts
                export class Greeter {
                  constructor(private readonly greeting: string) {}

                  greet(name: string) {
                    return `${this.greeting}, ${name}`;
                  }
                }
                """.formatted(test);
    }
}
