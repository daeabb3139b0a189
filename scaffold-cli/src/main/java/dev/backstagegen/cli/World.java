package dev.backstagegen.cli;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * All that a command sees of the outside, so that a test can be the outside.
 *
 * @param in where answers come from
 * @param out where results go
 * @param err where talk goes: notes, prompts, errors
 * @param cwd where the user stands
 * @param env the variables of the environment
 * @param terminals which of the streams end at a person
 */
record World(
        BufferedReader in, PrintStream out, PrintStream err, Path cwd, Map<String, String> env, Terminals terminals) {

    private static final int BUFFER = 1 << 13;

    World {
        env = Map.copyOf(env);
    }

    /** The process that this is. */
    static World real() {
        return new World(
                new BufferedReader(new InputStreamReader(new FileInputStream(FileDescriptor.in), answers()), BUFFER),
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                Path.of("").toAbsolutePath(),
                System.getenv(),
                Terminals.detect());
    }

    /** Whether there is somebody to ask. */
    boolean asks() {
        return terminals.in() && terminals.err() && !isSet("CI");
    }

    Ink inkOut() {
        return new Ink(terminals.out() && isColourful());
    }

    Ink inkErr() {
        return new Ink(terminals.err() && isColourful());
    }

    /** Whether a variable is there and says something. */
    boolean isSet(String variable) {
        return !env.getOrDefault(variable, "").isEmpty();
    }

    private boolean isColourful() {
        return !isSet("NO_COLOR") && !"dumb".equals(env.get("TERM"));
    }

    // What is generated, JSON and patches are UTF-8 whatever the locale of the machine is.
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER), false, StandardCharsets.UTF_8);
    }

    private static Charset answers() {
        Charset locale = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
        return locale.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : locale;
    }
}
