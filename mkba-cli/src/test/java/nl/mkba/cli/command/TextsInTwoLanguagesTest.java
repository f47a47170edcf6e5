package nl.mkba.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A scenario whose texts exist in two languages: what is printed is in the language that is asked for, whatever the form. */
class TextsInTwoLanguagesTest {

    @TempDir
    Path folder;

    private String file = "";
    private String changed = "";

    @BeforeEach
    void copyScenario() throws IOException {
        try (InputStream in = TextsInTwoLanguagesTest.class.getResourceAsStream("/nl/mkba/cli/bilingual.yaml")) {
            String yaml = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .replaceFirst("^#.*\n", "");
            file = Files.writeString(folder.resolve("two.yaml"), yaml).toString();
            String other = yaml.replace(
                    "    transfers:\n",
                    "      more: {name: {nl: 'NL:extra', en: 'EN:extra'}, quantity: 1, value: 1, accrues_to: household}\n"
                            + "    transfers:\n");
            changed = Files.writeString(folder.resolve("other.yaml"), other).toString();
        }
    }

    static Stream<String> commands() {
        return Stream.of(
                "run FILE --outlook all",
                "run FILE --alternative large",
                "run FILE --format json",
                "run FILE --format csv",
                "simulate FILE --draws 200",
                "simulate FILE --draws 200 --format json",
                "sensitivity FILE --draws 200",
                "sensitivity FILE --draws 200 --format csv",
                "coalition FILE",
                "coalition FILE --format json",
                "shapley FILE",
                "explain FILE coach.rest",
                "explain FILE coach.salary",
                "explain FILE coach.income --format json",
                "compare FILE:small FILE:large",
                "compare FILE:small CHANGED:small",
                "compare FILE:small CHANGED:small --format json",
                "check --strict FILE",
                "report FILE --format md --draws 200 --out OUT.md");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void onlyTheLanguageThatIsAskedForIsPrinted(String command) throws IOException {
        assertThat(printed(command, "nl")).doesNotContain("EN:");
        assertThat(printed(command, "en")).doesNotContain("NL:");
    }

    /** The command, and what it writes to a file. */
    private String printed(String command, String language) throws IOException {
        Path out = folder.resolve(language + ".md");
        List<String> words = new ArrayList<>();
        for (String word : command.split(" ")) {
            words.add(word.replace("FILE", file).replace("CHANGED", changed).replace("OUT.md", out.toString()));
        }
        words.addAll(List.of("--lang", language));
        ByteArrayOutputStream standard = new ByteArrayOutputStream();
        ByteArrayOutputStream problems = new ByteArrayOutputStream();
        new Program(new Console(standard, problems, false)).run(words.toArray(String[]::new));
        assertThat(problems.toString(StandardCharsets.UTF_8)).doesNotContain("Exception");
        String written = Files.exists(out) ? Files.readString(out) : "";
        return standard.toString(StandardCharsets.UTF_8) + problems.toString(StandardCharsets.UTF_8) + written;
    }

    /** The first sheet of paper in each language: names, units, notes and unpriced items. */
    @Test
    void bothLanguagesAreThere() throws IOException {
        assertThat(printed("run FILE --alternative small --full", "nl"))
                .contains("NL:straatcoaches", "NL:gemeente", "NL:coach", "NL:trots");
        assertThat(printed("run FILE --alternative small --full", "en"))
                .contains("EN:street coaches", "EN:city", "EN:coach", "EN:pride");
        assertThat(printed("run FILE --format json", "en")).contains("\"name\":\"EN:pride\"");
        assertThat(printed("explain FILE coach.salary --format json", "en")).contains("\"unit\":\"EN:EUR/year\"");
        assertThat(printed("report FILE --format md --draws 200 --out OUT.md", "en"))
                .contains("EN:street coaches", "EN:wage", "EN:EUR/year", "EN:soft", "EN:salary");
    }

    /** What is missing in one language is said in the other. */
    @Test
    void aTextInOneLanguageServesBoth() throws IOException {
        Path one = folder.resolve("one.yaml");
        Files.writeString(one, Files.readString(Path.of(file)).replace(", en: 'EN:pride'", ""));
        file = one.toString();
        assertThat(printed("run FILE --alternative small --full", "en")).contains("NL:trots");
    }
}
