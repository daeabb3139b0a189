package dev.backstagegen.check;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Fixer;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.Rules;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.spec.ActionNames;
import dev.backstagegen.spec.SpecFile;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import dev.backstagegen.tree.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the rules about one plugin, by the settings that hold there. */
public final class Checker {

    /** The file with what a repository, or a plugin of it, wants of the rules. */
    public static final String SETTINGS = Settings.FILE;

    private final Repository repository;
    private final Settings around;
    private final Selection selection;

    private Checker(Repository repository, Settings around, Selection selection) {
        this.repository = repository;
        this.around = around;
        this.selection = selection;
    }

    /**
     * @param settings the text of the repository's own settings, if there is one
     * @throws dev.backstagegen.ScaffoldException when the settings are wrong
     */
    public static Checker of(Repository repository, Optional<String> settings, Selection selection) {
        Settings around = settings.map(text -> Settings.read(Settings.FILE, Optional.empty(), text))
                .orElse(Settings.NONE);
        return new Checker(repository, around, selection);
    }

    /**
     * What was found in a plugin.
     *
     * @param problems by path and place
     * @param texts the texts of the files that they are about, by path from the root of the repository
     * @param notes what went wrong, as whole sentences
     */
    public record Checked(List<Problem> problems, FileTree texts, List<String> notes) {

        public Checked {
            problems = List.copyOf(problems);
            notes = List.copyOf(notes);
        }
    }

    /** @throws dev.backstagegen.ScaffoldException when the plugin's settings are wrong */
    public Checked check(PluginFiles plugin) {
        FileTree files = plugin.with(repository);
        Settings settings = around.and(settings(plugin));
        List<String> notes = new ArrayList<>();
        Plugin read = Plugin.of(files, names(settings), Optional.of(repository.host()));
        List<Finding> found = Rules.check(read, rules(settings), (rule, failure) -> notes.add(failed(plugin, rule)));
        notes.addAll(broken(plugin, read));
        List<Problem> problems = problems(plugin, files, found, settings);
        return new Checked(problems, texts(plugin, files, problems), notes);
    }

    /**
     * The files of a plugin, those of the repository below {@link Plugin#REPOSITORY} among them, with the repairs of
     * all that would be reported.
     *
     * @param suggestions whether to make those that somebody should look at, too
     */
    public FileTree fixed(PluginFiles plugin, boolean suggestions) {
        Settings settings = around.and(settings(plugin));
        List<Rule> rules = rules(settings);
        Fixer.Fixed fixed = Fixer.fix(
                plugin.with(repository),
                tree -> Rules.check(
                        Plugin.of(
                                tree,
                                names(settings),
                                Optional.of(repository.with(tree).host())),
                        rules,
                        (rule, failure) -> {
                            // The check that follows says so.
                        }),
                finding -> (finding.repair().safe() || suggestions) && isReported(plugin, finding, settings));
        return fixed.tree();
    }

    private List<Rule> rules(Settings settings) {
        return selection.rules().stream().filter(rule -> !settings.isOff(rule)).toList();
    }

    private static ActionNames names(Settings settings) {
        return settings.actionNames().orElse(ActionNames.SNAKE);
    }

    private boolean isReported(PluginFiles plugin, Finding finding, Settings settings) {
        RelPath path = Problem.inRepository(plugin.folder(), finding.path());
        return !settings.excludes(path) && selection.takes(path, settings.severity(finding.rule(), finding.severity()));
    }

    private List<Problem> problems(PluginFiles plugin, FileTree files, List<Finding> found, Settings settings) {
        Fingerprints fingerprints = new Fingerprints();
        List<Problem> problems = new ArrayList<>();
        for (Finding finding : found) {
            // Every finding takes its turn, so that what is left out does not change the prints of the others.
            String print = fingerprints.of(finding, files.text(finding.path()).orElse(""));
            if (isReported(plugin, finding, settings)) {
                Severity severity = settings.severity(finding.rule(), finding.severity());
                problems.add(new Problem(plugin.folder(), finding, severity, print));
            }
        }
        return problems;
    }

    private static FileTree texts(PluginFiles plugin, FileTree files, List<Problem> problems) {
        FileTree texts = FileTree.EMPTY;
        for (Problem problem : problems) {
            List<RelPath> paths = new ArrayList<>(List.of(problem.finding().path()));
            problem.finding().repair().edits().forEach(edit -> paths.add(edit.path()));
            for (RelPath path : paths) {
                RelPath inRepository = Problem.inRepository(plugin.folder(), path);
                if (!texts.has(inRepository) && files.has(path)) {
                    texts = texts.with(inRepository, files.text(path).orElseThrow());
                }
            }
        }
        return texts;
    }

    private static List<String> broken(PluginFiles plugin, Plugin read) {
        return read.sources().stream()
                .filter(source -> !source.isWhole())
                .map(source -> Problem.inRepository(plugin.folder(), source.path()) + ":" + source.brokenLine()
                        + " is not TypeScript that can be read; what is wrong there is not looked for.")
                .toList();
    }

    private static String failed(PluginFiles plugin, Rule rule) {
        return "The rule " + rule.doc().id() + " could not make sense of "
                + (plugin.folder().equals(Plugin.REPOSITORY) ? "the plugin" : plugin.folder())
                + " and said nothing of it.";
    }

    /** Those of the plugin's folder; in the file that describes the plugin they stand below a key of their own. */
    private static Settings settings(PluginFiles plugin) {
        Optional<RelPath> folder = Optional.of(plugin.folder()).filter(path -> !path.equals(Plugin.REPOSITORY));
        String prefix = folder.map(path -> path + "/").orElse("");
        Settings described = plugin.own()
                .text(SpecFile.PATH)
                .flatMap(Checker::description)
                .map(map -> described(prefix, folder, map))
                .orElse(Settings.NONE);
        return plugin.own()
                .text(RelPath.of(Settings.FILE))
                .filter(text -> folder.isPresent())
                .map(text -> described.and(Settings.read(prefix + Settings.FILE, folder, text)))
                .orElse(described);
    }

    private static Settings described(String prefix, Optional<RelPath> folder, Map<?, ?> map) {
        Settings check = Settings.of(prefix + SpecFile.NAME, folder, map.get(SpecFile.CHECK));
        Optional<ActionNames> names =
                Optional.ofNullable(map.get("actionNames")).map(style -> ActionNames.of(String.valueOf(style)));
        return new Settings(check.severities(), check.excluded(), names.or(check::actionNames));
    }

    /** A description that cannot be read is for the commands that need it to complain about. */
    private static Optional<Map<?, ?>> description(String text) {
        try {
            return Yaml.read(text) instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
