package dev.backstagegen;

import dev.backstagegen.feature.Features;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where plugins are to be kept up, and with what.
 *
 * @param folder where the user stands
 * @param root the repository, if it was named
 * @param paths the plugins, folders of plugins or files that were named; empty for the one that the user stands in, or
 *     every one
 * @param features what can be asked for
 * @param release the Backstage release to go to; empty for the one that the repository has
 */
public record UpkeepOrder(
        Path folder, Optional<Path> root, List<Path> paths, Features features, Optional<String> release) {

    public UpkeepOrder {
        paths = List.copyOf(paths);
    }
}
