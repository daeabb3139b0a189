package dev.backstagegen.rule.code;

import dev.backstagegen.rule.code.Binding.Kind;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The packages whose types whoever imports a plugin may come to see. */
public final class PublicTypes {

    private PublicTypes() {}

    /**
     * Every package that the entries re-export from, or that is named by the files which declare what the entries
     * export, or by what those load. The plugin itself is exported as a feature, whose type tells nothing of its inside.
     */
    public static Set<String> packages(Plugin plugin) {
        Set<Source> files = new LinkedHashSet<>();
        Set<String> packages = new HashSet<>();
        plugin.imports().entries().forEach(entry -> collect(plugin, entry, files, packages, new LinkedHashSet<>()));
        plugin.imports().loadedWith(files).stream()
                .flatMap(source -> plugin.imports().of(source).stream())
                .flatMap(each -> each.packageName().stream())
                .forEach(packages::add);
        return packages;
    }

    private static void collect(
            Plugin plugin, Source source, Set<Source> files, Set<String> packages, Set<Source> seen) {
        if (!seen.add(source)) {
            return;
        }
        for (TsNode export : source.all("export_statement").toList()) {
            Optional<String> from = Modules.module(export);
            from.flatMap(PackageName::of).ifPresent(packages::add);
            if (from.isPresent() && Syntax.hasToken(export, "*")) {
                plugin.modules()
                        .file(source, from.get())
                        .ifPresent(other -> collect(plugin, other, files, packages, seen));
                continue;
            }
            for (String name : names(export)) {
                Meaning meaning = plugin.modules().exported(source, name).orElse(null);
                if (meaning instanceof Meaning.Outside outside) {
                    PackageName.of(outside.module()).ifPresent(packages::add);
                } else if (meaning != null) {
                    file(plugin, meaning).ifPresent(files::add);
                }
            }
        }
    }

    /** The names under which a statement exports something. */
    private static List<String> names(TsNode export) {
        List<String> names = new ArrayList<>();
        if (Syntax.hasToken(export, "default")) {
            names.add("default");
        }
        export.child("declaration").ifPresent(declaration -> {
            declaration.child("name").ifPresent(name -> names.add(name.text()));
            declaration.namedChildren().stream()
                    .filter(each -> each.is("variable_declarator"))
                    .flatMap(each -> each.child("name").stream())
                    .forEach(name -> names.add(name.text()));
        });
        export.namedChildren().stream()
                .filter(child -> child.is("export_clause"))
                .flatMap(clause -> clause.namedChildren().stream())
                .flatMap(each -> each.child("alias").or(() -> each.child("name")).stream())
                .forEach(name -> names.add(name.text()));
        return names;
    }

    private static Optional<Source> file(Plugin plugin, Meaning meaning) {
        if (meaning instanceof Meaning.File file) {
            return Optional.of(file.source());
        }
        if (meaning instanceof Meaning.Written written) {
            return isPlugin(plugin, written.expression().node())
                    ? Optional.empty()
                    : Optional.of(written.expression().source());
        }
        if (meaning instanceof Meaning.Declared declared) {
            Binding binding = declared.binding();
            boolean feature = binding.is(Kind.VARIABLE)
                    && binding.declaration()
                            .child("value")
                            .filter(value -> isPlugin(plugin, Syntax.bare(value)))
                            .isPresent();
            return feature ? Optional.empty() : Optional.of(binding.source());
        }
        return Optional.empty();
    }

    private static boolean isPlugin(Plugin plugin, TsNode value) {
        return plugin.init().creations().stream().anyMatch(creation -> creation.node() == value);
    }
}
