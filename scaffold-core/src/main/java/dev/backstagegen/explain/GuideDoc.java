package dev.backstagegen.explain;

import dev.backstagegen.feature.Feature;
import dev.backstagegen.feature.Service;
import java.util.List;
import java.util.Optional;

/**
 * What there is to know about what a guide tells of; its page and {@code explain} are made of it.
 *
 * @param service the service it is about; empty for a topic
 * @param generating the features whose code uses it
 */
public record GuideDoc(Guide guide, Optional<Service> service, List<Feature> generating) {

    public GuideDoc {
        generating = List.copyOf(generating);
    }
}
