package dev.backstagegen.disk;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.plan.Change;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import dev.backstagegen.tree.Txtar;
import java.util.Optional;

/** What was last generated, remembered as a text beside the plugin, so that a later run can merge. */
public final class Baseline {

    /** The name of the file in the plugin's folder. */
    public static final String FILE = ".backstage-gen.base";

    /** What stands in front of a path, instead of the plugin's folder, of a file at the root of the repository. */
    public static final RelPath REPOSITORY = RelPath.REPOSITORY;

    /** Where the section that the app's configuration was given is remembered. */
    public static final RelPath CONFIGURATION = RelPath.of("^app-config.yaml");

    /** Where it is remembered from what all of it was made, as a check sum. */
    public static final RelPath INPUTS = RelPath.of("^inputs");

    /** Where the Backstage release is remembered that it was made for. */
    public static final RelPath RELEASE = RelPath.of("^release");

    /** Where it is remembered which files somebody had written before the plugin was taken on, a line each. */
    public static final RelPath BY_HAND = RelPath.of("^by-hand");

    private static final RelPath SELF = RelPath.of(FILE);

    private static final String HEADER = """
            What backstage-gen generated last, so that an update can tell its lines from yours.
            Do not edit; commit it with the plugin.
            """;

    private Baseline() {}

    /**
     * The text of the file.
     *
     * @param generated the plugin's files, with paths below its folder, and those of {@link #REPOSITORY}; the file itself
     *     is left out
     */
    public static String text(FileTree generated) {
        return Txtar.write(HEADER, generated.without(SELF));
    }

    /**
     * The files that a text remembers.
     *
     * @param folder the plugin's folder
     * @throws ScaffoldException when the text is damaged, for example by a merge that was not finished
     */
    public static FileTree tree(RelPath folder, String text) {
        if (text.lines().anyMatch(line -> line.startsWith("<<<<<<< ") || line.startsWith(">>>>>>> "))) {
            throw damaged(folder, "it holds the marks of an unfinished merge");
        }
        try {
            return Txtar.read(text);
        } catch (IllegalArgumentException e) {
            throw damaged(folder, e.getMessage());
        }
    }

    /**
     * The change that makes the file remember a tree.
     *
     * @param folder the plugin's folder
     * @param before the text of the file as it was read, if there is one
     * @param generated the plugin's files, with paths below its folder
     */
    public static Change change(RelPath folder, Optional<String> before, FileTree generated) {
        RelPath path = folder.resolve(FILE);
        String after = text(generated);
        return before.map(text -> Change.edit(path, text, after)).orElseGet(() -> Change.create(path, after));
    }

    private static ScaffoldException damaged(RelPath folder, String reason) {
        return ScaffoldException.environment(
                folder.resolve(FILE) + " cannot be read: " + reason,
                "Take the file back from git: either side of a merge will do");
    }
}
