package dev.backstagegen.host;

import dev.backstagegen.tree.RelPath;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The plugin that is to be made known to the repository. Its name and id are checked, because they are about to stand
 * in TypeScript, JSON and YAML of others.
 *
 * @param packageName the npm package of the plugin
 * @param pluginId its id
 * @param folder where it lies
 * @param hasActions whether it registers actions that clients are to find
 * @param shared the packages beside it that its frontend, if there is one, is to use as well
 * @param configuration the section it needs in app-config.yaml, with its key on top; empty when it needs none
 * @param owner who is to be named in CODEOWNERS, if anybody
 */
public record Wish(
        String packageName,
        String pluginId,
        RelPath folder,
        boolean hasActions,
        List<String> shared,
        String configuration,
        Optional<String> owner) {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** @throws IllegalArgumentException when npm would not take a name, or the id is not in kebab case */
    public Wish {
        shared = List.copyOf(shared);
        if (!PackageJson.isName(packageName) || !shared.stream().allMatch(PackageJson::isName)) {
            throw new IllegalArgumentException("Not a name of an npm package");
        }
        if (!ID.matcher(pluginId).matches()) {
            throw new IllegalArgumentException("Not an id of a plugin");
        }
    }
}
