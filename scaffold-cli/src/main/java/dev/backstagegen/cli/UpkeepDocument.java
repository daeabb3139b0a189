package dev.backstagegen.cli;

import dev.backstagegen.Draft;
import dev.backstagegen.Upkeep;
import dev.backstagegen.plan.Change;
import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What came of plugins, for programs: one JSON document, its keys always in the same order. {@code
 * docs/upkeep-report.schema.json} describes it.
 */
final class UpkeepDocument {

    private UpkeepDocument() {}

    static String of(String command, Upkeep upkeep, UpkeepResult result, boolean diff) {
        return document(command, upkeep, List.of(plugin(result, diff)), result.exit());
    }

    static String of(String command, Upkeep upkeep, List<PluginOutcome> outcomes, boolean diff) {
        List<Map<String, Object>> plugins = new ArrayList<>();
        for (PluginOutcome outcome : outcomes) {
            if (outcome instanceof PluginOutcome.Done done) {
                plugins.add(plugin(done.result(), diff));
            } else if (outcome instanceof PluginOutcome.Failed failed) {
                Map<String, Object> plugin = new LinkedHashMap<>();
                plugin.put("folder", failed.folder().value());
                plugin.put("error", error(failed));
                plugin.put("written", false);
                plugins.add(plugin);
            }
        }
        return document(command, upkeep, plugins, UpdateCommand.worst(outcomes));
    }

    private static String document(String command, Upkeep upkeep, List<Map<String, Object>> plugins, Exit exit) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schemaVersion", 1);
        document.put("command", command);
        document.put("version", Version.number());
        document.put("root", upkeep.root().toString());
        document.put("plugins", plugins);
        document.put("notes", upkeep.notes());
        document.put("exitCode", exit.code());
        return Json.write(document);
    }

    private static Map<String, Object> plugin(UpkeepResult result, boolean diff) {
        Map<String, Object> plugin = new LinkedHashMap<>();
        plugin.put("folder", result.draft().folder().value());
        plugin.put("id", result.draft().spec().id().value());
        plugin.put("package", result.draft().spec().packageName().orElse(""));
        plugin.put("release", result.draft().release());
        plugin.put("features", List.copyOf(result.draft().spec().features()));
        plugin.put("files", files(result));
        plugin.put("conflicts", conflicts(result));
        plugin.put("left", result.left().stream().map(RelPath::value).toList());
        plugin.put("wired", wired(result));
        plugin.put("unwired", unwired(result));
        plugin.put("notes", result.draft().notes());
        if (diff) {
            plugin.put("diff", result.patch());
        }
        plugin.put("dryRun", result.dryRun());
        plugin.put("written", result.written());
        return plugin;
    }

    private static Map<String, Object> error(PluginOutcome.Failed failed) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", failed.message());
        error.put("hint", failed.hint());
        return error;
    }

    private static List<Map<String, Object>> files(UpkeepResult result) {
        List<Map<String, Object>> files = new ArrayList<>();
        for (Change change : result.decided().plan().changes()) {
            Map<String, Object> file = new LinkedHashMap<>();
            file.put("path", change.path().value());
            file.put("change", change.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            files.add(file);
        }
        return files;
    }

    private static List<Map<String, Object>> conflicts(UpkeepResult result) {
        List<Map<String, Object>> conflicts = new ArrayList<>();
        for (UpkeepResult.Place place : result.places()) {
            Map<String, Object> conflict = new LinkedHashMap<>();
            conflict.put("path", place.change().path().value());
            conflict.put("line", place.line());
            conflict.put("base", place.conflict().base());
            conflict.put("yours", place.conflict().yours());
            conflict.put("generated", place.conflict().fresh());
            conflicts.add(conflict);
        }
        return conflicts;
    }

    private static List<Map<String, Object>> wired(UpkeepResult result) {
        List<Map<String, Object>> wired = new ArrayList<>();
        for (Draft.Wiring each : result.decided().wirings()) {
            if (each.done()) {
                Map<String, Object> wiring = new LinkedHashMap<>();
                wiring.put("path", each.path().value());
                wiring.put("what", each.what());
                wired.add(wiring);
            }
        }
        return wired;
    }

    private static List<Map<String, Object>> unwired(UpkeepResult result) {
        List<Map<String, Object>> unwired = new ArrayList<>();
        for (Draft.Wiring each : result.decided().unwired()) {
            Map<String, Object> wiring = new LinkedHashMap<>();
            wiring.put("path", each.path().value());
            wiring.put("reason", each.reason());
            wiring.put("snippet", each.snippet());
            unwired.add(wiring);
        }
        return unwired;
    }
}
