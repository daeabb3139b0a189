package dev.backstagegen.feature;

import java.util.List;
import java.util.Set;

/**
 * Something that can be asked for: a folder under {@code templates/}.
 *
 * @param name the folder's name; {@code --with-NAME} asks for it
 * @param title what it is called in a list
 * @param summary one sentence on what it adds
 * @param always whether each plugin has it without asking
 * @param needs the names of the features it cannot do without, each with the reason
 * @param conflicts the names of the features it cannot stand beside
 * @param services the names of the services it uses
 * @param facts what is true of a plugin that has it
 * @param routerOptions what it hands to the router, besides what others do
 * @param files the paths it owns in the plugin, as templates of paths
 * @param fragments what it pours into the files of others, as {@code path/of/file/hole}
 */
public record Feature(
        String name,
        String title,
        String summary,
        boolean always,
        List<Need> needs,
        List<String> conflicts,
        List<String> services,
        Set<Fact> facts,
        List<RouterOption> routerOptions,
        List<String> files,
        List<String> fragments) {

    public Feature {
        needs = List.copyOf(needs);
        conflicts = List.copyOf(conflicts);
        services = List.copyOf(services);
        facts = Set.copyOf(facts);
        routerOptions = List.copyOf(routerOptions);
        files = List.copyOf(files);
        fragments = List.copyOf(fragments);
    }

    /** The feature it needs, and why. */
    public record Need(String feature, String reason) {}

    /** The name and type of an option of the router, as templates. */
    public record RouterOption(String name, String type) {}

    /** The text of one of its files. */
    public String fileTemplate(String path) {
        return Templates.text(name + "/files/" + path + ".ftl");
    }

    /** The text of one of its fragments. */
    public String fragmentTemplate(String fragment) {
        return Templates.text(name + "/fragments/" + fragment + ".ftl");
    }

    /** The option of the command line that asks for it. */
    public String flag() {
        return "--with-" + name;
    }
}
