package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A repository of git that is pushed somewhere, and clones of it as a job makes them. */
record GitRepository(Path folder, Path origin) {

    /** Takes what lies in a folder under git, and pushes it. */
    static GitRepository of(Path folder, Path origin) throws IOException, InterruptedException {
        GitRepository repository = new GitRepository(folder, origin);
        git(folder, "init", "-q", "-b", "main");
        git(folder, "init", "-q", "--bare", "-b", "main", origin.toString());
        git(folder, "remote", "add", "origin", origin.toString());
        repository.push("Begin");
        return repository;
    }

    void push(String message) throws IOException, InterruptedException {
        git(folder, "add", "-A");
        git(folder, "commit", "-q", "-m", message);
        git(folder, "push", "-q", "origin", "HEAD");
    }

    /** What a job checks out: the last commit only. */
    Path checkout(Path where) throws IOException, InterruptedException {
        git(folder, "clone", "-q", "--depth=1", "file://" + origin, where.toString());
        return where;
    }

    /** What git says of what was pushed. */
    String pushed(String... words) throws IOException, InterruptedException {
        return git(origin, words);
    }

    static String git(Path folder, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=Ann", "-c", "user.email=ann@acme.org"));
        command.addAll(Arrays.asList(words));
        Path out = Files.createTempFile("git", "out");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(out);
        Files.delete(out);
        assertThat(process.exitValue()).as(said).isZero();
        return said.strip();
    }
}
