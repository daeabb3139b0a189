package dev.backstagegen.rule.code;

import dev.backstagegen.rule.code.Binding.Kind;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One member of a request, such as its {@code body}, followed through the plugin's own functions to where others get
 * it as it came, and to where it is checked.
 */
public final class Input {

    private static final Pattern CHECKS = Pattern.compile(
            "(?i)_?(safe)?(parse|valid|assert|check|verif|ensure|decode|cast|sanitiz|normali[sz]|coerce|guard|expect"
                    + "|require|isarray|isinteger|isnan|isfinite|plainto).*|is[A-Z_].*|(includes|has|test|match|exec|some|every"
                    + "|filter|reduce)|.*([sS]chema|[vV]alidat|[pP]arse|[aA]jv|[zZ]od).*");

    private static final Set<String> CONVERSIONS = Set.of(
            "Number",
            "String",
            "Boolean",
            "BigInt",
            "parseInt",
            "parseFloat",
            "encodeURIComponent",
            "Date",
            "Set",
            "Map");

    /** What puts a text together. */
    private static final Set<String> BUILDING = Set.of("replace", "replaceAll", "concat");

    private static final Set<String> HARMLESS_TYPES = Set.of(
            "LoggerService",
            "RootLoggerService",
            "Response",
            "HttpAuthService",
            "AuditorService",
            "CacheService",
            "PermissionsService",
            "EventsService");

    private static final Pattern SCHEMAS = Pattern.compile(
            "(@hapi/)?joi|zod.*|yup|ajv.*|superstruct|io-ts.*|valibot|@sinclair/typebox.*|class-validator"
                    + "|class-transformer|express-validator|runtypes|arktype|jsonschema|@effect/.*|effect");

    private final Plugin plugin;
    private final Set<TsNode> handed = new HashSet<>();
    private final Set<String> checked = new HashSet<>();
    private final List<Use> uses = new ArrayList<>();
    private final Deque<Carried> open = new ArrayDeque<>();
    private final Set<Carried> seen = new HashSet<>();

    private Input(Plugin plugin, Incoming incoming, String member) {
        this.plugin = plugin;
        incoming.handed().forEach(call -> handed.add(call.node()));
        for (Incoming.Read read : incoming.reads()) {
            if (read.member().equals(member)) {
                start(read);
            }
        }
        while (!open.isEmpty()) {
            Carried carried = open.pop();
            carried.binding()
                    .source()
                    .uses(carried.binding())
                    .forEach(use -> climb(carried.binding().place().at(use), carried.value()));
        }
    }

    /** Follows a member of what a request brings. */
    public static Input of(Plugin plugin, Incoming incoming, String member) {
        return new Input(plugin, incoming, member);
    }

    /**
     * Where somebody else gets it.
     *
     * @param read where it was taken from the request
     * @param key which part of it: a name, or {@code *} for the whole
     */
    public record Use(Place read, String key, Place call) {}

    /** Whether a function of that name may look at what it is given. */
    public static boolean isCheck(String function) {
        return CHECKS.matcher(function).matches();
    }

    /** The uses of what nothing on the way looks at, in the order in which they are found. */
    public List<Use> unchecked() {
        return uses.stream()
                .filter(use -> use.key().equals("*")
                        ? checked.isEmpty()
                        : !checked.contains(use.key()) && !checked.contains("*"))
                .toList();
    }

    /**
     * What a value is of the member.
     *
     * @param path how to take it out of the value
     * @param key which part of the member it is
     * @param hidden the parts that something else was written over
     */
    private record Value(Place read, List<String> path, String key, Set<String> hidden) {
        Value {
            path = List.copyOf(path);
        }

        private Value with(List<String> otherPath, String otherKey) {
            return new Value(read, otherPath, otherKey, hidden);
        }
    }

    private record Carried(Binding binding, Value value) {}

    private void start(Incoming.Read read) {
        Value whole = new Value(read.place(), List.of(), "*", Set.of());
        if (read.isName()) {
            read.place()
                    .source()
                    .binding(read.place().node())
                    .ifPresent(name -> through(read.steps(), whole).ifPresent(rest -> carry(name, rest)));
        } else {
            climb(read.place(), whole);
        }
    }

    private void carry(Binding binding, Value value) {
        Carried carried = new Carried(binding, value);
        if (seen.add(carried)) {
            open.push(carried);
        }
    }

    private void carryInto(Place pattern, Value value) {
        pattern.node()
                .descendants("identifier", "shorthand_property_identifier_pattern")
                .flatMap(name -> pattern.source().binding(name).filter(binding -> binding.name() == name).stream())
                .forEach(binding -> through(binding.steps(), value).ifPresent(rest -> carry(binding, rest)));
    }

    /** What is left after some steps into a value; nothing if they lead past it. */
    private static Optional<Value> through(List<String> steps, Value value) {
        Value at = value;
        for (String step : steps) {
            if (step.equals("...")) {
                continue;
            }
            if (!at.path().isEmpty()) {
                if (!step.equals(at.path().get(0))) {
                    return Optional.empty();
                }
                at = at.with(at.path().subList(1, at.path().size()), at.key());
            } else if (at.hidden().contains(step)) {
                return Optional.empty();
            } else if (at.key().equals("*")) {
                at = at.with(List.of(), step);
            }
        }
        return Optional.of(at);
    }

    private void climb(Place from, Value start) {
        TsNode node = from.node();
        Value value = start;
        while (true) {
            TsNode parent = node.parent().orElse(node);
            switch (parent.type()) {
                case "parenthesized_expression",
                        "as_expression",
                        "satisfies_expression",
                        "non_null_expression",
                        "await_expression",
                        "template_substitution",
                        "template_string",
                        "array" -> {
                    // The value goes on as it is.
                }
                case "spread_element" -> value = overwritten(parent, value);
                case "member_expression", "subscript_expression" -> {
                    if (!node.field().equals("object") || isMethodOf(parent)) {
                        return;
                    }
                    Optional<Value> taken = through(List.of(taken(parent)), value);
                    if (taken.isEmpty()) {
                        return;
                    }
                    value = taken.get();
                }
                case "pair" -> {
                    value = under(Syntax.key(parent).orElse("?"), value);
                    parent = parent.parent().orElse(parent);
                }
                case "object" -> {
                    if (node.is("shorthand_property_identifier")) {
                        value = under(node.text(), value);
                    }
                }
                case "binary_expression" -> {
                    if (!Syntax.hasToken(parent, "||") && !Syntax.hasToken(parent, "??")) {
                        look(parent, value);
                        return;
                    }
                }
                case "ternary_expression" -> {
                    if (node.field().equals("condition")) {
                        return;
                    }
                }
                default -> {
                    end(from.at(node), parent, value);
                    return;
                }
            }
            node = parent;
        }
    }

    /** {@code { ...value, name }}: that name is another one then. */
    private static Value overwritten(TsNode spread, Value value) {
        Set<String> hidden = new HashSet<>(value.hidden());
        spread.parent().filter(each -> each.is("object")).map(TsNode::namedChildren).orElse(List.of()).stream()
                .filter(each -> each.start() > spread.end())
                .flatMap(each -> Syntax.key(each).stream())
                .forEach(hidden::add);
        return new Value(value.read(), value.path(), value.key(), Set.copyOf(hidden));
    }

    private static String taken(TsNode member) {
        return member.child("property")
                .map(TsNode::text)
                .or(() -> member.child("index").flatMap(Syntax::string))
                .orElse("?");
    }

    /** {@code value.trim()}: what comes of it is something new. */
    private static boolean isMethodOf(TsNode member) {
        return member.field().equals("function");
    }

    private void look(TsNode comparison, Value value) {
        if (Syntax.hasToken(comparison, "instanceof") || Syntax.hasToken(comparison, "in")) {
            checked.add(value.key());
        }
    }

    private void end(Place at, TsNode parent, Value value) {
        switch (parent.type()) {
            case "variable_declarator" -> parent.child("name").ifPresent(name -> carryInto(at.at(name), value));
            case "assignment_expression" ->
                parent.child("left")
                        .filter(left -> left != at.node())
                        .flatMap(left -> at.source().binding(left))
                        .ifPresent(binding -> carry(binding, value));
            case "arguments" -> hand(at, parent, value);
            case "unary_expression" -> {
                if (Syntax.hasToken(parent, "typeof")) {
                    checked.add(value.key());
                }
            }
            default -> {
                // A condition, an answer, a loop: nobody else gets it.
            }
        }
    }

    private void hand(Place at, TsNode arguments, Value value) {
        Place call = at.at(arguments.parent().orElse(arguments));
        String name = name(call.node());
        // new URL(text) throws at what is none.
        if ((isCheck(name) && !isOfJson(call.node())) || isOfSchemas(call) || name.equals("URL")) {
            checked.add(value.key());
            return;
        }
        if (CONVERSIONS.contains(name)) {
            return;
        }
        boolean text = name.equals("stringify") ? isOfJson(call.node()) : BUILDING.contains(name);
        if (text) {
            climb(call, value);
            return;
        }
        List<Place> functions = plugin.calls().reached(call);
        int index = arguments.namedChildren().indexOf(at.node());
        for (Place function : functions) {
            List<TsNode> parameters = Syntax.parameters(function.node());
            if (index < parameters.size()) {
                carryInto(function.at(parameters.get(index)), value);
            }
        }
        if (functions.isEmpty() && isForeign(call) && !handed.contains(call.node())) {
            uses.add(new Use(value.read(), value.key(), call));
        }
    }

    private boolean isOfSchemas(Place call) {
        return Syntax.receiver(call.node())
                .or(() -> Syntax.called(call.node()))
                .flatMap(each -> plugin.modules().meaning(call.source(), each))
                .filter(meaning -> meaning instanceof Meaning.Outside outside
                        && SCHEMAS.matcher(outside.module()).matches())
                .isPresent();
    }

    /** Whether the call surely leads out of the plugin, to somebody who does something with it. */
    private boolean isForeign(Place call) {
        if (Reach.isTalk(plugin, call)) {
            return false;
        }
        TsNode called = Syntax.called(call.node()).orElse(call.node());
        if (called.is("identifier")) {
            return call.source().binding(called).isEmpty() ? called.text().equals("fetch") : isOutside(call.at(called));
        }
        Optional<TsNode> receiver = Syntax.receiver(call.node());
        return receiver.filter(each -> isOutside(call.at(each))
                        || plugin.types()
                                .of(call.at(each))
                                .filter(Input::isOfOthers)
                                .isPresent())
                .isPresent();
    }

    /** A type of another package, or an interface that this plugin only describes. */
    private static boolean isOfOthers(Type type) {
        return type instanceof Type.Named named
                ? !HARMLESS_TYPES.contains(named.name())
                : type instanceof Type.Shape shape && shape.place().node().is("interface_declaration");
    }

    private boolean isOutside(Place name) {
        return name.source()
                .binding(name.node())
                .filter(binding -> binding.is(Kind.IMPORT))
                .flatMap(plugin.modules()::meaning)
                .filter(meaning -> meaning instanceof Meaning.Outside outside
                        && !outside.module()
                                .matches("(node:)?(path|util|url|querystring|crypto)|lodash.*|@backstage/.*")
                        && !outside.module().matches("\\..*"))
                .isPresent();
    }

    private static boolean isOfJson(TsNode call) {
        return Syntax.receiver(call).filter(each -> each.text().equals("JSON")).isPresent();
    }

    private static String name(TsNode call) {
        return Syntax.method(call)
                .or(() -> Syntax.called(call)
                        .filter(each -> each.is("identifier"))
                        .map(TsNode::text))
                .orElse("");
    }

    private static Value under(String key, Value value) {
        List<String> path = new ArrayList<>(List.of(key));
        path.addAll(value.path());
        return value.with(path, value.key());
    }
}
