package dev.backstagegen.rule;

import dev.backstagegen.rule.code.ConfigSchema;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The comments that ask a rule to be silent about the next line: {@code // backstage-gen-ignore <id> -- <reason>}. */
public final class Suppressions {

    private static final Pattern WORDS =
            Pattern.compile("//\\s*backstage-gen-ignore\\b\\s*(\\S*)\\s*(?:--\\s*(.*?))?\\s*");

    private Suppressions() {}

    /**
     * One such comment.
     *
     * @param rule the id as it is written, maybe empty
     * @param reason what follows the dashes, maybe empty
     * @param line the line that it speaks of
     */
    public record Suppression(Place comment, String rule, String reason, int line) {

        boolean silences(Finding finding) {
            return !reason.isEmpty()
                    && rule.equals(finding.rule())
                    && line == finding.line()
                    && comment.source().path().equals(finding.path());
        }
    }

    /** All of a plugin's sources and tests, and of the schema of its configuration. */
    public static List<Suppression> in(Plugin plugin) {
        Stream<Source> schema = plugin.source(ConfigSchema.USUAL.value()).stream();
        return Stream.concat(plugin.mentioning("backstage-gen-ignore").stream(), schema)
                .flatMap(source -> source.all("comment").flatMap(comment -> read(source, comment).stream()))
                .toList();
    }

    private static Optional<Suppression> read(Source source, TsNode comment) {
        Matcher words = WORDS.matcher(comment.text());
        if (!words.matches()) {
            return Optional.empty();
        }
        String reason = words.group(2) == null ? "" : words.group(2);
        return Optional.of(new Suppression(
                new Place(source, comment), words.group(1), reason, codeAfter(source, source.line(comment.end()) + 1)));
    }

    /** Several comments may stand above one line of code. */
    private static int codeAfter(Source source, int line) {
        String[] lines = source.text().split("\n", -1);
        int at = line;
        while (at <= lines.length && WORDS.matcher(lines[at - 1].strip()).matches()) {
            at++;
        }
        return at;
    }
}
