package dev.backstagegen.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.semver4j.Semver;

/** The Backstage releases this tool knows, and which version of a package belongs to each. */
public final class Releases {

    /** {@code 0.0.0-nightly-20261122}: newer than any release, whatever its number says. */
    private static final Pattern NIGHTLY = Pattern.compile("0\\.0\\.0-nightly.*");

    private static final String UNKNOWN = "-";

    private final List<String> names;
    private final Map<String, String[]> versions;

    private Releases(List<String> names, Map<String, String[]> versions) {
        this.names = names;
        this.versions = versions;
    }

    /** The table that comes with the tool. */
    public static Releases embedded() {
        try (InputStream table = Releases.class.getResourceAsStream("releases.txt")) {
            return parse(new String(table.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Releases parse(String table) {
        Map<String, String[]> rows = new HashMap<>();
        for (String line : table.split("\n")) {
            if (!line.startsWith("#")) {
                String[] cells = line.split(" ");
                rows.put(cells[0], Arrays.copyOfRange(cells, 1, cells.length));
            }
        }
        return new Releases(List.of(rows.remove("release")), rows);
    }

    /** Every release in the table, oldest first. */
    public List<String> all() {
        return List.copyOf(names);
    }

    public String newest() {
        return names.get(names.size() - 1);
    }

    /** Whether any release has the package. */
    public boolean knows(String npmPackage) {
        return versions.containsKey(npmPackage);
    }

    /**
     * The release to use for one that may not be in the table: the same, else the last one before it, else the
     * oldest. A nightly build and what is no version at all count as the newest.
     */
    public Nearest nearest(String release) {
        if (names.contains(release)) {
            return new Nearest(release, Optional.empty());
        }
        String found = lastBefore(release);
        return new Nearest(
                found,
                Optional.of("Backstage " + release + " is not in this tool's table of releases; "
                        + "versions that yarn.lock does not name are those of " + found + "."));
    }

    private String lastBefore(String release) {
        Optional<Semver> wanted = Optional.ofNullable(Semver.parse(release));
        if (wanted.isEmpty() || NIGHTLY.matcher(release).matches()) {
            return newest();
        }
        return names.stream()
                .filter(name -> wanted.get().isGreaterThan(name))
                .reduce((before, after) -> after)
                .orElse(names.get(0));
    }

    /**
     * The version of a package in a release of the table. Where the table has a gap, the nearest release before it
     * that has the package answers, else the nearest after it.
     */
    public Optional<String> version(String release, String npmPackage) {
        String[] row = versions.get(npmPackage);
        int at = names.indexOf(release);
        if (row == null || at < 0) {
            return Optional.empty();
        }
        for (int i = at; i >= 0; i--) {
            if (!row[i].equals(UNKNOWN)) {
                return Optional.of(row[i]);
            }
        }
        return Arrays.stream(row, at, row.length)
                .filter(version -> !version.equals(UNKNOWN))
                .findFirst();
    }

    /**
     * A release of the table, and what to tell the user if it is not the one asked for.
     *
     * @param release the release of the table
     * @param note a sentence, or nothing when it is the very same
     */
    public record Nearest(String release, Optional<String> note) {}
}
