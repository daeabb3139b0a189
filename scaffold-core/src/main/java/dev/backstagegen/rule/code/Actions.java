package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The actions that a plugin registers with the actions registry. */
public final class Actions {

    private static final String REGISTRY = "ActionsRegistryService";

    private final List<Action> actions = new ArrayList<>();

    Actions(Plugin plugin) {
        for (Source source : plugin.sources()) {
            source.places("call_expression")
                    .filter(call -> Syntax.calls(call.node(), "register"))
                    .filter(call -> Syntax.receiver(call.node())
                            .filter(receiver -> plugin.types().is(call.at(receiver), REGISTRY))
                            .isPresent())
                    .forEach(call -> Syntax.argument(call.node(), 0)
                            .ifPresent(argument -> plugin.origins().whole(call.at(argument)).stream()
                                    .filter(each -> each.node().is("object"))
                                    .forEach(each -> actions.add(new Action(each, handler(plugin, each))))));
        }
    }

    /**
     * One registered action.
     *
     * @param definition the object that describes it
     * @param handler the function that runs it, if it can be found
     */
    public record Action(Place definition, Optional<Place> handler) {

        /** What stands at a name of the description. */
        public Optional<TsNode> property(String name) {
            return Syntax.property(definition.node(), name);
        }

        /** Whether the description may have a member that is not written there. */
        public boolean isOpen() {
            return Syntax.hasSpread(definition.node());
        }

        /** What to underline: the name if there is one. */
        public Place label() {
            return definition.at(Syntax.member(definition.node(), "name")
                    .orElse(definition.node().children().get(0)));
        }

        /** How to call it in a message. */
        public String title() {
            return property("name")
                    .flatMap(Syntax::string)
                    .map(name -> "The action '" + name + "'")
                    .orElse("This action");
        }
    }

    public List<Action> all() {
        return List.copyOf(actions);
    }

    private static Optional<Place> handler(Plugin plugin, Place definition) {
        List<Place> functions = Syntax.property(definition.node(), "action")
                .map(value -> plugin.calls().functions(definition.at(value)))
                .orElse(List.of());
        return functions.size() == 1 ? Optional.of(functions.get(0)) : Optional.empty();
    }
}
