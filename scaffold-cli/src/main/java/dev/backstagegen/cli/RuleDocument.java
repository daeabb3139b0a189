package dev.backstagegen.cli;

import dev.backstagegen.rule.RuleDoc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Rules for programs; docs/rules-json.md says what each key means. */
final class RuleDocument {

    /** Changes when a key goes away or means something else; more keys change nothing. */
    private static final int VERSION = 1;

    private RuleDocument() {}

    static Map<String, Object> list(List<RuleDoc> docs) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", VERSION);
        document.put("rules", docs.stream().map(RuleDocument::of).toList());
        return document;
    }

    private static Map<String, Object> of(RuleDoc doc) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", doc.id());
        document.put("severity", doc.severity().name().toLowerCase(Locale.ROOT));
        document.put("fixable", doc.fixable());
        document.put("title", doc.title());
        document.put("since", doc.since());
        return document;
    }

    /** All there is to know about one. */
    static Map<String, Object> explained(RuleDoc doc) {
        Map<String, Object> about = of(doc);
        about.put("what", doc.what());
        about.put("why", doc.why());
        about.put("todo", doc.todo());
        about.put("examples", doc.examples().stream().map(RuleDocument::example).toList());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("kind", Topic.Kind.RULE.text());
        document.put("rule", about);
        return document;
    }

    private static Map<String, Object> example(RuleDoc.Example example) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("bad", example.bad());
        document.put("good", example.good());
        return document;
    }
}
