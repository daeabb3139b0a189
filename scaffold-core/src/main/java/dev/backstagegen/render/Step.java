package dev.backstagegen.render;

import dev.backstagegen.tree.RelPath;

/**
 * A migration that was rendered.
 *
 * @param path where it lies, as seen from the plugin's folder; the time in its name is only one to begin with
 * @param text what stands in it
 * @param table the table that it is about
 * @param isChange whether it changes the table, rather than making it
 */
public record Step(RelPath path, String text, String table, boolean isChange) {

    /** The folder of all migrations, as seen from the plugin's. */
    static final RelPath FOLDER = RelPath.of("migrations");

    Step with(String whole) {
        return new Step(path, whole, table, isChange);
    }

    /** What it does: its name without the time. */
    String purpose() {
        return purpose(path);
    }

    static String purpose(RelPath migration) {
        return migration.name().replaceFirst("^\\d+_", "");
    }
}
