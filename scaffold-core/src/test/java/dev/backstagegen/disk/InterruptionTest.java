package dev.backstagegen.disk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.backstagegen.ScaffoldException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever fails, and whenever the process dies: the tree is the old one or the new one. */
class InterruptionTest {

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

    @ParameterizedTest
    @EnumSource
    void aFailureAtAnyMomentPutsEverythingBack(Act act) {
        Map<String, String> before = act.before();
        Map<String, String> after = act.after();
        int moments = 0;
        for (int n = 1; ; n++) {
            Ground ground = act.ground();
            Fate fate = new Fate(n, n, NEVER);
            boolean failed = fails(act, ground, fate);
            if (!fate.isUsed()) {
                break;
            }
            moments = n;
            if (failed) {
                assertThat(ground.snapshot()).as("failure %d", n).isEqualTo(before);
            } else {
                assertThat(tree(ground.snapshot())).as("failure %d", n).isEqualTo(tree(after));
                assertThat(repair(ground)).isEmpty();
                assertThat(ground.snapshot()).as("failure %d", n).isEqualTo(after);
            }
        }
        assertThat(moments).isGreaterThan(80);
    }

    @ParameterizedTest
    @EnumSource
    void aDiskThatDiesLeavesATreeThatCanBeRepaired(Act act) {
        Map<String, String> before = act.before();
        Map<String, String> after = act.after();
        for (int n = 1; ; n++) {
            Ground ground = act.ground();
            Fate fate = new Fate(n, NEVER, NEVER);
            boolean failed = fails(act, ground, fate);
            if (!fate.isUsed()) {
                break;
            }
            repair(ground);
            assertThat(ground.snapshot()).as("failure %d", n).isEqualTo(failed ? before : after);
        }
    }

    @ParameterizedTest
    @EnumSource
    void deathAtAnyMomentLeavesTheOldTreeOrTheNewOne(Act act) {
        Map<String, String> before = act.before();
        Map<String, String> after = act.after();
        int repaired = 0;
        for (int n = 1; ; n++) {
            Fate fate = new Fate(NEVER, NEVER, n);
            Ground ground = act.ground();
            dies(act, ground, fate);
            if (!fate.isUsed()) {
                break;
            }
            repaired += checkRepair(ground, before, after, "death " + n);
        }
        assertThat(repaired).isGreaterThan(10);
    }

    @ParameterizedTest
    @EnumSource
    void deathDuringTheRepairIsRepairedToo(Act act) {
        Map<String, String> before = act.before();
        Map<String, String> after = act.after();
        // Each operation is announced twice; nothing happens between the end of one and the next.
        for (int n = 1; ; n += 2) {
            boolean first = true;
            for (int m = 1; ; m++) {
                Ground ground = act.ground();
                Fate fate = new Fate(NEVER, NEVER, n);
                dies(act, ground, fate);
                first = first && fate.isUsed();
                Fate second = new Fate(NEVER, NEVER, m);
                try {
                    new Recovery(ground.workspace(), new Writes(second)).repair();
                } catch (Killed e) {
                    assertThat(second.isUsed()).isTrue();
                }
                checkRepair(ground, before, after, "death " + n + " and " + m);
                if (!second.isUsed()) {
                    break;
                }
            }
            if (!first) {
                break;
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void deathWhileAFailureIsTakenBackIsRepairedToo(Act act) {
        Map<String, String> before = act.before();
        Map<String, String> after = act.after();
        for (int n = 1; ; n++) {
            boolean used = true;
            for (int m = n + 1; ; m++) {
                Ground ground = act.ground();
                Fate failing = new Fate(n, n, m);
                dies(act, ground, failing);
                used = failing.now >= n;
                checkRepair(ground, before, after, "failure " + n + ", death " + m);
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
        Map<String, String> half = tree(ground.snapshot());
        assertThat(fails(Act.FIRST, ground, new Fate(NEVER, NEVER, NEVER))).isTrue();
        assertThat(tree(ground.snapshot())).isEqualTo(half);
        assertThat(repair(ground)).isPresent();
        assertThat(ground.snapshot()).isEqualTo(Act.FIRST.before());
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
        Map<String, String> wanted = new TreeMap<>(Act.FIRST.before());
        wanted.put("app-config.yaml", "mine\n");
        wanted.put("app-config.yaml.orig", Act.FIRST.before().get("app-config.yaml"));
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
                Act.FIRST.on(ground, Writes.plain());
                assertThat(ground.snapshot()).isEqualTo(Act.FIRST.after());
                done = true;
            } catch (ScaffoldException e) {
                full = true;
                assertThat(e).hasMessageContaining("space");
                assertThat(e.hint()).contains("Make room");
                assertThat(ground.snapshot()).as("%d blocks", blocks).isEqualTo(Act.FIRST.before());
            }
        }
        assertThat(full && done).isTrue();
    }

    /** Dead in the moment before success: everything is in place, and the journal has not left the run. */
    private static Ground halfDone() {
        Ground ground = Ground.inMemory();
        try {
            Act.FIRST.on(ground, new Writes(moment -> {
                if (moment.startsWith("before move") && moment.endsWith("last")) {
                    throw new Killed();
                }
            }));
        } catch (Killed e) {
            assertThat(tree(ground.snapshot())).isEqualTo(tree(Act.FIRST.after()));
        }
        return ground;
    }

    /** @return 1 when there was something to repair */
    private static int checkRepair(Ground ground, Map<String, String> before, Map<String, String> after, String when) {
        Map<String, String> found = tree(ground.snapshot());
        Optional<Repair> repair = repair(ground);
        Map<String, String> now = ground.snapshot();
        if (repair.isPresent()) {
            assertThat(now).as(when).isEqualTo(before);
            assertThat(repair.get().leftAlone()).isEmpty();
        } else {
            assertThat(now).as(when).isIn(before, after);
            assertThat(tree(now)).as(when).isEqualTo(found);
        }
        assertThat(new Memory(ground.workspace()).last().map(LastRun::edited))
                .as(when)
                .isIn(Optional.empty(), Optional.of(List.of()));
        return repair.isPresent() ? 1 : 0;
    }

    private static Optional<Repair> repair(Ground ground) {
        return new Recovery(ground.workspace()).repair();
    }

    private static boolean fails(Act act, Ground ground, Fate fate) {
        try {
            act.on(ground, new Writes(fate));
            return false;
        } catch (ScaffoldException e) {
            return true;
        }
    }

    private static void dies(Act act, Ground ground, Fate fate) {
        try {
            fails(act, ground, fate);
        } catch (Killed e) {
            assertThat(fate.isUsed()).isTrue();
        }
    }

    /** The user's own files. */
    private static Map<String, String> tree(Map<String, String> snapshot) {
        Map<String, String> rest = new TreeMap<>(snapshot);
        rest.keySet().removeIf(path -> path.startsWith(Root.KEPT));
        return rest;
    }
}
