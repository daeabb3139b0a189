package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether somebody may have decided that the caller of a route is allowed to call it. Whatever cannot be followed may
 * have.
 */
public final class Guards {

    private static final Pattern DECIDING = Pattern.compile(
            ".*(authori[sz]|permi(t|ssion)|allow|access|guard|policy|ensure|verif|require|assert|check|signature|secret)"
                    + ".*|can[A-Z].*|is(Admin|Owner|Member).*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OWNER = Pattern.compile(
            "(?i).*(userEntityRef|userRef|ownership|owner|author|createdBy|userId|principal|subject).*");
    private static final Set<String> WRAPPERS = Set.of("asyncHandler", "wrapAsync", "catchAsync", "asyncWrapper");
    private static final Set<String> HARMLESS = Set.of(
            "json",
            "urlencoded",
            "text",
            "raw",
            "single",
            "array",
            "any",
            "none",
            "cors",
            "helmet",
            "error",
            "errorHandler",
            "logging",
            "notFound",
            "createPermissionIntegrationRouter");
    private static final List<String> ABOUT_THE_CALLER = List.of(
            "getUserInfo",
            "isPrincipal",
            "credentials",
            "createEvent",
            "authenticate",
            "getLimitedUserToken",
            "getOwnServiceCredentials");

    private final Plugin plugin;
    private final Map<TsNode, Reach> reached = new HashMap<>();
    private final Map<TsNode, Boolean> known = new HashMap<>();
    private final boolean inFront;

    public Guards(Plugin plugin) {
        this.plugin = plugin;
        Stream<Place> used = Stream.concat(
                plugin.routes().mounts().stream().map(Routes.Mount::call), plugin.routes().doors().stream());
        this.inFront = used.flatMap(
                        call -> Syntax.arguments(call.node()).stream().map(call::at))
                .filter(each -> plugin.origins().text(each).isEmpty())
                .filter(each -> plugin.routes().routers(each).isEmpty())
                .anyMatch(each -> functions(each).map(this::mayDecide).orElse(true));
    }

    /** Whether nobody between the request and the end of a route's handlers can have decided about its caller. */
    public boolean isUnguarded(Routes.Route route) {
        if (inFront) {
            return false;
        }
        List<Place> all = new ArrayList<>();
        for (Place handler : route.handlers()) {
            Optional<List<Place>> functions = functions(handler);
            if (functions.isEmpty()) {
                return false;
            }
            all.addAll(functions.get());
        }
        return !all.isEmpty() && !mayDecide(all);
    }

    /** What a route runs, its handlers and what they call. */
    public List<Reach> reached(Routes.Route route) {
        return route.handlers().stream()
                .flatMap(handler -> functions(handler).orElse(List.of()).stream())
                .map(this::reach)
                .toList();
    }

    /** The functions that a handler or middleware is made of; nothing where something else may run, too. */
    private Optional<List<Place>> functions(Place handler) {
        List<Place> found = new ArrayList<>();
        List<Place> origins = plugin.origins().whole(handler);
        if (origins.isEmpty()) {
            return Optional.empty();
        }
        for (Place origin : origins) {
            if (Syntax.isFunction(origin.node())) {
                found.add(origin);
                continue;
            }
            List<Place> named = plugin.calls().functions(origin);
            if (!named.isEmpty()) {
                found.addAll(named);
                continue;
            }
            Optional<List<Place>> inner = ofCall(origin);
            if (inner.isEmpty()) {
                return Optional.empty();
            }
            found.addAll(inner.get());
        }
        return Optional.of(found);
    }

    private Optional<List<Place>> ofCall(Place call) {
        if (!call.node().is("call_expression")) {
            return Optional.empty();
        }
        String name = name(call);
        if (HARMLESS.contains(name)) {
            return Optional.of(List.of());
        }
        return WRAPPERS.contains(name)
                ? Syntax.argument(call.node(), 0).flatMap(each -> functions(call.at(each)))
                : Optional.empty();
    }

    private Reach reach(Place function) {
        return reached.computeIfAbsent(function.node(), node -> new Reach(plugin, function));
    }

    private boolean mayDecide(List<Place> functions) {
        return functions.stream().map(this::reach).anyMatch(this::mayDecide);
    }

    private boolean mayDecide(Reach reach) {
        return reach.calls("authorize", "authorizeConditional")
                || reach.calls().stream().anyMatch(call -> known.computeIfAbsent(call.node(), node -> mayDecide(call)))
                || reach.functions().stream()
                        .anyMatch(each -> known.computeIfAbsent(each.node(), node -> looksAtOwner(each)));
    }

    private boolean mayDecide(Place call) {
        if (!plugin.calls().reached(call).isEmpty() || Reach.isTalk(plugin, call)) {
            return false;
        }
        String name = name(call);
        if (name.equals("credentials") && isForServices(call)) {
            return true;
        }
        boolean handsOn = !ABOUT_THE_CALLER.contains(name)
                && Syntax.arguments(call.node()).stream()
                        .flatMap(each -> each.descendants("identifier", "shorthand_property_identifier"))
                        .anyMatch(each -> isCaller(call.at(each)));
        return handsOn || DECIDING.matcher(name).matches();
    }

    /** {@code credentials(req, { allow: ['service'] })}: no user gets here. */
    private static boolean isForServices(Place call) {
        List<TsNode> kinds = Syntax.argument(call.node(), 1)
                .flatMap(options -> Syntax.property(options, "allow"))
                .filter(allow -> allow.is("array"))
                .map(TsNode::namedChildren)
                .orElse(List.of());
        return kinds.size() == 1
                && Syntax.string(kinds.get(0)).filter("service"::equals).isPresent();
    }

    /** The caller's credentials or token, by name or because they were asked for. */
    private static boolean isCaller(Place name) {
        String text = name.node().text().toLowerCase(Locale.ROOT);
        return text.endsWith("credentials")
                || text.endsWith("token")
                || name.source()
                        .binding(name.node())
                        .flatMap(binding -> binding.declaration().child("value"))
                        .map(Syntax::awaited)
                        .filter(value -> Syntax.calls(value, "credentials"))
                        .isPresent();
    }

    /** A comparison with whoever calls, or a query for what is theirs. */
    private static boolean looksAtOwner(Place function) {
        Stream<TsNode> compared = function.source()
                .all("binary_expression")
                .filter(each -> Syntax.within(each, function.node()))
                .filter(each -> Stream.of("===", "!==", "==", "!=").anyMatch(token -> Syntax.hasToken(each, token)))
                .flatMap(each -> Stream.of("left", "right").flatMap(side -> each.child(side).stream()));
        Stream<TsNode> asked = function.source()
                .all("call_expression")
                .filter(each -> Syntax.within(each, function.node()))
                .filter(each -> Syntax.calls(each, "where", "andWhere", "includes", "some", "has", "whereIn"));
        return Stream.concat(compared, asked)
                .flatMap(each -> each.descendants(
                        "identifier", "property_identifier", "shorthand_property_identifier", "string"))
                .anyMatch(each -> OWNER.matcher(each.text()).matches());
    }

    private static String name(Place call) {
        return Syntax.method(call.node())
                .or(() -> Syntax.called(call.node())
                        .filter(each -> each.is("identifier"))
                        .map(TsNode::text))
                .orElse("");
    }
}
