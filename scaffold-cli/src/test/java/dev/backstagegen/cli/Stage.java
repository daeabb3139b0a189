package dev.backstagegen.cli;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.backstagegen.Draft;
import dev.backstagegen.Order;
import dev.backstagegen.Scaffold;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The outside world of a test: a folder, some variables, somebody who types; and what was ordered and applied. */
final class Stage {

    /** What one run came to. */
    record Run(int exit, String out, String err) {}

    final Path cwd;
    final List<Order> orders = new ArrayList<>();
    final List<Draft> applied = new ArrayList<>();
    private Map<String, String> env = Map.of();
    private Terminals terminals = new Terminals(false, false, false);
    private String typed = "";
    private Function<Order, Draft> drafts = Drafts::plain;

    private Stage(Path cwd) {
        this.cwd = cwd;
    }

    /** A folder in memory. */
    static Stage inMemory() {
        return at(Jimfs.newFileSystem(Configuration.unix()).getPath("/acme")).file("package.json", "{}");
    }

    static Stage at(Path cwd) {
        try {
            return new Stage(Files.createDirectories(cwd));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody sits there and types these lines. */
    Stage typing(String... lines) {
        terminals = new Terminals(true, true, true);
        typed = String.join("\n", lines) + (lines.length == 0 ? "" : "\n");
        return this;
    }

    Stage on(Terminals these) {
        terminals = these;
        return this;
    }

    Stage env(Map<String, String> variables) {
        env = variables;
        return this;
    }

    Stage drafting(Function<Order, Draft> how) {
        drafts = how;
        return this;
    }

    Stage file(String path, String text) {
        try {
            Path file = cwd.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String path) {
        try {
            return Files.readString(cwd.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file below the folder, links as what they lead to. */
    Map<String, String> tree() {
        Map<String, String> tree = new TreeMap<>();
        try (var paths = Files.walk(cwd)) {
            for (Path path : paths.toList()) {
                String name = cwd.relativize(path).toString();
                if (Files.isSymbolicLink(path)) {
                    tree.put(name, "-> " + Files.readSymbolicLink(path));
                } else if (Files.isRegularFile(path)) {
                    tree.put(name, Files.readString(path, StandardCharsets.ISO_8859_1));
                } else {
                    tree.put(name + "/", "");
                }
            }
            return tree;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, without what is remembered of the last run. */
    Map<String, String> treeBesideMemory() {
        Map<String, String> tree = tree();
        tree.keySet().removeIf(path -> path.startsWith(".backstage-gen"));
        return tree;
    }

    /** Runs with hand-made drafts, and remembers what would have been written. */
    Run run(String... args) {
        return run(
                args,
                new NewCommand(
                        order -> {
                            orders.add(order);
                            return drafts.apply(order);
                        },
                        (draft, command) -> applied.add(draft)));
    }

    /** Runs the real thing. */
    Run runForReal(String... args) {
        return run(args, new NewCommand(Scaffold::draft, Scaffold::apply));
    }

    Order order() {
        return orders.get(orders.size() - 1);
    }

    private Run run(String[] args, NewCommand command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        World world = new World(
                new BufferedReader(new StringReader(typed)),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                cwd,
                env,
                terminals);
        int exit = Main.run(args, world, command);
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
