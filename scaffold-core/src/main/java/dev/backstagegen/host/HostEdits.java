package dev.backstagegen.host;

import dev.backstagegen.host.Wiring.Done;
import dev.backstagegen.host.Wiring.Left;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import dev.backstagegen.tree.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes a plugin known to the repository around it: as a dependency of the backend, in the backend's code, among the
 * sources of actions, with its section of the configuration, and to its owner; what it shares is made known to its
 * frontend. Each file is edited where it has to be and is otherwise the same, to the byte; what is there already is not
 * done again, and what is not certain is left to the user with the line to paste.
 */
public final class HostEdits {

    private static final RelPath USUAL_BACKEND = RelPath.of("packages/backend");
    private static final RelPath APP_CONFIG = RelPath.of("app-config.yaml");

    private final FileTree files;
    private FileTree edited = FileTree.EMPTY;
    private final List<Done> done = new ArrayList<>();
    private final List<Left> left = new ArrayList<>();

    private HostEdits(FileTree files) {
        this.files = files;
    }

    /** What the wish needs in the repository. */
    public static Wiring wire(Host host, Wish wish) {
        HostEdits edits = new HostEdits(host.files());
        places(host, wish).forEach(place -> edits.take(place, place.target::edit));
        return edits.wiring();
    }

    /**
     * What one wish needs in a repository that knows another one: what is new is put in, what is not wished any longer
     * is taken out, and what is in both is left alone, whatever the user has done to it. Where no backend has the
     * plugin, nothing new is put in: whoever did without the wiring, or wired it elsewhere, meant that.
     */
    public static Wiring rewire(Host host, Wish before, Wish after) {
        HostEdits edits = new HostEdits(host.files());
        List<Place> had = places(host, before);
        List<Place> wanted = places(host, after);
        if (!before.configuration().equals(after.configuration())) {
            had.removeIf(place -> place.target instanceof ConfigSection);
            wanted.removeIf(place -> place.target instanceof ConfigSection);
        }
        List<Place> come = wanted.stream().filter(place -> !had.contains(place)).toList();
        List<Place> go = had.stream().filter(place -> !wanted.contains(place)).toList();
        News news = News.of(host, before, after);
        come.forEach(place -> edits.add(place, edits.isReplaced(place, go) ? News.EDIT : news));
        go.forEach(edits::takeOut);
        if (!before.configuration().equals(after.configuration())) {
            edits.change(new ConfigChange(before.configuration(), after.configuration()), news);
        }
        return edits.wiring();
    }

    /**
     * A target and its file.
     *
     * @param missing why the file is not known; empty when it is
     */
    private record Place(RelPath path, String missing, Target target) {}

    private static List<Place> places(Host host, Wish wish) {
        List<Place> places = new ArrayList<>();
        RelPath backend = host.backend().orElse(USUAL_BACKEND);
        String missing = host.backend().isPresent() ? "" : "There is no one package with the role of a backend.";
        places.add(new Place(
                backend.resolve("package.json"), missing, new Dependency(wish.packageName(), host.workspaceRange())));
        places.add(new Place(backend.resolve("src/index.ts"), missing, new BackendFeature(wish.packageName())));
        host.frontend(wish.pluginId())
                .ifPresent(frontend -> wish.shared()
                        .forEach(name ->
                                places.add(new Place(frontend, "", new Dependency(name, host.workspaceRange())))));
        if (wish.hasActions()) {
            places.add(new Place(APP_CONFIG, "", new ActionSource(wish.pluginId())));
        }
        if (!wish.configuration().isEmpty()) {
            places.add(new Place(APP_CONFIG, "", new ConfigSection(wish.configuration())));
        }
        wish.owner()
                .ifPresent(
                        owner -> places.add(new Place(Owner.file(host.files()), "", new Owner(wish.folder(), owner))));
        return places;
    }

    private Wiring wiring() {
        return new Wiring(edited, done, left);
    }

    private void takeOut(Place place) {
        if (text(place.path).isPresent()) {
            take(place, text -> toGo(place.target.takeOut(text)));
        }
    }

    /** The lines that are left to the user are those to take out. */
    private static Step toGo(Step step) {
        return step instanceof Step.Left hand
                ? Step.left(hand.reason() + " These lines are to go.", hand.paste())
                : step;
    }

    /** Whether something of its kind is there that is to go. */
    private boolean isReplaced(Place place, List<Place> go) {
        return go.stream()
                .filter(old -> old.path.equals(place.path) && old.target.getClass() == place.target.getClass())
                .anyMatch(old -> text(old.path)
                        .filter(text -> !(old.target.takeOut(text) instanceof Step.Nothing))
                        .isPresent());
    }

    private void add(Place place, News news) {
        switch (news) {
            case EDIT -> take(place, place.target::edit);
            case SAY ->
                take(
                        place,
                        text -> place.target.edit(text) instanceof Step.Nothing
                                ? Step.NOTHING
                                : Step.left("No backend here is known to have the plugin.", place.target.paste()));
            case OMIT -> {}
        }
    }

    private void change(ConfigChange change, News news) {
        Place place = new Place(APP_CONFIG, "", change);
        boolean isThere = !change.before().isEmpty()
                && text(APP_CONFIG).filter(change::isIn).isPresent();
        if (change.after().isEmpty()) {
            takeOut(new Place(APP_CONFIG, "", new ConfigSection(change.before())));
        } else if (isThere || news == News.EDIT) {
            if (take(place, change::edit)) {
                // What could not go is known only then.
                take(place, change::edit);
            }
        } else if (change.before().isEmpty()) {
            add(new Place(APP_CONFIG, "", new ConfigSection(change.after())), news);
        } else if (news == News.SAY) {
            take(place, change::edit);
        }
    }

    private Optional<String> text(RelPath path) {
        // Two targets may lie in one file; the second one sees what the first one did.
        return edited.text(path).or(() -> files.text(path));
    }

    private boolean take(Place place, Function<String, Step> what) {
        Optional<String> there = text(place.path);
        String text = there.orElse("");
        Step step = !place.missing.isEmpty()
                ? Step.left(place.missing, place.target.paste())
                : there.isPresent() || place.target.mayBeNew()
                        ? what.apply(text)
                        : Step.left("There is no " + place.path + ".", place.target.paste());
        if (step instanceof Step.Edit edit) {
            edited = edited.with(place.path, TextEdit.apply(text, List.of(edit.edit())));
            done.add(new Done(place.path, edit.what()));
            return true;
        }
        if (step instanceof Step.Left hand) {
            left.add(new Left(place.path, hand.reason(), hand.paste()));
        }
        return false;
    }
}
