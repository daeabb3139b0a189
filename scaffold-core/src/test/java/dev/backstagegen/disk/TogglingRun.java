package dev.backstagegen.disk;

import java.nio.file.Path;

/** A process to be killed: makes a tree new, takes that back, makes it new again and old by another run, for ever. */
final class TogglingRun {

    private TogglingRun() {}

    public static void main(String[] args) {
        Ground ground = new Ground(Path.of(args[0]));
        if (Ground.isNew(ground.root())) {
            Act.UNDO.on(ground, Writes.plain());
        }
        // What a first round spends on loading classes would be most of what is killed.
        round(ground);
        System.out.println("ready");
        while (true) {
            round(ground);
        }
    }

    private static void round(Ground ground) {
        Act.FIRST.on(ground, Writes.plain());
        Act.UNDO.on(ground, Writes.plain());
        Act.FIRST.on(ground, Writes.plain());
        Act.SECOND.on(ground, Writes.plain());
    }
}
