package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A composite action as its file has it, and its expressions as the runner would read them. */
record ActionFile(String name, Map<String, Object> document) {

    static final Path FOLDER = Path.of("../.github/actions");

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ (.*?) }}");

    static ActionFile named(String name) {
        return new ActionFile(name, map(parsed(text(name))));
    }

    static List<String> names() {
        return List.of("check", "status", "update");
    }

    static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name).resolve("action.yml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Object parsed(String yaml) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    Map<String, Object> inputs() {
        return map(document.get("inputs"));
    }

    Map<String, Object> outputs() {
        return map(document.get("outputs"));
    }

    List<Map<String, Object>> steps() {
        return ((List<?>) map(document.get("runs")).get("steps"))
                .stream().map(ActionFile::map).toList();
    }

    /** The variables of a step, with the inputs that were given and what it is told of everything else. */
    Map<String, String> env(Map<String, Object> step, Map<String, String> given, UnaryOperator<String> others) {
        Map<String, String> env = new TreeMap<>();
        map(step.get("env")).forEach((name, text) -> env.put(name, evaluated(text.toString(), given, others)));
        return env;
    }

    private String evaluated(String text, Map<String, String> given, UnaryOperator<String> others) {
        Matcher found = EXPRESSION.matcher(text);
        return found.replaceAll(
                match -> Matcher.quoteReplacement(Arrays.stream(match.group(1).split(" \\|\\| "))
                        .map(each -> value(each, given, others))
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .orElse("")));
    }

    private String value(String expression, Map<String, String> given, UnaryOperator<String> others) {
        if (!expression.startsWith("inputs.")) {
            return others.apply(expression);
        }
        String input = expression.substring("inputs.".length());
        assertThat(inputs()).containsKey(input);
        String usual = map(inputs().get(input)).get("default").toString();
        return given.containsKey(input) ? given.get(input) : evaluated(usual, given, others);
    }
}
