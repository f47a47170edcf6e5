package nl.mkba.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mkba watch}, with a file that is saved in all the ways in which editors save. */
class WatchTest {

    private static final long SECONDS = 60;

    private static final String INCLUDED = """
            parameters:
              salary: {value: 60000, unit: EUR/year}
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path file;
    private Thread watching;
    private int status = -1;

    @BeforeEach
    void writeScenario() throws IOException {
        file = Files.writeString(folder.resolve("wijk.yaml"), scenario(2));
        Files.writeString(folder.resolve("cijfers.yaml"), INCLUDED);
    }

    /** With so many coaches the costs are 60,000 times that number, in the first year alone. */
    private static String scenario(int coaches) {
        return """
                mkba: 1
                id: wijk
                title: Coaches in de wijk
                base_year: 2026
                price_level: 2026
                horizon: 1
                discounting: 2.25%%
                include: [cijfers.yaml]
                stakeholders:
                  city: {name: Gemeente, sector: public}
                interventions:
                  coach:
                    costs:
                      salaries: {paid_by: city, amount: %d * salary, when: {in: 0}}
                """.formatted(coaches);
    }

    private void watch(String... options) {
        String[] words = new String[options.length + 2];
        words[0] = "watch";
        words[1] = file.toString();
        System.arraycopy(options, 0, words, 2, options.length);
        watching = new Thread(() -> status = new Program(new Console(out, err, false)).run(words));
        watching.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (watching != null) {
            watching.interrupt();
            watching.join(SECONDS * 1000);
        }
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + SECONDS * 1_000_000_000;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(told()).isLessThan(end);
            Thread.sleep(10);
        }
    }

    private void awaitShown(String text) throws InterruptedException {
        await(() -> out.toString(StandardCharsets.UTF_8).contains(text));
    }

    private String told() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** How often an end of a calculation was told. */
    private int ends() {
        return told().split("Ctrl-C", -1).length - 1;
    }

    @Test
    void whatIsSavedIsCalculatedAgain() throws Exception {
        watch();
        awaitShown("120.000");

        Files.writeString(file, scenario(3));

        awaitShown("180.000");
        stop();
        assertThat(status).isZero();
    }

    @Test
    void anEditorMayWriteAnotherFileAndGiveItTheName() throws Exception {
        watch();
        awaitShown("120.000");

        Path other = Files.writeString(folder.resolve(".wijk.yaml.swp"), scenario(4));
        Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);

        awaitShown("240.000");
    }

    @Test
    void aFileThatIsRemovedAndMadeAgainIsCalculatedAgain() throws Exception {
        watch();
        awaitShown("120.000");

        Files.delete(file);
        await(() -> told().contains("wijk.yaml"));
        await(() -> told().contains("bestaat niet"));
        Files.writeString(file, scenario(5));

        awaitShown("300.000");
    }

    @Test
    void aHalfSavedFileIsNotTakenForTheWhole() throws Exception {
        watch();
        awaitShown("120.000");

        Files.writeString(file, "");
        Thread.sleep(100);
        Files.writeString(file, scenario(6));

        awaitShown("360.000");
        assertThat(told()).doesNotContain("leeg");
    }

    @Test
    void anIncludedFileIsWatchedToo() throws Exception {
        watch();
        awaitShown("120.000");

        Files.writeString(folder.resolve("cijfers.yaml"), INCLUDED.replace("60000", "70000"));

        awaitShown("140.000");
    }

    @Test
    void whatIsWrongIsShownAtItsLineAndTheIncludedFileIsStillWatched() throws Exception {
        watch();
        awaitShown("120.000");

        Files.writeString(file, scenario(2).replace("2 * salary", "€ 2 * salary"));
        await(() -> ends() == 2);
        assertThat(told()).contains("wijk.yaml:14:41: interventions.coach.costs.salaries.amount:");
        Files.writeString(folder.resolve("cijfers.yaml"), INCLUDED.replace("60000", "€ 70000"));
        await(() -> ends() == 3);
        Files.writeString(file, scenario(2));
        await(() -> ends() == 4);

        assertThat(told()).contains("cijfers.yaml:2:19: parameters.salary.value:");
    }

    @Test
    void theReportIsWrittenAgainAndItsSignSaysSo() throws Exception {
        Path report = folder.resolve("wijk.html");
        Path sign = folder.resolve("wijk.html.watch.js");
        watch("--report", report.toString(), "--draws", "50");
        await(() -> ends() == 1);
        String first = Files.readString(sign);
        assertThat(Files.readString(report)).contains("wijk.html.watch.js", "120.000");

        Files.writeString(file, scenario(3));
        await(() -> ends() == 2);
        String second = Files.readString(sign);
        assertThat(second).isNotEqualTo(first);
        assertThat(Files.readString(report)).contains("180.000");

        Files.writeString(file, scenario(3).replace("mkba: 1", "mkba: een"));
        await(() -> ends() == 3);
        assertThat(Files.readString(sign)).contains("wijk.yaml:1:7");

        stop();
        assertThat(sign).doesNotExist();
        assertThat(Files.readString(report)).contains("180.000").doesNotContain("watch.js", "mkbaWatched");
    }

    /** The first page says with how few draws it was made; it is not the last, unless the file is saved again before that. */
    @Test
    void aPageWithFewDrawsComesFirst() throws Exception {
        Path report = folder.resolve("wijk.html");
        String uncertain = INCLUDED.replace("value: 60000", "value: 60000, distribution: {uniform: [50000, 70000]}");
        Files.writeString(folder.resolve("cijfers.yaml"), uncertain);
        watch("--report", report.toString(), "--draws", "2000000");
        await(() -> told().contains("geschreven met 1.000 trekkingen"));
        String first = Files.readString(report);
        assertThat(first).contains("1.000 trekkingen", "--draws 1000").doesNotContain("2.000.000");

        Files.writeString(file, scenario(3));
        await(() -> told().split("geschreven met 1.000 trekkingen", -1).length == 3);
        assertThat(Files.readString(report)).contains("1.000 trekkingen", "180.000");
        assertThat(ends()).isZero();
    }

    @Test
    void thePageWithAllDrawsIsTheLast() throws Exception {
        Path report = folder.resolve("wijk.html");
        String uncertain = INCLUDED.replace("value: 60000", "value: 60000, distribution: {uniform: [50000, 70000]}");
        Files.writeString(folder.resolve("cijfers.yaml"), uncertain);
        watch("--report", report.toString(), "--draws", "2000");
        await(() -> ends() == 1);
        assertThat(Files.readString(report))
                .contains("2.000 trekkingen", "--draws 2000")
                .doesNotContain("1.000 trekkingen");
    }

    @Test
    void theReportIsAWebPageOnly() {
        int refused = new Program(new Console(out, err, false))
                .run(
                        "watch",
                        file.toString(),
                        "--report",
                        folder.resolve("wijk.xlsx").toString());

        assertThat(refused).isEqualTo(2);
        assertThat(told()).contains(".html");
    }
}
