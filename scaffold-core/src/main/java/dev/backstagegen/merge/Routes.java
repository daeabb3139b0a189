package dev.backstagegen.merge;

import dev.backstagegen.ts.TsFile;
import dev.backstagegen.ts.TsNode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The routes that code serves, each by the first step of its path. A test that asks for one which is not served asks
 * for something that is not there, as code does that uses a name which nobody declares.
 *
 * @param steps such as {@code /items}
 */
public record Routes(Set<String> steps) {

    public static final Routes NONE = new Routes(Set.of());

    private static final Set<String> VERBS = Set.of("all", "delete", "get", "patch", "post", "put", "use");
    private static final Pattern ROUTER = Pattern.compile("(?i).*(router|app)");
    private static final Pattern STEP = Pattern.compile("(/[\\w-]+)(?:/.*)?");
    private static final Pattern ASKED = Pattern.compile("(?:/api/[^/]+)?(/[\\w-]+)(?:[/?].*)?");

    public Routes {
        steps = Set.copyOf(steps);
    }

    /** Those that a file serves. */
    public static Routes in(TsFile file) {
        return new Routes(file.root()
                .descendants("call_expression")
                .filter(Routes::isServed)
                .flatMap(call -> call.child("arguments").stream())
                .flatMap(given -> given.namedChildren().stream().limit(1))
                .filter(path -> path.is("string"))
                .map(path -> STEP.matcher(path.text().substring(1, path.text().length() - 1)))
                .filter(Matcher::matches)
                .map(path -> path.group(1))
                .collect(Collectors.toSet()));
    }

    public Routes and(Routes others) {
        Set<String> all = new HashSet<>(steps);
        all.addAll(others.steps);
        return new Routes(all);
    }

    public Routes without(Routes others) {
        return new Routes(
                steps.stream().filter(step -> !others.steps.contains(step)).collect(Collectors.toSet()));
    }

    /** Whether code asks for one of them. */
    boolean areAskedForBy(TsNode code) {
        return code.descendants("string_fragment", "template_string").anyMatch(text -> {
            Matcher asked = ASKED.matcher(text.text().replace("`", ""));
            return asked.matches() && steps.contains(asked.group(1));
        });
    }

    private static boolean isServed(TsNode call) {
        return call.child("function")
                .filter(callee -> callee.is("member_expression"))
                .filter(callee -> VERBS.contains(
                        callee.child("property").map(TsNode::text).orElse("")))
                .flatMap(callee -> callee.child("object"))
                .filter(object -> ROUTER.matcher(object.text()).matches())
                .isPresent();
    }
}
