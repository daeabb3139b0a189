package dev.backstagegen.disk;

import dev.backstagegen.plan.ChangePlan;
import java.nio.file.Path;

/** A process to be killed: turns a tree into the new one and back, for ever. */
final class TogglingRun {

    private TogglingRun() {}

    public static void main(String[] args) {
        Workspace workspace = Workspace.open(Path.of(args[0]));
        Applier applier = new Applier(workspace);
        ChangePlan there = Ground.plan();
        ChangePlan back = Ground.back();
        if (Ground.isNew(workspace.root())) {
            applier.apply(back, "back");
        }
        System.out.println("ready");
        while (true) {
            applier.apply(there, "there");
            applier.apply(back, "back");
        }
    }
}
