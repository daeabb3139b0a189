package dev.backstagegen.cli;

import dev.backstagegen.explain.Guide;
import dev.backstagegen.explain.GuideDoc;
import dev.backstagegen.explain.Pitfalls;
import dev.backstagegen.feature.Feature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Guides and pitfalls for programs; docs/explain-json.md says what each key means. */
final class GuideDocument {

    private GuideDocument() {}

    static Map<String, Object> explained(GuideDoc doc) {
        Guide guide = doc.guide();
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("name", guide.name());
        about.put("title", guide.title());
        about.put("summary", guide.summary());
        about.put("service", doc.service().map(FeatureDocument::service).orElse(null));
        about.put("purpose", guide.purpose());
        about.put("usage", guide.usage());
        about.put(
                "examples",
                guide.examples().stream().map(GuideDocument::example).toList());
        about.put("traps", guide.traps());
        about.put("features", names(doc.generating()));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("kind", Topic.Kind.GUIDE.text());
        document.put("guide", about);
        return document;
    }

    static Map<String, Object> explained(Pitfalls pitfalls) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Pitfalls.Group group : pitfalls.groups()) {
            for (Pitfalls.Pitfall pitfall : group.pitfalls()) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("group", group.title());
                row.put("pitfall", pitfall.what());
                row.put("happens", pitfall.happens());
                row.put("todo", pitfall.todo());
                row.put("rules", pitfall.rules());
                row.put("features", names(pitfall.avoiding()));
                rows.add(row);
            }
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("kind", Topic.Kind.PITFALLS.text());
        document.put("pitfalls", rows);
        return document;
    }

    private static Map<String, Object> example(Guide.Example example) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("path", example.path());
        document.put("code", example.code());
        return document;
    }

    private static List<String> names(List<Feature> features) {
        return features.stream().map(Feature::name).toList();
    }
}
