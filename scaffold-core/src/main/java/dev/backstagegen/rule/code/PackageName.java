package dev.backstagegen.rule.code;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of packages as imports write them. */
public final class PackageName {

    /** Packages whose types those of express consist of. */
    public static final Set<String> IN_EXPRESS =
            Set.of("express-serve-static-core", "qs", "serve-static", "body-parser", "send", "range-parser", "mime");

    private static final Pattern NAME = Pattern.compile("(@[A-Za-z0-9~-][\\w.~-]*/)?[A-Za-z0-9~-][\\w.~-]*");

    private static final Set<String> BUILT_IN = Set.of(
            "assert",
            "async_hooks",
            "buffer",
            "child_process",
            "cluster",
            "console",
            "constants",
            "crypto",
            "dgram",
            "diagnostics_channel",
            "dns",
            "domain",
            "events",
            "fs",
            "http",
            "http2",
            "https",
            "inspector",
            "module",
            "net",
            "os",
            "path",
            "perf_hooks",
            "process",
            "punycode",
            "querystring",
            "readline",
            "repl",
            "stream",
            "string_decoder",
            "sys",
            "timers",
            "tls",
            "trace_events",
            "tty",
            "url",
            "util",
            "v8",
            "vm",
            "wasi",
            "worker_threads",
            "zlib");

    private PackageName() {}

    /** The package that an import asks for; nothing for a file, a part of Node.js or what is no name of a package. */
    public static Optional<String> of(String specifier) {
        String[] segments = specifier.split("/", -1);
        boolean scoped = specifier.startsWith("@");
        if (scoped && segments.length < 2) {
            return Optional.empty();
        }
        String name = scoped ? segments[0] + "/" + segments[1] : segments[0];
        return NAME.matcher(name).matches() && !BUILT_IN.contains(name) ? Optional.of(name) : Optional.empty();
    }

    /** Where the types of a package are that brings none itself. */
    public static String types(String name) {
        return "@types/" + name.replaceFirst("^@", "").replace("/", "__");
    }
}
