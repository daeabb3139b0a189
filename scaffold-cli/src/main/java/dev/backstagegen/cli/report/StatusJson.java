package dev.backstagegen.cli.report;

import dev.backstagegen.FileStatus;
import dev.backstagegen.ScaffoldException;
import dev.backstagegen.StatusReport;
import dev.backstagegen.tree.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How plugins stand, for programs; {@code docs/upkeep-report.schema.json} describes it. */
final class StatusJson implements StatusFormat {

    @Override
    public String write(StatusReport report, Run run) {
        List<Object> plugins = new ArrayList<>();
        report.plugins().forEach(plugin -> plugins.add(plugin(plugin)));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schemaVersion", 1);
        document.put("command", "status");
        document.put("version", run.version());
        document.put("root", report.root().toString());
        document.put("plugins", plugins);
        document.put("notes", report.notes());
        document.put("exitCode", run.exitCode());
        return Json.write(document);
    }

    private static Map<String, Object> plugin(StatusReport.Standing standing) {
        Map<String, Object> plugin = new LinkedHashMap<>();
        plugin.put("folder", standing.folder().value());
        plugin.put("behind", standing.isBehind());
        standing.failure().ifPresent(wrong -> plugin.put("error", error(wrong)));
        List<Object> files = new ArrayList<>();
        for (FileStatus each : standing.files()) {
            Map<String, Object> file = new LinkedHashMap<>();
            file.put("path", each.path().value());
            file.put("state", each.state().name().toLowerCase(Locale.ROOT));
            each.origin().ifPresent(origin -> file.put("movedFrom", origin.value()));
            files.add(file);
        }
        plugin.put("files", files);
        return plugin;
    }

    private static Map<String, Object> error(ScaffoldException wrong) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", wrong.getMessage());
        error.put("hint", wrong.hint());
        return error;
    }
}
