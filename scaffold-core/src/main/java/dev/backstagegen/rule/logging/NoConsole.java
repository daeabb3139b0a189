package dev.backstagegen.rule.logging;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.LogCalls;
import dev.backstagegen.rule.code.Plugin;
import java.util.List;

/** {@code logging/no-console}: everything goes through the plugin's logger. */
public final class NoConsole implements Rule {

    private static final RuleDoc DOC = new RuleDoc(
            "logging/no-console",
            Severity.WARNING,
            "Nothing is written to the console",
            "Uses of `console` in what the backend loads; tests and scripts may use it.",
            "Such a line has no level, no time and no plugin, is not filtered, and no secret is struck out of it.",
            "Take `coreServices.logger`, or the `logger` that an action is given.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(
                    example("", "", "console.log('Refreshed the items', count);"),
                    example(
                            "import { LoggerService } from '@backstage/backend-plugin-api';\n\n",
                            "logger: LoggerService, ",
                            "logger.info('Refreshed the items', { count });"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        return plugin.loaded().stream()
                .flatMap(LogCalls::onConsole)
                .map(use -> Finding.at(use, DOC, "This writes to the console."))
                .toList();
    }

    private static String example(String imported, String parameter, String line) {
        return """
                --- src/report.ts
                %sexport function report(%scount: number) {
                  %s
                }
                """.formatted(imported, parameter, line);
    }
}
