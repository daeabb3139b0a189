package dev.backstagegen;

import dev.backstagegen.layout.Layout;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What people do to files, by chance: lines, functions, names, endings, whole files and their layout. */
final class HandEdits {

    private static final Pattern WORD = Pattern.compile("\\b[a-z][A-Za-z]{4,}\\b");
    private static final Pattern STRING = Pattern.compile("'([^'\"\\\\\n`]*)'");
    private static final List<String> WORDS =
            List.of("alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliett");

    private final Random random;
    private int written;

    HandEdits(Random random) {
        this.random = random;
    }

    /** The files after somebody has done a few things to them. */
    FileTree some(FileTree files) {
        FileTree edited = files;
        for (int i = random.nextInt(5); i >= 0; i--) {
            edited = one(edited);
        }
        return edited;
    }

    private FileTree one(FileTree files) {
        if (files.isEmpty()) {
            return files;
        }
        List<RelPath> paths = List.copyOf(files.paths());
        RelPath path = paths.get(random.nextInt(paths.size()));
        String text = files.text(path).orElseThrow();
        return switch (random.nextInt(20)) {
            case 0 -> files.without(path);
            case 1 -> files.without(path).with(RelPath.of(path + ".moved." + path.extension()), text);
            case 2 -> files.with(RelPath.of("src/mine" + ++written + ".ts"), "export const mine" + written + " = 1;\n");
            default -> files.with(path, text(path.extension(), text));
        };
    }

    private String text(String kind, String text) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        return switch (random.nextInt(16)) {
            case 0, 1, 2, 3 -> inserted(kind, lines);
            case 4, 5 -> deleted(lines);
            case 6, 7, 8 -> changed(lines);
            case 9 -> swapped(lines);
            case 10, 11 -> moved(text);
            case 12 -> renamed(text);
            case 13 -> endings(lines);
            default -> reformatted(kind, text);
        };
    }

    private String inserted(String kind, List<String> lines) {
        int at = random.nextInt(lines.size());
        for (int i = random.nextInt(3); i >= 0; i--) {
            lines.add(at, line(kind, lines.get(at)));
        }
        return join(lines);
    }

    private String line(String kind, String beside) {
        String indent =
                beside.substring(0, beside.length() - beside.stripLeading().length());
        String name = word();
        return switch (kind) {
            case "ts", "js" ->
                indent
                        + switch (random.nextInt(4)) {
                            case 0 -> "// Ours: " + name;
                            case 1 -> "const " + name + " = '" + word() + "';";
                            case 2 -> name + "(" + word() + ", " + written + ");";
                            default -> name + ": " + word() + ",";
                        };
            case "json" -> indent + "\"" + name + "\": \"" + word() + "\",";
            case "yaml", "yml" -> random.nextBoolean() ? indent + "# Ours: " + name : indent + name + ": " + word();
            default -> "Ours, and " + name + " with " + word() + ".";
        };
    }

    private String deleted(List<String> lines) {
        for (int i = random.nextInt(3); i >= 0 && lines.size() > 1; i--) {
            lines.remove(random.nextInt(lines.size() - 1));
        }
        return join(lines);
    }

    private String changed(List<String> lines) {
        int at = random.nextInt(lines.size());
        Matcher word = WORD.matcher(lines.get(at));
        lines.set(at, word.find() ? word.replaceFirst(word()) : lines.get(at) + " " + word());
        return join(lines);
    }

    private String swapped(List<String> lines) {
        if (lines.size() > 2) {
            int at = random.nextInt(lines.size() - 2);
            Collections.swap(lines, at, at + 1);
        }
        return join(lines);
    }

    /** A function or whatever stands between two empty lines goes elsewhere. */
    private String moved(String text) {
        List<String> blocks = new ArrayList<>(Arrays.asList(text.stripTrailing().split("\n\n")));
        String block = blocks.remove(random.nextInt(blocks.size()));
        blocks.add(random.nextInt(blocks.size() + 1), block);
        return String.join("\n\n", blocks) + "\n";
    }

    private String renamed(String text) {
        List<String> words =
                WORD.matcher(text).results().map(word -> word.group()).toList();
        return words.isEmpty()
                ? text
                : text.replaceAll("\\b" + words.get(random.nextInt(words.size())) + "\\b", word());
    }

    /** Some editors end the lines that are typed in them with both. */
    private String endings(List<String> lines) {
        int from = random.nextInt(lines.size());
        for (int i = from; i < lines.size() - 1 && i < from + 5; i++) {
            lines.set(i, lines.get(i).endsWith("\r") ? lines.get(i) : lines.get(i) + "\r");
        }
        return join(lines);
    }

    /** As prettier would with one setting or another. */
    private String reformatted(String kind, String text) {
        return switch (random.nextInt(4)) {
            case 0 -> kind.equals("ts") ? laidOut(text) : text;
            case 1 ->
                kind.equals("md")
                        ? text
                        : text.lines().map(HandEdits::deeper).collect(Collectors.joining("\n", "", "\n"));
            case 2 -> kind.equals("ts") ? STRING.matcher(text).replaceAll("\"$1\"") : text;
            default -> kind.equals("ts") ? text.replaceAll("(?m),$(?=\n\\s*[)\\]}])", "") : text;
        };
    }

    private static String laidOut(String text) {
        try {
            return Layout.format(text);
        } catch (IllegalStateException broken) {
            return text;
        }
    }

    private static String deeper(String line) {
        String code = line.stripLeading();
        return " ".repeat(line.length() - code.length()) + line;
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size())) + ++written;
    }

    private static String join(List<String> lines) {
        return String.join("\n", lines);
    }
}
