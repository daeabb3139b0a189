package dev.backstagegen;

import dev.backstagegen.check.CheckReport;
import dev.backstagegen.check.Checker;
import dev.backstagegen.check.KnownProblems;
import dev.backstagegen.check.PluginFiles;
import dev.backstagegen.check.Problem;
import dev.backstagegen.check.Repository;
import dev.backstagegen.check.Selection;
import dev.backstagegen.disk.Applier;
import dev.backstagegen.disk.Git;
import dev.backstagegen.disk.Reading;
import dev.backstagegen.disk.Recovery;
import dev.backstagegen.disk.Workspace;
import dev.backstagegen.host.Host;
import dev.backstagegen.plan.Change;
import dev.backstagegen.plan.ChangePlan;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The front door of the rules: from an order to what they find in the plugins of a repository, and to repairs. */
public final class Check {

    private final CheckOrder order;
    private final Workspace workspace;
    private final PluginReader reader;
    private final Selection selection;
    private final List<String> notes = new ArrayList<>();
    private final Set<RelPath> crlf = new HashSet<>();
    private final Optional<String> settings;
    private Repository repository;

    private Check(CheckOrder order) {
        this.order = order;
        this.workspace = Workspace.around(order.folder(), order.paths(), order.root());
        this.reader = new PluginReader(workspace);
        RelPath file = RelPath.of(Checker.SETTINGS);
        this.settings = workspace.read(file.value()).whole().tree().text(file);
        this.selection =
                new Selection(order.rules(), order.least(), order.changedSince().map(new Git(workspace)::changedSince));
    }

    /**
     * Works out what there is to say and to write. Nothing is written, unless an earlier run was killed: then its
     * traces are taken back first, and a note says so.
     *
     * @throws ScaffoldException when the order cannot be met
     */
    public static CheckDraft draft(CheckOrder order) {
        return new Check(order).draft();
    }

    /**
     * Makes the repairs, and writes down what was found; wholly or not at all.
     *
     * @param command what the user asked for, in one line, so that it can be named when it is taken back
     * @throws ScaffoldException when the disk does not allow it, or is not as it was when the draft was made
     */
    public static void apply(CheckDraft draft, String command) {
        new Applier(Workspace.open(draft.report().root())).apply(draft.plan(), command);
    }

    private CheckDraft draft() {
        new Recovery(workspace).repair().ifPresent(repair -> notes.add(repair.note()));
        Reading around = workspace.read(Host.WANTED);
        crlf.addAll(around.crlf());
        FileTree before = around.tree();
        repository = Repository.of(before);
        PluginFolders folders = new PluginFolders(workspace, notes);
        List<RelPath> plugins = order.paths().isEmpty() ? folders.all() : folders.named(order.paths());
        if (plugins.isEmpty() && order.paths().isEmpty()) {
            notes.add("There is no backend plugin in " + workspace.root() + ".");
        }
        List<Looked> looked = look(plugins);
        int found = count(looked);
        List<Change> repairs = new ArrayList<>();
        if (order.repairs() != CheckOrder.Repairs.NONE) {
            looked = repaired(looked, repairs);
            repairs.addAll(edits(before, repository.below().under(Plugin.REPOSITORY)));
        }
        looked.forEach(each -> notes.addAll(each.notes()));
        return report(plugins, looked, repairs, found - count(looked));
    }

    /** One plugin, what was found in it, and what there is to say of reading it. */
    private record Looked(PluginReader.Read read, Checker.Checked checked) {

        private List<String> notes() {
            List<String> notes = new ArrayList<>(read.notes());
            notes.addAll(checked.notes());
            return notes;
        }
    }

    private static int count(List<Looked> looked) {
        return looked.stream()
                .mapToInt(each -> each.checked().problems().size())
                .sum();
    }

    private List<Looked> look(List<RelPath> plugins) {
        Checker checker = checker();
        return plugins.parallelStream()
                .filter(this::hasChanged)
                .map(reader::read)
                .map(read -> new Looked(read, checker.check(read.plugin())))
                .toList();
    }

    private boolean hasChanged(RelPath plugin) {
        return selection.files().isEmpty()
                || plugin.equals(Plugin.REPOSITORY)
                || selection.files().get().stream().anyMatch(path -> path.startsWith(plugin));
    }

    private Checker checker() {
        return Checker.of(repository, settings, selection);
    }

    /** Plugin after plugin, because two of them may have to be entered in the same file of the repository. */
    private List<Looked> repaired(List<Looked> looked, List<Change> repairs) {
        boolean suggestions = order.repairs() == CheckOrder.Repairs.ALL;
        List<Looked> after = new ArrayList<>();
        for (Looked each : looked) {
            boolean worthIt = each.checked().problems().stream()
                    .map(problem -> problem.finding().repair())
                    .anyMatch(repair -> repair.isThere() && (repair.safe() || suggestions));
            after.add(worthIt ? repaired(each, suggestions, repairs) : each);
        }
        return after;
    }

    private Looked repaired(Looked looked, boolean suggestions, List<Change> repairs) {
        PluginFiles plugin = looked.read().plugin();
        FileTree fixed = checker().fixed(plugin, suggestions);
        FileTree own = FileTree.EMPTY;
        for (Map.Entry<RelPath, String> file : fixed.asMap().entrySet()) {
            if (!file.getKey().startsWith(Plugin.REPOSITORY)) {
                own = own.with(file.getKey(), file.getValue());
            }
        }
        crlf.addAll(looked.read().crlf());
        repairs.addAll(edits(inRepository(plugin.folder(), plugin.own()), inRepository(plugin.folder(), own)));
        repository = repository.with(fixed);
        PluginFiles now = new PluginFiles(plugin.folder(), own, plugin.beside());
        return new Looked(
                new PluginReader.Read(now, looked.read().crlf(), looked.read().notes()),
                checker().check(now));
    }

    private static FileTree inRepository(RelPath folder, FileTree files) {
        return folder.equals(Plugin.REPOSITORY) ? files : files.below(folder);
    }

    private static List<Change> edits(FileTree before, FileTree after) {
        List<Change> changes = new ArrayList<>();
        after.asMap().forEach((path, text) -> {
            Optional<String> old = before.text(path);
            if (old.filter(text::equals).isEmpty()) {
                changes.add(old.map(each -> Change.edit(path, each, text)).orElseGet(() -> Change.create(path, text)));
            }
        });
        return changes;
    }

    private CheckDraft report(List<RelPath> plugins, List<Looked> looked, List<Change> changes, int repaired) {
        List<Problem> problems = looked.stream()
                .flatMap(each -> each.checked().problems().stream())
                .sorted(Comparator.comparing(Problem::path).thenComparing(Problem::finding))
                .toList();
        Map<RelPath, String> texts = new TreeMap<>();
        looked.forEach(each -> texts.putAll(each.checked().texts().asMap()));
        KnownProblems known = KnownProblems.NONE;
        if (order.baseline().isPresent()) {
            RelPath file = workspace.place(order.baseline().get());
            Optional<String> text = workspace.read(file.value()).whole().tree().text(file);
            if (order.remember()) {
                known = KnownProblems.of(problems);
                String now = known.text();
                changes.add(text.map(old -> Change.edit(file, old, now)).orElseGet(() -> Change.create(file, now)));
            } else {
                known = KnownProblems.read(
                        file.value(),
                        text.orElseThrow(() -> ScaffoldException.usage(
                                "There is no " + file + ".", "Write it with --baseline FILE --write-baseline")));
            }
        }
        List<Problem> fresh = problems.stream().filter(unknownTo(known)).toList();
        return new CheckDraft(
                new CheckReport(
                        workspace.root(),
                        plugins,
                        fresh,
                        problems.size() - fresh.size(),
                        gone(known, problems, plugins),
                        FileTree.of(texts),
                        notes),
                new ChangePlan(changes),
                repaired,
                crlf);
    }

    private static Predicate<Problem> unknownTo(KnownProblems known) {
        return problem -> !known.knows(problem);
    }

    /** Of what was not looked at, nobody can say that it is gone. */
    private List<CheckReport.Gone> gone(KnownProblems known, List<Problem> problems, List<RelPath> plugins) {
        Set<String> rules = new HashSet<>();
        order.rules().forEach(rule -> rules.add(rule.doc().id()));
        return known.gone(problems).stream()
                .filter(each -> order.least() == Severity.INFO && rules.contains(each.rule()))
                .filter(each -> selection
                        .files()
                        .map(files -> files.contains(each.path()))
                        .orElse(true))
                .filter(each -> order.paths().isEmpty()
                        || plugins.stream()
                                .anyMatch(plugin -> plugin.equals(Plugin.REPOSITORY)
                                        || each.path().startsWith(plugin)))
                .toList();
    }
}
