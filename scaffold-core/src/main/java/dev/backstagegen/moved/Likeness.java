package dev.backstagegen.moved;

import dev.backstagegen.ts.TsFile;
import dev.backstagegen.ts.TsNode;
import java.util.HashMap;
import java.util.Map;

/**
 * How much of one piece of code is found again in another, line by line, each line as heavy as it is long; from 0 to 1.
 *
 * @param shape when every name may be any name
 * @param text when names count
 */
record Likeness(double shape, double text) {

    /** The lines of a text and how often each stands there: as they are, and without their names. */
    record Lines(Map<String, Integer> shapes, Map<String, Integer> texts) {

        static Lines of(String code) {
            Map<Integer, StringBuilder> shapes = new HashMap<>();
            Map<Integer, StringBuilder> texts = new HashMap<>();
            int line = 0;
            int at = 0;
            for (TsNode leaf : Code.tokens(TsFile.shared(code).root())) {
                for (; at < leaf.start(); at++) {
                    line += code.charAt(at) == '\n' ? 1 : 0;
                }
                shapes.computeIfAbsent(line, each -> new StringBuilder()).append(shape(leaf));
                texts.computeIfAbsent(line, each -> new StringBuilder()).append(leaf.text());
            }
            return new Lines(counted(shapes), counted(texts));
        }

        private static String shape(TsNode leaf) {
            boolean module = leaf.is("string_fragment")
                    && leaf.ancestor("import_statement").isPresent();
            return Code.isName(leaf) || module || leaf.is("private_property_identifier") ? "_" : leaf.text();
        }

        private static Map<String, Integer> counted(Map<Integer, StringBuilder> lines) {
            Map<String, Integer> counts = new HashMap<>();
            lines.values().forEach(line -> counts.merge(line.toString(), 1, Integer::sum));
            return counts;
        }
    }

    static Likeness of(Lines some, Lines others) {
        return new Likeness(shared(some.shapes, others.shapes), shared(some.texts, others.texts));
    }

    private static double shared(Map<String, Integer> some, Map<String, Integer> others) {
        double shared = 0;
        for (Map.Entry<String, Integer> line : some.entrySet()) {
            shared +=
                    (double) line.getKey().length() * Math.min(line.getValue(), others.getOrDefault(line.getKey(), 0));
        }
        double whole = weight(some) + weight(others);
        return whole == 0 ? 0 : 2 * shared / whole;
    }

    private static double weight(Map<String, Integer> lines) {
        return lines.entrySet().stream()
                .mapToDouble(line -> (double) line.getKey().length() * line.getValue())
                .sum();
    }
}
