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
import dev.backstagegen.spec.Action;
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

    private static final Set<String> VERBS = Action.VERBS;

    private static final RuleDoc DOC = new RuleDoc(
            "mcp/name-style",
            Severity.WARNING,
            "The name of an action begins with a verb and joins its words in one style",
            "The `name` of registered actions: words in lower case, joined by `_`; or by `-` where the tool is told so."
                    + " A name that has the plugin's own id, or the thing, in front of a verb is found as well.",
            "A model sees the actions of all plugins in one list, and chooses by name; some clients of MCP do not take"
                    + " other characters than letters, digits and `_`.",
            "Name it after what it does, verb first, and join its words with `_`; or say `actionNames: kebab` to the tool.",
            true,
            "0.1.0",
            List.of(new RuleDoc.Example(example("getItems"), example("get_items"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        ActionNames style = plugin.actionNames();
        ActionNames other = style == ActionNames.SNAKE ? ActionNames.KEBAB : ActionNames.SNAKE;
        List<Place> names = plugin.actions().all().stream()
                .flatMap(action -> action.property("name").map(action.definition()::at).stream())
                .flatMap(name -> literal(plugin, name).stream())
                .distinct()
                .toList();
        List<Place> odd = names.stream().filter(name -> !isIn(name, style)).toList();
        boolean agreed = odd.stream().allMatch(name -> isIn(name, other))
                && names.stream().noneMatch(name -> isIn(name, style) && !isIn(name, other));
        // Where the names agree with each other, it is one decision to make.
        Stream<Finding> styles = odd.isEmpty()
                ? Stream.empty()
                : agreed
                        ? Stream.of(mild(Finding.at(odd.get(0), DOC, together(odd, style), repair(plugin, odd, style))))
                        : odd.stream()
                                .map(name -> Finding.at(
                                        name,
                                        DOC,
                                        "The words of the name " + quoted(name)
                                                + " are not in lower case and joined by " + shown(style),
                                        repair(plugin, List.of(name), style)));
        return Stream.concat(styles, names.stream().flatMap(name -> outOfOrder(plugin, name).stream()))
                .toList();
    }

    /** A plugin that keeps to one style everywhere may only have left out to say so in the settings. */
    private static Finding mild(Finding finding) {
        return new Finding(finding.rule(), Severity.INFO, finding.spot(), finding.message(), finding.repair());
    }

    /** The text that is the name, where it is a single one. */
    private static Optional<Place> literal(Plugin plugin, Place name) {
        List<Place> literals = plugin.origins().whole(name);
        return literals.size() == 1
                        && literals.get(0).node().is("string", "template_string")
                        && !written(literals.get(0).node()).isBlank()
                ? Optional.of(literals.get(0))
                : Optional.empty();
    }

    private static String together(List<Place> odd, ActionNames style) {
        String rest = odd.size() > 1 ? " and " + (odd.size() - 1) + " more of this plugin are" : " is";
        return "The name " + quoted(odd.get(0)) + rest + " not joined by " + shown(style);
    }

    private static String quoted(Place name) {
        return "'" + name.node().text().substring(1, name.node().text().length() - 1) + "'";
    }

    private static Optional<Finding> outOfOrder(Plugin plugin, Place name) {
        return Syntax.string(name.node())
                .flatMap(text -> orderOf(plugin, words(text)))
                .map(wrong -> Finding.at(name, DOC, "The name " + quoted(name) + " " + wrong));
    }

    /** A name with holes is in a style as long as what is written of it is. */
    private static boolean isIn(Place name, ActionNames style) {
        Optional<String> text = Syntax.string(name.node());
        return text.map(each -> isInStyle(each, style))
                .orElseGet(() -> written(name.node()).matches("[a-z0-9" + style.separator() + "]*"));
    }

    /** The text of a literal, with something plain in its holes. */
    private static String written(TsNode literal) {
        String written = literal.text().substring(1, Math.max(1, literal.text().length() - 1));
        for (TsNode hole : literal.namedChildren()) {
            if (hole.is("template_substitution")) {
                written = written.replace(hole.text(), "0");
            }
        }
        return written;
    }

    private static String shown(ActionNames style) {
        return "'" + style.separator() + "'.";
    }

    private static boolean isInStyle(String name, ActionNames style) {
        return name.matches("[a-z][a-z0-9]*(" + style.separator() + "[a-z0-9]+)*");
    }

    private static Optional<String> orderOf(Plugin plugin, List<String> words) {
        if (words.size() < 2 || VERBS.contains(words.get(0))) {
            return Optional.empty();
        }
        String first = words.get(0);
        String last = words.get(words.size() - 1);
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

    /** Only a suggestion, because clients and their prompts know the old names; all of them or none. */
    private static Repair repair(Plugin plugin, List<Place> names, ActionNames style) {
        List<Edit> edits = new ArrayList<>();
        for (Place name : names) {
            List<Edit> here = Syntax.string(name.node())
                    .map(old -> renaming(plugin, name, old, style))
                    .orElse(List.of());
            if (here.isEmpty()) {
                return Repair.NONE;
            }
            edits.addAll(here);
        }
        return Repair.suggested(edits);
    }

    /** In the action and in the tests; nothing where the same text stands at other places of the code. */
    private static List<Edit> renaming(Plugin plugin, Place literal, String old, ActionNames style) {
        String name = String.join(style.separator(), words(old));
        boolean elsewhere =
                sameTexts(plugin.sources(), old, List.of(old)).stream().anyMatch(each -> each.node() != literal.node());
        if (!isInStyle(name, style) || isTaken(plugin, name) || elsewhere) {
            return List.of();
        }
        List<String> ids = new ArrayList<>(List.of(old, "test:" + old));
        plugin.init().pluginId().ifPresent(id -> ids.add(id + ":" + old));
        return Stream.concat(Stream.of(literal), sameTexts(plugin.tests(), old, ids).stream())
                .map(each -> renamed(each, old, name))
                .toList();
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
