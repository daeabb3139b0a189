package dev.backstagegen;

import dev.backstagegen.layout.Layout;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What people do to files, by chance: lines, functions, names, endings, whole files and their layout. */
final class HandEdits {

    private static final Pattern WORD = Pattern.compile("\\b[a-z][A-Za-z]{4,}\\b");
    private static final Pattern STRING = Pattern.compile("'([^'\"\\\\\n`]*)'");

    /** What a narrow page has broken, and a wide one would not. */
    private static final Pattern BROKEN = Pattern.compile("([(\\[])\n\\s+([^\n]{1,40}),\n\\s*([)\\]])");

    /** What a narrow page would break. */
    private static final Pattern ROW = Pattern.compile("\\(([^()\\[\\]{}'\n]+), ([^()\\[\\]{}'\n]+)\\)");

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
            case 1 -> files.without(path).with(elsewhere(path), text);
            case 3 -> renamed(files, text);
            case 2 -> files.with(RelPath.of("src/mine" + ++written + ".ts"), "export const mine" + written + " = 1;\n");
            default -> files.with(path, text(path.extension(), text));
        };
    }

    /** Under another name, in another folder, or both. */
    private RelPath elsewhere(RelPath path) {
        String name = path.name();
        int dot = name.indexOf('.', 1);
        String stem = dot < 0 ? name : name.substring(0, dot);
        String other = random.nextBoolean() ? name : stem + "Of" + ++written + name.substring(stem.length());
        boolean isTop = path.segments().size() < 2;
        RelPath folder = isTop ? RelPath.of("src") : path.parent();
        return (other.equals(name) || random.nextBoolean() ? folder.resolve("own") : folder).resolve(other);
    }

    /** A name is changed wherever it stands. */
    private FileTree renamed(FileTree files, String text) {
        List<String> words = words(text);
        if (words.isEmpty()) {
            return files;
        }
        Pattern old = Pattern.compile("\\b" + words.get(random.nextInt(words.size())) + "\\b");
        String now = word();
        FileTree renamed = files;
        for (RelPath path : files.paths()) {
            renamed = renamed.with(
                    path, old.matcher(files.text(path).orElseThrow()).replaceAll(now));
        }
        return renamed;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
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
        String indent = beside.substring(0, indent(beside));
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
        List<String> words = words(text);
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

    /** As prettier would with one setting or another: width, indentation, quotes, commas, semicolons. */
    private String reformatted(String kind, String text) {
        if (!kind.equals("ts")) {
            return kind.equals("md") ? text : deeper(text);
        }
        return switch (random.nextInt(8)) {
            case 0 -> laidOut(text);
            case 1 -> deeper(text);
            case 2 -> STRING.matcher(text).replaceAll("\"$1\"");
            case 3 -> text.replaceAll("(?m),$(?=\n\\s*[)\\]}])", "");
            case 4 -> text.replaceAll("(?m);$", "");
            case 5 -> text.lines().map(HandEdits::tabbed).collect(Collectors.joining("\n", "", "\n"));
            case 6 -> BROKEN.matcher(text).replaceAll("$1$2$3");
            default -> ROW.matcher(text).replaceAll("(\n$1,\n$2\n)");
        };
    }

    private static String laidOut(String text) {
        try {
            return Layout.format(text);
        } catch (IllegalStateException broken) {
            return text;
        }
    }

    private static String deeper(String text) {
        return text.lines()
                .map(line -> line.substring(0, indent(line)) + line)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String tabbed(String line) {
        int indent = indent(line);
        return "\t".repeat(indent / 2) + line.substring(indent / 2 * 2);
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size())) + ++written;
    }

    private static String join(List<String> lines) {
        return String.join("\n", lines);
    }
}
