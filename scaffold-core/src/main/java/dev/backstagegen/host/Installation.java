package dev.backstagegen.host;

import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.RelPath;
import dev.backstagegen.ts.TsFile;
import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the backend of a repository has a package, as far as its files tell.
 *
 * @param isDeclared some package of the repository asks for it
 * @param isAdded the code of a backend names it
 * @param isLeftOut surely nothing in the repository adds it
 */
public record Installation(boolean isDeclared, boolean isAdded, boolean isLeftOut) {

    private static final RelPath ROOT = RelPath.of("package.json");

    private static final List<String> KINDS =
            List.of("dependencies", "devDependencies", "peerDependencies", "optionalDependencies");

    /** Nothing where there is no one backend of the new system whose code can be read. */
    public static Optional<Installation> of(Host host, String packageName) {
        Optional<TsFile> code = host.backend()
                .map(folder -> folder.resolve("src/index.ts"))
                .flatMap(host.files()::text)
                .map(TsFile::parse)
                .filter(TsFile::isWhole);
        if (code.isEmpty() || new BackendCode(code.get().root()).backends().size() != 1) {
            return Optional.empty();
        }
        TsNode root = code.get().root();
        List<RelPath> asking = host.packages().stream()
                .filter(each -> asksFor(each, packageName))
                .map(PackageJson::path)
                .toList();
        List<RelPath> own = List.of(ROOT, host.backend().get().resolve("package.json"));
        boolean added = isAdded(host, packageName);
        boolean out = !added
                && seesEverything(host)
                && !looksForFeatures(root)
                && own.containsAll(asking)
                && (asking.isEmpty() || addsOnlyNamedPackages(root));
        return Optional.of(new Installation(!asking.isEmpty(), added, out));
    }

    /** Whether some backend asks for the package or adds it. */
    static boolean has(Host host, String packageName) {
        return host.packages().stream()
                        .filter(each -> each.path().value().startsWith("packages/"))
                        .anyMatch(each -> asksFor(each, packageName))
                || isAdded(host, packageName);
    }

    private static boolean isAdded(Host host, String packageName) {
        return host.files().paths().stream()
                .filter(path -> path.value().matches("packages/[^/]+/src/index\\.ts"))
                .anyMatch(path -> names(host.files().text(path).orElse(""), packageName));
    }

    private static boolean asksFor(PackageJson json, String packageName) {
        return KINDS.stream().anyMatch(kind -> json.text(kind, packageName).isPresent());
    }

    /** Whether the code speaks of the package, or of an entry point of it, at all. */
    private static boolean names(String code, String packageName) {
        return code.contains(packageName)
                && TsFile.parse(code)
                        .root()
                        .descendants("string_fragment")
                        .map(TsNode::text)
                        .anyMatch(text -> text.equals(packageName) || text.startsWith(packageName + "/"));
    }

    /** Whether it may add what it does not name: what it finds installed, or what lies elsewhere in the repository. */
    private static boolean looksForFeatures(TsNode root) {
        return root.descendants("identifier")
                        .anyMatch(each -> each.text().matches("(?i).*(discovery|dynamic|featureLoader).*"))
                || root.descendants("string_fragment")
                        .anyMatch(each ->
                                each.text().startsWith("../") || each.text().startsWith("/"));
    }

    /** Whether all that it adds are packages that it imports right there, and it hands the backend to nobody else. */
    private static boolean addsOnlyNamedPackages(TsNode root) {
        Set<String> names =
                new BackendCode(root).backends().stream().map(TsNode::text).collect(Collectors.toSet());
        return root.descendants("string_fragment").noneMatch(each -> each.text().startsWith("."))
                && root.descendants("identifier")
                        .filter(each -> names.contains(each.text()))
                        .allMatch(each -> each.field().matches("object|name|left"))
                && root.descendants("call_expression")
                        .filter(call -> called(call).filter(Installation::isAdd).isPresent())
                        .flatMap(call -> call.child("arguments").stream())
                        .flatMap(arguments -> arguments.namedChildren().stream())
                        .allMatch(feature -> called(feature)
                                .filter(each -> each.is("import"))
                                .isPresent());
    }

    private static Optional<TsNode> called(TsNode call) {
        return call.child("function");
    }

    private static boolean isAdd(TsNode function) {
        return function.child("property")
                .filter(property -> property.text().equals("add"))
                .isPresent();
    }

    /** Whether all packages lie where a {@link Host} looks. */
    private static boolean seesEverything(Host host) {
        return host.packages().stream()
                .filter(each -> each.path().equals(ROOT))
                .flatMap(root -> root.root().get("workspaces").stream())
                .flatMap(workspaces -> workspaces.get("packages").or(() -> Optional.of(workspaces)).stream())
                .flatMap(list -> list instanceof Json.ArrayValue array ? array.items().stream() : Stream.empty())
                .flatMap(each -> each.asText().stream())
                .allMatch(each -> each.matches("(\\./)?(packages|plugins)/[^/]+/?"));
    }
}
