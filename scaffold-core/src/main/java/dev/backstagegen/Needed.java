package dev.backstagegen;

import dev.backstagegen.merge.Merge;
import dev.backstagegen.merge.Merged;
import dev.backstagegen.plan.Change;
import dev.backstagegen.plan.ChangePlan;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that was deleted, or never was there, comes back when a new one imports it, and the package that it takes
 * among the dependencies with it; without that, what is new could not be compiled.
 */
final class Needed {

    private static final Pattern IMPORT = Pattern.compile("(?:from|import\\(?|require\\() ?'([^'\\n]+)'");
    private static final Pattern PACKAGE = Pattern.compile("(@[^/]+/)?[^/]+");
    private static final List<String> KINDS = List.of("dependencies", "devDependencies");

    private final FileTree fresh;
    private final RelPath manifest;
    private final Map<RelPath, Change> changes = new TreeMap<>();
    private final Set<String> packages = new TreeSet<>();

    private Needed(ChangePlan plan, FileTree fresh, RelPath folder) {
        this.fresh = fresh;
        this.manifest = folder.resolve("package.json");
        plan.changes().forEach(change -> changes.put(change.path(), change));
    }

    /**
     * The plan with what it needs.
     *
     * @param fresh what is generated now
     * @param folder the plugin's
     */
    static ChangePlan with(ChangePlan plan, FileTree fresh, RelPath folder) {
        Needed needed = new Needed(plan, fresh, folder);
        needed.bringBack();
        needed.depend();
        return new ChangePlan(new ArrayList<>(needed.changes.values()));
    }

    private void bringBack() {
        Deque<Change> open = new ArrayDeque<>();
        changes.values().stream().filter(Change::writes).forEach(open::add);
        while (!open.isEmpty()) {
            Change change = open.remove();
            Set<String> modules = new TreeSet<>(imports(change.after().orElse("")));
            modules.removeAll(imports(change.before().orElse("")));
            for (String module : modules) {
                if (module.startsWith(".")) {
                    deleted(change.path(), module).ifPresent(path -> {
                        Change back = Change.create(path, fresh.text(path).orElseThrow());
                        changes.put(path, back);
                        open.add(back);
                    });
                } else {
                    Matcher name = PACKAGE.matcher(module);
                    packages.add(name.lookingAt() ? name.group() : module);
                }
            }
        }
    }

    private static List<String> imports(String text) {
        List<String> imports = new ArrayList<>();
        Matcher matcher = IMPORT.matcher(text);
        while (matcher.find()) {
            imports.add(matcher.group(1));
        }
        return imports;
    }

    private Optional<RelPath> deleted(RelPath from, String module) {
        Deque<String> path = new ArrayDeque<>(from.parent().segments());
        for (String step : Arrays.asList(module.split("/"))) {
            if (step.equals("..")) {
                path.pollLast();
            } else if (!step.equals(".")) {
                path.addLast(step);
            }
        }
        String place = String.join("/", path);
        return List.of(place + ".ts", place + "/index.ts").stream()
                .map(RelPath::of)
                .filter(each -> changes.containsKey(each) && changes.get(each).kind() == Change.Kind.KEEP_DELETED)
                .findFirst();
    }

    /** What is imported anew and stands in the generated package.json stands in the user's as well. */
    private void depend() {
        Change change = changes.get(manifest);
        Optional<String> wanted = fresh.text(manifest);
        if (change == null || change.after().isEmpty() || wanted.isEmpty() || change.kind() == Change.Kind.CONFLICT) {
            return;
        }
        String there = change.after().get();
        Map<String, Object> without = new LinkedHashMap<>(map(wanted.get()));
        boolean lacks = false;
        for (String kind : KINDS) {
            Map<String, Object> listed = new LinkedHashMap<>(listed(without, kind));
            lacks |= listed.keySet().removeIf(name -> packages.contains(name) && !isListed(there, name));
            without.put(kind, listed);
        }
        if (lacks) {
            Merged merged = Merge.of(manifest, Json.write(without), there, wanted.get());
            if (merged.isClean()) {
                String text = merged.text(Merged.Conflict::yours);
                changes.put(
                        manifest,
                        change.before()
                                .map(before -> Change.merge(manifest, before, text))
                                .orElseGet(() -> Change.create(manifest, text)));
            }
        }
    }

    private static boolean isListed(String text, String name) {
        return KINDS.stream().anyMatch(kind -> listed(map(text), kind).containsKey(name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(String text) {
        return Json.whole(text).map(Json::plain).orElse(Map.of()) instanceof Map<?, ?> map
                ? (Map<String, Object>) map
                : Map.of();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> listed(Map<String, Object> manifest, String kind) {
        return manifest.get(kind) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
