package dev.backstagegen.cli;

import dev.backstagegen.feature.Features;

/** The manual pages; the options and features in them are the ones that are read. */
final class Manual {

    private Manual() {}

    static Exit print(World world) {
        Page page = new Page(world.inkOut());
        page.title("NAME").line("backstage-gen - make Backstage backend plugins");
        page.title("SYNOPSIS")
                .line("backstage-gen new backend-plugin --id ID [OPTION]...")
                .line("backstage-gen help [COMMAND]")
                .line("backstage-gen --version");
        page.title("DESCRIPTION")
                .paragraph("Makes a backend plugin that is ready for review: it type-checks, lints and is formatted,"
                        + " it has tests, and the backend around it starts with it.");
        page.title("COMMANDS")
                .term("new", "Make a plugin. Asks for what is missing.")
                .term("help new", "All about it: its options, examples, files and exit codes.");
        page.title("EXAMPLES").line("backstage-gen new").line("backstage-gen new backend-plugin --id incident-log");
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
        options(page, features);
        examples(page, features);
        page.title("EXIT CODES");
        for (Exit exit : Exit.values()) {
            page.term(String.valueOf(exit.code()), exit.meaning());
        }
        files(page);
        environment(page);
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

    private static void options(Page page, Features features) {
        for (Flag.Group group : Flag.Group.values()) {
            page.title(group.title());
            for (Flag flag : Flag.all(features)) {
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
