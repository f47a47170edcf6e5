package nl.mkba.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    @TempDir
    Path root;

    private static String html(String text) {
        return Markdown.html(Markdown.read(text), Map.of(), "Table").strip();
    }

    @Test
    void aFormulaIsKeptAsItIsWrittenNeitherEmphasisNorEscape() {
        assertThat(html("with $a_b\\,c$ and $d_e<f$, $$x_1 * y * z_2$$"))
                .isEqualTo("<p>with <span class=\"formula\">a_b\\,c</span> and <span class=\"formula\">d_e&lt;f</span>,"
                        + " <span class=\"formula\" data-display=\"true\">x_1 * y * z_2</span></p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"from $5 to $10", "$ a $", "a $ b", "$$ $$", "$a $b"})
    void moneyIsNoFormula(String text) {
        assertThat(html(text)).doesNotContain("formula");
    }

    @Test
    void whatLooksLikeHtmlIsTextAndCommentsAreLeftOut() {
        assertThat(html("<!-- begin -->\na <b>c</b>\n\n<table>\n\n<script>x</script>"))
                .doesNotContain("<b>", "<script", "<table>", "begin");
    }

    @Test
    void aTableScrollsByKeysAndAnEmptyHeadIsLeftOut() {
        assertThat(html("| | |\n|---|---|\n| a | b |"))
                .startsWith("<div class=\"scroll\" role=\"group\" aria-label=\"Table\" tabindex=\"0\"><table>")
                .contains("<td>a</td>")
                .doesNotContain("<th");
        assertThat(html("| | x |\n|---|---|\n| a | b |")).contains("<td></td>", "<th>x</th>");
    }

    @Test
    void aNameInATableMayBreakBehindEachOfItsWords() {
        assertThat(html("| x |\n|---|\n| [a_b$1\\\\](c_d.md) |"))
                .contains("<td><a href=\"c_d.md\">a_<wbr>b$1\\</a></td>");
    }

    /** As GitHub makes them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The JSON of `run`                                       | the-json-of-run
            Van bruto naar netto: correcties, en `optimism_bias`    | van-bruto-naar-netto-correcties-en-optimism_bias
            Eén partij, 100 % (CBS)                                 | eén-partij-100--cbs
            """)
    void anchorsAreThoseOfCodeHosts(String heading, String anchor) throws IOException {
        Files.writeString(root.resolve("page.md"), "# Page\n\n## " + heading + "\n\n## " + heading + "\n");
        Page page = Page.read(root, Path.of("page.md"), Language.EN, false);
        assertThat(page.sections().keySet()).containsExactly(anchor, anchor + "-1");
    }

    @Test
    void theSearchHasEverySectionUnderItsHeading() throws IOException {
        Files.writeString(
                root.resolve("page.md"),
                "# Title\n\nfirst\n\n## Second `x`\n\n| a | b |\n|---|---|\n| c | d |\n\n```yaml\nkey: 1 ---- ---\n```\n");
        Page page = Page.read(root, Path.of("page.md"), Language.NL, false);
        assertThat(SearchIndex.script(java.util.List.of(page)))
                .isEqualTo("mkbaSections=["
                        + "{\"id\":\"page.html\",\"page\":\"Title\",\"heading\":\"Title\",\"text\":\"first\",\"language\":\"en\"},"
                        + "{\"id\":\"page.html#second-x\",\"page\":\"Title\",\"heading\":\"Second x\",\"text\":\"a b c d key: 1\",\"language\":\"en\"}"
                        + "];\n");
    }

    @Test
    void bothLanguagesHaveTheSameWords() throws IOException {
        assertThat(texts(Language.NL).stringPropertyNames())
                .isEqualTo(texts(Language.EN).stringPropertyNames());
    }

    private static Properties texts(Language language) throws IOException {
        Properties texts = new Properties();
        try (var in = Language.class.getResourceAsStream("texts_" + language.tag() + ".properties")) {
            texts.load(new StringReader(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)));
        }
        return texts;
    }
}
