package nl.mkba.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import nl.mkba.problem.InvalidScenarioException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a file, the reader takes it or says what is wrong; it does nothing else, and does not take long. */
class FuzzTest {

    private static final int TRIES = 20;

    @TempDir
    private Path folder;

    static Stream<Path> files() {
        return Stream.concat(
                GoldenFiles.scenarios().stream(), GoldenFiles.yaml(GoldenFiles.RESOURCES.resolve("invalid")).stream());
    }

    @ParameterizedTest
    @MethodSource("files")
    void ofAMutatedFile(Path file) throws IOException {
        byte[] original = Files.readAllBytes(file);
        Random random = new Random(file.getFileName().toString().hashCode());
        for (int i = 0; i < TRIES; i++) {
            readOrRefuse(mutated(original, random));
        }
    }

    @Test
    void ofRandomBytes() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            readOrRefuse(bytes);
        }
    }

    @Test
    void ofRandomIndicators() throws IOException {
        String alphabet = "abc01 \n\n  ::--,,[]{}#&*!|>'\"%@`?<~.+=\t\\_é−";
        Random random = new Random(2);
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder("mkba: 1\n");
            for (int j = random.nextInt(60); j > 0; j--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            readOrRefuse(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void ofFilesThatAreMadeToTakeLong() {
        String laughs = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n".repeat(2);
        List<String> bombs = List.of(
                laughs,
                "[".repeat(2_000_000),
                "{a: ".repeat(1_000_000),
                "- ".repeat(2_000_000),
                "a: \"" + "x".repeat(5_000_000),
                "a: " + "1+".repeat(2_000_000),
                "a:".repeat(2_000_000),
                "k: 1\n".repeat(500_000),
                numbered(20_000, "key%d: 1\n"),
                "parameters:\n" + numbered(20_000, "  p%d: q%<d + 1\n"),
                "parameters:\n" + numbered(20_000, "  p%d: p%<d + 1\n"));
        for (String bomb : bombs) {
            Assertions.assertTimeout(Duration.ofSeconds(10), () -> readOrRefuse(bomb.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static String numbered(int count, String line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(String.format(line, i));
        }
        return text.toString();
    }

    private static byte[] mutated(byte[] original, Random random) {
        StringBuilder text = new StringBuilder(new String(original, StandardCharsets.ISO_8859_1));
        for (int change = 1 + random.nextInt(4); change > 0 && text.length() > 2; change--) {
            int at = random.nextInt(text.length() - 1);
            int end = Math.min(text.length(), at + 1 + random.nextInt(12));
            switch (random.nextInt(5)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, "\n :-,[]{}'\"%*&#0".charAt(random.nextInt(16)));
                case 2 -> text.setCharAt(at, (char) random.nextInt(256));
                case 3 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
                default -> text.delete(at, end);
            }
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private void readOrRefuse(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("scenario.yaml"), bytes);
        try {
            ScenarioFile.load(file, List.of());
        } catch (InvalidScenarioException refused) {
            assertThat(refused.problems()).isNotEmpty().allMatch(problem -> problem.location() != null);
        }
    }
}
