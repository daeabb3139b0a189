package dev.backstagegen.rule.database;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.MigrationFile;
import dev.backstagegen.rule.code.Plugin;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code database/migrations-named}: migrations run in the order in which they were written. */
public final class MigrationsNamed implements Rule {

    private static final Pattern TIME = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(\\d{2})(\\d{2})(\\d{2})?(\\d{3})?");

    /** Seconds or milliseconds since 1970. */
    private static final String EPOCH = "1[4-9]\\d{8}(\\d{3})?";

    private static final Pattern PREFIX = Pattern.compile("\\d[-_T.\\d]*");

    private static final RuleDoc DOC = new RuleDoc(
            "database/migrations-named",
            Severity.WARNING,
            "Migrations begin with the time at which they were written",
            "The name of the last file in the folder of the migrations; those before it are history.",
            "They run in the order of their names, and two people who write one on the same day, or take the same"
                    + " number, get an order that nobody chose.",
            "Name the next one YYYYMMDDHHMMSS_what_it_does.js; leave those that were released as they are, because"
                    + " knex refuses to start where one that ran is gone.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(example("001_create_items"), example("20260102093000_create_items"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        return MigrationFile.of(plugin).stream()
                .filter(file -> file.exports("up"))
                .collect(Collectors.groupingBy(file -> file.path().parent(), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(folder -> finding(folder).stream())
                .toList();
    }

    /** Names that are history cannot be changed any more, so only the last one is looked at. */
    private static Optional<Finding> finding(List<MigrationFile> folder) {
        MigrationFile last = folder.get(folder.size() - 1);
        String digits = digits(last);
        boolean taken =
                folder.stream().filter(file -> digits(file).equals(digits)).count() > 1;
        return wrong(digits)
                .or(() -> taken ? Optional.of("has the time of another migration") : Optional.empty())
                .map(wrong ->
                        Finding.at(last.top(), DOC, "The name " + last.path().name() + " " + wrong + "."));
    }

    private static Optional<String> wrong(String digits) {
        if (digits.isEmpty()) {
            return Optional.of("does not begin with a time");
        }
        if (digits.matches(EPOCH) || (digits.length() == 10 && isTime(digits.substring(0, 8) + "0000"))) {
            return Optional.empty();
        }
        if (TIME.matcher(digits).matches()) {
            return isTime(digits) ? Optional.empty() : Optional.of("begins with a time that does not exist");
        }
        return Optional.of(
                digits.length() == 8 && isTime(digits + "0000")
                        ? "begins with a date without a time"
                        : "begins with a number that is no time");
    }

    private static boolean isTime(String digits) {
        Matcher time = TIME.matcher(digits);
        if (!time.matches()) {
            return false;
        }
        try {
            LocalDateTime.of(
                    Integer.parseInt(time.group(1)),
                    Integer.parseInt(time.group(2)),
                    Integer.parseInt(time.group(3)),
                    Integer.parseInt(time.group(4)),
                    Integer.parseInt(time.group(5)),
                    time.group(6) == null ? 0 : Integer.parseInt(time.group(6)));
            return true;
        } catch (DateTimeException impossible) {
            return false;
        }
    }

    /** The number in front, whatever divides its parts. */
    private static String digits(MigrationFile file) {
        Matcher start = PREFIX.matcher(file.path().name());
        return start.lookingAt() ? start.group().replaceAll("\\D", "") : "";
    }

    private static String example(String name) {
        return """
                --- migrations/20260101000000_create_items.js
                --- migrations/%s.js
                exports.up = async knex => {
                  await knex.schema.createTable('items', table => table.uuid('id').primary());
                };

                exports.down = async knex => {
                  await knex.schema.dropTable('items');
                };
                """.formatted(name);
    }
}
