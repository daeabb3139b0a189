package dev.backstagegen.rule.plugin;

import dev.backstagegen.rule.Edit;
import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Binding;
import dev.backstagegen.rule.code.Binding.Kind;
import dev.backstagegen.rule.code.Init;
import dev.backstagegen.rule.code.Meaning;
import dev.backstagegen.rule.code.Options;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Rewrite;
import dev.backstagegen.rule.code.Services;
import dev.backstagegen.rule.code.Services.Declared;
import dev.backstagegen.rule.code.Services.Taken;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code plugin/declared-deps-used}: a plugin asks for the services that it uses. */
public final class DeclaredDepsUsed implements Rule {

    private static final RuleDoc DOC = new RuleDoc(
            "plugin/declared-deps-used",
            Severity.WARNING,
            "What deps declares, init takes and uses",
            "The `deps` of each `registerInit`, what its `init` takes of them, and what the plugin's own functions do with"
                    + " a service that `init` hands to them among other options.",
            "Who reads the plugin takes it to do what it does not, such as to check permissions, and each service that"
                    + " is declared is made at start.",
            "Use it or take it away.",
            true,
            "0.1.0",
            List.of(new RuleDoc.Example(example("          auth: coreServices.auth,\n"), example(""))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        List<Finding> findings = new ArrayList<>();
        for (Init.Start start : plugin.init().starts()) {
            Services services = Services.of(start);
            List<Declared> untaken = services.isAllTaken()
                    ? List.of()
                    : services.declared().stream()
                            .filter(each -> !each.name().startsWith("_"))
                            .filter(each -> services.taken().stream()
                                    .noneMatch(taken -> taken.name().equals(each.name())))
                            .toList();
            List<Taken> unused =
                    services.taken().stream().filter(DeclaredDepsUsed::isUnused).toList();
            Repair repair = repair(plugin, services, untaken, unused);
            untaken.forEach(each -> findings.add(Finding.at(
                    each.member(), DOC, "The service '" + each.name() + "' is declared and not taken.", repair)));
            unused.forEach(each -> findings.add(
                    Finding.at(each.item(), DOC, "The service '" + each.name() + "' is taken and not used.", repair)));
            undeclared(services).forEach(findings::add);
            services.taken()
                    .forEach(each -> Options.ignored(plugin, each.name(), each.variable())
                            .ifPresent(option -> findings.add(Finding.at(
                                    option,
                                    DOC,
                                    "The service '" + each.name() + "' is handed on to here and not used."))));
        }
        return findings;
    }

    private static boolean isUnused(Taken taken) {
        return taken.variable()
                .filter(variable -> !variable.name().text().startsWith("_")
                        && variable.source().uses(variable).isEmpty())
                .isPresent();
    }

    private static List<Finding> undeclared(Services services) {
        return services.isAllDeclared()
                ? services.taken().stream()
                        .filter(taken -> services.declared().stream()
                                .noneMatch(each -> each.name().equals(taken.name())))
                        .map(taken -> Finding.at(
                                taken.item(), DOC, "The service '" + taken.name() + "' is taken and not declared."))
                        .toList()
                : List.of();
    }

    /** One for all of them, so that what they import together goes as well. */
    private static Repair repair(Plugin plugin, Services services, List<Declared> untaken, List<Taken> unused) {
        Set<TsNode> members = new LinkedHashSet<>();
        Set<TsNode> items = new LinkedHashSet<>();
        untaken.forEach(each -> members.add(each.member().node()));
        for (Taken each : unused) {
            items.add(each.item().node());
            services.declared().stream()
                    .filter(declared -> declared.name().equals(each.name()))
                    .forEach(declared -> members.add(declared.member().node()));
        }
        boolean certain = services.declared().stream()
                .filter(each -> members.contains(each.member().node()))
                .allMatch(each -> isPlain(plugin, each.reference()));
        boolean onePattern = items.stream()
                        .map(item -> item.parent().orElse(item))
                        .distinct()
                        .count()
                <= 1;
        if (!certain || !onePattern) {
            return Repair.NONE;
        }
        Place deps = services.start().services();
        List<TextEdit> edits = new ArrayList<>();
        if (!members.isEmpty()) {
            edits.addAll(Rewrite.withoutItems(deps.source(), deps.node(), members));
        }
        items.stream()
                .findFirst()
                .flatMap(TsNode::parent)
                .ifPresent(pattern -> edits.addAll(withoutItems(deps.source(), pattern, items)));
        edits.addAll(Rewrite.withoutAll(deps.source(), unusedImports(deps.source(), members)));
        return Repair.safe(
                edits.stream().map(edit -> new Edit(deps.source().path(), edit)).toList());
    }

    /** A service of Backstage's own, which does nothing for merely being asked for. */
    private static boolean isPlain(Plugin plugin, Place reference) {
        TsNode root = reference.node().is("member_expression")
                ? reference.node().child("object").orElse(reference.node())
                : reference.node();
        return plugin.modules().meaning(reference.source(), root).orElse(null) instanceof Meaning.Outside outside
                && outside.module().startsWith("@backstage/");
    }

    private static List<TextEdit> withoutItems(Source source, TsNode pattern, Set<TsNode> gone) {
        Optional<TsNode> parameter = pattern.parent()
                .filter(each -> each.is("required_parameter") && gone.containsAll(pattern.namedChildren()));
        return parameter
                .map(each -> List.of(new TextEdit(each.start(), each.end(), "")))
                .orElseGet(() -> Rewrite.withoutItems(source, pattern, gone));
    }

    private static Set<Binding> unusedImports(Source source, Set<TsNode> gone) {
        Set<Binding> unused = new LinkedHashSet<>();
        gone.stream()
                .flatMap(member -> member.descendants("identifier", "shorthand_property_identifier"))
                .flatMap(name -> source.binding(name).stream())
                .filter(binding -> binding.is(Kind.IMPORT))
                .filter(binding -> source.uses(binding).stream()
                        .allMatch(use -> gone.stream().anyMatch(each -> Syntax.within(use, each))))
                .forEach(unused::add);
        return unused;
    }

    private static String example(String more) {
        return """
                --- src/plugin.ts
                import {
                  coreServices,
                  createBackendPlugin,
                } from '@backstage/backend-plugin-api';
                import { createRouter } from './router';

                export const examplePlugin = createBackendPlugin({
                  pluginId: 'example',
                  register(env) {
                    env.registerInit({
                      deps: {
                %s        httpRouter: coreServices.httpRouter,
                      },
                      async init({ httpRouter }) {
                        httpRouter.use(await createRouter());
                      },
                    });
                  },
                });
                --- src/router.ts
                import Router from 'express-promise-router';

                export async function createRouter() {
                  return Router();
                }
                """.formatted(more.replaceFirst("^ {2}", ""));
    }
}
