package dev.backstagegen;

import dev.backstagegen.host.PackageStyle;
import dev.backstagegen.host.Versions;
import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.RelPath;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the package.json of a plugin began with. It is the plugin's own from then on: what the packages around it do
 * later is no reason to change it.
 *
 * @param version the version
 * @param license an SPDX expression
 * @param isPrivate whether it must not be published by accident
 * @param registry where it is published, if not at npm's own
 * @param release the Backstage release that it was made for, if that is known
 * @param ranges the range that it was given for each package
 */
record Origin(
        String version,
        String license,
        boolean isPrivate,
        Optional<String> registry,
        Optional<String> release,
        Map<String, String> ranges) {

    private static final String MANIFEST = "package.json";
    private static final List<String> KINDS = List.of("dependencies", "devDependencies");

    Origin {
        ranges = Collections.unmodifiableMap(new TreeMap<>(ranges));
    }

    /** Of a plugin that is about to be made. */
    static Origin of(PackageStyle style) {
        return new Origin(
                style.version(),
                style.license(),
                style.isPrivate(),
                style.publishRegistry(),
                Optional.empty(),
                Map.of());
    }

    /**
     * Of a plugin that was made otherwise.
     *
     * @param manifest its package.json
     * @param style what is taken for what it does not say
     */
    static Origin of(Json.Value manifest, PackageStyle style) {
        return new Origin(
                manifest.get("version").flatMap(Json.Value::asText).orElse(style.version()),
                manifest.get("license").flatMap(Json.Value::asText).orElse(style.license()),
                manifest.get("private")
                        .filter(value -> value instanceof Json.BooleanValue truth && truth.value())
                        .isPresent(),
                manifest.at("publishConfig", "registry").flatMap(Json.Value::asText),
                Optional.empty(),
                Map.of());
    }

    /** Of a plugin that was made. */
    static Origin of(Memory memory, PackageStyle style) {
        Map<String, String> ranges = new TreeMap<>();
        for (RelPath folder : memory.folders()) {
            memory.files()
                    .text(folder.resolve(MANIFEST))
                    .map(Json::read)
                    .ifPresent(json ->
                            KINDS.forEach(kind -> json.get(kind).ifPresent(listed -> ranges.putAll(ranges(listed)))));
        }
        Origin origin = memory.files()
                .text(memory.plugin().resolve(MANIFEST))
                .map(text -> of(Json.read(text), style))
                .orElseGet(() -> of(style));
        return new Origin(
                origin.version,
                origin.license,
                origin.isPrivate,
                origin.registry,
                Optional.of(memory.release()).filter(known -> !known.isEmpty()),
                ranges);
    }

    private static Map<String, String> ranges(Json.Value listed) {
        Map<String, String> ranges = new TreeMap<>();
        if (listed instanceof Json.ObjectValue object) {
            object.members()
                    .forEach(member -> member.value().asText().ifPresent(range -> ranges.put(member.name(), range)));
        }
        return ranges;
    }

    /** The range that a package has and keeps: what others do is no reason to change it. */
    Optional<String> range(String npmPackage, String fallback, String now) {
        boolean isBackstage = npmPackage.startsWith("@backstage/");
        return Optional.ofNullable(ranges.get(npmPackage))
                .filter(range ->
                        isBackstage ? release.filter(now::equals).isPresent() : Versions.meets(range, fallback));
    }
}
