package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether anybody on the way of a request may find out who sends it, in whichever way: whoever does needs the request
 * itself, or what tells of the sender.
 */
public final class Caller {

    /** Another way to be sure of the sender, or to be somebody else: both are for other rules. */
    private static final Pattern ASKING = Pattern.compile(
            "(?i).*(signature|hmac|timingsafe|jwt|webhook).*|verify.*|getOwnServiceCredentials|createEvent");

    private static final Set<String> HARMLESS = Set.of(
            "body",
            "query",
            "params",
            "path",
            "url",
            "originalUrl",
            "baseUrl",
            "method",
            "on",
            "once",
            "socket",
            "file",
            "files",
            "ip",
            "protocol",
            "hostname",
            "accepts",
            "is",
            "aborted",
            "destroyed",
            "complete",
            "app",
            "route");

    private static final Pattern TELLING =
            Pattern.compile("(?i).*(auth|token|cookie|user|sign|key|secret|identity|jwt).*");

    private Caller() {}

    /** Whether that cannot be excluded. */
    public static boolean mayBeKnown(Request request) {
        return !request.isKnown()
                || request.incoming().isKept()
                || !request.incoming().handed().isEmpty()
                || request.incoming().reads().stream().anyMatch(Caller::tells)
                || request.everything().stream().anyMatch(Caller::asks);
    }

    private static boolean tells(Incoming.Read read) {
        if (HARMLESS.contains(read.member())) {
            return false;
        }
        // req.headers['x-cluster'], req.get('If-None-Match')
        boolean header = read.member().matches("headers|header|get") && !read.isName();
        TsNode parent = read.place().node().parent().orElse(read.place().node());
        Optional<String> name = parent.is("call_expression")
                ? Syntax.argument(parent, 0).flatMap(Syntax::string)
                : parent.child("index").flatMap(Syntax::string);
        return !header || name.filter(each -> !TELLING.matcher(each).matches()).isEmpty();
    }

    private static boolean asks(Place function) {
        return function.source()
                .inside(function.node(), "call_expression")
                .anyMatch(call -> Syntax.method(call)
                        .or(() -> Syntax.called(call).map(TsNode::text))
                        .filter(name -> ASKING.matcher(name).matches())
                        .isPresent());
    }
}
