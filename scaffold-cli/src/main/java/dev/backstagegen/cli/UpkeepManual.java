package dev.backstagegen.cli;

import dev.backstagegen.feature.Features;
import java.util.List;

/** The pages of the commands that keep plugins up. */
final class UpkeepManual {

    private static final List<Exit> EXITS =
            List.of(Exit.CLEAN, Exit.LEFT_TO_DO, Exit.USAGE, Exit.FAILED, Exit.CONFLICT);

    private UpkeepManual() {}

    static Exit printAdd(World world, Features features) {
        Page page = page(world, AddCommand.NAME, "let a plugin take on a feature, or something of its own");
        page.title("SYNOPSIS")
                .line("backstage-gen add FEATURE... [PATH] [OPTION]...")
                .line("backstage-gen add resource NAME [PATH] [OPTION]...")
                .line("backstage-gen add field [RESOURCE] FIELD... [PATH] [OPTION]...")
                .line("backstage-gen add route METHOD PATTERN [PATH] [OPTION]...")
                .line("backstage-gen add action|task|permission|migration NAME [PATH] [OPTION]...");
        page.title("DESCRIPTION")
                .paragraph("Generates the plugin with the larger description and merges that into the files as they"
                        + " stand. What you wrote stays; where you edited the very lines that are generated anew,"
                        + " somebody has to decide. PATH is the plugin's folder, or a file in it; without one it is the"
                        + " plugin around the current folder, or the only one there is.")
                .line("")
                .paragraph("What a plugin keeps changes its tables by a new migration; one that is there is never"
                        + " touched. A new field of a table that is there may be empty or has a default, because what"
                        + " is kept already has no value for it.")
                .line("")
                .paragraph("backstage-gen features lists the features.");
        Manual.options(page, AddCommand.flags(features));
        page.title("EXAMPLES")
                .paragraph("Actions for assistants, and a cache:")
                .command("backstage-gen add mcp cache plugins/example-backend")
                .paragraph("See first what that would change:")
                .command("backstage-gen add mcp --dry-run --diff")
                .paragraph("One more thing that the plugin keeps:")
                .command("backstage-gen add resource comment --field 'body:text' --field 'incident:ref(incident)?'")
                .paragraph("A field more:")
                .command("backstage-gen add field incident 'severity:enum(low,high)=low'");
        return print(world, page);
    }

    static Exit printRemove(World world) {
        Page page = page(world, RemoveCommand.NAME, "let a plugin give up a feature, or something of its own");
        page.title("SYNOPSIS")
                .line("backstage-gen remove FEATURE... [PATH] [OPTION]...")
                .line("backstage-gen remove resource|action|task|permission NAME [PATH] [OPTION]...")
                .line("backstage-gen remove field [RESOURCE] FIELD [PATH] [OPTION]...")
                .line("backstage-gen remove route METHOD PATTERN [PATH] [OPTION]...");
        page.title("DESCRIPTION")
                .paragraph("The inverse of add: right after it, the files are again what they were. Files that are as"
                        + " generated go; what you edited is listed and left. Lines of the feature in files that are"
                        + " shared go where nobody edited them.")
                .line("")
                .paragraph("What it kept in tables goes by a new migration, unless the last run of this tool made the"
                        + " one that it came with: then that goes again. A table that nothing uses any more stays.");
        Manual.options(page, RemoveCommand.flags());
        return print(world, page);
    }

    static Exit printUpdate(World world) {
        Page page = page(world, UpdateCommand.NAME, "bring plugins to today's templates");
        page.title("SYNOPSIS").line("backstage-gen update [PATH...] [OPTION]...");
        page.title("DESCRIPTION")
                .paragraph("Generates each plugin anew from its .backstage-gen.yaml, for the release of Backstage that"
                        + " the repository has, and merges that three ways with what was generated last and what"
                        + " stands there. A file that you deleted stays deleted, unless something new imports it. Neither"
                        + " git nor a network is needed.")
                .line("")
                .paragraph("The spec may be edited by hand first. With --all, a plugin that fails does not keep the"
                        + " others from it.");
        Manual.options(page, UpdateCommand.flags());
        page.title("EXAMPLES")
                .paragraph("Every plugin, in CI:")
                .command("backstage-gen update --all --on-conflict markers")
                .paragraph("Ahead of an upgrade of Backstage:")
                .command("backstage-gen update --all --to-release 1.55.0 --dry-run");
        return print(world, page);
    }

    static Exit printStatus(World world) {
        Page page = page(world, StatusCommand.NAME, "say how plugins stand to what is generated");
        page.title("SYNOPSIS").line("backstage-gen status [PATH...] [OPTION]...");
        page.title("DESCRIPTION")
                .paragraph("Of each file that is not as generated it says: edited by you, behind the templates, both,"
                        + " deleted by you, in conflict, or with marks of a conflict left in it. Nothing is written.");
        Manual.options(page, StatusCommand.flags());
        page.title("EXAMPLES").paragraph("A gate in CI:").command("backstage-gen status --all --check");
        page.title("EXIT CODES")
                .term("0", "Nothing is behind, or --check was not given.")
                .term("1", "Something is behind, with --check.")
                .term("2", Exit.USAGE.meaning())
                .term("3", "A plugin could not be looked at.");
        world.out().print(page);
        return Exit.CLEAN;
    }

    static Exit printDiff(World world) {
        Page page = page(world, DiffCommand.NAME, "show what was changed by hand, or would change");
        page.title("SYNOPSIS").line("backstage-gen diff [PATH...] [OPTION]...");
        page.title("DESCRIPTION")
                .paragraph("Prints a patch that git apply takes: what you changed since the plugin was generated; or"
                        + " with an option, what a command would change in your files.");
        Manual.options(page, DiffCommand.flags());
        page.title("EXAMPLES")
                .paragraph("What did we change?")
                .command("backstage-gen diff plugins/example-backend")
                .paragraph("What would a cache change?")
                .command("backstage-gen diff --with cache");
        return print(world, page);
    }

    static Exit printAdopt(World world) {
        Page page = page(world, AdoptCommand.NAME, "keep up a plugin that was made otherwise");
        page.title("SYNOPSIS").line("backstage-gen adopt PATH [OPTION]...");
        page.title("DESCRIPTION")
                .paragraph("Reads off the plugin's code what it would have been made from, and puts that beside it as"
                        + " .backstage-gen.yaml, with a memory of what would have been generated. No file of the plugin"
                        + " changes. From then on add brings features into it: new files come as they are generated,"
                        + " lines in your files are merged, and what a new file imports comes with it. Look at the"
                        + " description first, and correct it where it is wrong.");
        Manual.options(page, AdoptCommand.flags());
        page.title("EXAMPLES")
                .command("backstage-gen adopt plugins/todo-backend")
                .command("backstage-gen add mcp plugins/todo-backend --dry-run --diff");
        Manual.exitCodes(page, List.of(Exit.CLEAN, Exit.USAGE, Exit.FAILED));
        world.out().print(page);
        return Exit.CLEAN;
    }

    private static Page page(World world, String command, String what) {
        Page page = new Page(world.inkOut());
        page.title("NAME").line("backstage-gen " + command + " - " + what);
        return page;
    }

    private static Exit print(World world, Page page) {
        Manual.exitCodes(page, EXITS);
        world.out().print(page);
        return Exit.CLEAN;
    }
}
