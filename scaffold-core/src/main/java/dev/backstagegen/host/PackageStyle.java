package dev.backstagegen.host;

import dev.backstagegen.tree.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.semver4j.Semver;

/**
 * How the repository names and licenses its plugins. What its owner has configured for {@code backstage-cli new}
 * comes first, then what the plugins already there have in common, then what Backstage itself does.
 *
 * @param nameHead what stands before {@code <id>-backend} in a package's name
 * @param license an SPDX expression, or {@code UNLICENSED}
 * @param version the version a new package begins with
 * @param isPrivate whether a new package must not be published
 * @param publishRegistry where packages are published, if not at npm's own
 * @param notes what was taken from where, as sentences
 */
public record PackageStyle(
        String nameHead,
        String license,
        String version,
        boolean isPrivate,
        Optional<String> publishRegistry,
        List<String> notes) {

    private static final String PREFIX = "@internal/";
    private static final String INFIX = "plugin-";
    private static final String LICENSE = "Apache-2.0";
    private static final String VERSION = "0.1.0";

    public PackageStyle {
        notes = List.copyOf(notes);
    }

    /** The name of the backend plugin's package with an id. */
    public String packageName(String pluginId) {
        return nameHead + pluginId + "-backend";
    }

    static PackageStyle of(Optional<PackageJson> root, List<PackageJson> plugins) {
        List<PackageJson> siblings = plugins.stream()
                .filter(plugin -> plugin.role().equals("backend-plugin"))
                .toList();
        List<String> notes = new ArrayList<>();
        Globals globals = new Globals(root, notes);
        String head = nameHead(globals, siblings.isEmpty() ? plugins : siblings, notes);
        String license = globals.text("license", text -> text.matches("[ -~]{1,200}"))
                .or(() -> common(siblings.stream().flatMap(plugin -> plugin.text("license").stream())))
                .orElse(LICENSE);
        String version =
                globals.text("version", text -> Semver.parse(text) != null).orElse(VERSION);
        boolean isPrivate = globals.truth("private")
                .or(() -> common(siblings.stream().map(PackageStyle::privacy)).map(Boolean::valueOf))
                .orElse(true);
        Optional<String> registry = globals.text("publishRegistry", PackageStyle::isAddress);
        return new PackageStyle(head, license, version, isPrivate, registry, notes);
    }

    private static String nameHead(Globals globals, List<PackageJson> siblings, List<String> notes) {
        Optional<String> prefix = globals.text("namePrefix", text -> true);
        Optional<String> infix = globals.text("namePluginInfix", text -> true);
        if (prefix.isPresent() || infix.isPresent()) {
            String before = prefix.orElse(PREFIX);
            // As backstage-cli new has it: the word "backstage" is to be in the name once.
            String head = before + infix.orElse(before.contains("backstage") ? INFIX : "backstage-plugin-");
            if (PackageJson.isName(head + "x-backend")) {
                notes.add("The package's name follows backstage.cli.new.globals of the root package.json.");
                return head;
            }
            notes.add("backstage.cli.new.globals of the root package.json makes no legal package name and is ignored.");
        }
        Optional<String> head = common(siblings.stream().flatMap(plugin -> head(plugin).stream()));
        head.ifPresent(found -> notes.add("The package's name follows the plugins that are there: " + found + "…"));
        return head.orElse(PREFIX + INFIX);
    }

    /** What stands in a plugin's name before its own part; that one is known from its id and from its folder. */
    private static Optional<String> head(PackageJson plugin) {
        String name = plugin.name();
        if (!plugin.role().contains("plugin") || !PackageJson.isName(name)) {
            return Optional.empty();
        }
        String folder = plugin.path().parent().name();
        Stream<String> owns = Stream.concat(
                plugin.text("backstage", "pluginId").stream().map(id -> id + "-backend"), Stream.of(folder));
        return owns.filter(own -> name.endsWith(own) && name.length() > own.length())
                .map(own -> name.substring(0, name.length() - own.length()))
                .filter(head -> head.endsWith("-") || head.endsWith("/"))
                .findFirst();
    }

    private static String privacy(PackageJson plugin) {
        return String.valueOf(plugin.root()
                .get("private")
                .filter(value -> value instanceof Json.BooleanValue truth && truth.value())
                .isPresent());
    }

    /** The most frequent; of equals the first in the alphabet. */
    private static Optional<String> common(Stream<String> texts) {
        Map<String, Integer> counts = new TreeMap<>();
        texts.forEach(text -> counts.merge(text, 1, Integer::sum));
        int most = counts.values().stream().max(Comparator.naturalOrder()).orElse(0);
        return counts.keySet().stream().filter(text -> counts.get(text) == most).findFirst();
    }

    private static boolean isAddress(String text) {
        try {
            String scheme = new URI(text).getScheme();
            return "https".equals(scheme) || "http".equals(scheme);
        } catch (URISyntaxException wrong) {
            return false;
        }
    }

    /** What the owner configured; what has the wrong type or makes no sense is left out and said. */
    private record Globals(Optional<PackageJson> root, List<String> notes) {

        Optional<String> text(String name, Predicate<String> makesSense) {
            return value(name).flatMap(value -> usable(name, value.asText().filter(makesSense)));
        }

        Optional<Boolean> truth(String name) {
            return value(name)
                    .flatMap(value -> usable(
                            name,
                            value instanceof Json.BooleanValue truth ? Optional.of(truth.value()) : Optional.empty()));
        }

        private Optional<Json.Value> value(String name) {
            return root.flatMap(file -> file.root().at("backstage", "cli", "new", "globals", name));
        }

        private <T> Optional<T> usable(String name, Optional<T> value) {
            if (value.isEmpty()) {
                notes.add("backstage.cli.new.globals." + name + " of the root package.json is not usable and ignored.");
            }
            return value;
        }
    }
}
