package dev.backstagegen.tree;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Where a file lies below a root: segments joined by {@code /}, never empty, never leaving the root.
 *
 * <p>A path is refused that any of the usual systems would read differently: absolute ones, {@code .} and
 * {@code ..}, back slashes, control characters, a colon, names that Windows keeps for devices.
 *
 * @param value the path, for example {@code plugins/example-backend/src/plugin.ts}
 */
public record RelPath(String value) implements Comparable<RelPath> {

    private static final List<String> DEVICES = List.of("con", "prn", "aux", "nul");

    /** What stands for the root of the repository in front of a path, where other paths are seen from elsewhere. */
    public static final RelPath REPOSITORY = new RelPath("^");

    /** @throws IllegalArgumentException when the path is not one that stays below its root everywhere */
    public RelPath {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("A path must not be empty");
        }
        for (String segment : value.split("/", -1)) {
            check(segment, value);
        }
    }

    public static RelPath of(String value) {
        return new RelPath(value);
    }

    public RelPath resolve(String below) {
        return new RelPath(value + "/" + below);
    }

    public RelPath resolve(RelPath below) {
        return resolve(below.value);
    }

    /** The last segment. */
    public String name() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /** What follows the last dot of the name, or nothing. */
    public String extension() {
        String name = name();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    public boolean startsWith(RelPath folder) {
        return value.equals(folder.value) || value.startsWith(folder.value + "/");
    }

    /** This path as seen from a folder that holds it. */
    public RelPath relativeTo(RelPath folder) {
        if (!value.startsWith(folder.value + "/")) {
            throw new IllegalArgumentException(this + " is not below " + folder);
        }
        return new RelPath(value.substring(folder.value.length() + 1));
    }

    private static void check(String segment, String whole) {
        boolean wrong = segment.isEmpty()
                || segment.equals(".")
                || segment.equals("..")
                || segment.endsWith(".")
                || segment.endsWith(" ")
                || segment.chars().anyMatch(c -> c < ' ' || c == 0x7f || "\\:*?\"<>|".indexOf(c) >= 0)
                || isDevice(segment);
        if (wrong) {
            throw new IllegalArgumentException("Not a path below a folder: '" + printable(whole) + "'");
        }
    }

    private static boolean isDevice(String segment) {
        String stem = segment.split("\\.", 2)[0].toLowerCase(Locale.ROOT);
        return DEVICES.contains(stem) || stem.matches("(com|lpt)[1-9]");
    }

    private static String printable(String text) {
        StringBuilder shown = new StringBuilder();
        text.chars().forEach(c -> shown.append(c < ' ' || c == 0x7f ? '?' : (char) c));
        return shown.toString();
    }

    /** The folder that holds it; the path itself has to have one. */
    public RelPath parent() {
        int slash = value.lastIndexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException(value + " stands in the root itself");
        }
        return new RelPath(value.substring(0, slash));
    }

    public List<String> segments() {
        return Arrays.asList(value.split("/"));
    }

    /** By code unit, so that the order is the same in each locale. */
    @Override
    public int compareTo(RelPath other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
