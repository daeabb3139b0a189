package dev.backstagegen.cli;

import dev.backstagegen.Scaffold;
import dev.backstagegen.ScaffoldException;
import dev.backstagegen.feature.Features;
import dev.backstagegen.spec.Guess;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where the program begins and ends: the only place that catches, and the only one that ends the process. */
public final class Main {

    private static final List<String> COMMANDS = List.of(
            "new",
            AddCommand.NAME,
            RemoveCommand.NAME,
            UpdateCommand.NAME,
            StatusCommand.NAME,
            DiffCommand.NAME,
            AdoptCommand.NAME,
            CheckCommand.NAME,
            UndoCommand.NAME,
            FeaturesCommand.NAME,
            RulesCommand.NAME,
            ExplainCommand.NAME,
            "help");
    private static final List<String> OPTIONS = List.of("--help", "--version");

    private Main() {}

    /** The process: its code says how it went. */
    public static void main(String[] args) {
        if (args.length > 1 && (args[0].equals("new") || args[0].equals(ExplainCommand.NAME))) {
            Scaffold.warmUp();
        }
        System.exit(run(args, World.real()));
    }

    /** Runs a command and says how it ended. */
    static int run(String[] args, World world) {
        return run(args, world, new NewCommand(Scaffold::draft, Scaffold::apply));
    }

    static int run(String[] args, World world, NewCommand command) {
        List<String> words = Arrays.asList(args);
        int code;
        try {
            refuseUnreadable(words);
            code = dispatch(words, world, command).code();
        } catch (ScaffoldException wrong) {
            code = Failure.of(wrong).print(words, world, wrong);
        } catch (RuntimeException | Error bug) {
            code = Failure.bug(bug).print(words, world, bug);
        }
        world.err().flush();
        if (world.out().checkError()) {
            world.err().println("backstage-gen: standard output could not be written.");
            world.err().flush();
            return Exit.FAILED.code();
        }
        return code;
    }

    private static Exit dispatch(List<String> args, World world, NewCommand command) {
        String first = args.isEmpty() ? "--help" : args.get(0);
        List<String> rest = args.isEmpty() ? args : args.subList(1, args.size());
        return switch (first) {
            case "-h", "--help" -> Manual.print(world);
            case "help" -> help(rest, world);
            case "--version", "-V", "version" -> Version.print(world);
            case "new" -> command.run(rest, world);
            case AddCommand.NAME -> AddCommand.run(rest, world);
            case RemoveCommand.NAME -> RemoveCommand.run(rest, world);
            case UpdateCommand.NAME -> UpdateCommand.run(rest, world);
            case StatusCommand.NAME -> StatusCommand.run(rest, world);
            case DiffCommand.NAME -> DiffCommand.run(rest, world);
            case AdoptCommand.NAME -> AdoptCommand.run(rest, world);
            case CheckCommand.NAME -> CheckCommand.run(rest, world);
            case UndoCommand.NAME -> UndoCommand.run(rest, world);
            case FeaturesCommand.NAME -> FeaturesCommand.run(rest, world);
            case RulesCommand.NAME -> RulesCommand.run(rest, world);
            case ExplainCommand.NAME -> ExplainCommand.run(rest, world);
            default -> throw unknown(first);
        };
    }

    /** The command that a command line names, if it has a page of its own. */
    static Optional<String> command(List<String> args) {
        return args.stream().findFirst().filter(COMMANDS::contains).filter(name -> !name.equals("help"));
    }

    /** What the locale cannot express comes in as replacement characters; taken as it is, it would be generated so. */
    private static void refuseUnreadable(List<String> args) {
        for (String arg : args) {
            if (arg.indexOf('\uFFFD') >= 0) {
                throw unreadable("'" + Plain.line(arg) + "'");
            }
        }
        // Libraries stumble over such a folder as soon as they are loaded, with errors that say nothing.
        if (System.getProperty("user.dir").indexOf('\uFFFD') >= 0) {
            throw unreadable("The name of the current folder");
        }
    }

    private static ScaffoldException unreadable(String what) {
        return ScaffoldException.usage(
                what + " has characters that cannot be read in this locale.",
                "Set a UTF-8 locale, for example LC_ALL=C.UTF-8");
    }

    private static Exit help(List<String> words, World world) {
        if (words.isEmpty() || words.get(0).startsWith("-") || words.get(0).equals("help")) {
            return Manual.print(world);
        }
        return switch (words.get(0)) {
            case "new" -> Manual.printNew(world, Features.load());
            case AddCommand.NAME -> UpkeepManual.printAdd(world, Features.load());
            case RemoveCommand.NAME -> UpkeepManual.printRemove(world);
            case UpdateCommand.NAME -> UpkeepManual.printUpdate(world);
            case StatusCommand.NAME -> UpkeepManual.printStatus(world);
            case DiffCommand.NAME -> UpkeepManual.printDiff(world);
            case AdoptCommand.NAME -> UpkeepManual.printAdopt(world);
            case CheckCommand.NAME -> Manual.printCheck(world);
            case UndoCommand.NAME -> Manual.printUndo(world);
            case FeaturesCommand.NAME -> Manual.printFeatures(world);
            case RulesCommand.NAME -> Manual.printRules(world);
            case ExplainCommand.NAME -> Manual.printExplain(world);
            default -> throw unknown(words.get(0));
        };
    }

    private static ScaffoldException unknown(String word) {
        if (word.startsWith("-")) {
            return ScaffoldException.usage(
                    "Unknown option '" + Plain.line(word) + "' before a command.",
                    Guess.hint(
                            word, OPTIONS, "Options of a command follow it: backstage-gen new backend-plugin --id ID"));
        }
        return ScaffoldException.usage(
                "Unknown command '" + Plain.line(word) + "'.",
                Guess.hint(word, COMMANDS, "There are: " + String.join(", ", COMMANDS)));
    }
}
