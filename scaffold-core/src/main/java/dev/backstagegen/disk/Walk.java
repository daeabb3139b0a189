package dev.backstagegen.disk;

import dev.backstagegen.disk.Reading.Refusal;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** One pass over the files that patterns name. Never leaves the root, and follows no link to a folder below {@code **}. */
final class Walk {

    private static final Set<String> NEVER = Set.of("node_modules", ".git", ".yarn", Root.TEMP, Root.KEPT);

    /** What builds leave beside a package.json; deeper down these are ordinary names. */
    private static final Set<String> BUILT = Set.of("dist", "dist-types", "coverage");

    private static final String DEEP = "**";
    private static final String UNREADABLE_NAME = "has a name that this locale cannot read";

    private final Root root;
    private final Map<RelPath, Path> found = new TreeMap<>();
    private final Map<String, String> refused = new TreeMap<>();

    Walk(Root root) {
        this.root = root;
    }

    /** @throws IllegalArgumentException when the pattern is not one of {@link Workspace#read} */
    void go(String pattern) {
        List<String> segments = List.of(pattern.split("/", -1));
        int deep = segments.indexOf(DEEP);
        if (segments.contains("") || segments.contains("..") || deep >= 0 && deep < segments.size() - 1) {
            throw new IllegalArgumentException("Not a pattern of files: " + pattern);
        }
        try {
            go(root.path(), "", segments);
        } catch (InvalidPathException e) {
            refused.put(pattern, UNREADABLE_NAME);
        }
    }

    /** Forgets the files that are not wanted, and what was wrong with them. */
    void keep(Predicate<RelPath> wanted) {
        found.keySet().removeIf(wanted.negate());
    }

    Map<RelPath, Path> found() {
        return found;
    }

    Reading read() {
        Map<RelPath, String> texts = new TreeMap<>();
        Set<RelPath> crlf = new HashSet<>();
        found.forEach((path, place) -> text(path, place).ifPresent(file -> {
            texts.put(path, file.text());
            if (file.crlf()) {
                crlf.add(path);
            }
        }));
        List<Refusal> refusals = new ArrayList<>();
        refused.forEach((path, reason) -> refusals.add(new Refusal(path, reason)));
        return new Reading(FileTree.of(texts), crlf, refusals);
    }

    private void go(Path folder, String prefix, List<String> segments) {
        String segment = segments.get(0);
        List<String> rest = segments.subList(1, segments.size());
        if (segment.equals(DEEP)) {
            deep(folder, prefix);
        } else if (segment.indexOf('*') >= 0) {
            for (Path place : list(folder, prefix)) {
                if (matches(segment, name(place))) {
                    step(place, prefix + name(place), rest);
                }
            }
        } else {
            step(folder.resolve(segment), prefix + segment, rest);
        }
    }

    private void step(Path place, String path, List<String> rest) {
        Optional<BasicFileAttributes> there = behind(place, path);
        if (there.isEmpty() || NEVER.contains(name(place))) {
            return;
        }
        if (rest.isEmpty()) {
            file(place, path, there.get());
        } else if (there.get().isDirectory()) {
            go(place, path + "/", rest);
        }
    }

    private void deep(Path folder, String prefix) {
        List<Path> places = list(folder, prefix);
        boolean isPackage = places.stream().anyMatch(place -> name(place).equals("package.json"));
        for (Path place : places) {
            String name = name(place);
            if (NEVER.contains(name) || isPackage && BUILT.contains(name)) {
                continue;
            }
            behind(place, prefix + name).ifPresent(there -> {
                if (!there.isDirectory()) {
                    file(place, prefix + name, there);
                } else if (!Files.isSymbolicLink(place)) {
                    deep(place, prefix + name + "/");
                }
            });
        }
    }

    private List<Path> list(Path folder, String prefix) {
        List<Path> places = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(places::add);
        } catch (IOException | DirectoryIteratorException e) {
            refused.put(prefix.isEmpty() ? "." : prefix, "cannot be listed");
        }
        places.sort(Comparator.comparing(Walk::name));
        return places;
    }

    /** What stands at a place, or behind the link there when it stays below the root. */
    private Optional<BasicFileAttributes> behind(Path place, String path) {
        try {
            Optional<BasicFileAttributes> there = Root.standing(place);
            if (there.isEmpty() || !there.get().isSymbolicLink()) {
                return there;
            }
            if (!place.toRealPath().startsWith(root.path())) {
                refused.put(path, "is a symbolic link that leads out of " + root.path());
                return Optional.empty();
            }
            return Optional.of(Files.readAttributes(place, BasicFileAttributes.class));
        } catch (NoSuchFileException e) {
            refused.put(path, "is a symbolic link that leads nowhere");
        } catch (IOException e) {
            refused.put(path, "cannot be read: " + Failures.reason(e));
        }
        return Optional.empty();
    }

    private void file(Path place, String path, BasicFileAttributes there) {
        if (there.isDirectory()) {
            return;
        }
        if (!there.isRegularFile()) {
            refused.put(path, "is neither a file nor a folder");
        } else if (there.size() > TextFile.LIMIT) {
            refused.put(path, "is larger than " + (TextFile.LIMIT >> 20) + " MB");
        } else if (path.indexOf('\ufffd') >= 0) {
            refused.put(path, UNREADABLE_NAME);
        } else {
            try {
                found.put(RelPath.of(path), place);
            } catch (IllegalArgumentException e) {
                refused.put(path, "has a name that does not work on every system");
            }
        }
    }

    private Optional<TextFile> text(RelPath path, Path place) {
        try {
            Optional<TextFile> text = TextFile.decode(Files.readAllBytes(place));
            if (text.isEmpty()) {
                refused.put(path.value(), "is not UTF-8 text");
            }
            return text;
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            refused.put(path.value(), "cannot be read: " + Failures.reason(e));
            return Optional.empty();
        }
    }

    private static boolean matches(String segment, String name) {
        int star = segment.indexOf('*');
        String head = segment.substring(0, star);
        String tail = segment.substring(star + 1);
        boolean hidden = star == 0 && name.startsWith(".");
        return !hidden
                && name.length() >= head.length() + tail.length()
                && name.startsWith(head)
                && name.endsWith(tail);
    }

    private static String name(Path place) {
        return place.getName(place.getNameCount() - 1).toString();
    }
}
