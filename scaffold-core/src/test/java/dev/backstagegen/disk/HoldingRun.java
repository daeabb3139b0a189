package dev.backstagegen.disk;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A process that is in the middle of its work for a minute. */
final class HoldingRun {

    private HoldingRun() {}

    public static void main(String[] args) {
        new Applier(Workspace.open(Path.of(args[0])), new Writes(moment -> {
                    if (moment.startsWith("before move")) {
                        System.out.println("ready");
                        pause();
                    }
                }))
                .apply(Ground.plan(), "new");
    }

    private static void pause() {
        try {
            TimeUnit.MINUTES.sleep(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
