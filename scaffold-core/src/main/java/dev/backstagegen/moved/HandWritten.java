package dev.backstagegen.moved;

import dev.backstagegen.merge.Overlap;
import dev.backstagegen.merge.Routes;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.RelPath;
import dev.backstagegen.ts.TsFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Code that was written before the plugin was taken on. It never had most of what is generated, so only what both have
 * in common, and what is new, is held against it.
 */
final class HandWritten {

    private static final String MANIFEST = "package.json";
    private static final List<String> KINDS = List.of("dependencies", "devDependencies");
    private static final Pattern PACKAGE = Pattern.compile("from '((?:@[^/']+/)?[^./'][^/']*)");
    private static final String SCHEMA = "config.d.ts";
    private static final Pattern REQUIRED = Pattern.compile("(?m)^  \\w+: \\{$");

    private final FileTree disk;
    private final Set<RelPath> byHand;
    private Yours yours;

    private HandWritten(Yours yours, FileTree disk, Set<RelPath> byHand) {
        this.yours = yours;
        this.disk = disk;
        this.byHand = byHand;
    }

    static Yours overlap(Yours yours, FileTree disk, Set<RelPath> byHand) {
        return new HandWritten(yours, disk, byHand).overlap();
    }

    /** Tests come last: what they ask for depends on the routes that there are then. */
    private Yours overlap() {
        Routes all = routes(yours.base()).and(routes(yours.fresh()));
        overlap(path -> !isTest(path), Routes.NONE);
        Routes served = routes(disk);
        for (RelPath path : yours.fresh().paths()) {
            boolean isThere =
                    byHand.contains(path) ? hasChanged(path) : !yours.base().has(path) || disk.has(path);
            if (isThere) {
                served = served.and(routes(yours.fresh(), path));
            }
        }
        overlap(HandWritten::isTest, all.without(served));
        for (RelPath path : yours.base().paths()) {
            if (path.name().equals(MANIFEST)) {
                keepDependencies(path);
            }
        }
        return yours;
    }

    /** What this code imports was listed for it, whatever a feature that goes had listed it for as well. */
    private void keepDependencies(RelPath manifest) {
        Optional<String> now = yours.fresh().text(manifest);
        String was = yours.base().text(manifest).orElseThrow();
        if (now.isEmpty() || now.get().equals(was) || !(Json.plain(Json.read(was)) instanceof Map<?, ?> map)) {
            return;
        }
        Set<String> imported = new TreeSet<>();
        disk.asMap().forEach((path, text) -> {
            if (byHand.contains(path)) {
                PACKAGE.matcher(text).results().forEach(each -> imported.add(each.group(1)));
            }
        });
        Map<String, Object> without = new LinkedHashMap<>();
        map.forEach((key, value) -> without.put(
                (String) key,
                KINDS.contains(key) && value instanceof Map<?, ?> listed
                        ? without(listed, imported, now.get())
                        : value));
        FileTree base = yours.base().with(manifest, Json.write(without));
        yours = new Yours(yours.moves(), base, yours.fresh());
    }

    private static Map<Object, Object> without(Map<?, ?> listed, Set<String> imported, String now) {
        Map<Object, Object> rest = new LinkedHashMap<>(listed);
        rest.keySet().removeIf(name -> imported.contains(name) && !now.contains("\"" + name + "\":"));
        return rest;
    }

    private void overlap(Predicate<RelPath> which, Routes gone) {
        FileTree base = yours.base();
        FileTree fresh = yours.fresh();
        for (RelPath path : yours.base().paths()) {
            boolean isShared = byHand.contains(path) && disk.has(path) && which.test(path);
            if (isShared && hasChanged(path)) {
                String there = disk.text(path).orElseThrow();
                String wanted = yours.fresh().text(path).orElseThrow();
                Overlap overlap = Overlap.of(yours.base().text(path).orElseThrow(), there, wanted, gone);
                if (isTest(path) && isConfigurationNew()) {
                    overlap = overlap.configured(there, wanted);
                }
                base = base.with(path, overlap.base());
                fresh = fresh.with(path, overlap.fresh());
            }
        }
        yours = new Yours(yours.moves(), base, fresh);
    }

    private boolean hasChanged(RelPath path) {
        Optional<String> now = yours.fresh().text(path);
        return now.isPresent()
                && yours.base().text(path).filter(was -> !was.equals(now.get())).isPresent();
    }

    /** Whether the plugin did without configuration so far, and cannot any more. */
    private boolean isConfigurationNew() {
        return isConfigured(yours.fresh()) && !isConfigured(yours.base());
    }

    private static boolean isConfigured(FileTree files) {
        return files.paths().stream()
                .filter(path -> path.name().equals(SCHEMA))
                .anyMatch(path -> REQUIRED.matcher(files.text(path).orElse("")).find());
    }

    private static boolean isTest(RelPath path) {
        return path.name().contains(".test.");
    }

    private static Routes routes(FileTree tree) {
        Routes routes = Routes.NONE;
        for (RelPath path : tree.paths()) {
            routes = routes.and(routes(tree, path));
        }
        return routes;
    }

    private static Routes routes(FileTree tree, RelPath path) {
        return Code.isCode(path) && !isTest(path)
                ? Routes.in(TsFile.shared(tree.text(path).orElse("")))
                : Routes.NONE;
    }
}
