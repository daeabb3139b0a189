package dev.backstagegen.cli;

import java.nio.file.Path;

/** A small Backstage repository, as far as the command looks at one. */
final class HostRepository {

    static final String INDEX = "packages/backend/src/index.ts";
    static final String MANIFEST = "packages/backend/package.json";
    static final String PACKAGE = "@internal/plugin-example-backend";

    private HostRepository() {}

    /** A repository with a backend. */
    static Stage at(Path folder) {
        return withoutBackend(folder).file(MANIFEST, """
                        {
                          "name": "backend",
                          "version": "0.0.0",
                          "private": true,
                          "backstage": {
                            "role": "backend"
                          },
                          "dependencies": {
                            "@backstage/backend-defaults": "^0.18.0",
                            "app": "link:../app"
                          }
                        }
                        """).file(INDEX, """
                        import { createBackend } from '@backstage/backend-defaults';

                        const backend = createBackend();

                        backend.add(import('@backstage/plugin-catalog-backend'));

                        backend.start();
                        """).file("app-config.yaml", """
                        app:
                          title: Acme # ours
                        backend:
                          actions:
                            pluginSources:
                              - catalog # first of all
                        """);
    }

    static Stage withoutBackend(Path folder) {
        return Stage.at(folder).file("package.json", """
                        {
                          "name": "root",
                          "private": true,
                          "workspaces": {
                            "packages": ["packages/*", "plugins/*"]
                          }
                        }
                        """).file("backstage.json", "{ \"version\": \"1.55.0\" }\n");
    }
}
