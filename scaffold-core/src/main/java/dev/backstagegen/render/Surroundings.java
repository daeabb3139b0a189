package dev.backstagegen.render;

import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * What the repository around a plugin has a say in.
 *
 * @param packageName the name of the plugin's package
 * @param version the version it begins with
 * @param license what stands in its package.json
 * @param isPrivate whether it must not be published by accident
 * @param registry where it is published, if not at npm's own
 * @param release the Backstage release it is made for, such as {@code 1.55.0}
 * @param workspaceRange the range that asks for a package of the repository itself
 * @param ranges the range of versions for a package, given what to take where the repository has no word
 */
public record Surroundings(
        String packageName,
        String version,
        String license,
        boolean isPrivate,
        Optional<String> registry,
        String release,
        String workspaceRange,
        BinaryOperator<String> ranges) {}
