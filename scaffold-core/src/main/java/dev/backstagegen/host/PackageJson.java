package dev.backstagegen.host;

import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A package.json of the repository, read and asked. */
record PackageJson(RelPath path, Json.Value root) {

    private static final Pattern NAME = Pattern.compile("(@[a-z0-9~-][a-z0-9._~-]*/)?[a-z0-9~-][a-z0-9._~-]*");

    private static final int LONGEST_NAME = 214;

    /** Whether npm takes it for a package's name; such a name needs no escape in JSON, TypeScript or YAML strings. */
    static boolean isName(String name) {
        return name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
    }

    Optional<String> text(String... path) {
        return root.at(path).flatMap(Json.Value::asText);
    }

    String name() {
        return text("name").orElse("");
    }

    String role() {
        return text("backstage", "role").orElse("");
    }

    /** The ranges under which the package is asked for, in dependencies and devDependencies. */
    List<String> ranges(String npmPackage) {
        List<String> ranges = new ArrayList<>();
        for (String kind : List.of("dependencies", "devDependencies")) {
            text(kind, npmPackage).ifPresent(ranges::add);
        }
        return ranges;
    }
}
