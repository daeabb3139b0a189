package dev.backstagegen.cli;

import dev.backstagegen.feature.Features;
import java.util.List;

/** The manual pages; the options and features in them are the ones that are read. */
final class Manual {

    private Manual() {}

    static Exit print(World world) {
        Page page = new Page(world.inkOut());
        page.title("NAME").line("backstage-gen - make and check Backstage backend plugins");
        page.title("SYNOPSIS")
                .line("backstage-gen new backend-plugin --id ID [OPTION]...")
                .line("backstage-gen check [PATH]... [OPTION]...")
                .line("backstage-gen undo [OPTION]...")
                .line("backstage-gen features [OPTION]...")
                .line("backstage-gen rules [OPTION]...")
                .line("backstage-gen explain [TOPIC] [OPTION]...")
                .line("backstage-gen help [COMMAND]")
                .line("backstage-gen --version");
        page.title("DESCRIPTION")
                .paragraph("Makes a backend plugin that is ready for review: it type-checks, lints and is formatted,"
                        + " it has tests, and the backend around it starts with it.");
        page.title("COMMANDS")
                .term("new", "Make a plugin. Asks for what is missing.")
                .term("add", "Let a plugin take on a feature, or something of its own.")
                .term("remove", "Let a plugin give up a feature.")
                .term("update", "Bring plugins to today's templates and the release of the repository.")
                .term("status", "Say how plugins stand to what is generated; with --check a gate in CI.")
                .term("diff", "Show what was changed by hand, or what a command would change.")
                .term("adopt", "Keep up a plugin that was made otherwise.")
                .term("check", "Say where backend plugins do not follow the best practices, and repair it.")
                .term("undo", "Take back the last run, if nothing was edited since.")
                .term("features", "List what a plugin can have.")
                .term("rules", "List what a plugin has to keep to.")
                .term("explain", "Say all about a feature, a service of Backstage, a topic or a rule.")
                .term("help COMMAND", "All about a command: its options, examples and exit codes.");
        page.title("EXAMPLES")
                .line("backstage-gen new")
                .line("backstage-gen new backend-plugin --id incident-log")
                .line("backstage-gen check")
                .line("backstage-gen explain db")
                .line("backstage-gen explain httpAuth")
                .line("backstage-gen explain pitfalls");
        world.out().print(page);
        return Exit.CLEAN;
    }

    static Exit printNew(World world, Features features) {
        Page page = new Page(world.inkOut());
        page.title("NAME").line("backstage-gen new - make a Backstage backend plugin");
        page.title("SYNOPSIS")
                .line("backstage-gen new " + NewCommand.TEMPLATE + " --id ID [--with-FEATURE]... [OPTION]...")
                .line("backstage-gen new " + NewCommand.TEMPLATE + " --spec FILE [OPTION]...")
                .line("backstage-gen new");
        description(page);
        options(page, Flag.all(features));
        examples(page, features);
        exitCodes(page, List.of(Exit.values()));
        files(page);
        environment(page);
        world.out().print(page);
        return Exit.CLEAN;
    }

    static Exit printCheck(World world) {
        Page page = new Page(world.inkOut());
        page.title("NAME").line("backstage-gen check - find what backend plugins should do otherwise");
        page.title("SYNOPSIS").line("backstage-gen check [PATH]... [OPTION]...");
        page.title("DESCRIPTION")
                .paragraph("Reads backend plugins, made by this tool or by hand, and says where they do not follow the"
                        + " best practices: the file and line, what is wrong, why, and what to do. A PATH is the folder"
                        + " of a plugin, a file in one, or a folder with plugins below it; without one, every backend"
                        + " plugin of the repository is read. Neither Node.js nor installed packages are needed, and"
                        + " nothing is run or fetched.")
                .line("")
                .paragraph("A rule speaks only where the code proves its point. To silence one at a line, write above"
                        + " it: // backstage-gen-ignore RULE -- REASON");
        options(page, CheckCommand.flags());
        page.title("EXAMPLES")
                .paragraph("All plugins of the repository:")
                .command("backstage-gen check")
                .paragraph("One plugin, with the sure repairs made:")
                .command("backstage-gen check plugins/example-backend --fix")
                .paragraph("See the repairs first:")
                .command("backstage-gen check --fix --dry-run --diff")
                .paragraph("What a pull request brings, as annotations:")
                .command("backstage-gen check --changed-since origin/main --format github")
                .paragraph("Begin in an old repository:")
                .command("backstage-gen check --baseline .backstage-gen-baseline.json --write-baseline");
        page.title("FILES")
                .term(
                        ".backstage-gen-rules.yaml",
                        "At the root of the repository, or in a plugin's folder: rules with the severity they are to"
                                + " have, or off; exclude, a list of patterns of paths; actionNames, snake or kebab."
                                + " The same stands below the key check in a plugin's .backstage-gen.yaml.");
        page.title("EXIT CODES")
                .term("0", "Nothing that weighs enough was found.")
                .term("1", "An error was found, or more warnings than --max-warnings allows.")
                .term("2", Exit.USAGE.meaning())
                .term("3", Exit.FAILED.meaning());
        world.out().print(page);
        return Exit.CLEAN;
    }

    static Exit printUndo(World world) {
        Page page = new Page(world.inkOut());
        page.title("NAME").line("backstage-gen undo - take back the last run");
        page.title("SYNOPSIS").line("backstage-gen undo [OPTION]...");
        page.title("DESCRIPTION")
                .paragraph("Puts every file that the last run wrote or deleted back as it was before it, byte for byte"
                        + " and with its permissions, whichever command it was. The folders that it made go, unless"
                        + " there is something else in them by now. Afterwards there is nothing more to take back:"
                        + " one run is remembered, not all of them.")
                .line("")
                .paragraph("If one of these files is not any more as the run left it, nothing is changed, and the"
                        + " files are listed.");
        options(page, UndoCommand.flags());
        page.title("EXAMPLES")
                .paragraph("See first what would be taken back:")
                .command("backstage-gen undo --dry-run --diff");
        page.title("FILES")
                .term(
                        ".backstage-gen/",
                        "At the root of the repository: the last run, with the old text of each file that it changed."
                                + " git does not see it, and it may be deleted.");
        page.title("EXIT CODES")
                .term("0", "It was taken back, or there was nothing to take back.")
                .term("1", "Something was edited since, and nothing was changed.")
                .term("2", Exit.USAGE.meaning())
                .term("3", Exit.FAILED.meaning());
        world.out().print(page);
        return Exit.CLEAN;
    }

    static Exit printFeatures(World world) {
        Page page = new Page(world.inkOut());
        page.title("NAME").line("backstage-gen features - list what a plugin can have");
        page.title("SYNOPSIS").line("backstage-gen features [OPTION]...");
        page.title("DESCRIPTION")
                .paragraph("Lists the features that a plugin is asked for with, what each one brings, and the first"
                        + " release of Backstage that has what it uses. As JSON with all that is known of them, the"
                        + " files that they make and change among it; docs/features-json.md describes it.");
        options(page, FeaturesCommand.flags());
        exitCodes(page, List.of(Exit.CLEAN, Exit.USAGE, Exit.FAILED));
        world.out().print(page);
        return Exit.CLEAN;
    }

    static Exit printRules(World world) {
        Page page = new Page(world.inkOut());
        page.title("NAME").line("backstage-gen rules - list what a plugin has to keep to");
        page.title("SYNOPSIS").line("backstage-gen rules [OPTION]...");
        page.title("DESCRIPTION")
                .paragraph(
                        "Lists the rules: the id of each, what is good, how much it weighs, and whether it comes with"
                                + " a repair. docs/rules-json.md describes the JSON.");
        options(page, RulesCommand.flags());
        exitCodes(page, List.of(Exit.CLEAN, Exit.USAGE, Exit.FAILED));
        world.out().print(page);
        return Exit.CLEAN;
    }

    static Exit printExplain(World world) {
        Page page = new Page(world.inkOut());
        page.title("NAME").line("backstage-gen explain - say all about one thing");
        page.title("SYNOPSIS").line("backstage-gen explain").line("backstage-gen explain TOPIC [OPTION]...");
        page.title("DESCRIPTION")
                .paragraph("Without a word it lists what can be explained. Nothing is read or written.");
        page.title("TOPICS")
                .term(
                        "a feature",
                        "What it is for, which services it uses, what it brings with it and why, and what goes wrong"
                                + " without it. Then the difference it makes, as a patch between a plugin with what the"
                                + " feature needs and the same plugin with the feature, in a repository that is made"
                                + " up.")
                .term(
                        "a service",
                        "One that Backstage gives to a plugin, such as httpAuth: what it is for, how it is used today,"
                                + " the traps, and what generates it. Where a feature has the same name, both are"
                                + " shown.")
                .term("mcp, testing", "The same about how actions reach assistants, and about tests.")
                .term("pitfalls", "What goes wrong most often, what to do instead, and which rule finds it.")
                .term("a rule", "Why it is there, a bad and a good example, and how to suppress it.");
        options(page, ExplainCommand.flags());
        page.title("EXAMPLES")
                .paragraph("What there is:")
                .command("backstage-gen explain")
                .paragraph("All about the database:")
                .command("backstage-gen explain db")
                .command("backstage-gen explain database")
                .paragraph("What permissions change where there is a database:")
                .command("backstage-gen explain permissions --with-db")
                .paragraph("One rule:")
                .command("backstage-gen explain router/promise-router");
        exitCodes(page, List.of(Exit.CLEAN, Exit.USAGE, Exit.FAILED));
        world.out().print(page);
        return Exit.CLEAN;
    }

    private static void description(Page page) {
        page.title("DESCRIPTION")
                .paragraph("Makes the package plugins/ID-backend and connects it to the backend: the dependency in its"
                        + " package.json, the line in its index.ts, and what the features need in app-config.yaml."
                        + " Names and versions follow the repository. What could not be connected is said, with the"
                        + " lines to paste.")
                .line("")
                .paragraph("Run it anywhere in a Backstage repository. Without one around it, the plugin is made in"
                        + " plugins/ below the current folder, for the newest release of Backstage that is known.")
                .line("")
                .paragraph("Either all of it is written or nothing. Files that are there already are never overwritten"
                        + " without --force.")
                .line("")
                .paragraph("On a terminal, what is missing is asked for. Without a terminal, or where CI is set,"
                        + " nothing is ever asked, and what is missing is an error.");
    }

    static void exitCodes(Page page, List<Exit> exits) {
        page.title("EXIT CODES");
        exits.forEach(exit -> page.term(String.valueOf(exit.code()), exit.meaning()));
    }

    static void options(Page page, List<Flag> flags) {
        for (Flag.Group group : Flag.Group.values()) {
            if (flags.stream().anyMatch(flag -> flag.group() == group)) {
                page.title(group.title());
            }
            for (Flag flag : flags) {
                if (flag.group() == group) {
                    String names = String.join(", ", flag.names());
                    page.term(flag.takesValue() ? names + " " + flag.label() : names, flag.text());
                }
            }
        }
    }

    private static void examples(Page page, Features features) {
        StringBuilder all = new StringBuilder();
        features.optional().forEach(feature -> all.append(' ').append(feature.flag()));
        String command = "backstage-gen new " + NewCommand.TEMPLATE;
        page.title("EXAMPLES")
                .paragraph("Be asked for everything:")
                .command("backstage-gen new")
                .paragraph("A plugin with all that there is:")
                .command(command + " --id incident-log" + all)
                .paragraph("One that keeps something of your own:")
                .command(command + " --id incident-log --with-db --resource incident --field 'title:string(120)'"
                        + " --field 'severity:enum(low,high)=low' --field openedAt:timestamp --index openedAt")
                .paragraph("See first what would be written:")
                .command(command + " --id incident-log --dry-run --diff")
                .paragraph("From a file, in a script:")
                .command(command + " --spec incident-log.yaml --format json");
    }

    private static void files(Page page) {
        page.title("FILES")
                .term(
                        ".backstage-gen.yaml",
                        "In the plugin's folder: what it was made from. The same form is what"
                                + " --spec reads, with the keys plugin, package, description, owner, license, resources,"
                                + " actionNames and features; docs/spec.schema.json describes it to editors.")
                .term(
                        ".backstage-gen.base",
                        "In the plugin's folder: what was generated, so that later versions can"
                                + " be merged with your changes. Do not edit it; commit both files.");
    }

    private static void environment(Page page) {
        page.title("ENVIRONMENT")
                .term("CI", "When set, nothing is asked.")
                .term(
                        "NO_COLOR",
                        "When set, there is no colour. There is none either when TERM is dumb, or when the"
                                + " output is not a terminal.")
                .term("BACKSTAGE_GEN_DEBUG", "When set, the same as --debug.");
    }
}
