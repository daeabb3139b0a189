package dev.backstagegen.cli;

import dev.backstagegen.explain.FeatureDoc;
import dev.backstagegen.feature.Feature;
import dev.backstagegen.feature.Service;
import dev.backstagegen.plan.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A feature for programs; docs/features-json.md says what each key means. */
final class FeatureDocument {

    private FeatureDocument() {}

    static Map<String, Object> of(FeatureDoc doc) {
        Feature feature = doc.feature();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", feature.name());
        document.put("flag", feature.always() ? null : feature.flag());
        document.put("title", feature.title());
        document.put("summary", feature.summary());
        document.put("purpose", feature.purpose());
        document.put(
                "needs", feature.needs().stream().map(FeatureDocument::need).toList());
        document.put("conflicts", feature.conflicts());
        document.put("services", feature.services());
        document.put("facts", feature.facts().stream().sorted().toList());
        document.put("files", files(doc.changes().writes()));
        document.put("since", feature.since().orElse(null));
        document.put("pitfalls", feature.pitfalls());
        return document;
    }

    /** The same with the references of its services. */
    static Map<String, Object> explained(FeatureDoc doc) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("kind", Topic.Kind.FEATURE.text());
        document.put("feature", of(doc));
        document.put(
                "services",
                doc.services().stream().map(FeatureDocument::service).toList());
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("id", doc.example());
        example.put("features", doc.beside());
        document.put("example", example);
        return document;
    }

    private static Map<String, Object> need(Feature.Need need) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("feature", need.feature());
        document.put("reason", need.reason());
        return document;
    }

    static Map<String, Object> service(Service service) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", service.name());
        document.put("ref", service.ref());
        document.put("module", service.module());
        document.put("since", service.since().orElse(null));
        return document;
    }

    private static List<Map<String, Object>> files(List<Change> changes) {
        List<Map<String, Object>> files = new ArrayList<>();
        for (Change change : changes) {
            Map<String, Object> file = new LinkedHashMap<>();
            file.put("path", change.path().value());
            file.put("change", change.kind().name().toLowerCase(Locale.ROOT));
            files.add(file);
        }
        return files;
    }
}
