package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody at the terminal, or a job of CI, gets from {@code check}. */
class CheckCommandTest {

    private static final String ROUTER = "plugins/a-backend/src/router.ts";
    private static final String[] ONE = {"--rule", "router/promise-router"};

    private final Stage stage = Stage.inMemory();

    @BeforeEach
    void repository() {
        stage.file("package.json", "{ \"name\": \"root\", \"workspaces\": [\"plugins/*\"] }\n")
                .file("backstage.json", "{ \"version\": \"1.55.0\" }\n")
                .file("plugins/a-backend/package.json", """
                        {
                          "name": "@internal/plugin-a-backend",
                          "backstage": { "role": "backend-plugin", "pluginId": "a" },
                          "dependencies": { "express-promise-router": "^4.1.0" }
                        }
                        """)
                .file(ROUTER, """
                        import express from 'express';
                        import { store } from './store';

                        export function createRouter(): express.Router {
                          const router = express.Router();
                          router.get('/items', async (_req, res) => {
                            res.json(await store.list());
                          });
                          return router;
                        }
                        """);
    }

    private Stage.Run check(String... more) {
        String[] args = new String[1 + ONE.length + more.length];
        args[0] = "check";
        System.arraycopy(ONE, 0, args, 1, ONE.length);
        System.arraycopy(more, 0, args, 1 + ONE.length, more.length);
        return stage.run(args);
    }

    @Test
    void anErrorIsExitCodeOne() {
        Stage.Run run = check();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith(ROUTER + ":5:18 error router/promise-router\n")
                .contains("`--fix` repairs");
    }

    @Test
    void fixesAndIsClean() {
        Stage.Run run = check("--fix");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEqualTo("Wrote " + ROUTER + "\n1 repaired.\n");
        assertThat(stage.tree().get(ROUTER)).contains("import Router from 'express-promise-router';");
        assertThat(check().exit()).isZero();
    }

    @Test
    void aDryRunShowsThePatchAndWritesNothing() {
        Map<String, String> before = stage.tree();
        Stage.Run run = check("--fix", "--dry-run", "--diff");
        assertThat(run.out())
                .startsWith("diff --git a/" + ROUTER + " b/" + ROUTER + "\n")
                .contains("+import Router from 'express-promise-router';\n");
        assertThat(run.err()).startsWith("Would write " + ROUTER + "\n").endsWith("1 would be repaired.\n");
        assertThat(stage.tree()).isEqualTo(before);
    }

    @Test
    void warningsCountOnlyWhereSomebodySaysSo() {
        stage.file(".backstage-gen-rules.yaml", "rules: { router/promise-router: warning }\n");
        assertThat(check().exit()).isZero();
        assertThat(check("--max-warnings", "1").exit()).isZero();
        assertThat(check("--max-warnings=0").exit()).isEqualTo(1);
        assertThat(check("--min-severity", "error", "--max-warnings=0").exit()).isZero();
    }

    @Test
    void aBaselineIsWrittenAndObeyed() {
        assertThat(stage.run("check", "--baseline", "known.json", "--write-baseline")
                        .exit())
                .isZero();
        assertThat(stage.tree().get("known.json")).contains("\"rule\": \"router/promise-router\"");
        assertThat(check("--baseline", "known.json").exit()).isZero();
    }

    @Test
    void everyFormatComesToStandardOutput() {
        for (String format : new String[] {"text", "json", "sarif", "github", "junit", "markdown"}) {
            Stage.Run run = check("--format", format);
            assertThat(run.exit()).as(format).isEqualTo(1);
            assertThat(run.out()).as(format).contains("promise-router").endsWith("\n");
            assertThat(run.err()).as(format).isEmpty();
        }
    }

    @Test
    void slipsAreTold() {
        assertThat(stage.run("check", "--rule", "router/promise-ruoter").err())
                .contains("Did you mean router/promise-router?");
        assertThat(check("--format", "sarf").err()).contains("Did you mean sarif?");
        assertThat(check("--min-severity", "fatal").err()).contains("It is error, warning or info");
        assertThat(check("--max-warnings", "many").err()).contains("not a number");
        assertThat(check("plugins/b-backend").err()).contains("There is no ");
        assertThat(check("--dry-run").err()).contains("Add --fix");
        assertThat(check("--baseline", "known.json", "--write-baseline").err())
                .contains("would forget everything else");
        assertThat(stage.run("check", "--write-baseline").err()).contains("does not say which file");
        for (String wrong : new String[] {"--min-severity=fatal", "--max-warnings=x", "--format=x", "--dry-run"}) {
            assertThat(check(wrong).exit()).as(wrong).isEqualTo(2);
        }
    }

    @Test
    void aRepositoryWithoutPluginsIsClean() {
        stage.file("plugins/a-backend/package.json", "{ \"name\": \"a\" }\n");
        Stage.Run run = check();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("There is no backend plugin in /acme");
    }
}
