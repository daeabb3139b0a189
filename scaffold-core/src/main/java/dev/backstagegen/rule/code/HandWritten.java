package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells whether an answer is an error in a form of the handler's own making, and what it says. */
public final class HandWritten {

    private static final Set<String> SAYING =
            Set.of("error", "message", "msg", "errorMessage", "err", "errors", "detail");
    private static final Set<String> BESIDES = Set.of("status", "statusCode", "code", "success", "ok");

    /** What belongs to a protocol, whose errors have that form for everybody. */
    private static final Set<String> PROTOCOL =
            Set.of("jsonrpc", "error_description", "error_uri", "schemas", "errcode", "type", "challenge");

    private static final Set<String> OAUTH = Set.of(
            "invalid_request",
            "invalid_client",
            "invalid_grant",
            "invalid_scope",
            "invalid_token",
            "unauthorized_client",
            "unsupported_grant_type",
            "unsupported_response_type",
            "access_denied",
            "server_error");

    private HandWritten() {}

    /**
     * Whether the body is a text, or an object with a text that says what went wrong with the request. What a handler
     * answers that does not look at the request is about something else, such as the configuration.
     */
    public static boolean isError(Plugin plugin, Answers.Answer answer) {
        return !answer.isBlind()
                && answer.body()
                        .map(body ->
                                body.node().is("identifier") ? plugin.origins().whole(body) : List.of(body))
                        .filter(bodies ->
                                bodies.size() == 1 && isError(bodies.get(0).node()))
                        .isPresent();
    }

    private static boolean isError(TsNode body) {
        if (!body.is("object")) {
            return isText(body) && !isOfProtocol(body) && !body.text().contains("<");
        }
        List<TsNode> members = body.namedChildren();
        boolean speaks = members.stream()
                .anyMatch(each -> Syntax.key(each).filter(SAYING::contains).isPresent());
        return speaks
                && members.stream()
                        .noneMatch(each ->
                                Syntax.key(each).filter(PROTOCOL::contains).isPresent())
                && Syntax.property(body, "error")
                        .filter(HandWritten::isOfProtocol)
                        .isEmpty();
    }

    /** What it says as an expression, where it says nothing else; nothing if something would be lost. */
    public static Optional<TsNode> message(Answers.Answer answer) {
        TsNode body = answer.body().map(Place::node).orElse(null);
        if (body == null) {
            return Optional.empty();
        }
        if (!body.is("object")) {
            return Optional.of(body).filter(HandWritten::isTextual);
        }
        List<TsNode> saying = body.namedChildren().stream()
                .filter(each -> !Syntax.key(each).filter(BESIDES::contains).isPresent())
                .toList();
        if (saying.size() != 1
                || Syntax.key(saying.get(0)).filter(SAYING::contains).isEmpty()) {
            return Optional.empty();
        }
        TsNode value = saying.get(0).is("pair")
                ? saying.get(0).child("value").map(Syntax::bare).orElse(body)
                : saying.get(0);
        if (value.is("object")) {
            // { error: { name: 'InputError', message } }
            boolean only = value.namedChildren().stream()
                    .allMatch(each -> Syntax.key(each)
                            .filter(key -> key.equals("message") || key.equals("name") || BESIDES.contains(key))
                            .isPresent());
            return only ? Syntax.property(value, "message").filter(HandWritten::isTextual) : Optional.empty();
        }
        return Optional.of(value).filter(HandWritten::isTextual);
    }

    private static boolean isText(TsNode node) {
        return node.is("string", "template_string");
    }

    /** A text, or what surely gives one. */
    private static boolean isTextual(TsNode node) {
        boolean member = node.is("member_expression")
                && node.child("property")
                        .filter(property -> property.text().equals("message"))
                        .isPresent();
        boolean sum = node.is("binary_expression")
                && Syntax.hasToken(node, "+")
                && node.namedChildren().stream().anyMatch(HandWritten::isTextual);
        return isText(node) || member || sum || Syntax.calls(node, "toString", "join");
    }

    private static boolean isOfProtocol(TsNode error) {
        return Syntax.string(error).filter(OAUTH::contains).isPresent();
    }
}
