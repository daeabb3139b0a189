package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The requests that tests send with {@code supertest}. */
public final class TestRequests {

    private TestRequests() {}

    /**
     * One request.
     *
     * @param path what is asked for, without a query; nothing where it cannot be told
     */
    public record Sent(Place call, Optional<String> path) {}

    /** All that the tests of a plugin send. */
    public static List<Sent> of(Plugin plugin) {
        List<Sent> sent = new ArrayList<>();
        for (Source source : Suites.files(plugin)) {
            source.places("call_expression")
                    .filter(call -> isRequest(plugin, call))
                    .forEach(call -> sent.add(new Sent(call, path(call))));
        }
        return sent;
    }

    /** {@code request(app).get(path)}, or the same of an agent, whose kind is not told by anything but its verbs. */
    private static boolean isRequest(Plugin plugin, Place call) {
        boolean isVerb =
                Syntax.method(call.node()).filter(Routes.VERBS::contains).isPresent();
        return isVerb
                && Syntax.receiver(call.node())
                        .map(call::at)
                        .filter(receiver ->
                                plugin.origins().whole(receiver).stream().anyMatch(origin -> isAgent(plugin, origin)))
                        .isPresent();
    }

    private static boolean isAgent(Plugin plugin, Place origin) {
        if (!origin.node().is("call_expression")) {
            return false;
        }
        Optional<TsNode> called = Syntax.called(origin.node());
        Optional<TsNode> name = called.filter(each -> each.is("member_expression"))
                .flatMap(each -> each.child("object"))
                .or(() -> called);
        return name.filter(each -> plugin.modules()
                        .isOutside(origin.source(), each, "supertest", "default", "*", "agent", "request"))
                .isPresent();
    }

    private static Optional<String> path(Place call) {
        return Syntax.argument(call.node(), 0).flatMap(Syntax::string).map(text -> text.replaceFirst("\\?.*", ""));
    }
}
