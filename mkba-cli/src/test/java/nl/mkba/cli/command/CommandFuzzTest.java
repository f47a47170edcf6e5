package nl.mkba.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.mkba.file.ScenarioFile;
import nl.mkba.fuzz.Fuzzing;
import nl.mkba.fuzz.TextMutator;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Scenario;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever stands in a scenario, no command fails: it does its work or says that the input is wrong. Nothing that is printed
 * is not a number, and what {@code check} passes {@code run} does not refuse.
 */
@Tag("fuzz")
class CommandFuzzTest {

    private static final Pattern NO_NUMBER = Pattern.compile("NaN|Infinity");

    /** A text in JSON, which may say anything: a source can be called Infinity. */
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");

    /** In this thread alone, where its processor time and its memory are seen. */
    private static final List<String> COMMANDS = List.of(
            "run --outlook all --format json",
            "run --format text",
            "run --format csv --outlook all",
            "simulate --threads 1 --draws 40 --format json",
            "simulate --threads 1 --draws 40 --format text --lang en --units",
            "sensitivity --threads 1 --draws 40 --samples 8 --format json",
            "sensitivity --threads 1 --draws 40 --samples 8 --format text",
            "coalition --format json",
            "coalition --threads 1 --draws 20 --format text",
            "shapley --format json",
            "shapley --threads 1 --draws 20 --format text",
            "test --lang en");

    @TempDir
    private Path folder;

    @Test
    void commands() throws IOException {
        List<byte[]> sound = new ArrayList<>();
        Path root = Path.of(System.getProperty("mkba.root"));
        Path scenarios = root.resolve("mkba-testkit/src/main/resources/nl/mkba/testkit/conformance/scenarios");
        try (Stream<Path> files = Files.walk(scenarios, 1)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                sound.add(Files.readAllBytes(file));
            }
        }
        sound.add(Files.readAllBytes(root.resolve("mkba-scenarios/src/test/resources/faults/everything.yaml")));
        Fuzzing.run("command", sound, new TextMutator(3), this::everyCommand);
    }

    private void everyCommand(byte[] input) throws IOException {
        String file = Files.write(folder.resolve("scenario.yaml"), input).toString();
        if (run("check", file, "--format json") != 0) {
            return;
        }
        for (String command : COMMANDS) {
            String[] words = command.split(" ", 2);
            int status = run(words[0], file, words[1]);
            if (words[0].equals("run")) {
                assertThat(status).as(command).isZero();
            }
        }
        run("report", file, "--threads 1 --draws 20 --out " + folder.resolve("report.html"));
        run("report", file, "--threads 1 --draws 20 --out " + folder.resolve("report.xlsx"));
        ofParts(file);
    }

    /** The commands that are asked about a part of a scenario: a stream, an alternative, a stakeholder, a parameter. */
    private void ofParts(String file) throws IOException {
        Scenario scenario = ScenarioFile.read(Path.of(file));
        for (Intervention intervention : scenario.interventions().values()) {
            for (nl.mkba.scenario.Stream stream : intervention.streams()) {
                String id = intervention.id() + "." + stream.id();
                run("explain", file, "--outlook all --format json " + id);
                run("explain", file, "--format text --lang en " + id);
            }
        }
        for (String alternative : scenario.alternatives().keySet()) {
            String other = file + ":" + alternative;
            run("compare", file, "--outlook all --format json " + other);
            run("compare", file, "--format text " + other);
        }
        for (String stakeholder : scenario.stakeholders().keySet()) {
            run("budget", file, "--format json --outlook all --stakeholder " + stakeholder);
            run("budget", file, "--threads 1 --draws 20 --format text --prices real --stakeholder " + stakeholder);
        }
        String table = Files.writeString(folder.resolve("places.csv"), places(scenario))
                .toString();
        Path out = folder.resolve("out.csv");
        String places = "--threads 1 --skip-bad-rows --table " + table + " --out ";
        run("portfolio", file, places + out + " --units --outlook all");
        run("portfolio", file, places + out + " --draws 20 --budget 1000 --format json");
        run("portfolio", file, places + folder.resolve("out.parquet"));
    }

    /** A table of three places that changes up to two parameters. */
    private static String places(Scenario scenario) {
        List<String> parameters =
                scenario.parameters().keySet().stream().limit(2).toList();
        StringBuilder table = new StringBuilder("id");
        parameters.forEach(id -> table.append(',').append(id));
        for (String value : List.of("0", "1", "1.5")) {
            table.append("\nplace").append(value);
            parameters.forEach(id -> table.append(',').append(value));
        }
        return table.append('\n').toString();
    }

    private static int run(String command, String file, String options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> words = new ArrayList<>(List.of(command, file, "--stacktrace"));
        words.addAll(List.of(options.split(" ")));
        int status = new Program(new Console(out, err, false)).run(words.toArray(String[]::new));
        String said = command + " " + options + ": " + err.toString(StandardCharsets.UTF_8);
        assertThat(status).as(said).isIn(0, 2);
        if (status == 2) {
            // What check finds in JSON is its output.
            assertThat(err.size() + out.size()).as(said).isPositive();
        } else if (options.contains("json")) {
            String values = TEXT.matcher(out.toString(StandardCharsets.UTF_8)).replaceAll("\"\"");
            assertThat(NO_NUMBER.matcher(values).find()).as("%s\n%s", said, out).isFalse();
        }
        return status;
    }
}
