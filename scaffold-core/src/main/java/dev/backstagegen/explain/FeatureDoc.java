package dev.backstagegen.explain;

import dev.backstagegen.feature.Feature;
import dev.backstagegen.feature.Service;
import dev.backstagegen.plan.ChangePlan;
import dev.backstagegen.plan.Diff;
import java.util.List;

/**
 * What there is to know about a feature; its page, {@code features} and {@code explain} are made of it.
 *
 * @param feature the feature
 * @param services the services it uses
 * @param example the id of the plugin that shows what it does
 * @param beside the features which that plugin has anyway: what the feature needs, and what was said
 * @param changes what changes around that plugin where the feature is added
 */
public record FeatureDoc(
        Feature feature, List<Service> services, String example, List<String> beside, ChangePlan changes) {

    public FeatureDoc {
        services = List.copyOf(services);
        beside = List.copyOf(beside);
    }

    /** The difference it makes, as a patch. */
    public String diff() {
        return Diff.of(changes);
    }
}
