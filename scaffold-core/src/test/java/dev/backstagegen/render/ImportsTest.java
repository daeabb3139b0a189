package dev.backstagegen.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportsTest {

    @Test
    void areHoistedMergedAndSorted() {
        assertThat(organized("""
                        import { b } from './near';
                        use(a, b, c, d);
                          import { c, a } from '../far';
                        import d from 'package';
                        import { join } from 'node:path';
                        import { a } from '../far';
                        join();
                        """)).isEqualTo("""
                        import { join } from 'node:path';
                        import d from 'package';
                        import { a, c } from '../far';
                        import { b } from './near';

                        use(a, b, c, d);
                        join();
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "use(page);",
                "const all = { page };",
                "const all = { ...page(z) };",
                "const one = ok ? page : other;",
                "const one = ok ? other : page;",
                "const text = `${page}`;",
                "switch (n) {\n  case page:\n}",
                "const all: Array<page> = [];",
                "const all = { one: page };"
            })
    void areKeptWhereTheyAreUsed(String body) {
        assertThat(organized("import { page } from './page';\n" + body + "\n")).startsWith("import { page }");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "const all = { page: 1 };",
                "type All = { page?: number };",
                "function list(page: number) {}",
                "use(it.page);",
                "use(it?.page);",
                "use('page');",
                "// page",
                "/* page */",
                "use(pages, $page);"
            })
    void areDroppedWhereOnlyTheWordOccurs(String body) {
        assertThat(organized("import { page } from './page';\n" + body + "\n")).isEqualTo(body + "\n");
    }

    private static String organized(String text) {
        return Imports.organize(text, UnaryOperator.identity());
    }
}
