package dev.backstagegen.ts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TsFileTest {

    @Test
    void nodesCoverTheirText() {
        TsFile file = TsFile.parse("const a = f(1, 'x');\n");
        assertThat(file.isWhole()).isTrue();
        assertThat(file.root().descendants("call_expression").map(TsNode::text)).containsExactly("f(1, 'x')");
    }

    @Test
    void positionsCountCharactersNotBytes() {
        TsFile file = TsFile.parse("const ä = '😀';\nconst b = '€' + c;\n");
        assertThat(file.root().descendants("identifier").map(TsNode::text)).containsExactly("ä", "b", "c");
        assertThat(file.line(file.text().indexOf("b"))).isEqualTo(2);
    }

    @Test
    void theTreeIsTheWholeText() {
        String text = "class A { async b(): Promise<void> { await c.d(); } }\n// end\n";
        TsFile file = TsFile.parse(text);
        String tokens = file.root()
                .descendants()
                .filter(node -> node.children().isEmpty())
                .map(TsNode::text)
                .reduce("", String::concat);
        assertThat(tokens).isEqualTo(text.replaceAll("(?<!//)\\s(?!end)", ""));
        assertThat(file.root()
                        .descendants("property_identifier")
                        .map(n -> n.parent().orElseThrow().type()))
                .containsExactly("method_definition", "member_expression");
    }

    @Test
    void aBrokenTextKeepsTheRest() {
        TsFile file = TsFile.parse("const a = (;\nimport b from 'b';\n");
        assertThat(file.isWhole()).isFalse();
        assertThat(file.root().descendants("import_statement")).hasSize(1);
    }

    @Test
    void aTreeIsSharedOnlyWithThoseWhoDoNotMind() {
        TsFile shared = TsFile.shared("const a = 1;");
        assertThat(TsFile.shared("const a = 1;").root()).isSameAs(shared.root());
        assertThat(TsFile.parse("const a = 1;").root())
                .isNotSameAs(shared.root())
                .hasToString(shared.root().toString());
        assertThat(TsFile.shared("const b = 1;").root()).isNotSameAs(shared.root());
    }
}
