package dev.backstagegen.rule.code;

import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which packages the files of a plugin name anywhere: in an import, in any other text of the code, in what is written
 * of types in a comment, in a file that is no code. Prose and lists of dependencies do not count.
 */
public final class Mentions {

    private static final Set<String> LISTS = Set.of(
            "name",
            "description",
            "keywords",
            "repository",
            "homepage",
            "bugs",
            "author",
            "maintainers",
            "contributors",
            "license",
            "backstage",
            "publishConfig",
            "files",
            "dependencies",
            "devDependencies",
            "peerDependencies",
            "peerDependenciesMeta",
            "optionalDependencies",
            "resolutions",
            "overrides");

    private final Set<String> named = new HashSet<>();
    private final List<String> texts = new ArrayList<>();
    private final Set<String> words = new HashSet<>();

    /** Reads the whole plugin once. */
    public Mentions(Plugin plugin) {
        Set<RelPath> read = new HashSet<>();
        plugin.sources().forEach(source -> read(source, read));
        plugin.tests().forEach(source -> read(source, read));
        for (RelPath path : plugin.files().paths()) {
            if (!path.startsWith(Plugin.REPOSITORY)
                    && !read.contains(path)
                    && !path.equals(Manifest.PATH)
                    && !isProse(path)) {
                texts.add(plugin.files().text(path).orElse(""));
            }
        }
        plugin.manifest()
                .ifPresent(manifest -> manifest.members().stream()
                        .filter(member -> !LISTS.contains(member.name()))
                        .forEach(member -> settings(member.value())));
    }

    /** Whether a package is named, or a program of that name, such as {@code acme-cli}, may be run by a script. */
    public boolean of(String packageName) {
        String program = packageName.substring(packageName.lastIndexOf('/') + 1);
        return named.contains(packageName)
                || words.stream().anyMatch(word -> word.equals(program) || word.endsWith("-" + program))
                || texts.stream().anyMatch(text -> stands(text, packageName));
    }

    private static boolean stands(String text, String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean begins = at == 0 || !isOfName(text.charAt(at - 1));
            if (begins && (end == text.length() || !isOfName(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_';
    }

    private void read(Source source, Set<RelPath> read) {
        if (!source.isWhole()) {
            return;
        }
        read.add(source.path());
        source.all("string", "template_string")
                .flatMap(each -> Syntax.string(each).stream())
                .forEach(text -> {
                    named.add(text);
                    PackageName.of(text).ifPresent(named::add);
                });
        source.all("comment")
                .map(each -> each.text())
                .filter(text -> text.contains("import(") || text.contains("<reference"))
                .forEach(texts::add);
    }

    private void settings(Json.Value value) {
        value.asText().ifPresent(this::words);
        if (value instanceof Json.ObjectValue object) {
            object.members().forEach(member -> {
                words(member.name());
                settings(member.value());
            });
        } else if (value instanceof Json.ArrayValue array) {
            array.items().forEach(this::settings);
        }
    }

    private void words(String text) {
        for (String word : text.split("[^\\w@/.-]+")) {
            PackageName.of(word).ifPresent(name -> words.add(name.substring(name.lastIndexOf('/') + 1)));
            words.add(word.substring(word.lastIndexOf('/') + 1));
        }
    }

    private static boolean isProse(RelPath path) {
        return Set.of("md", "mdx", "lock", "txt", "svg", "map").contains(path.extension())
                || path.name().startsWith("package-lock")
                || path.name().startsWith("LICENSE");
    }
}
