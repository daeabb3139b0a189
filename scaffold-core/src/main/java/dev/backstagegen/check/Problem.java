package dev.backstagegen.check;

import dev.backstagegen.rule.Edit;
import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.tree.RelPath;
import java.util.List;

/**
 * A finding in a plugin of a repository.
 *
 * @param plugin the plugin's folder, as seen from the root of the repository; {@link Plugin#REPOSITORY} where the plugin
 *     is the repository
 * @param finding what was found, with paths as seen from there
 * @param severity how bad it is by the settings, which may differ from what the rule says
 * @param fingerprint 16 hexadecimal digits that stay the same when the lines around it move
 */
public record Problem(RelPath plugin, Finding finding, Severity severity, String fingerprint) {

    /** The file, as seen from the root of the repository. */
    public RelPath path() {
        return inRepository(plugin, finding.path());
    }

    /** The edits that make it go away, with paths as seen from the root of the repository; empty where there are none. */
    public List<Edit> edits() {
        return finding.repair().edits().stream()
                .map(edit -> new Edit(inRepository(plugin, edit.path()), edit.text()))
                .toList();
    }

    /** The plugin's folder for a reader. */
    public String folder() {
        return plugin.equals(Plugin.REPOSITORY) ? "." : plugin.value();
    }

    static RelPath inRepository(RelPath plugin, RelPath path) {
        if (path.startsWith(Plugin.REPOSITORY)) {
            return path.relativeTo(Plugin.REPOSITORY);
        }
        return plugin.equals(Plugin.REPOSITORY) ? path : plugin.resolve(path);
    }
}
