package dev.backstagegen.disk;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A process that does something until a moment comes, says so, and stays there for a minute. */
final class HoldingRun implements Writes.Probe {

    private final int last;
    private int now;

    private HoldingRun(int last) {
        this.last = last;
    }

    /** @param args the folder, what to do there, and the number of the moment */
    public static void main(String[] args) {
        HoldingRun probe = new HoldingRun(Integer.parseInt(args[2]));
        Act.valueOf(args[1]).on(new Ground(Path.of(args[0])), new Writes(probe));
        System.out.println("done");
    }

    @Override
    public void at(String moment) {
        now++;
        if (now == last) {
            System.out.println(moment);
            try {
                TimeUnit.MINUTES.sleep(1);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
