package dev.backstagegen.feature;

import dev.backstagegen.tree.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything that can be asked for, in the order of {@code templates/features.yaml}, which is the order of weaving.
 *
 * @param all the features
 * @param services the services that features may use
 * @param facts what can be true of a plugin, by the names that templates ask for
 */
public record Features(List<Feature> all, List<Service> services, Set<String> facts) {

    public Features {
        all = List.copyOf(all);
        services = List.copyOf(services);
        facts = Set.copyOf(facts);
    }

    private static final Set<String> KEYS = Set.of(
            "title",
            "summary",
            "purpose",
            "pitfalls",
            "always",
            "since",
            "needs",
            "conflicts",
            "services",
            "facts",
            "routerOptions",
            "files",
            "repository",
            "fragments",
            "configuration",
            "beside");

    /** Reads the index and each feature it lists. */
    public static Features load() {
        List<Service> services = new ArrayList<>();
        map(Yaml.read(Templates.text("services.yaml")))
                .forEach((name, value) -> services.add(service((String) name, map(value))));
        List<Feature> features = new ArrayList<>();
        for (String name : strings(Yaml.read(Templates.text("features.yaml")))) {
            features.add(feature(name, map(Yaml.read(Templates.text(name + "/feature.yaml"))), services));
        }
        Set<String> facts = new TreeSet<>();
        map(Yaml.read(Templates.text("facts.yaml"))).keySet().forEach(fact -> facts.add((String) fact));
        return new Features(features, services, facts);
    }

    public Optional<Feature> named(String name) {
        return all.stream().filter(feature -> feature.name().equals(name)).findFirst();
    }

    /** What a user may ask for: all but those that each plugin has. */
    public List<Feature> optional() {
        return all.stream().filter(feature -> !feature.always()).toList();
    }

    /** What to have for a fact to be true: the first feature that brings it. */
    Feature bringing(String fact) {
        return all.stream()
                .filter(feature -> feature.facts().contains(fact))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No feature brings " + fact));
    }

    /** @throws IllegalStateException when services.yaml does not know it */
    public Service service(String name) {
        return services.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("services.yaml does not know " + name));
    }

    private static Service service(String name, Map<?, ?> from) {
        return new Service(
                name, text(from, "ref"), text(from, "module"), since(text(from, "since")), text(from, "mock"));
    }

    static Feature feature(String name, Map<?, ?> from, List<Service> services) {
        for (Object key : from.keySet()) {
            if (!KEYS.contains(key)) {
                throw new IllegalStateException(name + "/feature.yaml has an unknown key: " + key);
            }
        }
        List<String> used = strings(from.get("services"));
        return new Feature(
                name,
                new Feature.About(
                        text(from, "title"),
                        text(from, "summary"),
                        text(from, "purpose").strip(),
                        strings(from.get("pitfalls"))),
                Boolean.TRUE.equals(from.get("always")),
                since(services.stream()
                        .filter(service -> used.contains(service.name()))
                        .flatMap(service -> service.since().stream())
                        .reduce(text(from, "since"), Release::later)),
                needs(from.get("needs")),
                strings(from.get("conflicts")),
                used,
                new TreeSet<>(strings(from.get("facts"))),
                routerOptions(from.get("routerOptions")),
                strings(from.get("files")),
                strings(from.get("repository")),
                strings(from.get("fragments")),
                text(from, "configuration"),
                beside(from.get("beside")));
    }

    private static Optional<String> since(String release) {
        return Optional.of(release).filter(named -> !named.isEmpty());
    }

    private static List<Feature.Need> needs(Object from) {
        List<Feature.Need> needs = new ArrayList<>();
        map(from).forEach((feature, reason) -> needs.add(new Feature.Need((String) feature, (String) reason)));
        return needs;
    }

    private static List<Feature.RouterOption> routerOptions(Object from) {
        List<Feature.RouterOption> options = new ArrayList<>();
        map(from).forEach((name, type) -> options.add(new Feature.RouterOption((String) name, (String) type)));
        return options;
    }

    private static Optional<Feature.Beside> beside(Object from) {
        return from == null
                ? Optional.empty()
                : Optional.of(new Feature.Beside(
                        text(map(from), "role"), strings(map(from).get("takes"))));
    }

    private static String text(Map<?, ?> from, String key) {
        Object value = from.get(key);
        return value == null ? "" : (String) value;
    }

    private static Map<?, ?> map(Object value) {
        return value == null ? Map.of() : (Map<?, ?>) value;
    }

    private static List<String> strings(Object value) {
        List<String> strings = new ArrayList<>();
        if (value != null) {
            ((List<?>) value).forEach(each -> strings.add((String) each));
        }
        return strings;
    }
}
