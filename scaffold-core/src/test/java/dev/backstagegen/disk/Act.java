package dev.backstagegen.disk;

import java.util.Map;

/** What can be interrupted, each with a ground on which it can be done. */
enum Act {
    /** The first run in a repository. */
    FIRST {
        @Override
        Ground ground() {
            return Ground.inMemory();
        }

        @Override
        void on(Ground ground, Writes writes) {
            new Applier(ground.workspace(), writes).apply(Ground.plan(), "there");
        }
    },
    /** A run after another, whose memory it replaces; it deletes whole folders. */
    SECOND {
        @Override
        Ground ground() {
            Ground ground = Ground.inMemory();
            FIRST.on(ground, Writes.plain());
            return ground;
        }

        @Override
        void on(Ground ground, Writes writes) {
            new Applier(ground.workspace(), writes).apply(Ground.back(), "back");
        }
    },
    /** Taking the first run back. */
    UNDO {
        @Override
        Ground ground() {
            return SECOND.ground();
        }

        @Override
        void on(Ground ground, Writes writes) {
            LastRun run = new Memory(ground.workspace()).last().orElseThrow();
            new Applier(ground.workspace(), writes).takeBack(run);
        }
    };

    /** A ground before it. */
    abstract Ground ground();

    abstract void on(Ground ground, Writes writes);

    /** All that is there before it. */
    Map<String, String> before() {
        return ground().snapshot();
    }

    /** All that is there after it. */
    Map<String, String> after() {
        Ground ground = ground();
        on(ground, Writes.plain());
        return ground.snapshot();
    }
}
