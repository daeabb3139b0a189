package dev.backstagegen.rule.code;

import java.util.Optional;

/** Which zod an imported name stands for, by its module and by the range in package.json. */
public final class ZodImport {

    private ZodImport() {}

    /** The module of zod that a name is imported from. */
    public static Optional<String> module(Plugin plugin, Place name) {
        boolean imported = name.node().is("identifier")
                && name.source()
                        .binding(name.node())
                        .filter(binding -> binding.is(Binding.Kind.IMPORT))
                        .isPresent();
        return imported
                        && plugin.modules().meaning(name.source(), name.node()).orElse(null)
                                instanceof Meaning.Outside outside
                        && outside.module().matches("zod(/.*)?")
                        && outside.name().matches("z|default|\\*")
                ? Optional.of(outside.module())
                : Optional.empty();
    }

    /** Whether it is version 3 for sure. */
    public static boolean isThree(Plugin plugin, Place name) {
        Optional<String> module = module(plugin, name);
        return module.filter("zod/v3"::equals).isPresent()
                || module.filter("zod"::equals).isPresent() && hasRange(plugin, "3");
    }

    /** Whether it is version 4 for sure. */
    public static boolean isFour(Plugin plugin, Place name) {
        Optional<String> module = module(plugin, name);
        return module.filter(each -> each.matches("zod/(v4.*|mini)")).isPresent()
                || module.filter("zod"::equals).isPresent() && hasRange(plugin, "4");
    }

    private static boolean hasRange(Plugin plugin, String major) {
        return plugin.manifest()
                .flatMap(manifest -> manifest.range("zod"))
                .filter(range -> range.matches("[~^=v]*" + major + "(\\.[^| ]*)?"))
                .isPresent();
    }
}
