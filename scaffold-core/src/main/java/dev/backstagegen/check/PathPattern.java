package dev.backstagegen.check;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.tree.RelPath;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Paths of files: {@code *} and {@code ?} stand for characters of one name, {@code **} for any folders, and the name
 * of a folder for all that is in it.
 */
record PathPattern(Pattern regex) {

    /**
     * @param name the file that says it, for a message
     * @param folder where the pattern begins; nothing for the root of the repository
     */
    static PathPattern of(String name, Optional<RelPath> folder, String glob) {
        String trimmed = glob.replaceAll("^\\./|/+$", "");
        if (trimmed.isEmpty() || trimmed.startsWith("/") || trimmed.contains("\\") || trimmed.contains("..")) {
            throw ScaffoldException.usage(
                    "'" + glob + "' in " + name + " is not a pattern of paths.",
                    "Paths begin at the folder of that file and are written with slashes: src/generated/**");
        }
        String whole = folder.map(base -> Pattern.quote(base + "/")).orElse("") + regex(trimmed);
        return new PathPattern(Pattern.compile(whole + "(/.*)?"));
    }

    boolean matches(RelPath path) {
        return regex.matcher(path.value()).matches();
    }

    private static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        int at = 0;
        while (at < glob.length()) {
            if (glob.startsWith("**/", at)) {
                regex.append("(.*/)?");
                at += 3;
            } else if (glob.startsWith("**", at)) {
                regex.append(".*");
                at += 2;
            } else {
                char c = glob.charAt(at++);
                regex.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }
}
