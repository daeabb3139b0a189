package dev.backstagegen.disk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.backstagegen.ScaffoldException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whatever fails, and whenever the process dies: the tree is the old one or the new one. */
class InterruptionTest {

    private static final Map<String, String> OLD = Ground.inMemory().snapshot();
    private static final Map<String, String> NEW = Ground.after();
    private static final int NEVER = Integer.MAX_VALUE;

    /** The process is gone; nothing that the program does afterwards reaches the disk. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Fails at one operation, dies at another. */
    private static final class Fate implements Writes.Probe {
        private final int failure;
        private final int lastFailure;
        private final int death;
        private int now;

        Fate(int failure, int lastFailure, int death) {
            this.failure = failure;
            this.lastFailure = lastFailure;
            this.death = death;
        }

        @Override
        public void at(String moment) throws IOException {
            now++;
            if (now >= death) {
                throw new Killed();
            }
            if (now >= failure && now <= lastFailure) {
                throw new IOException("Failure " + moment);
            }
        }

        boolean isUsed() {
            return now >= failure || now >= death;
        }
    }

    @Test
    void aFailureAtAnyMomentPutsEverythingBack() {
        int moments = 0;
        for (int n = 1; ; n++) {
            Ground ground = Ground.inMemory();
            Fate fate = new Fate(n, n, NEVER);
            boolean failed = applyFails(ground, fate);
            if (!fate.isUsed()) {
                break;
            }
            moments = n;
            if (failed) {
                assertThat(ground.snapshot()).as("failure %d", n).isEqualTo(OLD);
            } else {
                assertThat(withoutTemp(ground)).as("failure %d", n).isEqualTo(NEW);
                assertThat(repair(ground)).isEmpty();
                assertThat(ground.snapshot()).as("failure %d", n).isEqualTo(NEW);
            }
        }
        assertThat(moments).isGreaterThan(60);
    }

    @Test
    void aDiskThatDiesLeavesATreeThatCanBeRepaired() {
        for (int n = 1; ; n++) {
            Ground ground = Ground.inMemory();
            Fate fate = new Fate(n, NEVER, NEVER);
            boolean failed = applyFails(ground, fate);
            if (!fate.isUsed()) {
                break;
            }
            repair(ground);
            assertThat(ground.snapshot()).as("failure %d", n).isEqualTo(failed ? OLD : NEW);
        }
    }

    @Test
    void deathAtAnyMomentLeavesTheOldTreeOrTheNewOne() {
        int repaired = 0;
        for (int n = 1; ; n++) {
            Fate fate = new Fate(NEVER, NEVER, n);
            Ground ground = Ground.inMemory();
            applyDies(ground, fate);
            if (!fate.isUsed()) {
                break;
            }
            repaired += checkRepair(ground, "death " + n);
        }
        assertThat(repaired).isGreaterThan(10);
    }

    @Test
    void deathDuringTheRepairIsRepairedToo() {
        for (int n = 1; ; n++) {
            boolean first = true;
            for (int m = 1; ; m++) {
                Ground ground = Ground.inMemory();
                Fate fate = new Fate(NEVER, NEVER, n);
                applyDies(ground, fate);
                first = first && fate.isUsed();
                Fate second = new Fate(NEVER, NEVER, m);
                try {
                    new Recovery(ground.workspace(), new Writes(second)).repair();
                } catch (Killed e) {
                    assertThat(second.isUsed()).isTrue();
                }
                checkRepair(ground, "death " + n + " and " + m);
                if (!second.isUsed()) {
                    break;
                }
            }
            if (!first) {
                break;
            }
        }
    }

    @Test
    void deathWhileAFailureIsTakenBackIsRepairedToo() {
        for (int n = 1; ; n++) {
            boolean used = true;
            for (int m = n + 1; ; m++) {
                Ground ground = Ground.inMemory();
                Fate failing = new Fate(n, n, m);
                applyDies(ground, failing);
                used = failing.now >= n;
                checkRepair(ground, "failure " + n + ", death " + m);
                if (failing.now < m) {
                    break;
                }
            }
            if (!used) {
                break;
            }
        }
    }

    @Test
    void aTreeWithAnUnfinishedRunIsNotWrittenTo() {
        Ground ground = halfDone();
        Map<String, String> half = ground.snapshot();
        assertThat(applyFails(ground, new Fate(NEVER, NEVER, NEVER))).isTrue();
        assertThat(withoutTemp(ground)).isEqualTo(withoutTemp(half));
        assertThat(repair(ground)).isPresent();
        assertThat(ground.snapshot()).isEqualTo(OLD);
    }

    @Test
    void whatSomebodyWroteAfterTheDeathIsKept() {
        Ground ground = halfDone();
        ground.write("plugins/example-backend/src/index.ts", "mine\n");
        ground.write("app-config.yaml", "mine\n");
        Repair repair = repair(ground).orElseThrow();
        assertThat(repair.leftAlone())
                .extracting(Object::toString)
                .containsExactly("plugins/example-backend/src/index.ts", "app-config.yaml");
        assertThat(repair.saved()).extracting(Object::toString).containsExactly("app-config.yaml.orig");
        Map<String, String> wanted = new TreeMap<>(OLD);
        wanted.put("app-config.yaml", "mine\n");
        wanted.put("app-config.yaml.orig", OLD.get("app-config.yaml"));
        wanted.put("plugins", "(folder)");
        wanted.put("plugins/example-backend", "(folder)");
        wanted.put("plugins/example-backend/src", "(folder)");
        wanted.put("plugins/example-backend/src/index.ts", "mine\n");
        assertThat(ground.snapshot()).isEqualTo(wanted);
    }

    @Test
    void aFullDiskLeavesTheTreeAsItWas() {
        boolean full = false;
        boolean done = false;
        for (int blocks = 16; blocks < 200 && !done; blocks++) {
            Configuration small = Configuration.unix().toBuilder()
                    .setBlockSize(64)
                    .setMaxSize(64L * blocks)
                    .build();
            Ground ground;
            try {
                ground = Ground.on(Jimfs.newFileSystem(small).getPath("/acme/repo"));
            } catch (java.io.UncheckedIOException e) {
                continue;
            }
            try {
                new Applier(ground.workspace()).apply(Ground.plan(), "new");
                assertThat(ground.snapshot()).isEqualTo(NEW);
                done = true;
            } catch (ScaffoldException e) {
                full = true;
                assertThat(e).hasMessageContaining("space");
                assertThat(e.hint()).contains("Make room");
                assertThat(ground.snapshot()).as("%d blocks", blocks).isEqualTo(OLD);
            }
        }
        assertThat(full && done).isTrue();
    }

    /** Dead in the moment before success: everything is in place, the journal still there. */
    private static Ground halfDone() {
        Ground ground = Ground.inMemory();
        try {
            new Applier(ground.workspace(), new Writes(moment -> {
                        if (moment.startsWith("before delete") && moment.endsWith("journal")) {
                            throw new Killed();
                        }
                    }))
                    .apply(Ground.plan(), "new");
        } catch (Killed e) {
            assertThat(withoutTemp(ground)).isEqualTo(NEW);
        }
        return ground;
    }

    /** @return 1 when there was something to repair */
    private static int checkRepair(Ground ground, String when) {
        Map<String, String> found = withoutTemp(ground);
        Optional<Repair> repair = repair(ground);
        Map<String, String> now = ground.snapshot();
        if (repair.isPresent()) {
            assertThat(now).as(when).isEqualTo(OLD);
            assertThat(repair.get().leftAlone()).isEmpty();
        } else {
            assertThat(now).as(when).isEqualTo(found).isIn(OLD, NEW);
        }
        return repair.isPresent() ? 1 : 0;
    }

    private static Optional<Repair> repair(Ground ground) {
        return new Recovery(ground.workspace()).repair();
    }

    private static boolean applyFails(Ground ground, Fate fate) {
        try {
            new Applier(ground.workspace(), new Writes(fate)).apply(Ground.plan(), "new");
            return false;
        } catch (ScaffoldException e) {
            return true;
        }
    }

    private static void applyDies(Ground ground, Fate fate) {
        try {
            applyFails(ground, fate);
        } catch (Killed e) {
            assertThat(fate.isUsed()).isTrue();
        }
    }

    private static Map<String, String> withoutTemp(Ground ground) {
        return withoutTemp(ground.snapshot());
    }

    private static Map<String, String> withoutTemp(Map<String, String> snapshot) {
        Map<String, String> rest = new TreeMap<>(snapshot);
        rest.keySet().removeIf(path -> path.startsWith(Root.TEMP));
        return rest;
    }
}
