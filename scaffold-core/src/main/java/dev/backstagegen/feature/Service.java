package dev.backstagegen.feature;

import java.util.Optional;

/**
 * A service of the Backstage backend that a plugin can be given.
 *
 * @param name what it is called among the plugin's dependencies, {@code httpAuth}
 * @param ref the expression that refers to it, {@code coreServices.httpAuth}
 * @param module the module that the reference is imported from
 * @param since the first Backstage release that has it; empty when all do
 * @param mock the factory that stands in for it when the plugin runs alone; empty where the real one works alone
 */
public record Service(String name, String ref, String module, Optional<String> since, String mock) {

    /** What has to be imported for the reference. */
    public String imported() {
        int dot = ref.indexOf('.');
        return dot < 0 ? ref : ref.substring(0, dot);
    }
}
