package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher of a checkout, as far as it can be tried without building: Maven is a script that fakes it. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    @TempDir
    Path folder;

    private Path checkout;
    private Path launcher;
    private Path bin;
    private Path elsewhere;

    @BeforeEach
    void aCheckoutThatIsNotBuilt() throws IOException {
        checkout = Files.createDirectories(folder.resolve("a check out"));
        launcher = Files.copy(Path.of("../backstage-gen"), checkout.resolve("backstage-gen"));
        Files.writeString(checkout.resolve("pom.xml"), "");
        Files.createDirectories(checkout.resolve("templates"));
        Path app = Files.createDirectories(checkout.resolve("scaffold-cli/target/app"));
        bin = Files.createDirectories(folder.resolve("bin"));
        script(
                bin.resolve("mvn"),
                "echo built >>'" + folder + "/builds'\n: >'" + app.getParent() + "/backstage-gen.jar'");
        script(bin.resolve("java"), "case \"$*\" in *ArchiveClassesAtExit*) ;; *) pwd ;; esac");
        elsewhere = Files.createDirectories(folder.resolve("elsewhere")).toRealPath();
    }

    /** The folder in which it was called is that in which the tool is run, also after it had to be built. */
    @Test
    void buildingDoesNotMoveTheCaller() throws IOException, InterruptedException {
        assertThat(run(launcher, bin, elsewhere)).isEqualTo(elsewhere.toString());
        assertThat(run(launcher, bin, elsewhere)).isEqualTo(elsewhere.toString());
        assertThat(Files.readString(folder.resolve("builds"))).isEqualTo("built\n");
    }

    /** Killed at any instant: before it wrote down who it is, while it did, and afterwards. */
    @ParameterizedTest
    @ValueSource(strings = {"none", "", "2147483646\n"})
    void aBuilderThatDiedIsNotWaitedFor(String pid) throws IOException, InterruptedException {
        Path lock = Files.createDirectories(checkout.resolve("scaffold-cli/.building"));
        if (!pid.equals("none")) {
            Files.writeString(lock.resolve("pid"), pid);
        }
        assertThat(run(launcher, bin, elsewhere)).isEqualTo(elsewhere.toString());
        assertThat(Files.readString(folder.resolve("builds"))).isEqualTo("built\n");
        assertThat(lock).doesNotExist();
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private String run(Path launcher, Path bin, Path cwd) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        ProcessBuilder builder = new ProcessBuilder("sh", launcher.toString(), "--version");
        builder.environment().put("PATH", bin + ":" + System.getenv("PATH"));
        builder.environment().remove("JAVA_HOME");
        Process process = builder.directory(cwd.toFile())
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        boolean ended = process.waitFor(30, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as("ended").isTrue();
        return Files.readString(out).strip();
    }
}
