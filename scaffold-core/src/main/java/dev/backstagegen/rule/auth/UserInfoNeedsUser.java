package dev.backstagegen.rule.auth;

import dev.backstagegen.rule.Edit;
import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Caught;
import dev.backstagegen.rule.code.Origins;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.ts.TsNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code auth/user-info-needs-user}: only users have information of users. */
public final class UserInfoNeedsUser implements Rule {

    private static final int MOST_CALLERS = 3;

    private static final RuleDoc DOC = new RuleDoc(
            "auth/user-info-needs-user",
            Severity.ERROR,
            "Who is asked for user information is a user",
            "Credentials that `httpAuth.credentials` gives, followed to `userInfo.getUserInfo`, where nobody asks whether"
                    + " they are those of a user.",
            "Without `allow`, services get through as well, and for them `getUserInfo` throws an error that is answered with"
                    + " 500.",
            "Let users through only, with `allow: ['user']`, or ask `auth.isPrincipal(credentials, 'user')` before.",
            true,
            "0.1.0",
            List.of(new RuleDoc.Example(
                    example("httpAuth.credentials(req)"), example("httpAuth.credentials(req, { allow: ['user'] })"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        Map<TsNode, Finding> findings = new LinkedHashMap<>();
        for (Source source : plugin.sources()) {
            if (source.text().contains("getUserInfo")) {
                source.places("call_expression")
                        .filter(call -> asksForInfo(plugin, call))
                        .forEach(call -> obtained(plugin, call)
                                .forEach(each -> findings.putIfAbsent(
                                        each.node(),
                                        Finding.at(
                                                each,
                                                DOC,
                                                "These credentials may be those of a service when they get to"
                                                        + " `getUserInfo`.",
                                                repair(each, call)))));
            }
        }
        return List.copyOf(findings.values());
    }

    private static boolean asksForInfo(Plugin plugin, Place call) {
        return Syntax.calls(call.node(), "getUserInfo")
                && Syntax.arguments(call.node()).size() == 1
                && Syntax.receiver(call.node())
                        .filter(receiver -> plugin.types().is(call.at(receiver), "UserInfoService")
                                || (plugin.types().of(call.at(receiver)).isEmpty()
                                        && receiver.text().matches("(?i).*userInfo(Service)?")))
                        .isPresent()
                && !isGuarded(plugin, call, MOST_CALLERS)
                && !isExpectedToFail(call.node());
    }

    /** The calls of {@code credentials} that let others through than users. */
    private static Stream<Place> obtained(Plugin plugin, Place call) {
        return Syntax.argument(call.node(), 0).stream()
                .flatMap(argument -> plugin.origins().of(call.at(argument)).stream())
                .filter(origin -> origin.path().isEmpty())
                .map(Origins.Origin::place)
                .filter(each -> Syntax.calls(each.node(), "credentials")
                        && Syntax.receiver(each.node())
                                .filter(receiver -> plugin.types().is(each.at(receiver), "HttpAuthService")
                                        || receiver.text().matches("(?i).*httpAuth(Service)?"))
                                .isPresent())
                .filter(each -> letsOthersThrough(each.node()) && !isGuarded(plugin, each, 0));
    }

    private static boolean letsOthersThrough(TsNode credentials) {
        List<TsNode> arguments = Syntax.arguments(credentials);
        if (arguments.size() == 1) {
            return true;
        }
        Optional<TsNode> options = Syntax.argument(credentials, 1).filter(each -> each.is("object"));
        if (arguments.size() != 2 || options.isEmpty() || Syntax.hasSpread(options.get())) {
            return false;
        }
        Optional<TsNode> allow = Syntax.property(options.get(), "allow");
        List<String> kinds =
                allow.filter(each -> each.is("array")).map(TsNode::namedChildren).orElse(List.of()).stream()
                        .flatMap(each -> Syntax.string(each).stream())
                        .toList();
        return allow.isEmpty() || kinds.contains("service") || kinds.contains("none");
    }

    /** Whether a function around it, or one that calls that, asks what kind of principal it has. */
    private static boolean isGuarded(Plugin plugin, Place place, int callers) {
        Optional<TsNode> function = Syntax.functionAround(place.node());
        if (function.isEmpty()) {
            return false;
        }
        return asksForKind(place.at(function.get()))
                || isGuarded(plugin, place.at(function.get()), callers)
                || (callers > 0
                        && plugin.calls().sites(place.at(function.get())).stream()
                                .anyMatch(site -> isGuarded(plugin, site, callers - 1)));
    }

    private static boolean asksForKind(Place function) {
        return function.source()
                        .inside(function.node(), "call_expression")
                        .anyMatch(call -> Syntax.method(call)
                                .or(() -> Syntax.called(call).map(TsNode::text))
                                .filter(name -> name.matches("(?i).*(isPrincipal|isUser|isService|isGuest).*"))
                                .isPresent())
                || function.source()
                        .inside(function.node(), "property_identifier", "shorthand_property_identifier_pattern")
                        .anyMatch(name -> name.text().equals("principal"));
    }

    /** Whether the failure is caught and something else is done. */
    private static boolean isExpectedToFail(TsNode call) {
        boolean handled = call.parent()
                .filter(each -> each.is("member_expression"))
                .flatMap(each -> each.child("property"))
                .filter(each -> each.text().equals("catch"))
                .isPresent();
        return handled
                || Caught.by(call)
                        .filter(clause ->
                                clause.descendants("throw_statement").findAny().isEmpty()
                                        && clause.descendants("call_expression")
                                                .noneMatch(each -> Syntax.calls(each, "status")
                                                        || Syntax.called(each)
                                                                .filter(name -> name.text()
                                                                        .equals("next"))
                                                                .isPresent()))
                        .isPresent();
    }

    private static Repair repair(Place credentials, Place call) {
        TsNode node = credentials.node();
        List<TsNode> arguments = Syntax.arguments(node);
        Optional<TsNode> options = Syntax.argument(node, 1);
        Optional<TsNode> allow = options.flatMap(each -> Syntax.property(each, "allow"));
        TextEdit edit;
        if (arguments.size() == 1) {
            edit = TextEdit.insert(arguments.get(0).end(), ", { allow: ['user'] }");
        } else if (allow.isPresent()) {
            edit = new TextEdit(allow.get().start(), allow.get().end(), "['user']");
        } else {
            edit = allowing(credentials, options.get());
        }
        List<Edit> edits = List.of(new Edit(credentials.source().path(), edit));
        // Whoever is a service got a 500 anyway, unless the information is asked for now and then only.
        boolean sure = allow.isEmpty() && isAlwaysFollowedBy(node, call.node());
        return sure ? Repair.safe(edits) : Repair.suggested(edits);
    }

    private static TextEdit allowing(Place credentials, TsNode options) {
        List<TsNode> members = options.namedChildren();
        if (members.isEmpty()) {
            return new TextEdit(options.start(), options.end(), "{ allow: ['user'] }");
        }
        // As the other members stand: in one line, or each in its own.
        String gap = credentials
                .source()
                .text()
                .substring(options.start() + 1, members.get(0).start());
        return TextEdit.insert(members.get(0).start(), "allow: ['user']," + (gap.isBlank() ? gap : " "));
    }

    private static boolean isAlwaysFollowedBy(TsNode credentials, TsNode call) {
        Optional<TsNode> block = Syntax.statement(credentials).flatMap(TsNode::parent);
        Optional<TsNode> other = Syntax.statement(call).flatMap(TsNode::parent);
        return block.isPresent() && block.equals(other) && credentials.start() < call.start()
                || Syntax.within(credentials, call);
    }

    private static String example(String credentials) {
        return """
                --- src/router.ts
                import { HttpAuthService, UserInfoService } from '@backstage/backend-plugin-api';
                import Router from 'express-promise-router';

                export function createRouter(httpAuth: HttpAuthService, userInfo: UserInfoService) {
                  const router = Router();
                  router.get('/whoami', async (req, res) => {
                    const credentials = await %s;
                    const { userEntityRef } = await userInfo.getUserInfo(credentials);
                    res.json({ userEntityRef });
                  });
                  return router;
                }
                """.formatted(credentials);
    }
}
