package dev.backstagegen.rule.state;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Binding;
import dev.backstagegen.rule.code.Meaning;
import dev.backstagegen.rule.code.ModuleVariable;
import dev.backstagegen.rule.code.ModuleVariable.Change;
import dev.backstagegen.rule.code.ModuleVariables;
import dev.backstagegen.rule.code.Origins;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code state/no-module-state}: what a plugin remembers belongs to somebody. */
public final class NoModuleState implements Rule {

    private static final RuleDoc DOC = new RuleDoc(
            "state/no-module-state",
            Severity.ERROR,
            "No file keeps state of its own",
            "Variables of a file, and static fields, that functions change. What is worked out once from nothing is"
                    + " none, such as a regular expression.",
            "All plugins, tests and requests in the process share it, every instance of the backend has another one,"
                    + " and nothing ever clears it.",
            "Keep it in an object that `init` makes and hands on, in the cache service, or in the database.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example("""
                    --- src/tokens.ts
                    let cached: { token: string; expires: number } | undefined;

                    export async function token(
                      login: () => Promise<{ token: string; expires: number }>,
                    ) {
                      if (!cached || cached.expires < Date.now()) {
                        cached = await login();
                      }
                      return cached.token;
                    }
                    """, """
                    --- src/tokens.ts
                    export class Tokens {
                      #cached: { token: string; expires: number } | undefined;

                      constructor(
                        private readonly login: () => Promise<{
                          token: string;
                          expires: number;
                        }>,
                      ) {}

                      async token() {
                        if (!this.#cached || this.#cached.expires < Date.now()) {
                          this.#cached = await this.login();
                        }
                        return this.#cached.token;
                      }
                    }
                    """)));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        return ModuleVariables.changing(plugin).stream()
                .filter(variable -> plugin.loaded().contains(variable.label().source()))
                .filter(variable -> !isFlag(variable) && !isMemory(plugin, variable) && !isTally(variable))
                .map(variable -> Finding.at(variable.label(), DOC, wrong(variable)))
                .toList();
    }

    private static String wrong(ModuleVariable variable) {
        Place change = variable.changes().get(0).at();
        String where = change.source() == variable.label().source()
                ? "line " + change.source().line(change.node().start())
                : change.source().path().value();
        return "`" + variable.name() + "` lives as long as the process and is changed in " + where + ".";
    }

    /** Something that is remembered to have happened, and never forgotten, changes no answer. */
    private static boolean isFlag(ModuleVariable variable) {
        return variable.changes().stream()
                .allMatch(change -> change instanceof Change.Assigned assigned
                        && assigned.at()
                                .node()
                                .child("right")
                                .map(Syntax::bare)
                                .filter(right -> right.is("true"))
                                .isPresent());
    }

    /** The names of what was warned of already. */
    private static boolean isTally(ModuleVariable variable) {
        return variable.name().matches("(?i).*(warned|warnings?|logged|notified|reported).*");
    }

    /** What is worked out from nothing that changes, and kept because it is dear to make. */
    private static boolean isMemory(Plugin plugin, ModuleVariable variable) {
        return variable.changes().stream()
                .allMatch(change -> change instanceof Change.Filled
                        ? isCompiled(plugin, change.at())
                        : isNothing(change.at()) || isMemoised(change.at()) || isInstrument(plugin, change.at()));
    }

    private static boolean isMemoised(Place assignment) {
        TsNode node = assignment.node();
        boolean sets = node.is("assignment_expression") || Syntax.hasToken(node, "??=") || Syntax.hasToken(node, "||=");
        return sets
                && node.child("right")
                        .filter(right -> isFromNothing(assignment.at(right)))
                        .isPresent();
    }

    /** A counter of prom-client or OpenTelemetry, of which a process has one. */
    private static boolean isInstrument(Plugin plugin, Place assignment) {
        Optional<Place> made =
                assignment.node().child("right").map(Syntax::bare).map(assignment::at);
        return made.filter(each -> each.node().is("call_expression")
                                && Syntax.method(each.node())
                                        .filter(name -> name.matches(
                                                "create(Observable)?(Counter|Gauge|Histogram|UpDownCounter)"))
                                        .isPresent())
                        .isPresent()
                || made.filter(each -> each.node().is("new_expression"))
                        .flatMap(each -> Syntax.called(each.node()).map(each::at))
                        .filter(name -> plugin.modules()
                                .meaning(name.source(), rootOf(name.node()))
                                .filter(Meaning.Outside.class::isInstance)
                                .map(Meaning.Outside.class::cast)
                                .filter(outside -> outside.module().matches("prom-client|@opentelemetry/.*"))
                                .isPresent())
                        .isPresent();
    }

    private static TsNode rootOf(TsNode name) {
        return name.is("member_expression") ? name.child("object").orElse(name) : name;
    }

    private static boolean isNothing(Place assignment) {
        return assignment
                .node()
                .child("right")
                .map(Syntax::bare)
                .filter(right -> right.text().matches("undefined|null"))
                .isPresent();
    }

    /** Whether an expression uses no parameter, no local variable, no clock, nothing that is waited for. */
    private static boolean isFromNothing(Place right) {
        boolean waits = right.node()
                .descendants("await_expression")
                .anyMatch(each -> Syntax.called(Syntax.awaited(each))
                        .filter(called -> called.is("import"))
                        .isEmpty());
        return !waits
                && right.node().descendants("this").findAny().isEmpty()
                && right.node()
                        .descendants("identifier", "shorthand_property_identifier")
                        .noneMatch(name -> {
                            Optional<Binding> binding = right.source().binding(name);
                            return binding.isPresent()
                                    ? isLocal(binding.get(), right.node()) || mayChange(binding.get())
                                    : name.text()
                                            .matches(
                                                    "Date|Math|performance|process|fetch|crypto|setInterval|setTimeout");
                        });
    }

    private static boolean mayChange(Binding binding) {
        return binding.is(Binding.Kind.VARIABLE)
                && binding.declaration()
                        .parent()
                        .filter(declaration -> !Syntax.hasToken(declaration, "const"))
                        .isPresent();
    }

    /** Whether a name belongs to a function around an expression; the names within it do no harm. */
    private static boolean isLocal(Binding binding, TsNode expression) {
        return !Syntax.within(binding.name(), expression)
                && Syntax.functionAround(binding.name())
                        .filter(function -> Syntax.within(expression, function))
                        .isPresent();
    }

    /** {@code patterns.set(text, new RegExp(text))} and {@code validators[name] = ajv.compile(schema)}. */
    private static boolean isCompiled(Plugin plugin, Place change) {
        Optional<TsNode> value = change.node().is("call_expression")
                ? Syntax.argument(change.node(), Syntax.calls(change.node(), "set") ? 1 : 0)
                : change.node().child("right");
        List<Place> origins = value.map(each -> plugin.origins().of(change.at(each))).stream()
                .flatMap(all -> all.stream())
                .filter(origin -> origin.path().isEmpty())
                .map(Origins.Origin::place)
                .toList();
        Stream<TsNode> made =
                origins.stream().map(Place::node).filter(node -> !node.text().contains(".get("));
        return !origins.isEmpty()
                && made.allMatch(node -> Syntax.calls(node, "compile")
                        || (node.is("new_expression")
                                && Syntax.called(node)
                                        .filter(name -> name.text().matches("RegExp|Intl\\..*|Minimatch"))
                                        .isPresent()));
    }
}
