package dev.backstagegen.cli;

import dev.backstagegen.feature.Feature;
import dev.backstagegen.feature.Features;
import dev.backstagegen.spec.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One option of {@code new}: the command line is read by it, and the manual page is written from it.
 *
 * @param names what it is called, the long name last
 * @param label what stands for its value; empty for a switch
 * @param group where it stands in the manual page
 * @param text what it does, as sentences
 */
record Flag(List<String> names, String label, Group group, String text) {

    /** What describes a resource, which belongs to the resource before it, and what adds up. */
    private static final Set<String> REPEATABLE =
            Set.of("--resource", "--plural", "--field", "--unique", "--index", "--verbs", "--rule");

    /** The parts of the manual page that list options. */
    enum Group {
        WHAT("WHAT TO MAKE"),
        NAMES("NAMES"),
        WHERE("WHERE"),
        HOW("HOW"),
        HELP("HELP");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    static final String ID = "--id";
    static final String SPEC = "--spec";
    static final String RESOURCE = "--resource";
    static final String PLURAL = "--plural";
    static final String FIELD = "--field";
    static final String UNIQUE = "--unique";
    static final String INDEX = "--index";
    static final String VERBS = "--verbs";
    static final String PACKAGE = "--package";
    static final String DESCRIPTION = "--description";
    static final String OWNER = "--owner";
    static final String LICENSE = "--license";
    static final String ACTION_NAMES = "--action-names";
    static final String ROOT = "--root";
    static final String NO_WIRE = "--no-wire";
    static final String DRY_RUN = "--dry-run";
    static final String DIFF = "--diff";
    static final String FORCE = "--force";
    static final String FORMAT = "--format";
    static final String DEBUG = "--debug";
    static final String HELP = "--help";
    static final String VERSION = "--version";

    /** The name that messages use. */
    String name() {
        return names.get(names.size() - 1);
    }

    boolean takesValue() {
        return !label.isEmpty();
    }

    /** Whether it may be given again. */
    boolean isRepeatable() {
        return REPEATABLE.contains(name());
    }

    /** Every option, in the order of the manual page. */
    static List<Flag> all(Features features) {
        List<Flag> flags = new ArrayList<>();
        flags.add(value(
                ID,
                "ID",
                Group.WHAT,
                "The plugin's id: lower-case letters, digits and single dashes, beginning"
                        + " with a letter, without '-backend' at its end."));
        for (Feature feature : features.optional()) {
            flags.add(toggle(feature.flag(), Group.WHAT, summary(feature)));
        }
        flags.add(value(
                RESOURCE,
                "NAME",
                Group.WHAT,
                "What the plugin keeps, in the singular, such as incident-report. When nothing is said: item. May be"
                        + " given again; the options below belong to the one before them."));
        flags.add(value(PLURAL, "NAME", Group.WHAT, "Many of them, where the language has no rule for it."));
        flags.add(value(
                FIELD,
                "FIELD",
                Group.WHAT,
                "What is known of each, as name:type, such as 'openedAt:timestamp'. Types: "
                        + FieldType.words() + ". A type may be followed by [] for a list, ? for what may be empty,"
                        + " or =value for a default. May be given again."));
        flags.add(value(
                UNIQUE,
                "FIELDS",
                Group.WHAT,
                "A field, or several with commas, that are unique together. May be given again."));
        flags.add(value(
                INDEX,
                "FIELDS",
                Group.WHAT,
                "A field, or several with commas, with an index, by which lists can be narrowed and sorted. May be"
                        + " given again."));
        flags.add(value(
                VERBS, "VERBS", Group.WHAT, "What callers may do, with commas: list, get, create, update, delete."));
        flags.add(value(
                SPEC,
                "FILE",
                Group.WHAT,
                "The same wishes as a YAML file. Options on the command line win over"
                        + " the file; features add up."));
        flags.add(value(
                PACKAGE,
                "NAME",
                Group.NAMES,
                "The name of the npm package. When nothing is said, it follows" + " the packages beside it."));
        flags.add(value(DESCRIPTION, "TEXT", Group.NAMES, "One line on what the plugin does."));
        flags.add(value(
                OWNER,
                "OWNER",
                Group.NAMES,
                "Who is entered in CODEOWNERS: @user, @organisation/team or an" + " e-mail address."));
        flags.add(value(
                LICENSE,
                "LICENSE",
                Group.NAMES,
                "What stands in package.json, as an SPDX expression. When"
                        + " nothing is said, it follows the repository."));
        flags.add(value(
                ACTION_NAMES,
                "STYLE",
                Group.NAMES,
                "How the names of actions are written: snake or kebab." + " When nothing is said: snake."));
        flags.add(value(
                ROOT,
                "DIR",
                Group.WHERE,
                "The repository to work in. When nothing is said, it is looked for"
                        + " from the current folder upwards."));
        flags.add(toggle(NO_WIRE, Group.WHERE, "Leave the files of the repository around the plugin alone."));
        flags.add(toggle(DRY_RUN, Group.HOW, "Say what would happen, and write nothing."));
        flags.add(toggle(
                DIFF,
                Group.HOW,
                "Print what is written as a patch on standard output, and everything else on"
                        + " standard error. The files are written all the same; with --dry-run they are not."));
        flags.add(toggle(FORCE, Group.HOW, "Overwrite files that are there already."));
        flags.add(UpkeepFlags.ON_CONFLICT);
        flags.add(value(
                FORMAT,
                "FORMAT",
                Group.HOW,
                "How results are printed: text or json. When nothing is said:" + " text."));
        flags.add(toggle(DEBUG, Group.HOW, "Show where in the program an error came from."));
        flags.add(new Flag(List.of("-h", HELP), "", Group.HELP, "This page."));
        flags.add(toggle(VERSION, Group.HELP, "The version of backstage-gen."));
        return List.copyOf(flags);
    }

    private static String summary(Feature feature) {
        StringBuilder text = new StringBuilder(feature.summary());
        feature.needs()
                .forEach(need -> text.append(" Brings ").append(need.feature()).append(" with it."));
        return text.toString();
    }

    static Flag value(String name, String label, Group group, String text) {
        return new Flag(List.of(name), label, group, text);
    }

    static Flag toggle(String name, Group group, String text) {
        return new Flag(List.of(name), "", group, text);
    }
}
