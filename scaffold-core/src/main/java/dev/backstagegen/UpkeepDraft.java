package dev.backstagegen;

import dev.backstagegen.disk.Baseline;
import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.merge.Merge;
import dev.backstagegen.merge.Merged;
import dev.backstagegen.moved.Yours;
import dev.backstagegen.plan.Change;
import dev.backstagegen.plan.ChangePlan;
import dev.backstagegen.plan.Decision;
import dev.backstagegen.plan.Diff;
import dev.backstagegen.plan.Planner;
import dev.backstagegen.spec.Choice;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.spec.SpecFile;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What would become of a plugin that is there, before anything does.
 *
 * @param root the folder that all paths are below
 * @param before the plugin as it was generated last
 * @param spec the plugin as it will be
 * @param features what it will have, and why
 * @param release the Backstage release it is made for
 * @param base what was generated last
 * @param fresh what is generated now
 * @param yours both as they are in the user's hands
 * @param disk what stands there of both, and their memory
 * @param changes what would change, the repository's own files included, the memory not
 * @param crlf the files whose lines end with CR LF on the disk
 * @param marked the files in which the marks of a conflict were left
 * @param wirings what connects the plugin to the repository and changes with it, done or left to the user
 * @param notes what the user should know; whole sentences
 */
public record UpkeepDraft(
        Path root,
        PluginSpec before,
        PluginSpec spec,
        FeatureSet features,
        String release,
        Memory base,
        Memory fresh,
        Yours yours,
        FileTree disk,
        ChangePlan changes,
        Set<RelPath> crlf,
        List<RelPath> marked,
        List<Draft.Wiring> wirings,
        List<String> notes) {

    public UpkeepDraft {
        crlf = Set.copyOf(crlf);
        marked = List.copyOf(marked);
        wirings = List.copyOf(wirings);
        notes = List.copyOf(notes);
    }

    /** The plugin's folder. */
    public RelPath folder() {
        return fresh.plugin();
    }

    /** What somebody has to decide. */
    public List<Change> conflicts() {
        return changes.conflicts();
    }

    /** A conflict in its parts. */
    public Merged merged(Change conflict) {
        String there = conflict.before().orElseThrow();
        String wanted = conflict.after().orElseThrow();
        Optional<String> old = yours.base().text(conflict.path());
        return old.map(text -> Merge.of(conflict.path(), text, there, wanted))
                .orElseGet(() -> Merged.conflict("", there, wanted));
    }

    /** A conflict decided for one side. */
    public Decision decision(Change conflict, Choice.Side side) {
        Function<Merged.Conflict, String> lines =
                side == Choice.Side.OURS ? Merged.Conflict::yours : Merged.Conflict::fresh;
        return settled(conflict, merged(conflict).text(lines));
    }

    /** A conflict decided by a text, without what only the lines that were not taken would have used. */
    public Decision settled(Change conflict, String text) {
        String there = conflict.before().orElseThrow();
        String wanted = conflict.after().orElseThrow();
        return new Decision.Settled(yours.base()
                .text(conflict.path())
                .map(old -> Merge.settled(conflict.path(), old, there, wanted, text))
                .orElse(text));
    }

    /** How each file stands, its memory included. */
    public List<FileStatus> status() {
        return plan().changes().stream()
                .map(change -> FileStatus.of(change, marked.contains(change.path()))
                        .from(yours.moves().origin(change.path())))
                .toList();
    }

    /** What is no longer generated and stays, because it was edited. */
    public List<RelPath> left() {
        return changes.of(Change.Kind.KEEP_EDITED).stream()
                .map(Change::path)
                .filter(path -> yours.base().has(path) && !yours.fresh().has(path))
                .toList();
    }

    /**
     * What was changed by hand since it was generated, where it lies now; files that were made by hand are not known.
     */
    public List<Change> edits() {
        List<Change> edits = new ArrayList<>();
        base.files().asMap().forEach((path, text) -> {
            RelPath place = yours.moves().place(path);
            edits.add(disk.text(place)
                    .map(now -> Change.edit(place, text, now))
                    .orElseGet(() -> Change.delete(place, text)));
        });
        return edits.stream().filter(Change::writes).toList();
    }

    /** What the plugin's description says about a conflict. */
    private Optional<Choice> choice(Change conflict) {
        return spec.choices().stream()
                .filter(choice -> folder().resolve(choice.file()).equals(conflict.path()))
                .findFirst();
    }

    /** The same with those conflicts decided that the plugin's description has a word on; that is said. */
    UpkeepDraft chosen() {
        List<String> more = new ArrayList<>(notes);
        for (Change conflict : conflicts()) {
            choice(conflict)
                    .ifPresent(choice -> more.add(conflict.path() + " has conflicts. They are decided for "
                            + choice.take().words() + ", as " + SpecFile.NAME + " says: " + choice.reason()));
        }
        UpkeepDraft decided = decided(conflict -> choice(conflict)
                .map(choice -> decision(conflict, choice.take()))
                .orElse(Decision.OPEN));
        return decided.with(more);
    }

    /** The same with a file more. */
    UpkeepDraft with(Change change) {
        return with(changes.with(change));
    }

    /** The same with conflicts decided. */
    public UpkeepDraft decided(Function<Change, Decision> decide) {
        return with(Needed.with(changes.decided(decide, disk), yours.fresh(), folder()));
    }

    /** What is left for the user to do by hand. */
    public List<Draft.Wiring> unwired() {
        return wirings.stream().filter(wiring -> !wiring.done()).toList();
    }

    /** What would change on the disk, what is remembered of it included. */
    public ChangePlan plan() {
        return changes.and(memories());
    }

    private ChangePlan memories() {
        FileTree next = Planner.nextBase(base.files(), fresh.files(), yours.asGenerated(changes));
        Memory now = changes.conflicts().isEmpty() ? fresh : fresh.open();
        FileTree texts = now.with(next).texts();
        Set<RelPath> paths = new TreeSet<>(texts.paths());
        paths.addAll(base.places());
        List<Change> memories = new ArrayList<>();
        for (RelPath path : paths) {
            Optional<String> there = disk.text(path);
            Optional<String> after = texts.text(path);
            if (there.isPresent() && after.isPresent()) {
                memories.add(Change.edit(path, there.get(), after.get()));
            } else if (there.isPresent()) {
                memories.add(Change.delete(path, there.get()));
            } else if (after.isPresent()) {
                memories.add(Change.create(path, after.get()));
            }
        }
        return new ChangePlan(memories);
    }

    /** All of that as a patch; what is remembered comes last, behind what somebody reads. */
    public String patch() {
        return patch(plan());
    }

    /**
     * The same, of what is certain: in a file with conflicts, what both sides agree on. Nobody has decided these by
     * that, so what is remembered of the file stays as it is.
     */
    public String certainPatch() {
        ChangePlan certain = certain().changes;
        return patch(certain.and(memories()));
    }

    /** The same with every conflict decided for the lines that stand there. */
    private UpkeepDraft certain() {
        return decided(each -> new Decision.Settled(merged(each).text(Merged.Conflict::yours)));
    }

    private String patch(ChangePlan all) {
        List<Change> ordered = new ArrayList<>(all.writes());
        ordered.sort(Comparator.comparing(change -> change.path().name().equals(Baseline.FILE)));
        return Diff.of(ordered, crlf);
    }

    private UpkeepDraft with(List<String> said) {
        return new UpkeepDraft(
                root, before, spec, features, release, base, fresh, yours, disk, changes, crlf, marked, wirings, said);
    }

    private UpkeepDraft with(ChangePlan other) {
        return new UpkeepDraft(
                root, before, spec, features, release, base, fresh, yours, disk, other, crlf, marked, wirings, notes);
    }
}
