package dev.backstagegen.rule.config;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.ConfigReads;
import dev.backstagegen.rule.code.ConfigSchema;
import dev.backstagegen.rule.code.Manifest;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.RelPath;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code config/schema}: the plugin's section of the configuration has a schema, and it is published. */
public final class Schema implements Rule {

    /** Sections that packages of Backstage itself describe. */
    private static final Set<String> OF_BACKSTAGE = Set.of(
            "app",
            "auth",
            "backend",
            "catalog",
            "events",
            "integrations",
            "kubernetes",
            "notifications",
            "permission",
            "proxy",
            "scaffolder",
            "search",
            "signals",
            "techdocs");

    private static final RuleDoc DOC = new RuleDoc(
            "config/schema",
            Severity.WARNING,
            "The plugin's own section of the configuration has a schema that ships with the package",
            "`configSchema` and `files` in package.json, the file config.d.ts, and the keys that the code reads in the"
                    + " section that is named after the plugin.",
            "Without the schema a mistake in the configuration is found only when the value is read, and what is secret"
                    + " in it is not kept out of logs.",
            "Describe the section in config.d.ts, and name that file in `configSchema` and in `files`.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(
                    example("\"dist\"\n  ]"),
                    example("\"dist\",\n    \"config.d.ts\"\n  ],\n  \"configSchema\": \"config.d.ts\""))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        Optional<Manifest> manifest = plugin.manifest();
        if (manifest.isEmpty()) {
            return List.of();
        }
        Optional<Json.Value> declared = ConfigSchema.declared(plugin);
        if (declared.isPresent()) {
            return unpublished(plugin, manifest.get(), declared.get()).stream().toList();
        }
        return (ConfigSchema.hasUsualFile(plugin)
                        ? Optional.of(Finding.at(
                                manifest.get().top(),
                                DOC,
                                "There is a config.d.ts, and package.json does not name it in 'configSchema'.",
                                Repair.NONE))
                        : undescribed(plugin))
                .stream().toList();
    }

    private static Optional<Finding> unpublished(Plugin plugin, Manifest manifest, Json.Value declared) {
        Optional<List<String>> files = manifest.texts("files");
        return ConfigSchema.file(plugin)
                .filter(path -> files.filter(entries -> entries.stream().noneMatch(entry -> covers(entry, path)))
                        .isPresent())
                .map(path -> Finding.at(
                        manifest.spot(declared),
                        DOC,
                        "The schema " + path + " is not among the 'files' of the package.",
                        Repair.NONE));
    }

    /** Whatever begins with a pattern may cover anything. */
    private static boolean covers(String entry, RelPath file) {
        String path = entry.replaceAll("^(\\./|/)+", "").replaceAll("(/\\*\\*?)*/*$", "");
        return path.isEmpty()
                || path.equals(".")
                || path.matches("[^/]*[*?{\\[(].*")
                || file.value().equals(path)
                || file.value().startsWith(path + "/")
                || path.contains("*") && file.value().startsWith(path.substring(0, path.indexOf('*')));
    }

    private static Optional<Finding> undescribed(Plugin plugin) {
        Optional<String> id = plugin.init().pluginId();
        if (id.isEmpty() || OF_BACKSTAGE.contains(id.get()) || isDescribedElsewhere(plugin, id.get())) {
            return Optional.empty();
        }
        return ConfigReads.of(plugin).stream()
                .filter(read -> isOwn(read.key(), id.get()))
                .findFirst()
                .map(read -> Finding.at(
                        read.argument(),
                        DOC,
                        "The key '" + read.key() + "' is read here, and the package has no schema for it.",
                        Repair.NONE));
    }

    /** A section is the plugin's own where it has the plugin's id, however the words are joined. */
    private static boolean isOwn(String key, String id) {
        String[] parts = key.split("\\.");
        String own = letters(id);
        return letters(parts[0]).equals(own)
                || parts.length > 1 && letters(parts[0] + parts[1]).equals(own);
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** Another package may have the schema: one of the plugin beside it, or one that it depends on. */
    private static boolean isDescribedElsewhere(Plugin plugin, String id) {
        List<String> needed = Stream.of("dependencies", "peerDependencies")
                .flatMap(kind -> plugin.manifest().flatMap(manifest -> manifest.at(kind)).stream())
                .filter(Json.ObjectValue.class::isInstance)
                .flatMap(value -> ((Json.ObjectValue) value).members().stream())
                .map(Json.Member::name)
                .toList();
        List<Json.Value> seen = plugin.files().paths().stream()
                .filter(path ->
                        path.startsWith(Plugin.REPOSITORY) && path.name().equals("package.json"))
                .flatMap(path -> Json.whole(plugin.files().text(path).orElse("")).stream())
                .toList();
        Set<String> names = seen.stream().map(Schema::name).collect(Collectors.toSet());
        String scope = plugin.manifest()
                .flatMap(manifest -> manifest.text("name"))
                .filter(name -> name.contains("/"))
                .map(name -> name.substring(0, name.indexOf('/') + 1))
                .orElse("?");
        return seen.stream()
                        .filter(json -> json.get("configSchema").isPresent())
                        .anyMatch(json -> isOf(json, id) || needed.contains(name(json)))
                || needed.stream()
                        .filter(name -> !names.contains(name))
                        .anyMatch(name -> name.matches(".*\\b" + Pattern.quote(id) + "(-common|-node|-shared)?")
                                || name.startsWith(scope) && name.matches(".*-(common|node|shared)"));
    }

    private static String name(Json.Value json) {
        return json.get("name").flatMap(Json.Value::asText).orElse("");
    }

    private static boolean isOf(Json.Value json, String id) {
        return json.at("backstage", "pluginId")
                .or(() -> json.get("name"))
                .flatMap(Json.Value::asText)
                .filter(name -> name.equals(id) || name.matches(".*\\b" + Pattern.quote(id) + "(-\\w+)?"))
                .isPresent();
    }

    private static String example(String files) {
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
                    %s
                }
                --- config.d.ts
                export interface Config {
                  example: {
                    /** Address of the service. */
                    baseUrl: string;
                  };
                }
                --- src/config.ts
                import { RootConfigService } from '@backstage/backend-plugin-api';

                export const readBaseUrl = (config: RootConfigService) =>
                  config.getString('example.baseUrl');
                """.formatted(files);
    }
}
