package dev.backstagegen.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstagegen.ScaffoldException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real processes on a real disk, killed by {@code kill -9}. More of it with {@code -Dkills=5000}. */
class ProcessTest {

    private static final int KILLS = Integer.getInteger("kills", 500);
    private static final int AT_ONCE = 2;

    /** About as long as all that the toggling process does in one round. */
    private static final int ROUND_MICROS = 60_000;

    private static final int KILLED = 128 + 9;

    @TempDir
    Path temp;

    @Test
    void aKilledProcessLeavesTheOldTreeOrTheNewOne() throws InterruptedException, ExecutionException {
        long seed = Long.getLong("seed", System.nanoTime());
        AtomicInteger repaired = new AtomicInteger();
        List<Callable<Void>> workers = new ArrayList<>();
        for (int worker = 0; worker < AT_ONCE; worker++) {
            Random random = new Random(seed + worker);
            Ground ground = Ground.on(temp.resolve("worker" + worker));
            workers.add(() -> {
                for (int kill = 0; kill < KILLS / AT_ONCE; kill++) {
                    repaired.addAndGet(killSomewhere(ground, random));
                }
                return null;
            });
        }
        all(workers);
        System.out.println("kill -9: " + KILLS + " times, repaired " + repaired + ", seed " + seed);
        assertThat(repaired.get()).as("kills in the middle of a run").isGreaterThan(KILLS / 25);
    }

    /** @return 1 when there was something to repair */
    private static int killSomewhere(Ground ground, Random random) throws IOException, InterruptedException {
        Process process = start(TogglingRun.class, ground.root().toString());
        assertThat(process.inputReader().readLine()).isEqualTo("ready");
        TimeUnit.MICROSECONDS.sleep(random.nextInt(ROUND_MICROS));
        assertThat(process.destroyForcibly().waitFor()).isEqualTo(KILLED);
        Optional<Repair> repair = new Recovery(ground.workspace()).repair();
        assertThat(repair.map(Repair::leftAlone)).isIn(Optional.empty(), Optional.of(List.of()));
        assertThat(ground.snapshot()).isIn(Act.FIRST.before(), Act.FIRST.after(), Act.SECOND.after());
        return repair.isPresent() ? 1 : 0;
    }

    @ParameterizedTest
    @EnumSource
    void aProcessCanBeKilledAtEachStep(Act act) throws InterruptedException, ExecutionException {
        Map<String, String> before = act.before();
        Map<String, String> after = act.after();
        AtomicInteger steps = new AtomicInteger();
        AtomicInteger repaired = new AtomicInteger();
        List<Callable<Void>> workers = new ArrayList<>();
        for (int worker = 0; worker < AT_ONCE; worker++) {
            int first = 1 + worker * 2;
            workers.add(() -> {
                // Each step is announced twice; nothing happens between the end of one and the next.
                for (int n = first; ; n += AT_ONCE * 2) {
                    Ground ground = Ground.on(temp.resolve(act + "-" + n));
                    if (act != Act.FIRST) {
                        Act.FIRST.on(ground, Writes.plain());
                    }
                    Process process = start(HoldingRun.class, ground.root().toString(), act.name(), String.valueOf(n));
                    String moment = process.inputReader().readLine();
                    if ("done".equals(moment)) {
                        return null;
                    }
                    assertThat(process.destroyForcibly().waitFor()).isEqualTo(KILLED);
                    steps.incrementAndGet();
                    Optional<Repair> repair = new Recovery(ground.workspace()).repair();
                    if (repair.isPresent()) {
                        repaired.incrementAndGet();
                        assertThat(ground.snapshot()).as(moment).isEqualTo(before);
                    } else {
                        assertThat(ground.snapshot()).as(moment).isIn(before, after);
                    }
                }
            });
        }
        all(workers);
        System.out.println("kill -9: " + act + " at each of " + steps + " steps, repaired " + repaired);
        assertThat(steps.get()).isGreaterThan(35);
        assertThat(repaired.get()).isGreaterThan(10);
    }

    private static void all(List<Callable<Void>> workers) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(workers.size());
        try {
            for (Future<Void> worker : pool.invokeAll(workers)) {
                worker.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aSecondRunIsRefusedAndADeadOneBlocksNobody() throws IOException, InterruptedException {
        Ground ground = Ground.on(temp);
        Act.FIRST.on(ground, Writes.plain());
        LastRun run = new Memory(ground.workspace()).last().orElseThrow();
        Process process = start(HoldingRun.class, temp.toString(), "SECOND", "40");
        assertThat(process.inputReader().readLine()).startsWith("before ");
        Map<String, String> before = rest(ground);
        for (Runnable second : List.<Runnable>of(
                () -> new Applier(ground.workspace()).apply(Ground.plan(), "new"),
                () -> new Applier(ground.workspace()).takeBack(run))) {
            assertThatThrownBy(second::run)
                    .isInstanceOf(ScaffoldException.class)
                    .hasMessage("Another run of backstage-gen is writing here; nothing was changed");
        }
        assertThatThrownBy(() -> new Recovery(ground.workspace()).repair()).isInstanceOf(ScaffoldException.class);
        assertThat(rest(ground)).isEqualTo(before);
        process.destroyForcibly().waitFor();
        assertThat(new Recovery(ground.workspace()).repair()).isPresent();
        assertThat(ground.snapshot()).isEqualTo(Act.FIRST.after());
        Act.UNDO.on(ground, Writes.plain());
        assertThat(ground.snapshot()).isEqualTo(Act.FIRST.before());
    }

    @Test
    void oneOfManyRunsWins() throws InterruptedException {
        for (int round = 0; round < 20; round++) {
            Ground ground = Ground.on(temp.resolve("round" + round));
            Queue<Throwable> refused = new ConcurrentLinkedQueue<>();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Thread thread = new Thread(() -> new Applier(ground.workspace()).apply(Ground.plan(), "there"));
                thread.setUncaughtExceptionHandler((t, e) -> refused.add(e));
                threads.add(thread);
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(refused).hasSize(3).allSatisfy(e -> assertThat(e).isInstanceOf(ScaffoldException.class));
            assertThat(ground.snapshot()).isEqualTo(Act.FIRST.after());
        }
    }

    private static Process start(Class<?> program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xlog:disable",
                "-cp",
                classPath(),
                program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Map<String, String> rest(Ground ground) {
        Map<String, String> rest = new TreeMap<>(ground.snapshot());
        rest.keySet().removeIf(path -> path.startsWith(Root.TEMP));
        return rest;
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
