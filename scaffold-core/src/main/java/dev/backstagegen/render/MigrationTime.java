package dev.backstagegen.render;

import dev.backstagegen.tree.RelPath;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The times in front of migrations, which run in the order of their names. There is no clock: time goes by in seconds. */
final class MigrationTime {

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

    /** What is not said of a time is as late as can be, since what is shorter runs later. */
    private static final String LATEST = "00001231235959";

    private static final int YEAR = 4;
    private static final int LAST_YEAR = 9000;

    private MigrationTime() {}

    /** Whether a file has its place by a time or a number. */
    static boolean isNumbered(RelPath migration) {
        return DIGITS.matcher(migration.name()).lookingAt();
    }

    /** The time of the next migration after some; empty when none of them has one. */
    static Optional<LocalDateTime> after(Collection<RelPath> migrations) {
        return migrations.stream()
                .flatMap(migration -> of(migration).stream())
                .max(Comparator.naturalOrder())
                .map(last -> last.plusSeconds(1));
    }

    static RelPath with(LocalDateTime time, RelPath migration) {
        return migration.parent().resolve(time.format(FORM) + "_" + Step.purpose(migration));
    }

    /** A name need not tell a time that exists, so that a thirteenth month is the first one of the next year. */
    static Optional<LocalDateTime> of(RelPath migration) {
        Matcher start = DIGITS.matcher(migration.name());
        if (!start.lookingAt() || start.group().length() < YEAR) {
            return Optional.empty();
        }
        String digits = start.group();
        String whole = digits.length() < LATEST.length()
                ? digits + LATEST.substring(digits.length())
                : digits.substring(0, LATEST.length());
        int year = Integer.parseInt(whole.substring(0, YEAR));
        if (year < 1 || year > LAST_YEAR) {
            return Optional.empty();
        }
        return Optional.of(LocalDateTime.of(year, 1, 1, 0, 0)
                .plusMonths(Math.max(0, two(whole, 4) - 1))
                .plusDays(Math.max(0, two(whole, 6) - 1))
                .plusHours(two(whole, 8))
                .plusMinutes(two(whole, 10))
                .plusSeconds(two(whole, 12)));
    }

    private static int two(String digits, int at) {
        return Integer.parseInt(digits.substring(at, at + 2));
    }
}
