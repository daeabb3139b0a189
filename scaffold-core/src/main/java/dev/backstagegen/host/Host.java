package dev.backstagegen.host;

import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.RelPath;
import dev.backstagegen.tree.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The repository around the plugin, as far as its files tell. Broken files are notes here, never a failure. */
public final class Host {

    /** The files to read of a repository; a star is one whole segment of a path. */
    public static final List<String> WANTED = List.of(
            "package.json",
            "backstage.json",
            ".yarnrc.yml",
            "yarn.lock",
            "app-config.yaml",
            ".github/CODEOWNERS",
            "CODEOWNERS",
            "docs/CODEOWNERS",
            "packages/*/package.json",
            "packages/*/src/index.ts",
            "plugins/*/package.json");

    private static final Pattern VERSION = Pattern.compile("\\d{1,9}(\\.\\d{1,9}){2}(-[0-9A-Za-z.-]{1,100})?");

    private final FileTree files;
    private final List<String> notes = new ArrayList<>();
    private final Optional<PackageJson> root;
    private final List<PackageJson> packages;
    private final Optional<String> release;
    private final boolean backstageProtocol;
    private final Optional<PackageJson> backend;
    private final PackageStyle style;

    private Host(FileTree files) {
        this.files = files;
        this.root = read(RelPath.of("package.json")).map(json -> new PackageJson(RelPath.of("package.json"), json));
        this.packages = files.paths().stream()
                .filter(path -> path.value().matches("(packages|plugins)/[^/]+/package\\.json"))
                .flatMap(path -> read(path).map(json -> new PackageJson(path, json)).stream())
                .toList();
        this.release = findRelease();
        this.backstageProtocol = findBackstageProtocol();
        this.backend = findBackend();
        this.style = PackageStyle.of(root, below("plugins"));
        notes.addAll(style.notes());
    }

    /** The picture that the files give; those that {@link #WANTED} does not name are not looked at. */
    public static Host of(FileTree files) {
        return new Host(files);
    }

    /** Whether {@link #WANTED} names the file. */
    public static boolean wants(RelPath path) {
        return WANTED.stream()
                .anyMatch(wanted ->
                        path.value().matches(wanted.replace(".", "\\.").replace("*", "[^/]+")));
    }

    public FileTree files() {
        return files;
    }

    /** Whether this is the root of a Backstage repository. */
    public boolean isBackstage() {
        return files.has(RelPath.of("backstage.json"))
                || root.isPresent()
                        && (!root.get().ranges("@backstage/cli").isEmpty()
                                || packages.stream()
                                        .anyMatch(each -> !each.role().isEmpty()));
    }

    /** The release that backstage.json names. */
    public Optional<String> release() {
        return release;
    }

    /** Whether Yarn knows {@code backstage:^} here. */
    public boolean usesBackstageProtocol() {
        return backstageProtocol;
    }

    /** How new packages are named and licensed here. */
    public PackageStyle style() {
        return style;
    }

    /** The folder of the backend that a plugin is added to. */
    public Optional<RelPath> backend() {
        return backend.map(each -> each.path().parent());
    }

    /** The package.json of the frontend plugin of an id: the one that names the id, or lies where its name says so. */
    Optional<RelPath> frontend(String pluginId) {
        return packages.stream()
                .filter(each -> each.role().equals("frontend-plugin")
                        && each.text("backstage", "pluginId")
                                .map(pluginId::equals)
                                .orElseGet(() -> each.path().value().equals("plugins/" + pluginId + "/package.json")))
                .map(PackageJson::path)
                .findFirst();
    }

    /**
     * The package that has a plugin id already: a plugin of the repository, or one of Backstage's own in the backend.
     * A backend does not start with two plugins of one id.
     *
     * @param folder where the plugin with that id belongs; what lies there is no other one
     */
    public Optional<String> holder(String pluginId, RelPath folder) {
        String official = "@backstage/plugin-" + pluginId + "-backend";
        return packages.stream()
                .filter(each -> each.role().equals("backend-plugin")
                        && !each.path().parent().equals(folder)
                        && each.text("backstage", "pluginId")
                                .filter(pluginId::equals)
                                .isPresent())
                .map(PackageJson::name)
                .findFirst()
                .or(() ->
                        backend.filter(each -> !each.ranges(official).isEmpty()).map(each -> official));
    }

    /**
     * Whether a package of the repository, or one that its backend has installed, goes by a name already.
     *
     * @param folder where the package of that name belongs; what lies there is no other one
     */
    public boolean isTaken(String packageName, RelPath folder) {
        List<RelPath> holders = packages.stream()
                .filter(each -> each.name().equals(packageName))
                .map(each -> each.path().parent())
                .toList();
        return holders.isEmpty()
                ? backend.filter(each -> each.ranges(packageName).stream().anyMatch(range -> !range.contains(":")))
                        .isPresent()
                : !holders.contains(folder);
    }

    /** How one package of the repository asks for another. */
    public String workspaceRange() {
        boolean classic =
                files.text(RelPath.of("yarn.lock")).filter(YarnLock::isClassic).isPresent();
        return classic ? "^" + style.version() : "workspace:^";
    }

    /** What was taken from where, and what could not be read, as sentences. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    Optional<PackageJson> backendPackage() {
        return backend;
    }

    /** Every package, the root's included. */
    List<PackageJson> packages() {
        return Stream.concat(root.stream(), packages.stream()).toList();
    }

    Optional<YarnLock> lock() {
        return files.text(RelPath.of("yarn.lock")).map(YarnLock::of);
    }

    private List<PackageJson> below(String folder) {
        return packages.stream()
                .filter(each -> each.path().startsWith(RelPath.of(folder)))
                .toList();
    }

    private Optional<Json.Value> read(RelPath path) {
        try {
            return files.text(path).map(Json::read);
        } catch (IllegalArgumentException wrong) {
            notes.add(path + " could not be read and is ignored: " + wrong.getMessage());
            return Optional.empty();
        }
    }

    private Optional<String> findRelease() {
        return read(RelPath.of("backstage.json"))
                .flatMap(json -> json.get("version"))
                .flatMap(Json.Value::asText)
                .filter(VERSION.asMatchPredicate());
    }

    private boolean findBackstageProtocol() {
        // Most repositories do without, and need not wait for a YAML parser to learn that.
        Optional<String> settings = files.text(RelPath.of(".yarnrc.yml")).filter(text -> text.contains("backstage"));
        try {
            return settings.flatMap(Yaml::tree)
                    .flatMap(yaml -> yaml.get("plugins"))
                    .filter(plugins -> plugins instanceof Yaml.Sequence list
                            && list.items().stream().anyMatch(Host::isBackstageYarnPlugin))
                    .isPresent();
        } catch (IllegalArgumentException wrong) {
            notes.add(".yarnrc.yml could not be read and is ignored: " + wrong.getMessage());
            return false;
        }
    }

    private static boolean isBackstageYarnPlugin(Yaml.Node plugin) {
        return Stream.of(Optional.of(plugin), plugin.get("path"), plugin.get("spec"))
                .flatMap(Optional::stream)
                .anyMatch(node -> node instanceof Yaml.Scalar text
                        && (text.value().contains("@yarnpkg/plugin-backstage")
                                || text.value().matches("https://versions\\.backstage\\.io/.*/yarn-plugin/?")));
    }

    private Optional<PackageJson> findBackend() {
        List<PackageJson> all = below("packages");
        List<PackageJson> backends =
                all.stream().filter(each -> each.role().equals("backend")).toList();
        Optional<PackageJson> usual = all.stream()
                .filter(each -> each.path().value().equals("packages/backend/package.json"))
                .findFirst();
        if (backends.size() == 1) {
            return Optional.of(backends.get(0));
        }
        if (backends.isEmpty() || usual.filter(backends::contains).isPresent()) {
            return usual;
        }
        notes.add("There are several backends here, and none of them is packages/backend: which one is meant is "
                + "not certain.");
        return Optional.empty();
    }
}
