package nl.mkba.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that goes from a number to a chance: it shows what the command prints, and its sentences have those numbers. */
class WorkedPageTest {

    private static final Path ROOT = Path.of(System.getProperty("mkba.root"));
    private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```\\n");
    private static final Pattern LINK = Pattern.compile("\\]\\([^)]*\\)");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");

    /** A number with a percent sign, or with a mark in it; bare ones, such as the number of a step, are not looked at. */
    private static final Pattern NUMBER = Pattern.compile("-?€? ?-?\\d+(?:[.,]\\d+)+%?|\\d+%");

    private static String page(String name) throws IOException {
        return Files.readString(ROOT.resolve("docs").resolve(name));
    }

    /** What a command line of the page prints, run from the project's root. */
    private static String output(String line) {
        String[] words = line.strip().split(" ");
        List<String> rest = new ArrayList<>(List.of(words).subList(1, words.length));
        rest.replaceAll(
                word -> word.startsWith("examples/") ? ROOT.resolve(word).toString() : word);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Program(new Console(out, err, false)).run(rest.toArray(new String[0]));
        assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl/van-getal-naar-kans.md", "en/from-number-to-chance.md"})
    void thePageShowsWhatTheCommandPrints(String name) throws IOException {
        String page = page(name);
        List<String> outputs = new ArrayList<>();
        int blocks = 0;
        Matcher fence = FENCE.matcher(page);
        while (fence.find()) {
            if (fence.group(1).equals("sh")) {
                outputs.add(output(fence.group(2)));
            } else {
                assertThat(outputs).anyMatch(output -> output.contains(fence.group(2)));
                blocks++;
            }
        }
        assertThat(outputs).hasSize(4);
        assertThat(blocks).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl/van-getal-naar-kans.md", "en/from-number-to-chance.md"})
    void everyNumberInASentenceStandsInTheOutput(String name) throws IOException {
        Set<String> printed = new HashSet<>();
        Matcher fence = FENCE.matcher(page(name));
        while (fence.find()) {
            printed.addAll(numbers(fence.group(2)));
        }
        String prose = CODE.matcher(FENCE.matcher(page(name)).replaceAll("")).replaceAll("");
        Set<String> said = numbers(LINK.matcher(prose).replaceAll("]"));
        assertThat(said).hasSizeGreaterThan(10);
        assertThat(printed).containsAll(said);
    }

    /** The numbers of a text, without the sign of the currency. */
    private static Set<String> numbers(String text) {
        Set<String> numbers = new HashSet<>();
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            numbers.add(number.group().replaceAll("[€ ]", ""));
        }
        return numbers;
    }
}
