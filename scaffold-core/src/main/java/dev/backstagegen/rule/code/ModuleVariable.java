package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.List;

/**
 * Something that lives as long as the process: a variable of a file, or a static field of a class.
 *
 * @param label where it is named
 * @param declaration its declarator or field
 * @param changes what functions do to it while the plugin runs; what happens once, when the file is loaded, is none
 */
public record ModuleVariable(Place label, TsNode declaration, List<Change> changes) {

    public ModuleVariable {
        changes = List.copyOf(changes);
    }

    /** One change. */
    public sealed interface Change {

        /** The assignment or call that makes it. */
        Place at();

        /** Another value is put in its place. */
        record Assigned(Place at) implements Change {}

        /** Its content is changed: an entry is set, an item is pushed. */
        record Filled(Place at) implements Change {}
    }

    public String name() {
        return label.node().text();
    }
}
