package dev.backstagegen.rule.code;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells by a name whether its value lets somebody in. */
final class SecretNames {

    private static final Set<String> SECRETS = Set.of("token", "password", "passwd", "passphrase", "apikey");
    private static final Set<String> KEYS = Set.of("api", "private", "access", "signing", "encryption");

    /** A secret by itself may be one of Kubernetes, or the name of one. */
    private static final Set<String> OWNERS = Set.of(
            "client", "webhook", "app", "signing", "shared", "consumer", "jwt", "session", "oauth", "auth", "api");

    /** Tokens that only point somewhere, and values that can be shown. */
    private static final Set<String> HARMLESS = Set.of(
            "next",
            "poll",
            "request",
            "page",
            "paging",
            "pagination",
            "continuation",
            "continue",
            "cursor",
            "cancel",
            "cancellation",
            "abort",
            "sync",
            "start",
            "stop",
            "end",
            "delta",
            "prev",
            "previous",
            "marker",
            "resume",
            "design",
            "placeholder",
            "masked",
            "redacted",
            "hashed",
            "encrypted",
            "obfuscated",
            "public",
            "lexer",
            "unknown",
            "color",
            "css",
            "style",
            "theme",
            "syntax",
            "template",
            "input",
            "output",
            "prompt",
            "completion",
            "total",
            "usage",
            "special",
            "first",
            "last",
            "per",
            "unexpected");

    /** What begins so says whether, or is a function. */
    private static final Set<String> QUESTIONS = Set.of(
            "has",
            "automount",
            "mount",
            "is",
            "had",
            "should",
            "use",
            "uses",
            "used",
            "needs",
            "need",
            "require",
            "requires",
            "required",
            "with",
            "without",
            "no",
            "missing",
            "invalid",
            "valid",
            "expired",
            "show",
            "allow",
            "enable",
            "disable",
            "skip",
            "get",
            "fetch",
            "create",
            "generate",
            "issue",
            "validate",
            "verify",
            "decode",
            "parse",
            "read",
            "load",
            "set",
            "store",
            "save",
            "delete",
            "revoke",
            "find",
            "resolve",
            "extract",
            "supports",
            "include",
            "can",
            "max",
            "min",
            "num");

    private SecretNames() {}

    /** Whether a variable or member of that name is a secret. */
    static boolean isOfValue(String name) {
        String bare = name.replaceAll("^[#_]+", "");
        boolean shouted = bare.equals(bare.toUpperCase(Locale.ROOT));
        boolean isType = !bare.isEmpty() && Character.isUpperCase(bare.charAt(0));
        return !shouted && (!isType || bare.matches("SecretAccessKey|SessionToken|SecretString")) && ends(words(bare));
    }

    /** Whether a variable of the environment, or a key of the configuration, of that name is a secret. */
    static boolean isOfSetting(String name) {
        List<String> words = words(name);
        return ends(words) || words.equals(List.of("secret"));
    }

    private static boolean ends(List<String> words) {
        int last = words.size() - 1;
        if (last < 0 || (last > 0 && QUESTIONS.contains(words.get(0)))) {
            return false;
        }
        String before = last > 0 ? words.get(last - 1) : "";
        return switch (words.get(last)) {
            case "key" -> KEYS.contains(before);
            case "secret" -> OWNERS.contains(before);
            default -> SECRETS.contains(words.get(last)) && !HARMLESS.contains(before);
        };
    }

    private static List<String> words(String name) {
        return Arrays.stream(name.split("[_-]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }
}
