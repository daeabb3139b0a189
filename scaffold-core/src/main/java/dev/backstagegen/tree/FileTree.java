package dev.backstagegen.tree;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Text files in memory, in the order of their paths. Lines end with a line feed and nothing else. */
public final class FileTree {

    public static final FileTree EMPTY = new FileTree(new TreeMap<>());

    private final TreeMap<RelPath, String> files;

    private FileTree(TreeMap<RelPath, String> files) {
        this.files = files;
    }

    public static FileTree of(Map<RelPath, String> files) {
        return new FileTree(new TreeMap<>(files));
    }

    public Set<RelPath> paths() {
        return Collections.unmodifiableSet(files.keySet());
    }

    public Optional<String> text(RelPath path) {
        return Optional.ofNullable(files.get(path));
    }

    public boolean has(RelPath path) {
        return files.containsKey(path);
    }

    public Map<RelPath, String> asMap() {
        return Collections.unmodifiableMap(files);
    }

    public FileTree with(RelPath path, String text) {
        TreeMap<RelPath, String> more = new TreeMap<>(files);
        more.put(path, text);
        return new FileTree(more);
    }

    public FileTree without(RelPath path) {
        TreeMap<RelPath, String> fewer = new TreeMap<>(files);
        fewer.remove(path);
        return new FileTree(fewer);
    }

    /** The files of both; where both have one, the other's. */
    public FileTree and(FileTree other) {
        TreeMap<RelPath, String> both = new TreeMap<>(files);
        both.putAll(other.files);
        return new FileTree(both);
    }

    /** The same files below a folder. */
    public FileTree below(RelPath folder) {
        TreeMap<RelPath, String> moved = new TreeMap<>();
        files.forEach((path, text) -> moved.put(folder.resolve(path), text));
        return new FileTree(moved);
    }

    /** What lies in a folder, as seen from there. */
    public FileTree under(RelPath folder) {
        TreeMap<RelPath, String> inside = new TreeMap<>();
        files.forEach((path, text) -> {
            if (path.startsWith(folder) && !path.equals(folder)) {
                inside.put(path.relativeTo(folder), text);
            }
        });
        return new FileTree(inside);
    }

    public boolean isEmpty() {
        return files.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileTree tree && files.equals(tree.files);
    }

    @Override
    public int hashCode() {
        return files.hashCode();
    }

    @Override
    public String toString() {
        return files.keySet().toString();
    }
}
