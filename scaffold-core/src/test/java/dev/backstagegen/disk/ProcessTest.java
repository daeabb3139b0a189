package dev.backstagegen.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstagegen.ScaffoldException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes on a real disk. More kills with {@code -Dkills=500}. */
class ProcessTest {

    private static final int KILLS = Integer.getInteger("kills", 16);

    @TempDir
    Path temp;

    @Test
    void aKilledProcessLeavesTheOldTreeOrTheNewOne() throws IOException, InterruptedException {
        Ground ground = Ground.on(temp);
        Map<String, String> before = ground.snapshot();
        Map<String, String> after = Ground.after();
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("kill -9: seed " + seed + ", " + KILLS + " times");
        Random random = new Random(seed);
        int repaired = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = toggling();
            assertThat(process.inputReader().readLine()).isEqualTo("ready");
            TimeUnit.MICROSECONDS.sleep(random.nextInt(250_000));
            process.destroyForcibly().waitFor();
            Optional<Repair> repair = new Recovery(ground.workspace()).repair();
            repaired += repair.isPresent() ? 1 : 0;
            assertThat(ground.snapshot()).as("seed %d, kill %d", seed, kill).isIn(before, after);
        }
        System.out.println("kill -9: repaired " + repaired);
    }

    @Test
    void aSecondRunIsRefusedAndADeadOneBlocksNobody() throws IOException, InterruptedException {
        Ground ground = Ground.on(temp);
        Root root = ground.workspace().place();
        Process process = new ProcessBuilder(java(), "-cp", classPath(), HoldingRun.class.getName(), temp.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("ready");
        Map<String, String> before = rest(ground);
        assertThatThrownBy(() -> new Applier(ground.workspace()).apply(Ground.plan(), "new"))
                .isInstanceOf(ScaffoldException.class)
                .hasMessage("Another run of backstage-gen is writing here; nothing was changed");
        assertThatThrownBy(() -> new Recovery(ground.workspace()).repair()).isInstanceOf(ScaffoldException.class);
        assertThat(rest(ground)).isEqualTo(before);
        process.destroyForcibly().waitFor();
        new Applier(ground.workspace()).apply(Ground.plan(), "new");
        assertThat(ground.snapshot()).isEqualTo(Ground.after());
        assertThat(Root.standing(root.temp())).isEmpty();
    }

    @Test
    void oneOfManyRunsWins() throws InterruptedException {
        for (int round = 0; round < 20; round++) {
            Ground ground = Ground.on(temp.resolve("round" + round));
            java.util.Queue<Throwable> refused = new java.util.concurrent.ConcurrentLinkedQueue<>();
            java.util.List<Thread> threads = new java.util.ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Thread thread = new Thread(() -> new Applier(ground.workspace()).apply(Ground.plan(), "new"));
                thread.setUncaughtExceptionHandler((t, e) -> refused.add(e));
                threads.add(thread);
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(refused).hasSize(3).allSatisfy(e -> assertThat(e).isInstanceOf(ScaffoldException.class));
            assertThat(ground.snapshot()).isEqualTo(Ground.after());
        }
    }

    private Process toggling() throws IOException {
        return new ProcessBuilder(
                        java(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        classPath(),
                        TogglingRun.class.getName(),
                        temp.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Map<String, String> rest(Ground ground) {
        Map<String, String> rest = new TreeMap<>(ground.snapshot());
        rest.keySet().removeIf(path -> path.startsWith(Root.TEMP));
        return rest;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
