package nl.mkba.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import nl.mkba.Mkba;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.cli.command.Console;
import nl.mkba.cli.command.Program;
import nl.mkba.file.ScenarioFile;
import nl.mkba.scenario.Replacement;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The report as a reader has it: opened in a real browser. Without Chromium these tests are skipped, and say so. */
class ReportPageIT {

    private static final Path EXAMPLE =
            Path.of(System.getProperty("mkba.root"), "examples", "achter_de_voordeur", "achter_de_voordeur.yaml");
    private static final Path PICTURES = Path.of(System.getProperty("mkba.jar")).resolveSibling("report-pictures");

    private static final int TAB = 9;
    private static final int ENTER = 13;
    private static final int RIGHT = 39;

    @TempDir
    static Path folder;

    private static Browser browser;

    @BeforeAll
    static void openBrowser() throws Exception {
        browser = Browser.startOrSkip(folder.resolve("profile"), "the report");
        Files.createDirectories(PICTURES);
        report(EXAMPLE, "--draws", "1000");
    }

    @AfterAll
    static void closeBrowser() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void openReport() throws Exception {
        browser.look(1000, "light");
        browser.open(page(EXAMPLE));
    }

    /** Makes the report of a scenario. */
    private static void report(Path scenario, String... further) {
        List<String> words = new ArrayList<>(
                List.of("report", scenario.toString(), "--out", page(scenario).toString()));
        words.addAll(List.of(further));
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int status =
                new Program(new Console(new ByteArrayOutputStream(), errors, false)).run(words.toArray(String[]::new));
        assertThat(status).as(errors.toString(StandardCharsets.UTF_8)).isZero();
    }

    private static Path page(Path scenario) {
        return folder.resolve(scenario.getFileName() + ".html");
    }

    private static void assertQuiet() {
        assertThat(browser.events("Runtime.exceptionThrown")).isEmpty();
        assertThat(browser.events("Runtime.consoleAPICalled")).isEmpty();
        assertThat(browser.events("Log.entryAdded")).isEmpty();
        assertThat(browser.events("Network.requestWillBeSent"))
                .extracting(event -> event.path("request").path("url").asText())
                .hasSize(1)
                .allMatch(url -> url.startsWith("file:") && url.endsWith(".html"));
    }

    @Test
    void opensWithoutErrorsAndFetchesNothing() {
        assertQuiet();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void drawsEveryChartOfTheChosenAlternative(String language) throws Exception {
        browser.evaluate("document.querySelector('[data-language=" + language + "]').click()");
        JsonNode charts = browser.evaluate("[...document.querySelectorAll('.chart')].filter(c => c.offsetParent)"
                + ".map(c => [c.dataset.kind, c.querySelectorAll('svg path, svg rect, svg circle').length])");
        assertThat(charts)
                .extracting(chart -> chart.get(0).asText())
                .contains("INTERVALS", "WATERFALL", "BARS", "YEARS", "FAN", "HISTOGRAM", "TORNADO");
        assertThat(charts).allSatisfy(chart -> assertThat(chart.get(1).asInt()).isGreaterThan(5));
        assertQuiet();
    }

    /** A number has a ground of its own, as high as its letters; of lines across a chart each has its number. */
    @Test
    void noLineGoesThroughANumberAndNoneStandsWithoutOne() throws Exception {
        String shown =
                "[...document.querySelectorAll('.report:not([hidden]) .chart[data-kind=%s] svg')].find(e => e.clientWidth)";
        for (String drawn : List.of("(() => {})()", "mkbaCharts.draw(document, 'EUR', mkbaCharts.PAPER)")) {
            browser.evaluate(drawn);
            JsonNode grounds = browser.evaluate(
                    "[..." + shown.formatted("INTERVALS") + ".querySelectorAll('text[stroke]')].map(t => "
                            + "t.previousElementSibling.getAttribute('fill') + ' ' + (t.previousElementSibling.getBBox().height >= 12))");
            assertThat(grounds).hasSize(2).allMatch(each -> each.asText().equals("var(--paper) true"));
        }
        browser.open(page(EXAMPLE));
        JsonNode tornado = browser.evaluate("(svg => [[...svg.querySelectorAll('path[stroke=\"var(--rule)\"]')].length,"
                + " [...svg.querySelectorAll('text[fill=\"var(--muted)\"]')].length])(" + shown.formatted("TORNADO")
                + ")");
        assertThat(tornado.get(0).asInt()).isPositive().isEqualTo(tornado.get(1).asInt());
    }

    /** The line at 0 is where the balance turns: no band may hide it. */
    @Test
    void theLineAtZeroLiesOverTheBands() throws Exception {
        JsonNode fills = browser.evaluate(
                "[...[...document.querySelectorAll('.report:not([hidden]) .chart[data-kind=FAN] svg')].find(e => e.clientWidth)"
                        + ".querySelectorAll('path')].map(p => p.getAttribute('stroke') === 'var(--ink)' && p.getBBox().height === 0"
                        + " ? 'zero' : p.getAttribute('fill'))");
        List<String> order = new ArrayList<>();
        fills.forEach(each -> order.add(each.asText()));
        assertThat(order).contains("zero", "var(--fan-most)");
        assertThat(order.indexOf("zero")).isGreaterThan(order.lastIndexOf("var(--fan-most)"));
        assertThat(order.indexOf("zero")).isGreaterThan(order.lastIndexOf("var(--fan-half)"));
    }

    @Test
    void everyChartHasWordsAndATable() throws Exception {
        // What stands in a part that is closed is drawn when it is opened. A bar of shares is its own list.
        browser.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
        assertThat(browser.evaluate(
                                "[...document.querySelectorAll('figure:not(.share)')].filter(f => !f.querySelector('table tbody tr')"
                                        + " || !f.querySelector('.chart').getAttribute('aria-label')).length")
                        .asInt())
                .isZero();
    }

    @Test
    void slidersGiveTheFiguresOfTheEngine() throws Exception {
        Scenario scenario = ScenarioFile.read(EXAMPLE);
        for (String alternative : List.of("stop_after_4", "full")) {
            String form = "document.querySelector('[lang=nl] form[data-plan=" + alternative + "]')";
            JsonNode sliders =
                    browser.evaluate("[..." + form + ".querySelectorAll('input')].map(s => [s.name, s.min, s.max])");
            assertThat(sliders).hasSize(5);
            for (int position = 0; position <= 10; position++) {
                Selection selection = Selection.ALL.alternatives(alternative);
                for (int s = 0; s < sliders.size(); s++) {
                    String name = sliders.get(s).get(0).asText();
                    // Every slider somewhere else, the first from its lowest to its highest.
                    double part = ((position + 3.0 * s) % 11) / 10;
                    JsonNode value =
                            browser.evaluate("(() => { const s = " + form + ".querySelector('[name=" + name + "]');"
                                    + "s.value = Number(s.min) + (Number(s.max) - Number(s.min)) * " + part + ";"
                                    + "s.dispatchEvent(new Event('input')); return s.value; })()");
                    selection = selection.with(name, Replacement.by(value.asText()));
                }
                AlternativeResult expected =
                        Mkba.appraise(scenario, selection).results().get(0);
                assertFigure(form, "npv", expected.npv().value());
                assertFigure(form, "pv_costs", expected.pvCosts().value());
                assertFigure(form, "pv_benefits", expected.pvBenefits().value());
                assertFigure(form, "bcr", expected.bcr().orElseThrow());
                assertFigure(
                        form,
                        "net_household",
                        expected.stakeholders().get("household").net().value());
            }
        }
    }

    private static void assertFigure(String form, String figure, double expected) throws Exception {
        double shown = browser.evaluate(
                        "Number(" + form + ".querySelector('[data-figure=" + figure + "]').dataset.value)")
                .asDouble();
        assertThat(shown).as(figure).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
    }

    @Test
    void resetBringsTheCentralEstimateBack() throws Exception {
        String form = "document.querySelector('[lang=nl] form.what-if')";
        String figures = "[..." + form + ".querySelectorAll('[data-figure]')].map(c => c.textContent)";
        JsonNode before = browser.evaluate(figures);
        browser.evaluate("(() => { const s = " + form + ".querySelector('input'); s.value = s.max;"
                + "s.dispatchEvent(new Event('input')); })()");
        assertThat(browser.evaluate(figures)).isNotEqualTo(before);
        browser.evaluate(form + ".querySelector('[type=reset]').click()");
        assertThat(browser.evaluate(figures)).isEqualTo(before);
        assertThat(browser.evaluate("[..." + form + ".querySelectorAll('tbody tr')].map(r => r.cells[1].textContent)"))
                .isEqualTo(before);
    }

    @Test
    void theLanguageSwitchTurnsTheWholePage() throws Exception {
        assertThat(browser.evaluate("document.querySelector('main:is([lang=nl] *) h2').textContent")
                        .asText())
                .isEqualTo("Het antwoord");
        browser.evaluate("document.querySelector('.report:not([hidden]) [data-language=en]').click()");
        assertThat(browser.evaluate("document.documentElement.lang").asText()).isEqualTo("en");
        assertThat(browser.evaluate("[...document.querySelectorAll('h2')].find(h => h.offsetParent).textContent")
                        .asText())
                .isEqualTo("The answer");
        assertThat(browser.evaluate("document.activeElement.textContent").asText())
                .isEqualTo("English");
        assertThat(browser.evaluate("document.activeElement.getAttribute('aria-pressed')")
                        .asText())
                .isEqualTo("true");
    }

    private static void choose(String alternative) throws Exception {
        browser.evaluate("(() => { const s = document.querySelector('[data-choose]'); s.value = '" + alternative
                + "'; s.dispatchEvent(new Event('change')); })()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop_after_4", "full"})
    void theAlternativeIsChosenForTheWholePageTheFirstSheetToo(String alternative) throws Exception {
        choose(alternative.equals("full") ? "stop_after_4" : "full");
        String tiles = "[...document.querySelectorAll('#nl-summary .tiles strong')].filter(t => t.offsetParent)"
                + ".map(t => t.textContent)";
        JsonNode other = browser.evaluate(tiles);
        choose(alternative);
        assertThat(browser.evaluate("[...new Set([...document.querySelectorAll('.part')].filter(p => p.offsetParent)"
                        + ".map(p => p.dataset.alternative))]"))
                .extracting(JsonNode::asText)
                .containsExactly(alternative);
        assertThat(browser.evaluate(tiles)).hasSameSizeAs(other).isNotEqualTo(other);
        Scenario scenario = ScenarioFile.read(EXAMPLE);
        assertThat(
                        browser.evaluate(
                                "[...document.querySelectorAll('#nl-summary .part h3')].filter(h => h.offsetParent).map(h => h.textContent)"))
                .extracting(JsonNode::asText)
                .contains(scenario.alternatives().get(alternative).label().toString());
        assertQuiet();
    }

    @Test
    void theKeyboardReachesEverything() throws Exception {
        browser.press("Tab", TAB);
        assertThat(browser.evaluate("document.activeElement.className").asText())
                .isEqualTo("skip");
        browser.press("Enter", ENTER);
        assertThat(browser.evaluate("location.hash").asText()).isEqualTo("#nl-main");
        boolean reached = false;
        for (int i = 0; i < 80 && !reached; i++) {
            browser.press("Tab", TAB);
            assertThat(browser.evaluate("getComputedStyle(document.activeElement).outlineStyle")
                            .asText())
                    .as(browser.evaluate("document.activeElement.outerHTML.slice(0, 80)")
                            .asText())
                    .isNotEqualTo("none");
            reached =
                    browser.evaluate("document.activeElement.type === 'range'").asBoolean();
        }
        assertThat(reached).isTrue();
        String npv = "document.activeElement.form.querySelector('[data-figure=npv]').textContent";
        JsonNode before = browser.evaluate(npv);
        browser.press("ArrowRight", RIGHT);
        browser.press("ArrowRight", RIGHT);
        assertThat(browser.evaluate(npv)).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"nl, light", "nl, dark", "en, light"})
    void axeFindsNoViolations(String language, String scheme) throws Exception {
        browser.look(1000, scheme);
        browser.evaluate("document.querySelector('[data-language=" + language + "]').click()");
        assertAccessible();
    }

    private static void assertAccessible() throws Exception {
        browser.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
        try (InputStream axe = ReportPageIT.class.getResourceAsStream("axe.min.js")) {
            browser.evaluate(new String(Objects.requireNonNull(axe).readAllBytes(), StandardCharsets.UTF_8));
        }
        JsonNode violations = browser.evaluate(
                "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa',"
                        + " 'wcag22aa', 'best-practice']}).then(r => r.violations.map(v => v.id + ': '"
                        + " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 200) + ' ' + (n.any[0] || n.all[0] || n.none[0] || {}).message).join(' | ')))");
        assertThat(violations).isEmpty();
    }

    /** Of two alternatives, with nine outlooks. */
    @Test
    void theFirstSheetPrintsOnOnePage() throws Exception {
        browser.evaluate("document.querySelectorAll('.topic:not(.summary), .appendix').forEach(t => t.remove())");
        assertThat(pages(browser.pdf())).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"stop_after_4, nl", "full, nl", "full, en"})
    void twoAlternativesPrintOnTwelvePagesAtMostBeforeTheAppendix(String alternative, String language)
            throws Exception {
        browser.evaluate("document.querySelector('[data-language=" + language + "]').click()");
        choose(alternative);
        browser.evaluate("document.querySelectorAll('.appendix').forEach(a => a.remove())");
        assertThat(pages(browser.pdf())).isBetween(3, 12);
    }

    /** The head of every page is one rule for all of them. */
    @Test
    void everyPrintedPageNamesTheAlternative() throws Exception {
        for (String alternative : List.of("stop_after_4", "full")) {
            choose(alternative);
            browser.evaluate("dispatchEvent(new Event('beforeprint'))");
            String running = browser.evaluate("[...document.querySelectorAll('style')].map(s => s.textContent)"
                            + ".find(t => t.startsWith('@page'))")
                    .asText();
            browser.evaluate("dispatchEvent(new Event('afterprint'))");
            Scenario scenario = ScenarioFile.read(EXAMPLE);
            assertThat(running)
                    .contains(scenario.title().toString())
                    .contains(scenario.alternatives().get(alternative).label().toString());
            assertThat(browser.evaluate("[...document.querySelectorAll('.part')].filter(p => p.offsetParent"
                                    + " && p.dataset.alternative !== '" + alternative + "').length")
                            .asInt())
                    .isZero();
        }
    }

    /** The labels of charts are broken between words, so that each of their lines is made of whole words. */
    @ParameterizedTest
    @ValueSource(ints = {390, 1200})
    void noWordOfAChartsLabelsIsBroken(int width) throws Exception {
        browser.look(width, "light");
        JsonNode broken = browser.evaluate("[...document.querySelectorAll('.chart')].filter(c => c.offsetParent"
                + " && ['INTERVALS', 'WATERFALL', 'BARS', 'TORNADO'].includes(c.dataset.kind)).flatMap(c => {"
                + "const data = JSON.parse(c.closest('figure').querySelector('script').textContent);"
                + "const lines = new Set([...c.querySelectorAll('text')].flatMap(t => [t.textContent,"
                + " ...[...t.querySelectorAll('tspan')].map(s => s.textContent)]).flatMap(t => t.split(/\\s+/)));"
                + "return data.rows.flatMap(r => r.name.split(/\\s+/)).filter(word => !lines.has(word)); })");
        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void nothingIsWiderThanAPhone(String language) throws Exception {
        browser.look(390, "light");
        browser.evaluate("document.querySelector('[data-language=" + language + "]').click()");
        for (String alternative : List.of("stop_after_4", "full")) {
            choose(alternative);
            browser.evaluate("document.querySelectorAll('.appendix > details').forEach(d => { d.open = true; })");
            assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                    .isLessThanOrEqualTo(390);
            assertThat(browser.evaluate("[...document.querySelectorAll('.scroll')].filter(s => s.offsetParent"
                            + " && s.scrollWidth > s.clientWidth).map(s => s.getAttribute('aria-label'))"))
                    .isEmpty();
            assertThat(browser.evaluate(
                                    "[...document.querySelectorAll('.scroll td:not(.text)')].filter(c => c.offsetParent"
                                            + " && !c.dataset.column).length")
                            .asInt())
                    .isZero();
        }
    }

    /** A browser would end a line between the sign and the currency. */
    @Test
    void aSignStaysWithItsAmount() throws Exception {
        browser.evaluate("document.querySelector('[data-language=en]').click()");
        assertThat(browser.evaluate(
                                "[...document.querySelectorAll('main:is([lang=en] *) p')].map(p => p.textContent).join(' ')")
                        .asText())
                .contains("-\u2060€")
                .doesNotContain("-€");
    }

    @Test
    void aUnitBreaksBehindAStrokeOnly() throws Exception {
        browser.look(700, "light");
        browser.evaluate("document.querySelectorAll('.appendix > details').forEach(d => { d.open = true; })");
        // As wide as its longest word, or wider.
        assertThat(browser.evaluate(
                        "[...document.querySelectorAll('#nl-parameters td.text:nth-child(4)')].filter(c => {"
                                + " const words = c.firstChild.textContent.trim().split('/');"
                                + " const pen = document.createElement('canvas').getContext('2d');"
                                + " pen.font = getComputedStyle(c).font;"
                                + " return Math.max(...words.map(w => pen.measureText(w).width)) > c.getBoundingClientRect().width; })"
                                + ".map(c => c.textContent)"))
                .isEmpty();
    }

    private static int pages(byte[] pdf) {
        return (int) Pattern.compile("/Type\\s*/Page\\b")
                .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }

    @ParameterizedTest
    @CsvSource({"1100, light, wide", "1100, dark, dark", "360, light, phone"})
    void fitsTheScreenAndIsPictured(int width, String scheme, String name) throws Exception {
        browser.look(width, scheme);
        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(width);
        int height = browser.evaluate("document.documentElement.scrollHeight").asInt();
        browser.screenshot(PICTURES.resolve(name + ".png"), width, Math.min(height, 6000));
        Files.write(PICTURES.resolve("report.pdf"), browser.pdf());
        assertThat(PICTURES.resolve(name + ".png")).isNotEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void twoScenariosStandSideBySide(String language) throws Exception {
        Path sports = EXAMPLE.resolveSibling("../gezonde_wijk_sport/gezonde_wijk_sport.yaml");
        report(sports, EXAMPLE.toString(), "--draws", "200");
        browser.open(page(sports));
        browser.evaluate("document.querySelector('[data-language=" + language + "]').click()");

        assertThat(browser.evaluate("document.querySelector('body [lang=" + language + "] h1').textContent")
                        .asText())
                .contains(
                        ScenarioFile.read(sports).title().in(Locale.forLanguageTag(language)),
                        ScenarioFile.read(EXAMPLE).title().in(Locale.forLanguageTag(language)));
        JsonNode charts = browser.evaluate("[...document.querySelectorAll('.chart')].filter(c => c.offsetParent)"
                + ".map(c => c.querySelectorAll('svg path, svg rect, svg circle').length)");
        assertThat(charts)
                .isNotEmpty()
                .allSatisfy(marks -> assertThat(marks.asInt()).isGreaterThan(5));
        assertAccessible();
        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(1000);
        assertQuiet();
    }

    /** What a file may say must show as it is, and do nothing. */
    @Test
    void textsOfScenariosAreHarmless() throws Exception {
        String[] nasty = {
            "<script>window.harmed = 1</script>",
            "</script><script>window.harmed = 2</script>",
            "\"><img src=x onerror='window.harmed = 3'>",
            "{{constructor.constructor('window.harmed = 4')()}} ${harmed} `x`",
            "👩‍👩‍👧 אבג \u202Eדגה & < > \" '",
            "x".repeat(10_000)
        };
        StringBuilder yaml = new StringBuilder();
        yaml.append("mkba: 1\nid: nasty\nbase_year: 2026\nprice_level: 2026\nhorizon: 3\ndiscounting: 2%\n");
        yaml.append("title: ").append(yaml(nasty[0] + nasty[4])).append('\n');
        yaml.append("stakeholders:\n  a: {name: ").append(yaml(nasty[1])).append("}\n  b: {name: ");
        yaml.append(yaml(nasty[2])).append("}\n");
        yaml.append("parameters:\n  p: {value: 10, distribution: {uniform: [1, 20]}, name: ")
                .append(yaml(nasty[3]));
        yaml.append(", unit: ")
                .append(yaml(nasty[2]))
                .append(", note: ")
                .append(yaml(nasty[5]))
                .append(", url: ");
        yaml.append(yaml("javascript:window.harmed=5"))
                .append(", source: ")
                .append(yaml(nasty[1]))
                .append("}\n");
        yaml.append("interventions:\n  m:\n    name: ").append(yaml(nasty[0])).append('\n');
        yaml.append("    costs:\n      c: {paid_by: a, amount: 5, name: ")
                .append(yaml(nasty[2]))
                .append("}\n");
        yaml.append("    effects:\n      e: {quantity: p, value: 1, accrues_to: b, name: ")
                .append(yaml(nasty[1]));
        yaml.append("}\n    unpriced:\n      - {name: ")
                .append(yaml(nasty[4]))
                .append(", sign: positive, stakeholder: b, note: ");
        yaml.append(yaml(nasty[5])).append("}\n");
        yaml.append("alternatives:\n  one: {name: ").append(yaml(nasty[1])).append(", interventions: [m]}\n");
        yaml.append("  two: {name: ").append(yaml(nasty[2])).append(", interventions: [m], set: {p: 3}}\n");
        Path scenario = Files.writeString(folder.resolve("nasty.yaml"), yaml);
        report(scenario, "--draws", "200");
        browser.open(page(scenario));
        assertQuiet();
        assertThat(browser.evaluate("typeof window.harmed").asText()).isEqualTo("undefined");
        assertThat(browser.evaluate("document.querySelectorAll('img, script[src], a[href^=javascript]').length")
                        .asInt())
                .isZero();
        assertThat(browser.evaluate("document.querySelector('h1').textContent").asText())
                .contains("<script>window.harmed");
        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(1000);
    }

    private static String yaml(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Test
    void aCertainScenarioSaysThatItHasNoInterval() throws Exception {
        Path scenario = Files.writeString(folder.resolve("certain.yaml"), """
                mkba: 1
                id: certain
                title: Zeker
                base_year: 2026
                price_level: 2026
                horizon: 3
                discounting: 2%
                stakeholders: {city: {name: Gemeente}}
                interventions:
                  save:
                    costs: {less: {paid_by: city, amount: -100}}
                """);
        report(scenario);
        browser.open(page(scenario));
        assertQuiet();
        String summary = browser.evaluate("document.querySelector('#nl-summary').textContent")
                .asText();
        assertThat(summary)
                .contains("Er is geen interval, omdat geen enkel invoergegeven")
                .contains("daarom zijn er geen baten per euro kosten")
                .doesNotContain("NaN");
        assertThat(summary.toLowerCase(Locale.ROOT)).doesNotContain("tussen");
    }

    /** However narrow the page and long the number: one line, inside its tile. */
    @ParameterizedTest
    @ValueSource(ints = {360, 390, 640, 1200})
    void theNumberOfATileStaysOnOneLineInsideIt(int width) throws Exception {
        browser.look(width, "light");
        browser.evaluate(
                "document.querySelectorAll('.tiles strong').forEach(s => {"
                        + "s.textContent = '€\u00a0-123.456.789.000'; s.style.setProperty('--characters', s.textContent.length); })");
        assertThat(
                        browser.evaluate(
                                "[...document.querySelectorAll('.tiles strong')].filter(s => s.offsetParent).map(s =>"
                                        + " [s.scrollWidth - s.clientWidth, s.clientHeight / parseFloat(getComputedStyle(s).fontSize)])"))
                .isNotEmpty()
                .allSatisfy(strong -> {
                    assertThat(strong.get(0).asDouble()).isLessThanOrEqualTo(0);
                    assertThat(strong.get(1).asDouble()).isLessThan(2);
                });
    }

    @Test
    void theTableOfParametersIsNotCutOnAWideScreen() throws Exception {
        browser.look(1200, "light");
        assertThat(browser.evaluate(
                        "[...document.querySelectorAll('.topic.parameters .scroll')].filter(s => s.offsetParent)"
                                + ".map(s => s.scrollWidth - s.clientWidth)"))
                .isNotEmpty()
                .allSatisfy(tooWide -> assertThat(tooWide.asInt()).isZero());
    }
}
