package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The errors of a plugin that nothing turns into an answer unless an error middleware does. */
public final class LostErrors {

    private static final Map<Integer, String> CLASSES = Map.of(
            400, "InputError",
            401, "AuthenticationError",
            403, "NotAllowedError",
            404, "NotFoundError",
            409, "ConflictError",
            501, "NotImplementedError",
            503, "ServiceUnavailableError");

    private static final String[] WRITERS = {"status", "sendStatus", "writeHead"};

    private final boolean known;
    private final Set<Integer> written;
    private final Set<String> thrown;

    private LostErrors(boolean known, Set<Integer> written, Set<String> thrown) {
        this.known = known;
        this.written = written;
        this.thrown = thrown;
    }

    /** Those of all routes of the plugin. */
    public static LostErrors of(Plugin plugin) {
        Set<Integer> written = new HashSet<>();
        Set<String> thrown = new HashSet<>();
        Stream.concat(plugin.sources().stream(), plugin.tests().stream()).forEach(source -> {
            source.all("call_expression")
                    .filter(call -> Syntax.calls(call, WRITERS))
                    // That of a server of somebody else, as msw mocks it.
                    .filter(call -> Syntax.receiver(call)
                            .filter(each -> !each.text().equals("ctx"))
                            .isPresent())
                    .flatMap(call -> Syntax.argument(call, 0).stream())
                    .filter(each -> each.is("number") && each.text().matches("\\d{3}"))
                    .forEach(each -> written.add(Integer.parseInt(each.text())));
            source.all("new_expression")
                    .flatMap(each -> Syntax.called(each).stream())
                    .forEach(name -> thrown.add(name.text()));
        });
        return new LostErrors(isKnown(plugin), written, thrown);
    }

    /** Whether an answer with that status surely comes from an error that reaches the end of the router. */
    public boolean include(int status) {
        return known
                && !written.contains(status)
                && (status == 500 || thrown.contains(CLASSES.getOrDefault(status, "")));
    }

    /** Whether nothing but the plugin's own handlers, with statuses that stand there, writes answers. */
    private static boolean isKnown(Plugin plugin) {
        boolean handlers = plugin.routes().all().stream()
                .flatMap(route -> route.handlers().stream())
                .allMatch(handler -> !plugin.calls().functions(handler).isEmpty());
        return handlers
                && plugin.sources().stream()
                        .flatMap(source -> source.places("call_expression"))
                        .noneMatch(call -> writesUnknown(call.node())
                                || handsOver(plugin, call)
                                || Syntax.calls(call.node(), "use") && usesUnknown(plugin, call));
    }

    private static boolean writesUnknown(TsNode call) {
        return Syntax.calls(call, WRITERS)
                && Syntax.argument(call, 0).filter(each -> !each.is("number")).isPresent();
    }

    /** Whether somebody else gets the response, and may write to it. */
    private static boolean handsOver(Plugin plugin, Place call) {
        return Syntax.arguments(call.node()).stream()
                        .anyMatch(each -> each.text().matches("_?res(ponse)?"))
                && plugin.calls().reached(call).isEmpty();
    }

    /** Whether a router of the plugin uses what may answer errors. */
    private static boolean usesUnknown(Plugin plugin, Place use) {
        if (Syntax.receiver(use.node())
                .filter(each -> plugin.routes().routers(use.at(each)).isEmpty())
                .isPresent()) {
            return false;
        }
        return Syntax.arguments(use.node()).stream()
                .map(Syntax::bare)
                .filter(each -> plugin.routes().routers(use.at(each)).isEmpty())
                .anyMatch(each -> Syntax.isFunction(each)
                        ? Syntax.parameters(each).size() > 3
                        : Syntax.string(each).isEmpty() && !Syntax.calls(each, "json", "urlencoded", "text", "raw"));
    }
}
