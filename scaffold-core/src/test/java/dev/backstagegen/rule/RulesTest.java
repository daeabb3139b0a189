package dev.backstagegen.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.spec.ActionNames;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.tree.Txtar;
import dev.backstagegen.ts.TsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {

    static Stream<Cases.Case> bad() {
        return Rules.ALL.stream().flatMap(rule -> Cases.of(rule).stream()).filter(Cases.Case::isBad);
    }

    static Stream<Cases.Case> good() {
        return Rules.ALL.stream().flatMap(rule -> Cases.of(rule).stream()).filter(each -> !each.isBad());
    }

    static Stream<Cases.Case> fixed() {
        return bad().filter(each -> each.fixed().isPresent());
    }

    @ParameterizedTest
    @MethodSource
    void bad(Cases.Case example) {
        assertThat(found(example, example.plugin())).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void good(Cases.Case example) {
        assertThat(found(example, example.plugin())).isEmpty();
    }

    /** What a page shows is copied, so it has to please every rule. */
    @ParameterizedTest
    @MethodSource("good")
    void goodOnThePage(Cases.Case example) {
        assertThat(example.isOnThePage() ? foundByAny(example.plugin()) : List.of())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void fixed(Cases.Case example) {
        Rule rule = Rules.byId(example.rule()).orElseThrow();
        Fixer.Fixed once = Fixer.fix(example.plugin(), List.of(rule), true);
        assertThat(changed(once.tree(), example.plugin()))
                .isEqualTo(changed(example.fixed().orElseThrow(), example.plugin()));
        assertThat(once.fighting()).isEmpty();
        assertThat(found(example, once.tree())).isEmpty();
        assertThat(example.isOnThePage() ? foundByAny(once.tree()) : List.of()).isEmpty();
        assertThat(Fixer.fix(once.tree(), List.of(rule), true).tree()).isEqualTo(once.tree());
    }

    @ParameterizedTest
    @MethodSource("bad")
    void aRepairKeepsTheFilesReadable(Cases.Case example) {
        Fixer.Fixed fixed = Fixer.fix(example.plugin(), Rules.ALL, true);
        assertThat(fixed.fighting()).isEmpty();
        assertThat(Fixer.fix(fixed.tree(), Rules.ALL, true).tree()).isEqualTo(fixed.tree());
        fixed.tree().asMap().forEach((path, text) -> {
            boolean readable = example.plugin()
                    .text(path)
                    .filter(before -> TsFile.parse(before).isWhole())
                    .isPresent();
            if (path.extension().equals("ts") && readable) {
                assertThat(TsFile.parse(text).isWhole()).as(path + "\n" + text).isTrue();
            }
        });
    }

    @Test
    void eachRuleHasThreeBadAndThreeGoodExamplesAndNoTwoAreTheSame() {
        for (Rule rule : Rules.ALL) {
            List<Cases.Case> cases = Cases.of(rule);
            assertThat(cases.stream().filter(Cases.Case::isBad))
                    .as(rule.doc().id() + " bad")
                    .hasSizeGreaterThanOrEqualTo(3);
            assertThat(cases.stream().filter(each -> !each.isBad()))
                    .as(rule.doc().id() + " good")
                    .hasSizeGreaterThanOrEqualTo(3);
            assertThat(cases).extracting(Cases.Case::plugin).as(rule.doc().id()).doesNotHaveDuplicates();
            assertThat(cases.stream().anyMatch(each -> each.fixed().isPresent()))
                    .as(rule.doc().id() + " fixable")
                    .isEqualTo(rule.doc().fixable());
        }
    }

    @Test
    void theListIsSortedAndComplete() {
        assertThat(Rules.ALL).extracting(rule -> rule.doc().id()).isSorted().doesNotHaveDuplicates();
        JavaClasses classes = new ClassFileImporter().importPackages("dev.backstagegen.rule");
        assertThat(classes.stream()
                        .filter(each ->
                                each.isAssignableTo(Rule.class) && each.isTopLevelClass() && !each.isInterface())
                        .map(JavaClass::getName))
                .containsExactlyInAnyOrderElementsOf(Rules.ALL.stream()
                        .map(rule -> rule.getClass().getName())
                        .toList());
    }

    @Test
    void aClassIsNamedAfterItsRule() {
        assertThat(Rules.ALL)
                .allSatisfy(rule ->
                        assertThat(id(rule.getClass())).isEqualTo(rule.doc().id()));
    }

    @Test
    void whatIsGeneratedHasNoFinding() throws IOException {
        try (Stream<Path> goldens = Files.list(Path.of("src/test/resources/golden"))) {
            for (Path golden : goldens.toList()) {
                FileTree plugin = Txtar.read(Files.readString(golden));
                ActionNames names = golden.toString().contains("kebab") ? ActionNames.KEBAB : ActionNames.SNAKE;
                assertThat(Rules.check(Plugin.of(plugin, names), Rules.ALL))
                        .as(golden.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void aSuppressionWithAReasonSilences() {
        FileTree plugin = Cases.of(Rules.byId("router/promise-router").orElseThrow())
                .get(0)
                .plugin();
        RelPath router = RelPath.of("src/router.ts");
        String text = plugin.text(router).orElseThrow();
        String line = "  const router = express.Router();";
        FileTree silenced = plugin.with(
                router,
                text.replace(line, "  // backstage-gen-ignore router/promise-router -- tried by hand\n" + line));
        FileTree mute =
                plugin.with(router, text.replace(line, "  // backstage-gen-ignore router/promise-router\n" + line));
        assertThat(Rules.check(silenced)).isEmpty();
        assertThat(Rules.check(mute))
                .extracting(Finding::rule)
                .containsExactly("suppression/well-formed", "router/promise-router");
    }

    @Test
    void nothingIsSaidOfWhatCannotBeRead() {
        FileTree plugin = Cases.of(Rules.byId("router/promise-router").orElseThrow())
                .get(0)
                .plugin();
        RelPath router = RelPath.of("src/router.ts");
        String text = plugin.text(router).orElseThrow();
        for (int cut = 0; cut < text.length(); cut += 7) {
            Rules.check(plugin.with(router, text.substring(0, cut)));
            Rules.check(plugin.with(router, text.substring(cut)));
        }
        assertThat(Rules.check(plugin.with(router, text.replace("express.Router()", "express.Router("))))
                .isEmpty();
    }

    @Test
    void rulesThatFightAreNamed() {
        Rule longer = new Turning("test/longer", "a", "bb");
        Rule shorter = new Turning("test/shorter", "bb", "a");
        FileTree plugin = FileTree.of(Map.of(RelPath.of("src/x.ts"), "a;\n"));
        assertThat(Fixer.fix(plugin, List.of(longer, shorter), false).fighting())
                .containsExactly("test/longer");
        assertThat(Fixer.fix(plugin, List.of(longer), false).fighting()).isEmpty();
    }

    @Test
    void suggestionsAreMadeOnRequestOnly() {
        Rule rule = new Turning("test/turning", "a", "b");
        FileTree plugin = FileTree.of(Map.of(RelPath.of("src/x.ts"), "a;\n"));
        Rule suggesting = new Suggesting(rule);
        assertThat(Fixer.fix(plugin, List.of(suggesting), false).tree()).isEqualTo(plugin);
        assertThat(Fixer.fix(plugin, List.of(suggesting), true).tree().text(RelPath.of("src/x.ts")))
                .contains("b;\n");
    }

    private static List<Finding> found(Cases.Case example, FileTree plugin) {
        return Rules.check(plugin).stream()
                .filter(finding -> finding.rule().equals(example.rule()))
                .toList();
    }

    /** Examples do not list the packages that they import. */
    private static List<Finding> foundByAny(FileTree plugin) {
        return Rules.check(plugin).stream()
                .filter(finding -> !finding.rule().matches("package/.*-dependencies"))
                .toList();
    }

    /** The texts that differ, which a failure shows better than two whole trees. */
    private static Map<RelPath, String> changed(FileTree after, FileTree before) {
        Map<RelPath, String> changed = new TreeMap<>(after.asMap());
        changed.entrySet()
                .removeIf(file -> before.text(file.getKey())
                        .filter(file.getValue()::equals)
                        .isPresent());
        return changed;
    }

    private static String id(Class<?> rule) {
        String group = rule.getPackageName().substring(rule.getPackageName().lastIndexOf('.') + 1);
        String name = rule.getSimpleName().replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return (group.equals("manifest") ? "package" : group) + "/" + name;
    }

    /** Replaces one word by another. */
    private record Turning(RuleDoc doc, String from, String to) implements Rule {
        Turning(String id, String from, String to) {
            this(new RuleDoc(id, Severity.INFO, "", "", "", "", true, "", List.of()), from, to);
        }

        @Override
        public List<Finding> check(Plugin plugin) {
            List<Finding> findings = new ArrayList<>();
            plugin.sources()
                    .forEach(source -> source.places("identifier")
                            .filter(each -> each.node().text().equals(from))
                            .forEach(each -> findings.add(Finding.at(
                                    each,
                                    doc,
                                    "It is " + from + ".",
                                    Repair.safe(List.of(new Edit(
                                            source.path(),
                                            new TextEdit(
                                                    each.node().start(),
                                                    each.node().end(),
                                                    to))))))));
            return findings;
        }
    }

    /** Another rule, whose repairs are not sure. */
    private record Suggesting(Rule rule) implements Rule {
        @Override
        public RuleDoc doc() {
            return rule.doc();
        }

        @Override
        public List<Finding> check(Plugin plugin) {
            return rule.check(plugin).stream()
                    .map(each -> new Finding(
                            each.rule(),
                            each.severity(),
                            each.spot(),
                            each.message(),
                            Repair.suggested(each.repair().edits())))
                    .toList();
        }
    }
}
