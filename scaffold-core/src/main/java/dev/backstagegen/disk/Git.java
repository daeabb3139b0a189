package dev.backstagegen.disk;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.tree.RelPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** What git knows of a folder; asked of the program itself, which alone reads every kind of repository. */
public final class Git {

    private static final int SECONDS = 60;

    private final Path folder;

    public Git(Workspace workspace) {
        this.folder = workspace.root();
    }

    /**
     * The files that differ from where a branch or commit and the present one parted, those that were not added yet
     * among them; without those that are gone.
     *
     * @throws ScaffoldException when there is no such commit, no git, or no repository
     */
    public Set<RelPath> changedSince(String reference) {
        // Something that begins with a dash would be an option of git.
        String commit = Optional.of(reference)
                .filter(name -> !name.startsWith("-"))
                .flatMap(name -> tried("rev-parse", "--verify", "--quiet", name + "^{commit}"))
                .map(String::strip)
                .orElseThrow(() -> ScaffoldException.usage(
                        "git knows no commit '" + reference + "' in " + folder + ".",
                        "In CI, fetch it first: git fetch origin main, or a checkout with the whole history"));
        String base = tried("merge-base", commit, "HEAD").map(String::strip).orElse(commit);
        Set<RelPath> changed = new TreeSet<>();
        add(changed, run("diff", "--name-only", "-z", "--relative", "--diff-filter=d", "--no-ext-diff", base, "--"));
        add(changed, run("ls-files", "-z", "--others", "--exclude-standard"));
        return changed;
    }

    private static void add(Set<RelPath> paths, String names) {
        for (String name : names.split("\0")) {
            try {
                paths.add(RelPath.of(name));
            } catch (IllegalArgumentException unusual) {
                // A name that does not work on every system is read by no command of ours either.
            }
        }
    }

    private String run(String... words) {
        return tried(words)
                .orElseThrow(() -> ScaffoldException.environment(
                        "git " + words[0] + " failed in " + folder, "Try it by hand: it says why"));
    }

    /** What git prints; nothing when it fails. */
    private Optional<String> tried(String... words) {
        // What the repository configures to be run when its files are looked at is not run.
        List<String> command = new ArrayList<>(List.of("git", "-c", "core.fsmonitor=false"));
        command.addAll(List.of(words));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            byte[] output = process.getInputStream().readAllBytes();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw ScaffoldException.environment("git did not answer in " + SECONDS + " seconds", "");
            }
            return process.exitValue() == 0
                    ? Optional.of(new String(output, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            throw ScaffoldException.environment(
                    "git could not be run: " + e.getMessage(), "Install git, or leave out --changed-since", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ScaffoldException.environment("git was interrupted", "", e);
        }
    }
}
