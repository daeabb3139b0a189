package dev.backstagegen.feature;

import dev.backstagegen.tree.PackedText;

/** The texts under {@code templates/}, as the build packed them. */
public final class Templates {

    private Templates() {}

    /**
     * A text by its path below {@code templates/}.
     *
     * @throws IllegalArgumentException when an index names a text that is not there
     */
    public static String text(String path) {
        return PackedText.at("templates/" + path);
    }
}
