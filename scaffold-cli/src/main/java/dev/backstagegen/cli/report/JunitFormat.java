package dev.backstagegen.cli.report;

import dev.backstagegen.check.CheckReport;
import dev.backstagegen.cli.Plain;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The report as JUnit's XML: a plugin is a suite, each problem a test that failed, and a clean plugin one that passed. */
final class JunitFormat implements CheckFormat {

    private static final String TOOL = "backstage-gen";

    @Override
    public String write(CheckReport report, Run run) {
        Map<RelPath, List<Entry>> suites = new LinkedHashMap<>();
        report.plugins().forEach(plugin -> suites.put(plugin, new ArrayList<>()));
        Entry.all(report, run)
                .forEach(entry -> suites.computeIfAbsent(entry.problem().plugin(), plugin -> new ArrayList<>())
                        .add(entry));
        int notes = report.notes().size();
        int tests = notes
                + suites.values().stream()
                        .mapToInt(each -> Math.max(1, each.size()))
                        .sum();
        Xml xml = new Xml();
        xml.open("testsuites", numbers(TOOL + " check", tests, report.problems().size(), notes));
        suites.forEach((plugin, entries) -> suite(xml, plugin, entries));
        if (notes > 0) {
            notes(xml, report.notes());
        }
        return xml.close("testsuites").toString();
    }

    private static void suite(Xml xml, RelPath plugin, List<Entry> entries) {
        xml.open("testsuite", numbers(plugin.value(), Math.max(1, entries.size()), entries.size(), 0));
        if (entries.isEmpty()) {
            xml.empty("testcase", test("no problems", plugin.value()));
        }
        for (Entry entry : entries) {
            Map<String, Object> test = test(
                    entry.rule() + " at " + entry.region().line() + ":"
                            + entry.region().column(),
                    entry.path().value());
            test.put("file", entry.path().value());
            test.put("line", entry.region().line());
            xml.open("testcase", test);
            xml.text("failure", failure(entry), body(entry));
            xml.close("testcase");
        }
        xml.close("testsuite");
    }

    private static Map<String, Object> failure(Entry entry) {
        Map<String, Object> failure = new LinkedHashMap<>();
        failure.put("type", entry.severity());
        failure.put("message", entry.wrong());
        return failure;
    }

    private static String body(Entry entry) {
        List<String> lines = new ArrayList<>();
        lines.add(entry.place() + " " + entry.severity() + " " + Plain.line(entry.wrong()));
        lines.addAll(Excerpt.of(entry, marks -> marks));
        lines.addAll(entry.sentences().subList(1, entry.sentences().size()));
        return String.join("\n", lines) + "\n";
    }

    /** What was not looked at neither passed nor failed. */
    private static void notes(Xml xml, List<String> notes) {
        xml.open("testsuite", numbers("notes", notes.size(), 0, notes.size()));
        for (int i = 0; i < notes.size(); i++) {
            xml.open("testcase", test("note " + (i + 1), TOOL));
            xml.empty("skipped", Map.of("message", notes.get(i)));
            xml.close("testcase");
        }
        xml.close("testsuite");
    }

    private static Map<String, Object> test(String name, String classname) {
        Map<String, Object> test = new LinkedHashMap<>();
        test.put("name", name);
        test.put("classname", classname);
        test.put("time", 0);
        return test;
    }

    private static Map<String, Object> numbers(String name, int tests, int failures, int skipped) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("name", name);
        numbers.put("tests", tests);
        numbers.put("failures", failures);
        numbers.put("errors", 0);
        numbers.put("skipped", skipped);
        numbers.put("time", 0);
        return numbers;
    }
}
