package dev.backstagegen;

import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.plan.ChangePlan;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.tree.RelPath;
import java.nio.file.Path;
import java.util.List;

/**
 * What would happen, before anything does.
 *
 * @param root the folder that all paths are below
 * @param spec the plugin as it will be, with what was left open filled in
 * @param folder the plugin's folder
 * @param features what the plugin has, and why
 * @param release the Backstage release it is made for
 * @param plan what would change on the disk, the repository's own files included
 * @param inTheWay the files that keep all of it from being written; empty where they are to give way
 * @param isInRepository whether there is a Backstage repository around the plugin
 * @param wirings what connects the plugin to the repository, done or left to the user
 * @param notes what the user should know: where names and versions came from, what was assumed; whole sentences
 */
public record Draft(
        Path root,
        PluginSpec spec,
        RelPath folder,
        FeatureSet features,
        String release,
        ChangePlan plan,
        List<RelPath> inTheWay,
        boolean isInRepository,
        List<Wiring> wirings,
        List<String> notes) {

    public Draft {
        inTheWay = List.copyOf(inTheWay);
        wirings = List.copyOf(wirings);
        notes = List.copyOf(notes);
    }

    /**
     * One connection between the plugin and the repository around it.
     *
     * @param path the file that makes it
     * @param what what it does, in a few words
     * @param done whether the plan holds it, or it was there already
     * @param reason why it could not be made; empty when done
     * @param snippet the lines to paste; empty when done
     */
    public record Wiring(RelPath path, String what, boolean done, String reason, String snippet) {}

    /** What is left for the user to do by hand. */
    public List<Wiring> unwired() {
        return wirings.stream().filter(wiring -> !wiring.done()).toList();
    }
}
