package dev.backstagegen.host;

import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.List;
import java.util.Optional;

/** Repositories for tests, written down in few words. */
final class Files {

    static final String PACKAGE = "@internal/plugin-example-backend";
    static final RelPath FOLDER = RelPath.of("plugins/example-backend");

    static final String BACKEND = """
            {
              "name": "backend",
              "backstage": {
                "role": "backend"
              },
              "dependencies": {
                "@backstage/backend-defaults": "^0.18.0",
                "pg": "^8.11.3"
              }
            }
            """;

    static final String INDEX = """
            import { createBackend } from '@backstage/backend-defaults';

            const backend = createBackend();

            backend.add(import('@backstage/plugin-app-backend'));

            backend.start();
            """;

    static final String CONFIG = """
            backend:
              actions:
                pluginSources:
                  - catalog
            """;

    private Files() {}

    /** Paths and texts in turn. */
    static FileTree of(String... pathsAndTexts) {
        FileTree files = FileTree.EMPTY;
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            files = files.with(RelPath.of(pathsAndTexts[i]), pathsAndTexts[i + 1]);
        }
        return files;
    }

    /** A small Backstage repository, with other files laid over its own. */
    static FileTree repository(String... pathsAndTexts) {
        return of(
                        "package.json", "{\"name\": \"root\", \"workspaces\": [\"packages/*\", \"plugins/*\"]}\n",
                        "backstage.json", "{\"version\": \"1.55.0\"}\n",
                        "app-config.yaml", CONFIG,
                        "packages/backend/package.json", BACKEND,
                        "packages/backend/src/index.ts", INDEX)
                .and(of(pathsAndTexts));
    }

    static Wish wish() {
        return new Wish(PACKAGE, "example", FOLDER, true, List.of(), "", Optional.of("@acme/team"));
    }
}
