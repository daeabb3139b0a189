package dev.backstagegen.cli;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Rules;
import dev.backstagegen.tree.Json;
import java.util.List;
import java.util.Locale;

/** {@code backstage-gen rules}: what a plugin has to keep to. */
final class RulesCommand {

    static final String NAME = "rules";

    private RulesCommand() {}

    static List<Flag> flags() {
        return List.of(CommonFlags.format(Format.TEXT, Format.JSON), CommonFlags.DEBUG, CommonFlags.HELP);
    }

    static Exit run(List<String> args, World world) {
        Arguments arguments = Arguments.parse(flags(), args);
        if (arguments.has(Flag.HELP)) {
            return Manual.printRules(world);
        }
        Format format = Format.of(arguments, Format.TEXT, Format.JSON);
        if (!arguments.words().isEmpty()) {
            throw ScaffoldException.usage(
                    "'" + Plain.line(arguments.words().get(0)) + "' is one word too many.",
                    "About one rule: backstage-gen explain RULE");
        }
        List<RuleDoc> docs = Rules.ALL.stream().map(Rule::doc).toList();
        switch (format) {
            case JSON -> world.out().print(Json.write(RuleDocument.list(docs)));
            default -> world.out().print(page(docs, world.inkOut()));
        }
        return Exit.CLEAN;
    }

    private static Page page(List<RuleDoc> docs, Ink ink) {
        Page page = new Page(ink).title("RULES");
        for (RuleDoc doc : docs) {
            String severity = doc.severity().name().toLowerCase(Locale.ROOT);
            page.term(doc.id(), doc.title() + " (" + severity + (doc.fixable() ? ", repaired by --fix)." : ")."));
        }
        return page.line("")
                .paragraph("All about one of them, with a bad and a good example: backstage-gen explain RULE");
    }
}
