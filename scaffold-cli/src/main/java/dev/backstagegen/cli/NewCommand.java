package dev.backstagegen.cli;

import dev.backstagegen.Draft;
import dev.backstagegen.Order;
import dev.backstagegen.ScaffoldException;
import dev.backstagegen.Upkeep;
import dev.backstagegen.UpkeepOrder;
import dev.backstagegen.feature.Features;
import dev.backstagegen.spec.Guess;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.tree.RelPath;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * {@code backstage-gen new}: from words to an order, from a draft to words.
 *
 * @param draft works out what would happen
 * @param apply makes it happen; takes the command as well, by which the run is remembered
 */
record NewCommand(Function<Order, Draft> draft, BiConsumer<Draft, String> apply) {

    static final String NAME = "new";
    static final String TEMPLATE = "backend-plugin";

    Exit run(List<String> args, World world) {
        Features features = Features.load();
        Arguments arguments = Arguments.parse(Flag.all(features), args);
        if (arguments.has(Flag.HELP)) {
            return Manual.printNew(world, features);
        }
        if (arguments.has(Flag.VERSION)) {
            return Version.print(world);
        }
        Format format = Format.of(arguments, Format.TEXT, Format.JSON);
        refuseOtherWords(arguments.words());
        Wishes wishes = new Wishes(features, world.cwd());
        Arguments complete = complete(arguments, wishes, world);
        PluginSpec spec = wishes.spec(complete);
        UpkeepOrder where = UpkeepFlags.order(complete, List.of(), features, world);
        Optional<RelPath> there = complete.has(Flag.FORCE) ? Optional.empty() : Upkeep.madeFrom(where, spec);
        if (there.isPresent()) {
            return again(where, there.get(), features, spec, complete, world);
        }
        Order order = new Order(
                world.cwd(),
                complete.value(Flag.ROOT).map(root -> Places.folder(world.cwd(), root)),
                spec,
                wishes.set(spec),
                !complete.has(Flag.NO_WIRE),
                complete.has(Flag.FORCE));
        return make(order, complete, format, world);
    }

    /** The command that made a plugin keeps it up as well. */
    private static Exit again(
            UpkeepOrder where, RelPath folder, Features features, PluginSpec spec, Arguments arguments, World world) {
        Upkeep upkeep = Upkeep.open(where);
        SameWishes.refuseOthers(folder, upkeep.spec(folder), spec, features);
        return new OnePlugin(UpdateCommand.NAME, ShellText.of(NAME, arguments))
                .run(upkeep, folder, SpecWish.updating(List.of()), arguments, world);
    }

    private Exit make(Order order, Arguments arguments, Format format, World world) {
        Draft drafted = draft.apply(order);
        Report report = Report.of(drafted, arguments);
        if (report.isWritten()) {
            apply.accept(drafted, ShellText.of(NAME, arguments));
        }
        switch (format) {
            case JSON -> world.out().print(JsonText.of(report));
            default -> new TextReport(report, order, world).print();
        }
        return report.exit();
    }

    /** What was given, and what was asked for; without somebody to ask, all that is missing is an error. */
    private static Arguments complete(Arguments arguments, Wishes wishes, World world) {
        wishes.check(arguments);
        boolean named = arguments.has(Flag.ID) || arguments.has(Flag.SPEC);
        if (named && !arguments.words().isEmpty()) {
            return arguments;
        }
        if (!world.asks()) {
            throw missing(arguments.words().isEmpty(), !named, world);
        }
        Arguments about = arguments.about(TEMPLATE);
        return named ? about : new Questions(wishes, world).ask(about);
    }

    private static ScaffoldException missing(boolean template, boolean id, World world) {
        String both = template && id ? " and " : "";
        return ScaffoldException.usage(
                "Missing: " + (template ? "what to make (" + TEMPLATE + ")" : "") + both + (id ? "--id ID" : "") + ".",
                (world.isSet("CI") ? "Nothing is asked where CI is set" : "Nothing is asked without a terminal")
                        + "; write for example: backstage-gen new " + TEMPLATE + " --id incident-log");
    }

    private static void refuseOtherWords(List<String> words) {
        if (!words.isEmpty() && !words.get(0).equals(TEMPLATE)) {
            String word = words.get(0);
            throw ScaffoldException.usage(
                    "There is nothing called '" + Plain.line(word) + "' to make.",
                    Guess.hint(word, List.of(TEMPLATE), "There is: " + TEMPLATE));
        }
        if (words.size() > 1) {
            throw ScaffoldException.usage(
                    "'" + Plain.line(words.get(1)) + "' is one word too many.",
                    "A value with spaces goes in quotes, and the id follows --id");
        }
    }
}
