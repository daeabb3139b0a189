package dev.backstagegen.feature;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that can be asked for: a folder under {@code templates/}.
 *
 * @param name the folder's name; {@code --with-NAME} asks for it
 * @param about what it is, in words
 * @param always whether each plugin has it without asking
 * @param since the first Backstage release that has what it uses, its services among it; empty when all do
 * @param needs the names of the features it cannot do without, each with the reason
 * @param conflicts the names of the features it cannot stand beside
 * @param services the names of the services it uses
 * @param facts what is true of a plugin that has it
 * @param routerOptions what it hands to the router, besides what others do
 * @param files the paths it owns, as templates of paths
 * @param repository the paths it owns at the root of the repository, as templates of paths
 * @param fragments what it pours into the files of others, as {@code path/of/file/hole}
 * @param configuration what the app's configuration needs below the plugin's key, as a template of YAML; may be empty
 * @param beside the package that its files make up, if they do not belong to the plugin's own
 */
public record Feature(
        String name,
        About about,
        boolean always,
        Optional<String> since,
        List<Need> needs,
        List<String> conflicts,
        List<String> services,
        Set<String> facts,
        List<RouterOption> routerOptions,
        List<String> files,
        List<String> repository,
        List<String> fragments,
        String configuration,
        Optional<Beside> beside) {

    public Feature {
        needs = List.copyOf(needs);
        conflicts = List.copyOf(conflicts);
        services = List.copyOf(services);
        facts = Set.copyOf(facts);
        routerOptions = List.copyOf(routerOptions);
        files = List.copyOf(files);
        repository = List.copyOf(repository);
        fragments = List.copyOf(fragments);
    }

    /**
     * What a feature is.
     *
     * @param title what it is called in a list
     * @param summary one sentence on what it adds
     * @param purpose what it is for and how it does it, in a paragraph of Markdown
     * @param pitfalls what goes wrong without it, or by hand, each a sentence or two of Markdown
     */
    public record About(String title, String summary, String purpose, List<String> pitfalls) {

        public About {
            pitfalls = List.copyOf(pitfalls);
        }
    }

    /** The feature it needs, and why. */
    public record Need(String feature, String reason) {}

    /** The name and type of an option of the router, as templates. */
    public record RouterOption(String name, String type) {}

    /**
     * A package beside the plugin.
     *
     * @param role what its name ends in instead of {@code backend}
     * @param takes the paths of the plugin's files that move there
     */
    public record Beside(String role, List<String> takes) {

        public Beside {
            takes = List.copyOf(takes);
        }
    }

    public String title() {
        return about.title();
    }

    public String summary() {
        return about.summary();
    }

    public String purpose() {
        return about.purpose();
    }

    public List<String> pitfalls() {
        return about.pitfalls();
    }

    /** The text of one of its files. */
    public String fileTemplate(String path) {
        return Templates.text(name + "/files/" + path + ".ftl");
    }

    /** The text of one of its files at the root of the repository. */
    public String repositoryTemplate(String path) {
        return Templates.text(name + "/repository/" + path + ".ftl");
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
