package dev.backstagegen.rule.code;

import dev.backstagegen.rule.code.Binding.Kind;
import dev.backstagegen.ts.TsNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What becomes of a value that is handed to a call. */
enum Recipient {
    /** Somebody looks at what it is: a schema, a guard, a comparison. */
    CHECK,
    /** Something simple comes of it, a number or a text, whatever it was. */
    CONVERSION,
    /** A number comes of it, or what is none. */
    NUMBER,
    /** It becomes a part of a text. */
    TEXT,
    /** A function of the plugin gets it. */
    OWN,
    /** It leaves the plugin, to somebody who does something with it. */
    OTHERS,
    /** That cannot be told, or does not matter. */
    NOBODY;

    private static final Pattern CHECKS = Pattern.compile(
            "(?i)_?(safe)?(parse|valid|assert|check|verif|ensure|decode|cast|sanitiz|normali[sz]|coerce|guard|expect"
                    + "|require|isarray|isinteger|isnan|isfinite|plainto).*|is[A-Z_].*"
                    + "|(includes|has|test|match|exec|some|every|filter|reduce)"
                    + "|.*([sS]chema|[vV]alidat|[pP]arse|[aA]jv|[zZ]od).*");

    private static final Pattern SCHEMAS = Pattern.compile(
            "(@hapi/)?joi|zod.*|yup|ajv.*|superstruct|io-ts.*|valibot|@sinclair/typebox.*|class-validator"
                    + "|class-transformer|express-validator|runtypes|arktype|jsonschema|@effect/.*|effect");

    private static final Set<String> CONVERSIONS =
            Set.of("String", "Boolean", "BigInt", "encodeURIComponent", "Date", "Set", "Map");

    private static final Set<String> CHANGES = Set.of(
            "trim", "trimStart", "trimEnd", "split", "toLowerCase", "toUpperCase", "toString", "slice", "substring");

    private static final Set<String> TEXTS = Set.of("replace", "replaceAll", "concat");

    private static final Set<String> HARMLESS_TYPES = Set.of(
            "LoggerService",
            "RootLoggerService",
            "Response",
            "HttpAuthService",
            "AuditorService",
            "CacheService",
            "PermissionsService",
            "EventsService");

    private static final Pattern HARMLESS_MODULES =
            Pattern.compile("(node:)?(path|util|url|querystring|crypto)|lodash.*|@backstage/.*");

    /** Who gets what is handed to a call. */
    static Recipient of(Plugin plugin, Place call) {
        String name = name(call.node());
        boolean json = Syntax.receiver(call.node())
                .filter(each -> each.text().equals("JSON"))
                .isPresent();
        // new URL(text) throws at what is none.
        if ((isCheck(name) && !json) || name.equals("URL") || isOfSchemas(plugin, call)) {
            return CHECK;
        }
        if (name.equals("Number")) {
            return NUMBER;
        }
        if (CONVERSIONS.contains(name)) {
            return CONVERSION;
        }
        if (name.equals("stringify") ? json : TEXTS.contains(name)) {
            return TEXT;
        }
        if (!plugin.calls().reached(call).isEmpty()) {
            return OWN;
        }
        return isOfOthers(plugin, call) ? OTHERS : NOBODY;
    }

    /** Whether a function of that name may look at what it is given. */
    static boolean isCheck(String function) {
        return CHECKS.matcher(function).matches();
    }

    /** Whether a method of that name only changes how a text is written. */
    static boolean isChange(String method) {
        return CHANGES.contains(method);
    }

    private static boolean isOfSchemas(Plugin plugin, Place call) {
        return Syntax.receiver(call.node())
                .or(() -> Syntax.called(call.node()))
                .flatMap(each -> plugin.modules().meaning(call.source(), each))
                .filter(meaning -> meaning instanceof Meaning.Outside outside
                        && SCHEMAS.matcher(outside.module()).matches())
                .isPresent();
    }

    private static boolean isOfOthers(Plugin plugin, Place call) {
        if (Reach.isTalk(plugin, call)) {
            return false;
        }
        TsNode called = Syntax.called(call.node()).orElse(call.node());
        if (called.is("identifier")) {
            return call.source().binding(called).isEmpty()
                    ? called.text().equals("fetch")
                    : isImported(plugin, call.at(called));
        }
        Optional<Place> receiver = Syntax.receiver(call.node()).map(call::at);
        return receiver.filter(each -> isImported(plugin, each)
                        || plugin.types().of(each).filter(Recipient::isOfOthers).isPresent())
                .isPresent();
    }

    /** A type of another package, or an interface that this plugin only describes. */
    private static boolean isOfOthers(Type type) {
        return type instanceof Type.Named named
                ? !HARMLESS_TYPES.contains(named.name())
                : type instanceof Type.Shape shape && shape.place().node().is("interface_declaration");
    }

    private static boolean isImported(Plugin plugin, Place name) {
        return name.source()
                .binding(name.node())
                .filter(binding -> binding.is(Kind.IMPORT))
                .flatMap(plugin.modules()::meaning)
                .filter(meaning -> meaning instanceof Meaning.Outside outside
                        && !HARMLESS_MODULES.matcher(outside.module()).matches()
                        && !outside.module().startsWith("."))
                .isPresent();
    }

    private static String name(TsNode call) {
        return Syntax.method(call)
                .or(() -> Syntax.called(call)
                        .filter(each -> each.is("identifier"))
                        .map(TsNode::text))
                .orElse("");
    }
}
