package dev.backstagegen.explain;

import dev.backstagegen.feature.Feature;
import dev.backstagegen.feature.Features;
import dev.backstagegen.feature.Service;
import dev.backstagegen.tree.PackedText;
import dev.backstagegen.tree.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All guides, in the groups and the order of {@code guides/guides.yaml}. */
public record Guides(List<Group> groups) {

    public Guides {
        groups = List.copyOf(groups);
    }

    /** Guides that are listed together. */
    public record Group(String title, List<GuideDoc> guides) {

        public Group {
            guides = List.copyOf(guides);
        }
    }

    /**
     * Reads the index and each guide that it lists.
     *
     * @throws IllegalStateException when one names a service or a feature that there is not
     */
    public static Guides load(Features features) {
        List<Group> groups = new ArrayList<>();
        Map<?, ?> index = (Map<?, ?>) Yaml.read(PackedText.at("guides/guides.yaml"));
        index.forEach((title, names) -> groups.add(new Group(
                (String) title,
                strings(names).stream().map(name -> doc(name, features)).toList())));
        return new Guides(groups);
    }

    private static GuideDoc doc(String name, Features features) {
        Guide guide = Guide.of(name, PackedText.at("guides/" + name + ".md"));
        Optional<Service> service = guide.service().map(features::service);
        List<Feature> generating = service.isPresent()
                ? features.all().stream()
                        .filter(feature ->
                                feature.services().contains(service.get().name()))
                        .toList()
                : guide.features().stream().map(each -> feature(each, features)).toList();
        return new GuideDoc(guide, service, generating);
    }

    /** What the guides call a feature by. */
    static Feature feature(String name, Features features) {
        return features.named(name)
                .orElseThrow(() -> new IllegalStateException("The guides name a feature that there is not: " + name));
    }

    /** A list of words; an absent one is empty. */
    static List<String> strings(Object value) {
        return value == null
                ? List.of()
                : ((List<?>) value).stream().map(String.class::cast).toList();
    }

    public List<GuideDoc> all() {
        return groups.stream().flatMap(group -> group.guides().stream()).toList();
    }

    /** The guide of a service. */
    public Optional<Guide> about(Service service) {
        return all().stream()
                .map(GuideDoc::guide)
                .filter(guide -> guide.service().filter(service.name()::equals).isPresent())
                .findFirst();
    }
}
