package dev.backstagegen.cli;

import dev.backstagegen.tree.RelPath;

/** Says on a terminal how far a long command is, on one line that goes away again. */
final class Progress {

    private static final int WIDTH = 78;

    private final World world;
    private final boolean isShown;

    Progress(World world) {
        this.world = world;
        this.isShown = world.terminals().err() && !"dumb".equals(world.env().get("TERM"));
    }

    void at(int done, int all, RelPath folder) {
        if (isShown && all > 1) {
            String line = (done + 1) + "/" + all + " " + Plain.line(folder.value());
            world.err().print("\r\033[K" + (line.length() > WIDTH ? line.substring(0, WIDTH) : line));
            world.err().flush();
        }
    }

    void end() {
        if (isShown) {
            world.err().print("\r\033[K");
            world.err().flush();
        }
    }
}
