package dev.backstagegen.explain;

import dev.backstagegen.feature.Feature;
import dev.backstagegen.feature.Features;
import dev.backstagegen.tree.PackedText;
import dev.backstagegen.tree.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What goes wrong most often, in the groups and the order of {@code guides/pitfalls.yaml}. */
public record Pitfalls(List<Group> groups) {

    private static final Set<String> KEYS = Set.of("pitfall", "happens", "todo", "rules", "features");

    public Pitfalls {
        groups = List.copyOf(groups);
    }

    /** Pitfalls of one kind. */
    public record Group(String title, List<Pitfall> pitfalls) {

        public Group {
            pitfalls = List.copyOf(pitfalls);
        }
    }

    /**
     * Something that goes wrong.
     *
     * @param what what somebody does, a few words without a full stop
     * @param happens what comes of it
     * @param todo what to do instead
     * @param rules the ids of the rules that find it; empty where none can
     * @param avoiding the features whose code does it right
     */
    public record Pitfall(String what, String happens, String todo, List<String> rules, List<Feature> avoiding) {

        public Pitfall {
            rules = List.copyOf(rules);
            avoiding = List.copyOf(avoiding);
        }
    }

    /** @throws IllegalStateException when one names a feature that there is not, or has an unknown key */
    public static Pitfalls load(Features features) {
        List<Group> groups = new ArrayList<>();
        Map<?, ?> index = (Map<?, ?>) Yaml.read(PackedText.at("guides/pitfalls.yaml"));
        index.forEach((title, rows) -> groups.add(new Group(
                (String) title,
                ((List<?>) rows)
                        .stream().map(row -> pitfall((Map<?, ?>) row, features)).toList())));
        return new Pitfalls(groups);
    }

    private static Pitfall pitfall(Map<?, ?> row, Features features) {
        if (!KEYS.equals(row.keySet())) {
            throw new IllegalStateException("guides/pitfalls.yaml has a row with other keys than " + KEYS + ": " + row);
        }
        return new Pitfall(
                (String) row.get("pitfall"),
                (String) row.get("happens"),
                (String) row.get("todo"),
                Guides.strings(row.get("rules")),
                Guides.strings(row.get("features")).stream()
                        .map(name -> Guides.feature(name, features))
                        .toList());
    }

    public List<Pitfall> all() {
        return groups.stream().flatMap(group -> group.pitfalls().stream()).toList();
    }
}
