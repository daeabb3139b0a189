package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A route of a plugin's own, as {@code GET /reports/:id}. Its path begins with a name, so that it takes nothing from
 * others, and goes on with names and parameters.
 *
 * @param method what is done there
 * @param path where it is, below the plugin's own path
 */
public record Route(Method method, String path) {

    /** What may be done at a path, and the effect of it. */
    public enum Method {
        GET(Effect.READ),
        POST(Effect.CREATE),
        PUT(Effect.UPDATE),
        PATCH(Effect.UPDATE),
        DELETE(Effect.DELETE);

        private final Effect effect;

        Method(Effect effect) {
            this.effect = effect;
        }

        public Effect effect() {
            return effect;
        }
    }

    static final int MAX_LENGTH = 80;

    static final String PATTERN =
            Arrays.stream(Method.values()).map(Method::name).collect(Collectors.joining("|", "(", ")")) + " /"
                    + Name.KEBAB + "(/(" + Name.KEBAB + "|:" + Name.CAMEL + "))*";

    /** What is sent and answered besides the parameters. */
    private static final Set<String> SENT = Set.of("caller", "note", "search");

    /** @throws ScaffoldException when there can be no such route */
    public Route {
        String text = method + " " + path;
        if (text.length() > MAX_LENGTH || !text.matches(PATTERN)) {
            throw malformed(text);
        }
        Set<Name> seen = new HashSet<>();
        for (Name parameter : parameters(path)) {
            String camel = parameter.camel();
            if (!seen.add(parameter)) {
                throw ScaffoldException.usage(
                        "The route '" + text + "' has two parameters :" + camel + ".", "Rename one of them");
            }
            if (SENT.contains(camel) || ReservedWords.isOfObjects(camel)) {
                throw ScaffoldException.usage(
                        "The route '" + text + "' has a parameter :" + camel + ", a name that "
                                + (SENT.contains(camel)
                                        ? "is taken by what is sent and answered beside it."
                                        : "each object of JavaScript has, or must not have."),
                        "Add a word, such as :" + camel + "Id");
            }
        }
        String first = path.split("/", -1)[1];
        if (ReservedWords.isPath(first)) {
            throw ScaffoldException.usage(
                    "The route '" + text + "' is below /" + first + ", which plugins have already.", "Add a word");
        }
    }

    /**
     * Reads a route.
     *
     * @param text the method and the path, as {@code GET /reports/:id}
     * @throws ScaffoldException when it is none
     */
    public static Route of(String text) {
        int space = text.indexOf(' ');
        String named = text.substring(0, Math.max(space, 0));
        return Arrays.stream(Method.values())
                .filter(method -> method.name().equals(named))
                .findFirst()
                .map(method -> new Route(method, text.substring(space + 1)))
                .orElseThrow(() -> malformed(text));
    }

    /** The names of what stands for something else each time, in order. */
    public List<Name> parameters() {
        return parameters(path);
    }

    /** What its files and classes are called: {@code get-reports-by-id}. */
    public Name name() {
        List<String> words = new ArrayList<>(List.of(method.name().toLowerCase(Locale.ROOT)));
        for (String segment : segments(path)) {
            words.addAll(
                    isParameter(segment)
                            ? byWords(segment)
                            : Name.ofKebab(segment).words());
        }
        return new Name(words);
    }

    /** What is decided upon, whoever comes by which of the routes to it: {@code reports}. */
    public Name subject() {
        return new Name(segments(path).stream()
                .filter(segment -> !isParameter(segment))
                .flatMap(segment -> Name.ofKebab(segment).words().stream())
                .toList());
    }

    /** What is decided upon there, as one name: {@code reports-read}. */
    Name permission() {
        return new Name(Name.and(subject(), method.effect().text()));
    }

    /** Whether there are requests that could be meant for both. */
    boolean meets(Route other) {
        List<String> own = segments(path);
        List<String> others = segments(other.path);
        if (method != other.method || own.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < own.size(); i++) {
            boolean open = isParameter(own.get(i)) || isParameter(others.get(i));
            if (!open && !own.get(i).equals(others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<Name> parameters(String path) {
        return segments(path).stream()
                .filter(Route::isParameter)
                .map(segment -> Name.ofCamel(segment.substring(1)))
                .toList();
    }

    private static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith(":");
    }

    private static List<String> byWords(String segment) {
        List<String> words = new ArrayList<>(List.of("by"));
        words.addAll(Name.ofCamel(segment.substring(1)).words());
        return words;
    }

    private static ScaffoldException malformed(String text) {
        return ScaffoldException.usage(
                "'" + Plain.shown(text) + "' is not a route: it is one of "
                        + Arrays.stream(Method.values()).map(Method::name).collect(Collectors.joining(", "))
                        + " and a path that begins with a name in kebab-case and goes on with such names and"
                        + " parameters in camelCase, at most " + MAX_LENGTH + " characters.",
                "For example: GET /reports/:id");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
