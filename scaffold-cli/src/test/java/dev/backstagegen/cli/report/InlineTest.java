package dev.backstagegen.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file is called does nothing to a page of Markdown. */
class InlineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '"',
            value = {
                "src/my_file.ts → src/my\\_file.ts",
                "*a* `b` ~c~ → \\*a\\* \\`b\\` \\~c\\~",
                "![a](b) → \\!\\[a\\]\\(b\\)",
                "a|b\\|c → a\\|b\\\\\\|c",
                "<img src=x> &lt; → &lt;img src=x&gt; &amp;lt;",
                "@ann fixes #7 → @<!-- -->ann fixes #<!-- -->7",
                "http://x www.x WWW.x → http:<!-- -->//x www<!-- -->.x WWW<!-- -->.x",
                "$x$ → \\$x\\$",
            })
    void inAParagraph(String text, String markdown) {
        assertThat(Inline.of(text)).isEqualTo(markdown);
    }

    @ParameterizedTest
    @CsvSource({"my_file.ts,my_file.ts", "</details>@ann,&lt;/details&gt;@<!-- -->ann"})
    void inHtml(String text, String html) {
        assertThat(Inline.html(text)).isEqualTo(html);
    }
}
