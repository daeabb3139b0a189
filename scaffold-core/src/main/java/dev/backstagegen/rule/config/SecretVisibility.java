package dev.backstagegen.rule.config;

import dev.backstagegen.rule.Edit;
import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.ConfigKey;
import dev.backstagegen.rule.code.ConfigSchema;
import dev.backstagegen.rule.code.Plugin;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code config/secret-visibility}: the schema says which values are secret. */
public final class SecretVisibility implements Rule {

    private static final Set<String> SECRETS = Set.of("password", "passwd", "passphrase", "secret");
    private static final Set<String> KEYS =
            Set.of("api", "private", "secret", "encryption", "signing", "shared", "subscription");
    /** Words in front of a secret that has a name, such as one of Kubernetes. */
    private static final Set<String> NAMED = Set.of("pull", "existing", "kubernetes", "k8s");
    /** Words in front of a token that make it something else than a way in. */
    private static final Set<String> OTHER_TOKENS =
            Set.of("public", "client", "max", "page", "next", "continuation", "cancel", "design", "cancellation");

    private static final RuleDoc DOC = new RuleDoc(
            "config/secret-visibility",
            Severity.ERROR,
            "Passwords, tokens and keys are marked secret in the schema of the configuration",
            "Texts in config.d.ts, or in the JSON schema that package.json has or names, whose names end in password,"
                    + " secret, token, apiKey and the like, without `@visibility secret` on themselves or around them.",
            "What is not marked is not taken out of logs, and shown by tools that print the configuration.",
            "Mark it with `@visibility secret`, or what is around it with `@deepVisibility secret`.",
            true,
            "0.1.0",
            List.of(new RuleDoc.Example(example("""
                        /** Token that the service knows the plugin by. */"""), example("""
                        /**
                         * Token that the service knows the plugin by.
                         *
                         * @visibility secret
                         */"""))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        return ConfigSchema.keys(plugin).stream()
                .filter(key -> key.isText() && !key.isSecret())
                .filter(SecretVisibility::isSecret)
                .map(key -> Finding.at(key.spot(), DOC, wrong(key), repair(key)))
                .distinct()
                .toList();
    }

    private static String wrong(ConfigKey key) {
        return key.visibility()
                .map(visibility -> "The key '" + key.name() + "' has the visibility " + visibility + ".")
                .orElse("The key '" + key.name() + "' is not marked as secret.");
    }

    private static boolean isSecret(ConfigKey key) {
        List<String> words = words(key.name());
        if (words.isEmpty()) {
            return false;
        }
        String last = words.get(words.size() - 1);
        List<String> before = words.subList(0, words.size() - 1);
        if (SECRETS.contains(last)) {
            return before.stream().noneMatch(NAMED::contains);
        }
        // What the frontend is shown on purpose is a name rather than a secret.
        boolean shown = key.visibility().filter("frontend"::equals).isPresent();
        boolean token = last.equals("token") && before.stream().noneMatch(OTHER_TOKENS::contains);
        boolean joined = before.isEmpty() && last.matches("(api|private|secret)key|accesstoken|apitoken");
        return !shown
                && (token || joined || last.equals("key") && before.stream().anyMatch(KEYS::contains));
    }

    private static List<String> words(String name) {
        return Arrays.stream(name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                        .replaceAll("([A-Z]+)([A-Z][a-z])", "$1 $2")
                        .split("[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Repair repair(ConfigKey key) {
        return key.secretly()
                .map(edit -> Repair.safe(List.of(new Edit(key.spot().path(), edit))))
                .orElse(Repair.NONE);
    }

    private static String example(String comment) {
        return """
                --- package.json
                {
                  "name": "@internal/plugin-example-backend",
                  "backstage": {
                    "role": "backend-plugin",
                    "pluginId": "example"
                  },
                  "scripts": {
                    "start": "backstage-cli package start",
                    "build": "backstage-cli package build",
                    "lint": "backstage-cli package lint",
                    "test": "backstage-cli package test",
                    "clean": "backstage-cli package clean",
                    "prepack": "backstage-cli package prepack",
                    "postpack": "backstage-cli package postpack"
                  },
                  "files": [
                    "dist",
                    "config.d.ts"
                  ],
                  "configSchema": "config.d.ts"
                }
                --- config.d.ts
                export interface Config {
                  example: {
                    /** Address of the service. */
                    baseUrl: string;

                %s
                    token: string;
                  };
                }
                """.formatted(comment.indent(4).stripTrailing());
    }
}
