package dev.backstagegen;

import dev.backstagegen.host.PackageStyle;
import dev.backstagegen.tree.Json;
import java.util.Optional;

/**
 * What the package.json of a plugin began with. It is the plugin's own from then on: what the packages around it do
 * later is no reason to change it.
 *
 * @param version the version
 * @param license an SPDX expression
 * @param isPrivate whether it must not be published by accident
 * @param registry where it is published, if not at npm's own
 */
record Origin(String version, String license, boolean isPrivate, Optional<String> registry) {

    /** Of a plugin that is about to be made. */
    static Origin of(PackageStyle style) {
        return new Origin(style.version(), style.license(), style.isPrivate(), style.publishRegistry());
    }

    /**
     * Of a plugin that was made.
     *
     * @param manifest the package.json that was generated
     * @param style what is taken for what it does not say
     */
    static Origin of(Json.Value manifest, PackageStyle style) {
        return new Origin(
                manifest.get("version").flatMap(Json.Value::asText).orElse(style.version()),
                manifest.get("license").flatMap(Json.Value::asText).orElse(style.license()),
                manifest.get("private")
                        .filter(value -> value instanceof Json.BooleanValue truth && truth.value())
                        .isPresent(),
                manifest.at("publishConfig", "registry").flatMap(Json.Value::asText));
    }
}
