package dev.backstagegen;

import dev.backstagegen.disk.Program;
import dev.backstagegen.host.Host;
import dev.backstagegen.host.Versions;
import dev.backstagegen.render.Renderer;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.spec.SpecFile;
import dev.backstagegen.tree.RelPath;
import java.util.Optional;
import java.util.Set;

/**
 * All that decides what is generated: the program with its templates, the plugin's description, and what the repository
 * has a say in. Where none of it has changed, what was generated last is what would be generated now, and need not be
 * made to know that. Of many plugins, that is nearly all.
 */
final class Inputs {

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
                        origin.version(),
                        origin.license(),
                        String.valueOf(origin.isPrivate()),
                        origin.registry().toString(),
                        versions.release(),
                        host.workspaceRange())))
                .orElse("");
    }

    /** Whether what is remembered is what would be generated. */
    boolean areThoseOf(Memory memory, PluginSpec spec, Origin origin) {
        Versions others = versions.without(Set.copyOf(memory.folders()));
        return !memory.inputs().isEmpty()
                && memory.inputs().equals(of(spec, memory.plugin(), origin))
                && origin.ranges().entrySet().stream()
                        .allMatch(each -> isAskedFor(each.getKey(), each.getValue(), origin, others));
    }

    /** Whether the repository would be asked for the same range today. */
    private boolean isAskedFor(String npmPackage, String range, Origin origin, Versions others) {
        return range.equals(host.workspaceRange())
                || range.equals(Renderer.range(
                        npmPackage,
                        others.release(),
                        (name, fallback) ->
                                others.range(name, fallback, origin.range(name, fallback, others.release()))));
    }
}
