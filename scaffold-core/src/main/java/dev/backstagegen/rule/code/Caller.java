package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.regex.Pattern;

/** Whether anybody on the way of a request may find out who sends it, in whichever way. */
public final class Caller {

    private static final Pattern ASKING = Pattern.compile(
            "(?i).*(credential|authenticat|authoriz|permission|identity|userinfo|principal|signature|hmac|jwt|verify"
                    + "|requesttoken|bearer|createevent|currentuser|checkaccess|isallowed|hasaccess|webhook).*|.*[aA]uth"
                    + "|auth.*|secure.*|.*User(Ref|Id|Email|Name)?|require.*");

    private static final String[] TELLING = {
        "headers", "header", "get", "user", "auth", "cookies", "session", "rawHeaders", "credentials", "identity", "?"
    };

    private Caller() {}

    /** Whether that cannot be excluded. */
    public static boolean mayBeKnown(Request request) {
        return !request.isKnown()
                || request.incoming().isKept()
                || !request.incoming().handed().isEmpty()
                || request.incoming().reads(TELLING)
                || request.everything().stream().anyMatch(Caller::asks);
    }

    private static boolean asks(Place function) {
        return function.source()
                .all("call_expression")
                .filter(call -> Syntax.within(call, function.node()))
                .anyMatch(call -> Syntax.method(call)
                        .or(() -> Syntax.called(call).map(TsNode::text))
                        .filter(name -> ASKING.matcher(name).matches())
                        .isPresent());
    }
}
