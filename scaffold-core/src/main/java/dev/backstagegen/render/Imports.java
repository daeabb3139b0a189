package dev.backstagegen.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The imports of a rendered file: each on a line of its own wherever a template or a fragment put it, hoisted, merged,
 * sorted, and dropped where nothing uses them. So a template may list what it could need, and says nothing twice.
 */
final class Imports {

    private static final Pattern LINE = Pattern.compile(
            "^[ \\t]*import (?:(?<whole>\\w+)(?:, )?)?(?:\\{ ?(?<names>[^}]*?),? ?\\})? ?from '(?<module>[^']+)';\\n",
            Pattern.MULTILINE);
    private static final Pattern NOISE =
            Pattern.compile("/\\*.*?\\*/|//[^\\n]*|'(?:[^'\\\\\\n]|\\\\.)*'", Pattern.DOTALL);
    // Neither a property of something nor the key of one: what is chosen by a condition has a space before its colon.
    private static final Pattern WORD =
            Pattern.compile("(?<![\\w$])(?<!(?<!\\.)\\.)[A-Za-z_$][\\w$]*+(?!\\??:)|(?<=\\bcase )[\\w$]+");
    private static final Comparator<String> NAMES = Comparator.comparing((String name) -> name.toLowerCase(Locale.ROOT))
            .thenComparing(Comparator.naturalOrder());

    private Imports() {}

    /**
     * The file with its imports in order.
     *
     * @param from what to write for a module that a template imports from
     */
    static String organize(String text, UnaryOperator<String> from) {
        Map<String, Module> modules =
                new TreeMap<>(Comparator.comparing(Imports::rank).thenComparing(Comparator.naturalOrder()));
        Matcher line = LINE.matcher(text);
        while (line.find()) {
            modules.computeIfAbsent(from.apply(line.group("module")), Module::new)
                    .add(line.group("whole"), line.group("names"));
        }
        String body = line.replaceAll("").stripLeading();
        Set<String> used = words(body);
        StringBuilder head = new StringBuilder();
        modules.values().forEach(module -> head.append(module.print(used)));
        return head.isEmpty() ? body : head + "\n" + body;
    }

    /** The modules that a rendered file imports, as they are written there. */
    static List<String> modules(String text) {
        List<String> modules = new ArrayList<>();
        Matcher line = LINE.matcher(text);
        while (line.find()) {
            modules.add(line.group("module"));
        }
        return modules;
    }

    private static Set<String> words(String body) {
        Set<String> words = new HashSet<>();
        Matcher word = WORD.matcher(NOISE.matcher(body).replaceAll(" "));
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    /** Node's own modules first, then packages, then files further away, then files nearby. */
    private static int rank(String module) {
        if (module.startsWith("node:")) {
            return 0;
        }
        if (!module.startsWith(".")) {
            return 1;
        }
        return module.startsWith("../") ? 2 : 3;
    }

    /** What is imported from one module. */
    private static final class Module {

        private final String name;
        private final Set<String> wholes = new TreeSet<>();
        private final Set<String> names = new TreeSet<>(NAMES);

        Module(String name) {
            this.name = name;
        }

        void add(String whole, String list) {
            if (whole != null) {
                wholes.add(whole);
            }
            if (list != null) {
                for (String each : list.split(",")) {
                    names.add(each.strip());
                }
            }
        }

        String print(Set<String> used) {
            List<String> parts =
                    new ArrayList<>(wholes.stream().filter(used::contains).toList());
            List<String> named =
                    names.stream().filter(each -> used.contains(local(each))).toList();
            if (!named.isEmpty()) {
                parts.add("{ " + String.join(", ", named) + " }");
            }
            return parts.isEmpty() ? "" : "import " + String.join(", ", parts) + " from '" + name + "';\n";
        }

        /** What a name is called in this file: {@code z as zod} is {@code zod}. */
        private static String local(String name) {
            int as = name.indexOf(" as ");
            return as < 0 ? name : name.substring(as + 4);
        }
    }
}
