package dev.backstagegen.cli;

import dev.backstagegen.Draft;
import dev.backstagegen.feature.Feature;
import dev.backstagegen.plan.Change;
import dev.backstagegen.tree.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A report for programs: one JSON document, its keys always in the same order. */
final class JsonText {

    private JsonText() {}

    static String of(Failure failure) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", failure.message());
        error.put("hint", failure.hint());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("error", error);
        document.put("exitCode", failure.exit().code());
        return Json.write(document);
    }

    static String of(Report report) {
        Draft draft = report.draft();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("command", "new " + NewCommand.TEMPLATE);
        document.put("root", draft.root().toString());
        document.put("plugin", plugin(report));
        document.put("features", features(report));
        document.put("files", files(draft));
        document.put("wired", wired(report));
        document.put("unwired", unwired(draft));
        document.put("notes", draft.notes());
        report.diff().ifPresent(diff -> document.put("diff", diff));
        document.put("dryRun", report.dryRun());
        document.put("written", report.isWritten());
        document.put("exitCode", report.exit().code());
        document.put("next", report.next());
        return Json.write(document);
    }

    private static Map<String, Object> plugin(Report report) {
        Map<String, Object> plugin = new LinkedHashMap<>();
        plugin.put("id", report.id().value());
        plugin.put("package", report.packageName());
        plugin.put("folder", report.draft().folder().value());
        plugin.put("release", report.draft().release());
        return plugin;
    }

    private static List<Map<String, Object>> features(Report report) {
        List<Map<String, Object>> features = new ArrayList<>();
        for (Feature each : report.features()) {
            Map<String, Object> feature = new LinkedHashMap<>();
            feature.put("name", each.name());
            String reason = report.draft().features().pulledIn().getOrDefault(each.name(), "");
            if (!reason.isEmpty()) {
                feature.put("pulledInBecause", reason);
            }
            features.add(feature);
        }
        return features;
    }

    private static List<Map<String, Object>> files(Draft draft) {
        List<Map<String, Object>> files = new ArrayList<>();
        for (Change change : draft.plan().changes()) {
            Map<String, Object> file = new LinkedHashMap<>();
            file.put("path", change.path().value());
            file.put("change", change.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            files.add(file);
        }
        return files;
    }

    private static List<Map<String, Object>> wired(Report report) {
        List<Map<String, Object>> wired = new ArrayList<>();
        for (Draft.Wiring each : report.wired()) {
            Map<String, Object> wiring = new LinkedHashMap<>();
            wiring.put("path", each.path().value());
            wiring.put("what", each.what());
            wired.add(wiring);
        }
        return wired;
    }

    private static List<Map<String, Object>> unwired(Draft draft) {
        List<Map<String, Object>> unwired = new ArrayList<>();
        for (Draft.Wiring each : draft.unwired()) {
            Map<String, Object> wiring = new LinkedHashMap<>();
            wiring.put("path", each.path().value());
            wiring.put("what", each.what());
            wiring.put("reason", each.reason());
            wiring.put("snippet", each.snippet());
            unwired.add(wiring);
        }
        return unwired;
    }
}
