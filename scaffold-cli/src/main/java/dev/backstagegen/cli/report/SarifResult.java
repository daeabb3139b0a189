package dev.backstagegen.cli.report;

import dev.backstagegen.rule.Edit;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What SARIF says of a problem. */
final class SarifResult {

    /** Names how the fingerprint is made; another way of making it would be another name. */
    private static final String FINGERPRINT = "backstageGen/v1";

    private SarifResult() {}

    static Map<String, Object> of(Entry entry, FileTree texts, Run run) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", entry.rule());
        int index = run.rules().stream().map(RuleDoc::id).toList().indexOf(entry.rule());
        if (index >= 0) {
            result.put("ruleIndex", index);
        }
        result.put("level", SarifFormat.level(entry.problem().severity()));
        result.put("message", SarifFormat.message(String.join(" ", entry.sentences())));
        result.put("locations", List.of(location(entry)));
        result.put("partialFingerprints", Map.of(FINGERPRINT, entry.problem().fingerprint()));
        if (entry.mending() != Mending.NONE) {
            result.put("fixes", List.of(fix(entry, texts)));
        }
        result.put("properties", Map.of("plugin", entry.problem().plugin().value()));
        return result;
    }

    private static Map<String, Object> location(Entry entry) {
        Map<String, Object> physical = new LinkedHashMap<>();
        physical.put("artifactLocation", SarifFormat.file(entry.path()));
        // Without an end, it is the rest of the line.
        physical.put("region", entry.text().isPresent() ? region(entry.region()) : start(entry.region()));
        return Map.of("physicalLocation", physical);
    }

    private static Map<String, Object> start(Region region) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("startLine", region.line());
        document.put("startColumn", region.column());
        return document;
    }

    private static Map<String, Object> region(Region region) {
        Map<String, Object> document = start(region);
        document.put("endLine", region.endLine());
        document.put("endColumn", region.endColumn());
        return document;
    }

    private static Map<String, Object> fix(Entry entry, FileTree texts) {
        Map<RelPath, List<Map<String, Object>>> byFile = new LinkedHashMap<>();
        for (Edit edit : entry.problem().edits()) {
            byFile.computeIfAbsent(edit.path(), path -> new ArrayList<>()).add(replacement(edit, texts));
        }
        List<Map<String, Object>> changes = new ArrayList<>();
        byFile.forEach((path, replacements) -> {
            Map<String, Object> change = new LinkedHashMap<>();
            change.put("artifactLocation", SarifFormat.file(path));
            change.put("replacements", replacements);
            changes.add(change);
        });
        Map<String, Object> fix = new LinkedHashMap<>();
        fix.put("artifactChanges", changes);
        fix.put("properties", Map.of("fixable", entry.mending().text()));
        return fix;
    }

    private static Map<String, Object> replacement(Edit edit, FileTree texts) {
        Map<String, Object> replacement = new LinkedHashMap<>();
        replacement.put("deletedRegion", region(Region.of(edit, texts)));
        String text = edit.text().replacement();
        if (!text.isEmpty()) {
            replacement.put("insertedContent", Map.of("text", text));
        }
        return replacement;
    }
}
