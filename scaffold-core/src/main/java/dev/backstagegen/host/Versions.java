package dev.backstagegen.host;

import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.semver4j.Semver;

/**
 * Which range a generated package asks for. The host decides, so that nothing is installed twice: its own packages,
 * its lock file, its release; the tool's table only answers where the host is silent.
 */
public final class Versions {

    private static final int LONGEST_RANGE = 100;
    private static final String COMPARATOR =
            "(\\^|~|>=?|<=?|=)? ?v?\\d+(\\.(\\d+|[xX*])){0,2}(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?";
    private static final String WORD = "(0|[1-9]\\d{0,8}|\\d{0,8}[A-Za-z-][0-9A-Za-z-]{0,50})";
    private static final Pattern VERSION =
            Pattern.compile("(0|[1-9]\\d{0,8})(\\.(0|[1-9]\\d{0,8})){2}(-" + WORD + "(\\." + WORD + "){0,9})?");
    private static final Pattern RANGE = Pattern.compile(COMPARATOR + "(( - | ?\\|\\| ?| )" + COMPARATOR + ")*");

    private final Host host;
    private final Releases releases;
    private final Optional<YarnLock> lock;
    private final Releases.Nearest release;
    private final boolean isWanted;
    private final List<PackageJson> asked;

    private Versions(Host host, Releases releases, Optional<String> wanted) {
        this.host = host;
        this.releases = releases;
        this.lock = host.lock();
        this.isWanted = wanted.isPresent();
        this.release = releases.nearest(wanted.or(host::release).orElse(releases.newest()));
        this.asked = host.packages();
    }

    private Versions(Versions all, List<PackageJson> asked) {
        this.host = all.host;
        this.releases = all.releases;
        this.lock = all.lock;
        this.isWanted = all.isWanted;
        this.release = all.release;
        this.asked = asked;
    }

    public static Versions of(Host host, Releases releases) {
        return new Versions(host, releases, Optional.empty());
    }

    /**
     * The same for a release that the host may not have yet.
     *
     * @param wanted the release; empty for the host's
     */
    public static Versions of(Host host, Releases releases, Optional<String> wanted) {
        return new Versions(host, releases, wanted);
    }

    /**
     * The same without a say of some packages: one that goes to another release is told what it would be told if it
     * were new.
     *
     * @param folders where they lie
     */
    public Versions without(Set<RelPath> folders) {
        return new Versions(
                this,
                asked.stream()
                        .filter(own ->
                                folders.stream().noneMatch(folder -> own.path().startsWith(folder)))
                        .toList());
    }

    /** The release of the table that answers where the host is silent. */
    public String release() {
        return release.release();
    }

    /** Where the versions come from, as sentences. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (host.usesBackstageProtocol()) {
            notes.add("Backstage's packages are asked for as backstage:^, as .yarnrc.yml has the plugin for it.");
        }
        if (host.release().isEmpty()) {
            notes.add("No release was found in backstage.json; versions that yarn.lock does not name are those of "
                    + release() + ".");
        }
        release.note().ifPresent(notes::add);
        return notes;
    }

    /**
     * The range to ask for.
     *
     * @param npmPackage the package
     * @param fallback what the generated code was written for; for a package that is not Backstage's, the host's
     *     range counts only when it resolves to a version in here. Empty for a package of Backstage's
     * @throws IllegalArgumentException when neither the host nor the table knows the package and the fallback is empty
     */
    public String range(String npmPackage, String fallback) {
        return range(npmPackage, fallback, Optional.empty());
    }

    /**
     * The same for a plugin that has a range for it.
     *
     * @param had the range that it has and may keep
     */
    public String range(String npmPackage, String fallback, Optional<String> had) {
        boolean isBackstage = npmPackage.startsWith("@backstage/");
        return special(npmPackage)
                .or(() -> had)
                .or(() -> isBackstage && isWanted ? ofRelease(npmPackage) : Optional.empty())
                .or(() -> own(npmPackage, isBackstage ? "" : fallback))
                .or(() -> ofRelease(npmPackage))
                .or(() -> Optional.of(fallback).filter(range -> !range.isEmpty()))
                .orElseThrow(() -> new IllegalArgumentException("No version is known for " + npmPackage));
    }

    /**
     * The range under which the host has a package already, or would have one of Backstage's. What several packages
     * brought along in several versions has none.
     */
    public Optional<String> known(String npmPackage) {
        boolean unclear = used(npmPackage).isEmpty()
                && lock.map(file -> file.entries(npmPackage)).orElse(List.of()).stream()
                                .map(YarnLock.Entry::version)
                                .distinct()
                                .count()
                        > 1;
        return special(npmPackage)
                .or(() -> unclear ? Optional.empty() : own(npmPackage, ""))
                .or(() -> unclear ? Optional.empty() : ofRelease(npmPackage));
    }

    private Optional<String> special(String npmPackage) {
        if (host.packages().stream().anyMatch(own -> own.name().equals(npmPackage))) {
            return Optional.of(host.workspaceRange());
        }
        boolean isBackstage = npmPackage.startsWith("@backstage/");
        return isBackstage && host.usesBackstageProtocol() && isInManifest(npmPackage)
                ? Optional.of("backstage:^")
                : Optional.empty();
    }

    private Optional<String> ofRelease(String npmPackage) {
        return releases.version(release(), npmPackage).map(version -> "^" + version);
    }

    private boolean isInManifest(String npmPackage) {
        return releases.knows(npmPackage)
                || host.packages().stream()
                        .flatMap(own -> own.ranges(npmPackage).stream())
                        .anyMatch(range -> range.startsWith("backstage:"));
    }

    private Optional<String> own(String npmPackage, String writtenFor) {
        List<String> used = used(npmPackage);
        List<YarnLock.Entry> locked = lock.map(file -> file.entries(npmPackage)).orElse(List.of());
        List<YarnLock.Entry> fitting =
                locked.stream().filter(entry -> fits(entry, writtenFor)).toList();
        Optional<String> usedAndLocked = used.stream()
                .filter(range ->
                        fitting.stream().anyMatch(entry -> entry.range().equals(range)))
                .findFirst();
        if (usedAndLocked.isPresent()) {
            return usedAndLocked;
        }
        if (!locked.isEmpty()) {
            return highest(fitting);
        }
        // A repository that was never installed has no lock file, but its packages say what they want.
        return used.stream()
                .filter(range -> fits(new YarnLock.Entry(range, lowest(range)), writtenFor))
                .findFirst();
    }

    /** Whether all that a range allows is what code was written for. */
    public static boolean meets(String range, String writtenFor) {
        return range.equals(writtenFor) || isRange(range) && fits(new YarnLock.Entry(range, lowest(range)), writtenFor);
    }

    /** Asks the library only where it is needed: loading it is a good part of a start. */
    private static boolean fits(YarnLock.Entry entry, String writtenFor) {
        if (!VERSION.matcher(entry.version()).matches()) {
            return false;
        }
        return writtenFor.isEmpty()
                || writtenFor.equals(entry.range())
                || new Semver(entry.version()).satisfies(writtenFor);
    }

    /** The ranges of the host's own packages, the backend's first, then the most frequent, then by text. */
    private List<String> used(String npmPackage) {
        List<String> all = asked.stream()
                .flatMap(own -> own.ranges(npmPackage).stream())
                .map(Versions::withoutProtocol)
                .toList();
        Comparator<String> frequent = Comparator.comparingLong(
                range -> -all.stream().filter(range::equals).count());
        Stream<String> backends = host.backendPackage().stream()
                .flatMap(own -> own.ranges(npmPackage).stream())
                .map(Versions::withoutProtocol);
        return Stream.concat(backends, all.stream().sorted(frequent.thenComparing(Comparator.naturalOrder())))
                .filter(Versions::isRange)
                .distinct()
                .toList();
    }

    private static String withoutProtocol(String range) {
        return range.startsWith("npm:") ? range.substring(4) : range;
    }

    /** Of what only dependencies of dependencies ask for: a caret range on the highest version, made up if need be. */
    private static Optional<String> highest(List<YarnLock.Entry> locked) {
        Optional<Semver> version =
                locked.stream().map(entry -> new Semver(entry.version())).max(Comparator.naturalOrder());
        return version.map(highest -> locked.stream()
                .filter(entry -> entry.version().equals(highest.getVersion()))
                .map(YarnLock.Entry::range)
                .filter(range -> range.startsWith("^")
                        && VERSION.matcher(range.substring(1)).matches())
                .max(Comparator.comparing((String range) -> new Semver(range.substring(1))))
                .orElse("^" + highest));
    }

    /** A {@code *}, a tag, a URL, an alias, a patch or a workspace is no range to copy. */
    private static boolean isRange(String range) {
        return range.length() <= LONGEST_RANGE && RANGE.matcher(range).matches();
    }

    private static String lowest(String range) {
        Semver version = Semver.coerce(range);
        return version == null ? "" : version.toString();
    }
}
