package nl.mkba.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report that {@code mkba watch} keeps fresh, opened as a file, in a folder with a space and an accent. */
class WatchedPageIT {

    private static final long SECONDS = 60;

    private static final String SCENARIO = """
            mkba: 1
            id: wijk
            title: {nl: Eerste versie, en: First version}
            base_year: 2026
            price_level: 2026
            horizon: 10
            discounting: 2.25%
            stakeholders:
              city: {name: Gemeente, sector: public}
            interventions:
              coach:
                costs:
                  salaries: {paid_by: city, amount: 60000, when: {in: 0}}
            """;

    @TempDir
    private Path temporary;

    private Path file;
    private Path report;
    private Path sign;
    private Process process;

    @BeforeEach
    void watch() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("mijn wijk \u00e9"));
        file = Files.writeString(folder.resolve("wijk.yaml"), SCENARIO);
        report = folder.resolve("wijk.html");
        sign = folder.resolve("wijk.html.watch.js");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        System.getProperty("mkba.jar"),
                        "watch",
                        "wijk.yaml",
                        "--report",
                        "wijk.html",
                        "--draws",
                        "50")
                .directory(folder.toFile())
                .redirectOutput(temporary.resolve("out.txt").toFile())
                .redirectError(temporary.resolve("err.txt").toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        process = builder.start();
        await(() -> Files.exists(sign));
    }

    @AfterEach
    void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    private void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + SECONDS * 1_000_000_000;
        while (!condition.call()) {
            assertThat(System.nanoTime())
                    .as(Files.readString(temporary.resolve("err.txt"), StandardCharsets.UTF_8))
                    .isLessThan(end);
            Thread.sleep(20);
        }
    }

    @Test
    void whenItIsStoppedThePageIsAnOrdinaryReport() throws Exception {
        assertThat(Files.readString(report)).contains("wijk.html.watch.js");

        stop();

        assertThat(sign).doesNotExist();
        assertThat(Files.readString(report)).contains("Eerste versie").doesNotContain("wijk.html.watch.js", " file:");
        try (var left = Files.list(report.getParent())) {
            assertThat(left).containsExactlyInAnyOrder(file, report);
        }
    }

    @Test
    void thePageReloadsItselfFromTheFileInTheReadersLanguageAndPlaceAndShowsWhatIsWrong() throws Exception {
        Browser browser = Browser.startOrSkip(temporary.resolve("profile"), "the watched page");
        try {
            browser.open(report);
            assertThat(shown(browser, "h1")).isEqualTo("Eerste versie");
            browser.evaluate("document.querySelector('.report:not([hidden]) [data-language=en]').click()");
            assertThat(shown(browser, "h1")).isEqualTo("First version");

            browser.evaluate("scrollTo({top: 300, behavior: 'instant'})");

            Files.writeString(file, SCENARIO.replace("First", "Second"));
            await(() -> shown(browser, "h1").equals("Second version"));
            await(() -> browser.evaluate("scrollY").asInt() == 300);

            Files.writeString(file, SCENARIO.replace("horizon: 10", "horizon: tien"));
            await(() -> banner(browser).startsWith("wijk.yaml:6:10: horizon:"));

            Files.writeString(file, SCENARIO.replace("First", "Third"));
            await(() -> shown(browser, "h1").equals("Third version")
                    && banner(browser).isEmpty());
        } finally {
            browser.close();
        }
    }

    /** The text of an element of the report that is shown; empty while the page is loading. */
    private static String shown(Browser browser, String element) throws Exception {
        return text(browser, "document.querySelector('.report:not([hidden]) " + element + "')?.textContent ?? ''");
    }

    private static String banner(Browser browser) throws Exception {
        return text(browser, "document.querySelector('.watched:not([hidden])')?.textContent ?? ''");
    }

    private static String text(Browser browser, String expression) throws Exception {
        return browser.evaluate(expression).asText();
    }
}
