package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.feature.Feature;
import dev.backstagegen.feature.Features;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The manual says what there is, and there is what it says. */
class ManualTest {

    private final Stage stage = Stage.inMemory();

    @Test
    void thePages() {
        Golden.check("help.txt", stage.run("--help").out());
        Golden.check("help-new.txt", stage.run("new", "--help").out());
        Golden.check("help-check.txt", stage.run("check", "--help").out());
        Golden.check("help-undo.txt", stage.run("undo", "--help").out());
        Golden.check("help-features.txt", stage.run("features", "--help").out());
        Golden.check("help-rules.txt", stage.run("rules", "--help").out());
        Golden.check("help-explain.txt", stage.run("explain", "--help").out());
    }

    @Test
    void everyWayToThePages() {
        String all = stage.run("--help").out();
        for (String[] args : new String[][] {{}, {"-h"}, {"help"}, {"help", "help"}, {"help", "--help"}}) {
            assertThat(stage.run(args)).isEqualTo(new Stage.Run(0, all, ""));
        }
        String page = stage.run("help", "new").out();
        for (String[] args : new String[][] {
            {"new", "-h"}, {"new", "--help"}, {"new", "backend-plugin", "--help"}, {"new", "--id", "x", "-h"}
        }) {
            assertThat(stage.run(args)).isEqualTo(new Stage.Run(0, page, ""));
        }
        for (String command : new String[] {"check", "undo", "features", "rules", "explain"}) {
            String one = stage.run("help", command).out();
            assertThat(one).startsWith("NAME\n  backstage-gen " + command + " - ");
            assertThat(stage.run(command, "-h")).isEqualTo(new Stage.Run(0, one, ""));
            assertThat(stage.run(command, "--format=json", "--help")).isEqualTo(new Stage.Run(0, one, ""));
        }
        assertThat(stage.orders).isEmpty();
    }

    @Test
    void theVersion() {
        assertThat(stage.run("--version").out()).matches("backstage-gen \\S.*\n");
        assertThat(stage.run("new", "--version").out())
                .isEqualTo(stage.run("--version").out());
    }

    @Test
    void noLineIsWiderThanEighty() {
        assertThat(stage.run("--help").out().lines()).allMatch(line -> line.length() <= 80);
        for (String command : new String[] {"new", "check", "undo", "features", "rules", "explain"}) {
            assertThat(stage.run("help", command).out().lines())
                    .allMatch(line -> line.length() <= 80)
                    .noneMatch(line -> line.endsWith(" "));
        }
    }

    @Test
    void everyOptionOfThePageIsRead() {
        List<Flag> flags = Flag.all(Features.load());
        Matcher option = Pattern.compile("(?m)^  (?:-h, )?(--[a-z-]+)")
                .matcher(stage.run("help", "new").out());
        List<String> listed = new ArrayList<>();
        while (option.find()) {
            listed.add(option.group(1));
        }
        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(
                        flags.stream().map(Flag::name).toList());
        for (Flag flag : flags) {
            List<String> args = flag.takesValue() ? List.of(flag.name(), "x") : List.of(flag.name());
            assertThat(Arguments.parse(flags, args).has(flag.name())).isTrue();
        }
    }

    @Test
    void everyFeatureHasItsOption() {
        assertThat(Flag.all(Features.load()).stream().map(Flag::name))
                .containsAll(
                        Features.load().optional().stream().map(Feature::flag).toList());
    }

    @Test
    void titlesAreBoldForAPerson() {
        assertThat(stage.on(new Terminals(true, true, true)).run("--help").out())
                .contains("\u001b[1mNAME\u001b[0m");
    }
}
