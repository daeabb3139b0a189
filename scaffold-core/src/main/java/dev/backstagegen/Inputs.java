package dev.backstagegen;

import dev.backstagegen.disk.Program;
import dev.backstagegen.host.Host;
import dev.backstagegen.host.Versions;
import dev.backstagegen.render.Renderer;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.spec.SpecFile;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.RelPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that decides what is generated: the program with its templates, the plugin's description, and what the repository
 * has a say in. Where none of it has changed, what was generated last is what would be generated now, and need not be
 * made to know that. Of many plugins, that is nearly all.
 */
final class Inputs {

    private static final List<String> KINDS = List.of("dependencies", "devDependencies");

    private final Optional<String> program = Program.fingerprint();
    private final Host host;
    private final Versions versions;

    Inputs(Host host, Versions versions) {
        this.host = host;
        this.versions = versions;
    }

    /** A check sum of what a plugin is made from; empty where the program cannot tell itself from another one. */
    String of(PluginSpec spec, RelPath folder, Origin origin) {
        return program.map(known -> Program.sum(String.join(
                        "\n",
                        known,
                        SpecFile.write(spec),
                        folder.value(),
                        origin.toString(),
                        versions.release(),
                        host.workspaceRange())))
                .orElse("");
    }

    /** Whether what is remembered is what would be generated. */
    boolean areThoseOf(Memory memory, PluginSpec spec, Origin origin) {
        if (memory.inputs().isEmpty() || !memory.inputs().equals(of(spec, memory.plugin(), origin))) {
            return false;
        }
        Versions others = versions.without(Set.copyOf(memory.folders()));
        return memory.folders().stream().allMatch(folder -> hasRanges(memory.files(), folder, others));
    }

    /** Whether the repository would be asked for the same ranges today. */
    private boolean hasRanges(FileTree files, RelPath folder, Versions others) {
        Optional<Json.Value> manifest =
                files.text(folder.resolve("package.json")).map(Json::read);
        return KINDS.stream().allMatch(kind -> hasRanges(manifest.flatMap(root -> root.get(kind)), others));
    }

    private boolean hasRanges(Optional<Json.Value> listed, Versions others) {
        return listed.filter(value -> value instanceof Json.ObjectValue)
                .map(value -> ((Json.ObjectValue) value)
                        .members().stream()
                                .allMatch(member -> member.value()
                                        .asText()
                                        .filter(range -> range.equals(host.workspaceRange())
                                                || range.equals(
                                                        Renderer.range(member.name(), others.release(), others::range)))
                                        .isPresent()))
                .orElse(true);
    }
}
