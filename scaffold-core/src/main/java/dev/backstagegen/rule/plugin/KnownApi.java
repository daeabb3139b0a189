package dev.backstagegen.rule.plugin;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Binding;
import dev.backstagegen.rule.code.Binding.Kind;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.ServiceMembers;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.rule.code.Type;
import dev.backstagegen.ts.TsNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code plugin/known-api}: no member of a service that is made up. */
public final class KnownApi implements Rule {

    private static final String API = "@backstage/backend-plugin-api";
    private static final Set<String> OF_EVERY_OBJECT =
            Set.of("constructor", "hasOwnProperty", "isPrototypeOf", "toString", "toLocaleString", "valueOf", "toJSON");

    private static final RuleDoc DOC = new RuleDoc(
            "plugin/known-api",
            Severity.ERROR,
            "Services are asked for what they have",
            "The members of `coreServices` and the methods called on its services, against those that Backstage 1.45 to"
                    + " 1.55 have. A service whose type is not certain is left alone, and so are plugins for releases before"
                    + " 1.0 of `@backstage/backend-plugin-api`.",
            "In none of these releases it is there: the code does not compile, and fails where it runs. A later release"
                    + " may have it.",
            "Use what the service's interface has.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(
                    example("rootHealth", "rootHealth.registerReadinessCheck('example', async () => undefined)"),
                    example("lifecycle", "lifecycle.addStartupHook(async () => undefined)"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        boolean early = plugin.manifest()
                .flatMap(manifest -> manifest.range(API))
                .filter(range -> range.matches("[\\^~=v]*0\\..*"))
                .isPresent();
        if (early) {
            return List.of();
        }
        Set<String> doubtful = new HashSet<>();
        plugin.sources().forEach(source -> doubts(plugin, source, doubtful));
        return plugin.sources().stream()
                .flatMap(source -> source.places("member_expression"))
                .flatMap(each -> finding(plugin, each, doubtful).stream())
                .toList();
    }

    private static Optional<Finding> finding(Plugin plugin, Place member, Set<String> doubtful) {
        Optional<TsNode> object = member.node().child("object");
        Optional<TsNode> property = member.node().child("property");
        if (object.isEmpty() || property.isEmpty() || !property.get().is("property_identifier")) {
            return Optional.empty();
        }
        String name = property.get().text();
        if (object.get().is("identifier")
                && plugin.modules().isOutside(member.source(), object.get(), API, "coreServices")) {
            return ServiceMembers.references().contains(name)
                    ? Optional.empty()
                    : Optional.of(
                            Finding.at(member.at(property.get()), DOC, "There is no `coreServices." + name + "`."));
        }
        boolean called = member.node()
                .parent()
                .filter(each ->
                        each.is("call_expression") && member.node().field().equals("function"))
                .isPresent();
        if (!called || OF_EVERY_OBJECT.contains(name) || !isPlain(member.at(object.get()))) {
            return Optional.empty();
        }
        return plugin.types()
                .of(member.at(object.get()))
                .filter(Type.Named.class::isInstance)
                .map(type -> ((Type.Named) type).name())
                .filter(service -> !doubtful.contains(service))
                .filter(service -> ServiceMembers.of(service)
                        .filter(members -> !members.contains(name))
                        .isPresent())
                .filter(service -> !isAskedFor(member.source(), name))
                .map(service -> Finding.at(member.at(property.get()), DOC, "A " + service + " has no '" + name + "'."));
    }

    /** A variable or a member, with no cast on the way that says more than the declaration does. */
    private static boolean isPlain(Place object) {
        TsNode root = object.node();
        while (root.is("member_expression") && root.child("object").isPresent()) {
            root = root.child("object").get();
        }
        Optional<Binding> binding = object.source().binding(root);
        boolean cast = binding.filter(each -> each.is(Kind.VARIABLE))
                .flatMap(each -> each.declaration().child("value"))
                .filter(value -> value.descendants("as_expression", "type_assertion", "call_expression")
                        .findAny()
                        .isPresent())
                .isPresent();
        return !cast && (root.is("this") || binding.isPresent());
    }

    /** {@code 'name' in service}, or a comment that says the compiler is wrong. */
    private static boolean isAskedFor(Source source, String name) {
        return source.all("string")
                        .anyMatch(each -> each.text().length() == name.length() + 2
                                && each.text().contains(name))
                || source.all("comment").anyMatch(each -> each.text().contains("@ts-"));
    }

    /** Names that stand for something else as well: another package's type, a wider type, an own reference. */
    private static void doubts(Plugin plugin, Source source, Set<String> doubtful) {
        source.all("import_specifier")
                .filter(each -> !each.ancestor("import_statement")
                        .flatMap(statement -> statement.child("source"))
                        .flatMap(Syntax::string)
                        .filter(module -> module.startsWith(API))
                        .isPresent())
                .flatMap(each -> Stream.of(each.child("name"), each.child("alias")))
                .flatMap(Optional::stream)
                .forEach(each -> doubtful.add(each.text()));
        source.all("union_type", "intersection_type", "interface_declaration", "extends_type_clause")
                .flatMap(each -> each.is("interface_declaration")
                        ? each.child("name").stream()
                        : each.namedChildren().stream().filter(part -> part.is("type_identifier")))
                .filter(each -> isWider(each))
                .forEach(each -> doubtful.add(each.text()));
        source.all("pair")
                .flatMap(each -> each.child("value").stream())
                .filter(value -> value.is("member_expression"))
                .filter(value -> value.child("object")
                        .filter(object -> !plugin.modules().isOutside(source, object, API, "coreServices"))
                        .isPresent())
                .flatMap(value -> value.child("property").stream())
                .map(TsNode::text)
                .filter(text -> !text.isEmpty())
                .forEach(text -> doubtful.add(Character.toUpperCase(text.charAt(0)) + text.substring(1) + "Service"));
    }

    /** A union with nothing but {@code undefined} or {@code null} tells the type all the same. */
    private static boolean isWider(TsNode name) {
        TsNode parent = name.parent().orElse(name);
        return !parent.is("union_type")
                || parent.namedChildren().stream()
                        .anyMatch(each -> each != name && !each.text().matches("undefined|null"));
    }

    private static String example(String service, String call) {
        return """
                --- src/plugin.ts
                import {
                  coreServices,
                  createBackendPlugin,
                } from '@backstage/backend-plugin-api';

                export const examplePlugin = createBackendPlugin({
                  pluginId: 'example',
                  register(env) {
                    env.registerInit({
                      deps: { %1$s: coreServices.%1$s },
                      async init({ %1$s }) {
                        %2$s;
                      },
                    });
                  },
                });
                """.formatted(service, call);
    }
}
