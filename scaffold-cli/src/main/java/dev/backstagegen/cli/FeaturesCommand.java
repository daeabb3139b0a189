package dev.backstagegen.cli;

import dev.backstagegen.Example;
import dev.backstagegen.ScaffoldException;
import dev.backstagegen.explain.FeatureDoc;
import dev.backstagegen.feature.Feature;
import dev.backstagegen.feature.Features;
import dev.backstagegen.tree.Json;
import java.util.List;
import java.util.Set;

/** {@code backstage-gen features}: what can be asked for. */
final class FeaturesCommand {

    static final String NAME = "features";

    private FeaturesCommand() {}

    static List<Flag> flags() {
        return List.of(CommonFlags.format(Format.TEXT, Format.JSON), CommonFlags.DEBUG, CommonFlags.HELP);
    }

    static Exit run(List<String> args, World world) {
        Arguments arguments = Arguments.parse(flags(), args);
        if (arguments.has(Flag.HELP)) {
            return Manual.printFeatures(world);
        }
        Format format = Format.of(arguments, Format.TEXT, Format.JSON);
        if (!arguments.words().isEmpty()) {
            throw ScaffoldException.usage(
                    "'" + Plain.line(arguments.words().get(0)) + "' is one word too many.",
                    "About one feature: backstage-gen explain FEATURE");
        }
        Features features = Features.load();
        switch (format) {
            case JSON -> world.out().print(document(features));
            default -> world.out().print(page(features, world.inkOut()));
        }
        return Exit.CLEAN;
    }

    private static String document(Features features) {
        Example example = Example.of(features, Example.ID, Set.of());
        List<FeatureDoc> docs =
                features.optional().stream().map(example::explain).toList();
        return Json.write(docs.stream().map(FeatureDocument::of).toList());
    }

    private static Page page(Features features, Ink ink) {
        Page page = new Page(ink).title("FEATURES");
        for (Feature feature : features.optional()) {
            page.term(feature.name(), feature.title() + ". " + feature.summary());
            feature.since().ifPresent(since -> page.term("", "Since Backstage " + since + "."));
            feature.needs().forEach(need -> page.term("", "Brings " + need.feature() + ": " + need.reason() + "."));
            feature.conflicts().forEach(other -> page.term("", "Cannot stand beside " + other + "."));
        }
        return page.line("")
                .paragraph("A plugin has those that are asked for with --with-FEATURE. All about one of them, with"
                        + " the difference it makes: backstage-gen explain FEATURE");
    }
}
