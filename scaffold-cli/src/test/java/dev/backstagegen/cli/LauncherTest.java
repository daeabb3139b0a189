package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of a checkout, as far as it can be tried without building: Maven is a script that fakes it. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    @TempDir
    Path folder;

    /** The folder in which it was called is that in which the tool is run, also after it had to be built. */
    @Test
    void buildingDoesNotMoveTheCaller() throws IOException, InterruptedException {
        Path checkout = Files.createDirectories(folder.resolve("a check out"));
        Path launcher = Files.copy(Path.of("../backstage-gen"), checkout.resolve("backstage-gen"));
        Files.writeString(checkout.resolve("pom.xml"), "");
        Files.createDirectories(checkout.resolve("templates"));
        Path app = Files.createDirectories(checkout.resolve("scaffold-cli/target/app"));
        Path bin = Files.createDirectories(folder.resolve("bin"));
        script(
                bin.resolve("mvn"),
                "echo built >>'" + folder + "/builds'\n: >'" + app.getParent() + "/backstage-gen.jar'");
        script(bin.resolve("java"), "case \"$*\" in *ArchiveClassesAtExit*) ;; *) pwd ;; esac");
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere")).toRealPath();

        assertThat(run(launcher, bin, elsewhere)).isEqualTo(elsewhere.toString());
        assertThat(run(launcher, bin, elsewhere)).isEqualTo(elsewhere.toString());
        assertThat(Files.readString(folder.resolve("builds"))).isEqualTo("built\n");
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
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(out).strip();
    }
}
