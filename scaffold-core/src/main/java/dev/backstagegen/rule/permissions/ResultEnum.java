package dev.backstagegen.rule.permissions;

import dev.backstagegen.rule.Edit;
import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Origins;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Rewrite;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code permissions/result-enum}: only what is allowed is allowed. */
public final class ResultEnum implements Rule {

    private static final String COMMON = "@backstage/plugin-permission-common";

    private static final RuleDoc DOC = new RuleDoc(
            "permissions/result-enum",
            Severity.WARNING,
            "A decision is compared with AuthorizeResult.ALLOW",
            "Comparisons of the `result` of what `permissions.authorize` answers.",
            "Whoever looks for DENY lets everything else pass, and a text is not checked by the compiler.",
            "Compare with `AuthorizeResult.ALLOW`.",
            true,
            "0.1.0",
            List.of(new RuleDoc.Example(
                    example("import { NotAllowedError } from '@backstage/errors';\n", "=== 'DENY'"),
                    example("""
                    import { NotAllowedError } from '@backstage/errors';
                    import { AuthorizeResult } from '@backstage/plugin-permission-common';
                    """, "!== AuthorizeResult.ALLOW"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        return plugin.sources().stream()
                .flatMap(source -> source.places("binary_expression"))
                .flatMap(each -> finding(plugin, each).stream())
                .toList();
    }

    private static Optional<Finding> finding(Plugin plugin, Place comparison) {
        TsNode node = comparison.node();
        Optional<TsNode> operator = node.child("operator");
        Optional<TsNode> left = node.child("left").map(Syntax::bare);
        Optional<TsNode> right = node.child("right").map(Syntax::bare);
        if (operator.isEmpty()
                || left.isEmpty()
                || right.isEmpty()
                || !operator.get().type().matches("[!=]==?")) {
            return Optional.empty();
        }
        boolean turned = isDecision(plugin, comparison.at(right.get()));
        TsNode decision = turned ? right.get() : left.get();
        TsNode other = turned ? left.get() : right.get();
        if (!turned && !isDecision(plugin, comparison.at(decision))) {
            return Optional.empty();
        }
        boolean text = Syntax.string(other).isPresent();
        String value = Syntax.string(other).orElse(isMember(plugin, comparison.at(other), "DENY") ? "DENY" : "");
        if (!value.equals("DENY") && !(text && value.equals("ALLOW"))) {
            return Optional.empty();
        }
        boolean equal = operator.get().type().startsWith("=") == value.equals("ALLOW");
        return Optional.of(Finding.at(
                comparison,
                DOC,
                "This decision is compared with " + other.text() + ".",
                repair(plugin, comparison, decision, equal ? "===" : "!==")));
    }

    private static boolean isMember(Plugin plugin, Place expression, String name) {
        TsNode node = expression.node();
        return node.is("member_expression")
                && node.child("property")
                        .filter(property -> property.text().equals(name))
                        .isPresent()
                && node.child("object")
                        .filter(object ->
                                plugin.modules().isOutside(expression.source(), object, COMMON, "AuthorizeResult"))
                        .isPresent();
    }

    /** The {@code result} of an element of what {@code authorize} gives, which is never conditional. */
    private static boolean isDecision(Plugin plugin, Place expression) {
        if (!expression.node().is("member_expression", "identifier")) {
            return false;
        }
        Set<Origins.Origin> origins = plugin.origins().of(expression);
        return !origins.isEmpty()
                && origins.stream()
                        .allMatch(origin -> origin.path().size() == 2
                                && origin.path().get(1).equals("result")
                                && Syntax.calls(origin.place().node(), "authorize"));
    }

    private static Repair repair(Plugin plugin, Place comparison, TsNode decision, String operator) {
        Source source = comparison.source();
        Optional<String> known = Stream.concat(source.all("identifier"), source.all("type_identifier"))
                .filter(name -> plugin.modules().isOutside(source, name, COMMON, "AuthorizeResult"))
                .map(TsNode::text)
                .findFirst();
        if (known.isEmpty() && source.mentions("AuthorizeResult")) {
            return Repair.NONE;
        }
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit(
                source.path(),
                new TextEdit(
                        comparison.node().start(),
                        comparison.node().end(),
                        decision.text() + " " + operator + " " + known.orElse("AuthorizeResult") + ".ALLOW")));
        if (known.isEmpty()) {
            edits.add(new Edit(source.path(), Rewrite.named(source, COMMON, "AuthorizeResult")));
        }
        return Repair.safe(edits);
    }

    private static String example(String imports, String comparison) {
        return """
                --- src/check.ts
                import {
                  BackstageCredentials,
                  PermissionsService,
                } from '@backstage/backend-plugin-api';
                %simport { itemReadPermission } from './permissions';

                export async function check(
                  permissions: PermissionsService,
                  credentials: BackstageCredentials,
                ) {
                  const [decision] = await permissions.authorize(
                    [{ permission: itemReadPermission }],
                    { credentials },
                  );
                  if (decision.result %s) {
                    throw new NotAllowedError('Missing permission');
                  }
                }
                """.formatted(imports, comparison);
    }
}
