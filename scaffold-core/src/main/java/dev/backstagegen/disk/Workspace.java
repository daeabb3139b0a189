package dev.backstagegen.disk;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.tree.RelPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A folder on the disk, to be read. Nothing outside of it is ever read, through a link neither. */
public final class Workspace {

    // A look at the text is enough to tell a repository's root, and spares the room a JSON parser.
    private static final Pattern WORKSPACES = Pattern.compile("\"workspaces\"\\s*:");
    private static final Pattern BACKSTAGE = Pattern.compile("\"@backstage/");

    private final Root root;

    private Workspace(Root root) {
        this.root = root;
    }

    /** @throws ScaffoldException when that is not a folder */
    public static Workspace open(Path folder) {
        try {
            Path real = folder.toRealPath();
            if (Files.isDirectory(real)) {
                return new Workspace(new Root(real));
            }
        } catch (IOException e) {
            throw ScaffoldException.usage("There is no folder " + folder, "Name a folder that exists");
        }
        throw ScaffoldException.usage(folder + " is not a folder", "Name a folder that exists");
    }

    /**
     * The Backstage repository around a folder: the nearest folder, itself or above, with a {@code
     * backstage.json}, or with a {@code package.json} that has workspaces and either a {@code
     * packages/backend} beside it or a dependency of Backstage. The search ends at the root of a git
     * repository: what lies around a repository is somebody else's.
     *
     * @throws ScaffoldException when that is not a folder
     */
    public static Optional<Workspace> find(Path folder) {
        for (Path place = open(folder).root(); place != null; place = place.getParent()) {
            if (isBackstage(place)) {
                return Optional.of(open(place));
            }
            if (Files.exists(place.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /**
     * Where a command works: in the repository that was named, else in the one around a folder, else in the folder.
     *
     * @throws ScaffoldException when there is no such folder
     */
    public static Workspace around(Path folder, Optional<Path> named) {
        return named.map(Workspace::open).or(() -> find(folder)).orElseGet(() -> open(folder));
    }

    /**
     * Where a command works that may name files or folders: the repository is looked for from the first of them. Without
     * one around it, paths are best seen from where the user stands.
     *
     * @throws ScaffoldException when there is no such folder
     */
    public static Workspace around(Path folder, List<Path> paths, Optional<Path> named) {
        Path start = paths.stream()
                .findFirst()
                .map(path -> isFolder(path) ? path : path.toAbsolutePath().getParent())
                .orElse(folder);
        return named.map(Workspace::open)
                .or(() -> find(start))
                .orElseGet(() -> open(start.startsWith(folder) ? folder : start));
    }

    /** Whether that is a folder, or a link to one. */
    public static boolean isFolder(Path path) {
        return Files.isDirectory(path);
    }

    /** The real path of the folder. */
    public Path root() {
        return root.path();
    }

    Root place() {
        return root;
    }

    /**
     * Reads the files that patterns name; the ones that are not there are passed over.
     *
     * <p>In a pattern {@code *} stands for a part of one name ({@code plugins/*}{@code /package.json}; hidden
     * names are not meant by a star that begins one), and {@code **} at its end for everything below ({@code
     * plugins/example-backend/**}). {@code node_modules}, {@code .git} and what builds leave are never walked.
     */
    public Reading read(String... patterns) {
        return read(List.of(patterns));
    }

    /** The same for a list of patterns. */
    public Reading read(List<String> patterns) {
        return walk(patterns).read();
    }

    /** The same for those files of the patterns that are of interest; the others are not opened. */
    public Reading read(List<String> patterns, Predicate<RelPath> wanted) {
        Walk walk = walk(patterns);
        walk.keep(wanted);
        return walk.read();
    }

    /** The files that a pattern of {@link #read} names, without reading them. */
    public List<RelPath> list(String pattern) {
        return List.copyOf(walk(List.of(pattern)).found().keySet());
    }

    /**
     * Where a file or folder lies, as seen from here; {@code ^} for this folder itself.
     *
     * @throws ScaffoldException when nothing is there, or it lies elsewhere
     */
    public RelPath locate(Path path) {
        try {
            Path real = path.toRealPath();
            if (!real.startsWith(root())) {
                throw ScaffoldException.usage(
                        path + " does not lie in " + root() + ".", "Name the repository with --root, or go there");
            }
            Path below = root().relativize(real);
            return RelPath.of(
                    below.toString().isEmpty()
                            ? RelPath.REPOSITORY.value()
                            : below.toString().replace('\\', '/'));
        } catch (IOException e) {
            throw ScaffoldException.usage("There is no " + path + ".", "Name a file or folder that is there");
        } catch (IllegalArgumentException e) {
            throw ScaffoldException.usage(path + " has a name that does not work on every system.", "Give it another");
        }
    }

    /**
     * Where a file lies or would lie, as seen from here.
     *
     * @throws ScaffoldException when that is elsewhere, or its folder is not there
     */
    public RelPath place(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        RelPath folder = locate(Optional.ofNullable(whole.getParent()).orElse(whole));
        String name = String.valueOf(whole.getFileName());
        return folder.equals(RelPath.REPOSITORY) ? RelPath.of(name) : folder.resolve(name);
    }

    /** Whether anything stands there: a file, a folder or a link, even one that leads nowhere. */
    public boolean exists(RelPath path) {
        return Files.exists(root.at(path), LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Whether a folder can be filled: it is not there, or holds no file apart from {@code node_modules} and
     * what builds left. A link or a file of that name is not free.
     */
    public boolean isFree(RelPath folder) {
        if (!exists(folder)) {
            return true;
        }
        if (!Files.isDirectory(root.at(folder), LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Reading reading = read(folder + "/**");
        return reading.tree().isEmpty() && reading.refusals().isEmpty();
    }

    private Walk walk(List<String> patterns) {
        Walk walk = new Walk(root);
        patterns.forEach(walk::go);
        return walk;
    }

    private static boolean isBackstage(Path place) {
        if (Files.isRegularFile(place.resolve("backstage.json"))) {
            return true;
        }
        Path manifest = place.resolve("package.json");
        if (!Files.isRegularFile(manifest)) {
            return false;
        }
        try {
            String text = new String(Files.readAllBytes(manifest), StandardCharsets.UTF_8);
            return WORKSPACES.matcher(text).find()
                    && (BACKSTAGE.matcher(text).find() || Files.isDirectory(place.resolve("packages/backend")));
        } catch (IOException e) {
            return false;
        }
    }
}
