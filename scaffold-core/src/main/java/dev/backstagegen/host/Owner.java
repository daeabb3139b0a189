package dev.backstagegen.host;

import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.Lines;
import dev.backstagegen.tree.RelPath;
import dev.backstagegen.tree.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The plugin's line in CODEOWNERS: at the end, because there the last line that matches decides. */
record Owner(RelPath folder, String owner) implements Target {

    /** In the order in which GitHub looks for it. */
    private static final List<RelPath> PLACES =
            List.of(RelPath.of(".github/CODEOWNERS"), RelPath.of("CODEOWNERS"), RelPath.of("docs/CODEOWNERS"));

    private static final Pattern OWNER = Pattern.compile(
            "@[A-Za-z0-9][A-Za-z0-9_.-]*(/[A-Za-z0-9][A-Za-z0-9_.-]*)*|[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}");

    private static final Pattern SECTION = Pattern.compile("(?m)^\\^?\\[");

    /** The file that is there; else the one place where GitHub, GitLab and Bitbucket all look. */
    static RelPath file(FileTree files) {
        return PLACES.stream().filter(files::has).findFirst().orElse(RelPath.of("CODEOWNERS"));
    }

    @Override
    public boolean mayBeNew() {
        return true;
    }

    @Override
    public String paste() {
        return "/" + folder.value().replace(" ", "\\ ") + " " + (isOwner() ? owner : "@<owner>");
    }

    @Override
    public Step edit(String text) {
        if (!isOwner()) {
            return Step.left("An owner there is @user, @organisation/team or an e-mail address.", paste());
        }
        if (SECTION.matcher(text).find()) {
            return Step.left("It has sections, and which one the plugin belongs to is not known.", paste());
        }
        if (isThere(text)) {
            return Step.NOTHING;
        }
        String lineBreak = new Lines(text).lineBreak(text.length());
        String before = text.isEmpty() || text.endsWith("\n") ? "" : lineBreak;
        return Step.edit(TextEdit.insert(text.length(), before + paste() + lineBreak), "owner " + owner);
    }

    @Override
    public Step takeOut(String text) {
        Lines lines = new Lines(text);
        int found = -1;
        for (int at = 0; at < text.length(); at = lines.next(at)) {
            found = isLine(lines.line(at)) ? at : found;
        }
        if (found < 0 || !isOwner()) {
            return Step.NOTHING;
        }
        if (lines.line(found).contains(" #")) {
            return Step.left("There is a comment behind its line.", lines.line(found));
        }
        Inverse inverse = new Inverse(this, text);
        TextEdit bare = new TextEdit(found, lines.next(found), "");
        List<TextEdit> ways = new ArrayList<>(List.of(bare));
        ways.addAll(inverse.lines(found, found));
        return Step.edit(inverse.of(ways, bare), "no longer owner " + owner);
    }

    private boolean isLine(String line) {
        return line.replaceFirst("\\s#.*", "").strip().replaceAll("\\s+", " ").equals(paste());
    }

    private boolean isOwner() {
        return OWNER.matcher(owner).matches();
    }

    /** Whether the last line that speaks of the folder is the very one. */
    private boolean isThere(String text) {
        String last = text.lines()
                .map(line -> line.replaceFirst("(^|\\s)#.*", "").strip().replaceAll("\\s+", " "))
                .filter(line -> !line.isEmpty() && matches(line.split("(?<!\\\\) ", 2)[0]))
                .reduce("", (before, line) -> line);
        return last.equals(paste()) || last.equals(paste().replaceFirst("(?<!\\\\) ", "/ "));
    }

    /** Whether a pattern covers the folder, or one around it, as a .gitignore's would. */
    private boolean matches(String pattern) {
        String bare = pattern.replace("\\ ", " ").replaceAll("^/|/\\*{0,2}$", "");
        boolean anchored = pattern.substring(0, pattern.length() - 1).contains("/");
        StringBuilder regex = new StringBuilder(anchored ? "" : "(.*/)?");
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            boolean deep = bare.startsWith("**", i);
            regex.append(c == '*' ? (deep ? ".*" : "[^/]*") : c == '?' ? "[^/]" : Pattern.quote("" + c));
            i += deep ? 1 : 0;
        }
        return folder.value().matches(regex + "(/.*)?");
    }
}
