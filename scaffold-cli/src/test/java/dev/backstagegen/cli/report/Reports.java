package dev.backstagegen.cli.report;

import dev.backstagegen.check.CheckReport;
import dev.backstagegen.check.Problem;
import dev.backstagegen.cli.Ink;
import dev.backstagegen.rule.Edit;
import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Spot;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import dev.backstagegen.tree.TextEdit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reports made by hand, with what is awkward in files, paths and names. */
final class Reports {

    static final RuleDoc DOOR = doc(
            "auth/open-door",
            Severity.ERROR,
            "Whoever comes in can do everything.",
            "Name the path: `httpRouter.addAuthPolicy({ path: '/health', allow: 'unauthenticated' })`.",
            true);
    static final RuleDoc LATE = doc(
            "database/late-migration",
            Severity.WARNING,
            "The first request meets a table that is not there yet, and what it answers depends on who was faster.",
            "Await the migrations before the router is made.",
            true);
    static final RuleDoc QUIET = doc("router/quiet", Severity.INFO, "Nobody knows what happened.", "Log it.", false);

    private static final RelPath PLUGIN = RelPath.of("plugins/orders-backend");
    private static final RelPath ODD = RelPath.of("plugins/odd, 100% _`@ann`_- #7 [x](y)-backend");
    private static final RelPath CLEAN = RelPath.of("plugins/clean-backend");

    private static final String ROUTER = """
            import { Router } from 'express';

            \tconst 名前 = '👩‍🚀 ok'; router.use(open('*'));\u001b[2J
            export const all = [
              first(),

              second({
                a: 1,
                b: 2,
              }),
            ];
            """;
    private static final String LONG = "const a = " + "'名前', ".repeat(40) + "open('*')" + ", '👩'".repeat(40) + ";\n";

    private final Map<RelPath, String> texts = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private Reports() {}

    static Run run(RuleDoc... rules) {
        return new Run("1.2.3", 1, Ink.NONE, List.of(rules));
    }

    static Run run() {
        return run(DOOR, LATE, QUIET);
    }

    static CheckReport empty() {
        return new CheckReport(Path.of("/acme"), List.of(), List.of(), 0, List.of(), FileTree.EMPTY, List.of());
    }

    static CheckReport clean() {
        return new CheckReport(Path.of("/acme"), List.of(CLEAN), List.of(), 0, List.of(), FileTree.EMPTY, List.of());
    }

    /** Many problems of one kind in one line. */
    static CheckReport many(int count) {
        Reports reports = new Reports();
        for (int i = 0; i < count; i++) {
            reports.add(PLUGIN, "src/router.ts", ROUTER, "open('*')", DOOR, "It is open to all.", Repair.NONE);
        }
        return reports.report(List.of(PLUGIN), List.of(), List.of());
    }

    static CheckReport awkward() {
        Reports reports = new Reports();
        reports.odd();
        reports.places();
        reports.repairs();
        return reports.report(
                List.of(CLEAN, ODD, PLUGIN),
                List.of(new CheckReport.Gone(
                        "auth/open-door", RelPath.of("plugins/a, b/\u009b.ts"), "00000000000000ff")),
                List.of("plugins/broken:\u001b[31m <b>100%</b>\n::error::@ann has no package.json."));
    }

    private void odd() {
        add(
                ODD,
                "src/\u009b31m a,b%0A.ts",
                "open('*')",
                "open('*')",
                DOOR,
                "'</details><script>|\r\n::error::`*@ann* {0} [me](http://evil.example) www.evil.example $1' is open.",
                Repair.NONE);
        add(
                new Spot(RelPath.of("src/unread.ts"), 40, 44, 3, 5),
                ODD,
                LATE,
                "The text of this file is not at hand.",
                Repair.NONE);
        add(
                new Spot(RelPath.of("src/unread.ts"), 80, 84, 9, 1),
                ODD,
                doc("other/unknown", Severity.INFO, "", "", false),
                "A rule that this list does not know.",
                Repair.NONE);
    }

    private void places() {
        add(PLUGIN, "src/long.ts", LONG, "open('*')", DOOR, "Far to the right.", Repair.NONE);
        add(PLUGIN, "src/router.ts", ROUTER, "名前", QUIET, "A wide name.", Repair.NONE);
        add(PLUGIN, "src/router.ts", ROUTER, "👩‍🚀 ok", QUIET, "More than one code unit.", Repair.NONE);
        add(PLUGIN, "src/router.ts", ROUTER, "first(),\n\n  second", LATE, "Three lines.", Repair.NONE);
        add(PLUGIN, "src/router.ts", ROUTER, ROUTER.strip(), LATE, "All of it.", Repair.NONE);
        add(PLUGIN, "src/router.ts", ROUTER, "export const all = [\n", QUIET, "With its end.", Repair.NONE);
        int end = ROUTER.length();
        add(
                new Spot(RelPath.of("src/router.ts"), end, end, 12, 1),
                PLUGIN,
                QUIET,
                "Something is missing.",
                Repair.NONE);
    }

    private void repairs() {
        RelPath router = RelPath.of("src/router.ts");
        int start = ROUTER.indexOf("open('*')");
        add(
                PLUGIN,
                "src/router.ts",
                ROUTER,
                "open('*')",
                DOOR,
                "It is open to all.",
                Repair.safe(List.of(
                        new Edit(router, new TextEdit(start, start + 9, "open('/health')")),
                        new Edit(router, TextEdit.insert(0, "import { open } from './open';\n")))));
        add(
                PLUGIN,
                "src/router.ts",
                ROUTER,
                "second",
                LATE,
                "It is not awaited.",
                Repair.suggested(List.of(
                        new Edit(router, new TextEdit(start, start + 9, "")),
                        new Edit(
                                RelPath.of("^/.changeset/new, one.md"),
                                TextEdit.insert(0, "---\n\"x\": patch\n---\n")))));
    }

    private void add(RelPath plugin, String path, String text, String part, RuleDoc doc, String wrong, Repair repair) {
        RelPath file = RelPath.of(path);
        texts.put(plugin.resolve(file), text);
        int start = text.indexOf(part);
        Region region = Region.of(text, start, start + part.length());
        add(new Spot(file, start, start + part.length(), region.line(), region.column()), plugin, doc, wrong, repair);
    }

    private void add(Spot spot, RelPath plugin, RuleDoc doc, String wrong, Repair repair) {
        String message = doc.why().isEmpty() ? wrong : wrong + " " + doc.why() + " " + doc.todo();
        problems.add(new Problem(
                plugin,
                new Finding(doc.id(), doc.severity(), spot, message, repair),
                doc.severity(),
                String.format("%016x", problems.size() + 1)));
    }

    private CheckReport report(List<RelPath> plugins, List<CheckReport.Gone> gone, List<String> notes) {
        return new CheckReport(Path.of("/acme"), plugins, problems, 4, gone, FileTree.of(texts), notes);
    }

    private static RuleDoc doc(String id, Severity severity, String why, String todo, boolean fixable) {
        RuleDoc.Example example = new RuleDoc.Example("--- src/a.ts\nopen('*');\n", "--- src/a.ts\nopen('/health');\n");
        return new RuleDoc(
                id, severity, "It holds for " + id, "Calls of `open`.", why, todo, fixable, "1.0.0", List.of(example));
    }
}
