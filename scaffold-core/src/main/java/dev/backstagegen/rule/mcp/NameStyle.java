package dev.backstagegen.rule.mcp;

import dev.backstagegen.rule.Edit;
import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Actions;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.spec.ActionNames;
import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code mcp/name-style}: the names of actions look alike and begin with what they do. */
public final class NameStyle implements Rule {

    /** Words that are nothing but verbs, so that they tell the order of the others. */
    private static final Set<String> VERBS =
            Set.of("get", "create", "update", "delete", "remove", "fetch", "add", "list", "find");

    private static final RuleDoc DOC = new RuleDoc(
            "mcp/name-style",
            Severity.WARNING,
            "The name of an action begins with a verb and joins its words in one style",
            "The `name` of registered actions: words in lower case, joined by `_`; or by `-` where the tool is told so."
                    + " A name that has the plugin's own id, or the thing, in front of a verb is found as well.",
            "A model sees the actions of all plugins in one list, and chooses by name; some clients of MCP do not take"
                    + " other characters than letters, digits and `_`.",
            "Name it after what it does, verb first, in the style of the others.",
            true,
            "0.1.0",
            List.of(new RuleDoc.Example(example("getItems"), example("get_items"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        return plugin.actions().all().stream()
                .flatMap(action -> action.property("name").map(action.definition()::at).stream())
                .flatMap(name -> finding(plugin, name).stream())
                .distinct()
                .toList();
    }

    private static Optional<Finding> finding(Plugin plugin, Place name) {
        ActionNames style = plugin.actionNames();
        List<Place> literals = plugin.origins().whole(name);
        if (literals.size() != 1) {
            return Optional.empty();
        }
        Place literal = literals.get(0);
        Optional<String> text = Syntax.string(literal.node());
        if (text.isEmpty()) {
            return isOddTemplate(literal.node(), style)
                    ? Optional.of(Finding.at(literal, DOC, "The parts of this name are not joined by " + shown(style)))
                    : Optional.empty();
        }
        if (text.get().isBlank()) {
            return Optional.empty();
        }
        if (!isInStyle(text.get(), style)) {
            return Optional.of(Finding.at(
                    literal,
                    DOC,
                    "The words of the name '" + text.get() + "' are not in lower case and joined by " + shown(style),
                    repair(plugin, literal, text.get(), style)));
        }
        return orderOf(plugin, words(text.get()))
                .map(wrong -> Finding.at(literal, DOC, "The name '" + text.get() + "' " + wrong));
    }

    private static String shown(ActionNames style) {
        return "'" + style.separator() + "'.";
    }

    private static boolean isInStyle(String name, ActionNames style) {
        return name.matches("[a-z][a-z0-9]*(" + style.separator() + "[a-z0-9]+)*");
    }

    /** A name with holes of which a written part cannot be in the style, whatever comes into the holes. */
    private static boolean isOddTemplate(TsNode template, ActionNames style) {
        if (!template.is("template_string")) {
            return false;
        }
        String written =
                template.text().substring(1, Math.max(1, template.text().length() - 1));
        for (TsNode hole : template.namedChildren()) {
            if (hole.is("template_substitution")) {
                written = written.replace(hole.text(), "0");
            }
        }
        return !written.matches("[a-z0-9" + style.separator() + "]*") && !written.contains("\\");
    }

    private static Optional<String> orderOf(Plugin plugin, List<String> words) {
        String first = words.get(0);
        String last = words.get(words.size() - 1);
        if (VERBS.contains(first) || words.size() < 2) {
            return Optional.empty();
        }
        boolean own = plugin.init()
                .pluginId()
                .filter(id -> List.of(id.split("-")).contains(first))
                .isPresent();
        if (own && words.stream().anyMatch(VERBS::contains)) {
            return Optional.of("begins with the id of the plugin, and the verb comes later.");
        }
        // A list and a find may be things.
        boolean atEnd = VERBS.contains(last) && !last.matches("list|find");
        return atEnd ? Optional.of("ends with its verb.") : Optional.empty();
    }

    private static List<String> words(String name) {
        return Arrays.stream(name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                        .replaceAll("([A-Z]+)([A-Z][a-z])", "$1 $2")
                        .split("[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Only a suggestion, because clients and their prompts know the old name. */
    private static Repair repair(Plugin plugin, Place literal, String old, ActionNames style) {
        String name = String.join(style.separator(), words(old));
        if (!isInStyle(name, style) || isTaken(plugin, name)) {
            return Repair.NONE;
        }
        List<Place> others = sameTexts(plugin.sources(), old, List.of(old));
        if (others.stream().anyMatch(each -> each.node() != literal.node())) {
            return Repair.NONE;
        }
        List<String> ids = new ArrayList<>(List.of(old, "test:" + old));
        plugin.init().pluginId().ifPresent(id -> ids.add(id + ":" + old));
        List<Edit> edits = Stream.concat(Stream.of(literal), sameTexts(plugin.tests(), old, ids).stream())
                .map(each -> renamed(each, old, name))
                .toList();
        return Repair.suggested(edits);
    }

    private static boolean isTaken(Plugin plugin, String name) {
        return plugin.actions().all().stream()
                .map(Actions.Action::definition)
                .anyMatch(each -> Syntax.property(each.node(), "name")
                        .flatMap(Syntax::string)
                        .filter(name::equals)
                        .isPresent());
    }

    private static List<Place> sameTexts(List<Source> sources, String old, List<String> texts) {
        return sources.stream()
                .filter(source -> source.text().contains(old))
                .flatMap(source -> source.places("string", "template_string"))
                .filter(each ->
                        Syntax.string(each.node()).filter(texts::contains).isPresent())
                .toList();
    }

    private static Edit renamed(Place literal, String old, String name) {
        int end = literal.node().end() - 1;
        return new Edit(literal.source().path(), new TextEdit(end - old.length(), end, name));
    }

    private static String example(String name) {
        return """
                --- src/actions.ts
                import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
                import { ItemService } from './ItemService';

                export function registerActions(
                  actionsRegistry: ActionsRegistryService,
                  items: ItemService,
                ) {
                  actionsRegistry.register({
                    name: '%s',
                    title: 'Get Items',
                    description: 'Lists the items.',
                    attributes: { readOnly: true, destructive: false, idempotent: true },
                    schema: {
                      input: z => z.object({}),
                      output: z =>
                        z.object({ items: z.array(z.string()).describe('Their titles') }),
                    },
                    action: async ({ credentials }) => ({
                      output: { items: await items.list({ credentials }) },
                    }),
                  });
                }
                """.formatted(name);
    }
}
