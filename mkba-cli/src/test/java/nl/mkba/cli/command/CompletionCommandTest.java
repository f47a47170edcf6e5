package nl.mkba.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code mkba completion}, asked by bash itself. */
class CompletionCommandTest {

    private static final Path BASH = Path.of("/bin/bash");

    @TempDir
    private static Path folder;

    private static int run(ByteArrayOutputStream out, ByteArrayOutputStream err, String... words) {
        return new Program(new Console(out, err, false)).run(words);
    }

    @BeforeAll
    static void writeScript() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(run(out, new ByteArrayOutputStream(), "completion", "bash")).isZero();
        Files.write(folder.resolve("mkba.sh"), out.toByteArray());
        Files.createFile(folder.resolve("district.yaml"));
    }

    /** What bash offers for the last of these words. */
    private static String offered(String line) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(BASH), "bash is not there");
        String ask = """
                source mkba.sh
                compopt() { :; }
                IFS=' ' read -ra COMP_WORDS <<< "$1"
                [[ "$1" == *' ' ]] && COMP_WORDS+=('')
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMP_LINE=$1 COMP_POINT=${#1}
                _complete_mkba
                echo "${COMPREPLY[*]}" | tr '\\n' ' '
                """;
        Process process = new ProcessBuilder(BASH.toString(), "--norc", "-c", ask, "bash", line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return answer.strip();
    }

    @ParameterizedTest
    @CsvSource({
        "mkba cat, catalogue",
        "mkba sche, schema",
        "mkba run --disc, --discounting",
        "mkba run --format j, json",
        "mkba run --discounting uk_green_book_, uk_green_book_health",
        "mkba run --lang e, en",
        "mkba simulate --sampling so, sobol",
        "mkba run dist, district.yaml",
        "mkba run --out dist, district.yaml",
        "mkba new achter, achter_de_voordeur",
        "mkba catalogue eviction_cost_, eviction_cost_society",
        "mkba completion z, zsh",
        "mkba --he, --help",
        "mkba run --lang = e, en",
        "'mkba run --lang = ', nl en",
        "mkba run --lang en dist, district.yaml",
        "mkba run district.yaml --format cs, csv",
        "'mkba portfolio --format ', text json",
        "mkba portfolio --resume dist, district.yaml",
        "'mkba portfolio --table ', district.yaml mkba.sh",
        "mkba run --set dist, ''",
        "mkba new start dist, district.yaml",
        "mkba unknown --l, --lang",
    })
    void whatIsTypedIsCompleted(String typed, String completion) throws Exception {
        assertThat(offered(typed)).isEqualTo(completion);
    }

    @Test
    void everyOptionOfACommandIsOffered() throws Exception {
        for (String name : Command.NAMES) {
            assertThat(offered("mkba " + name + " --").split(" "))
                    .containsExactlyInAnyOrderElementsOf(Command.named(name).orElseThrow().syntax().options().stream()
                            .map(Option::word)
                            .toList());
        }
    }

    @Test
    void everyCommandIsOffered() throws Exception {
        assertThat(offered("mkba ").split(" ")).containsExactlyInAnyOrderElementsOf(Command.NAMES);
    }

    @Test
    void anotherShellIsRefused() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(run(new ByteArrayOutputStream(), err, "completion", "fish")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("mkba: SHELL kan niet `fish` zijn; kies uit: bash, zsh.\n");
    }
}
