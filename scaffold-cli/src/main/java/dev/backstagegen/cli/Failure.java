package dev.backstagegen.cli;

import dev.backstagegen.ScaffoldException;
import java.util.List;

/**
 * How a command ended that could not do what it was asked for.
 *
 * @param exit its code
 * @param message what is wrong
 * @param hint what to do about it; may be empty
 */
record Failure(Exit exit, String message, String hint) {

    static Failure of(ScaffoldException wrong) {
        Exit exit = switch (wrong.kind()) {
            case USAGE -> Exit.USAGE;
            case ENVIRONMENT -> Exit.FAILED;
        };
        return new Failure(exit, Plain.lines(wrong.getMessage()), Plain.lines(wrong.hint()));
    }

    static Failure bug(Throwable bug) {
        String said = bug.getMessage() == null ? "" : ": " + bug.getMessage();
        return new Failure(
                Exit.FAILED,
                "This is a bug in backstage-gen: " + bug.getClass().getSimpleName() + Plain.line(said),
                "Run it again with --debug and report what it prints");
    }

    /** Prints it in the form that was asked for, and gives the exit code. */
    int print(List<String> args, World world, Throwable cause) {
        world.out().flush();
        if (Format.wished(args) == Format.JSON) {
            world.out().print(JsonText.of(this));
        } else {
            world.err().println(world.inkErr().red("backstage-gen:") + " " + sentence(message));
            if (!hint.isEmpty()) {
                world.err().println("  " + sentence(hint));
            }
            if (exit == Exit.USAGE) {
                world.err()
                        .println("  See: backstage-gen help"
                                + Main.command(args).map(name -> " " + name).orElse(""));
            }
        }
        if (args.contains(Flag.DEBUG) || world.isSet("BACKSTAGE_GEN_DEBUG")) {
            cause.printStackTrace(world.err());
        }
        return exit.code();
    }

    private static String sentence(String text) {
        return ".?!".indexOf(text.charAt(text.length() - 1)) >= 0 || text.indexOf('\n') >= 0 ? text : text + ".";
    }
}
