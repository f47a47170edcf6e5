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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The tutorial and the how-tos. Their files are written, their commands are run, what they show is what the commands print, and the
 * numbers in their sentences stand in what they show.
 *
 * <p>A block of YAML that begins with the name of a file ({@code # NAME.yaml}) is that file; another one is put at its end. An ellipsis
 * on a line of its own stands for lines left out.
 */
class WorkedPagesTest {

    private static final Path ROOT = Path.of(System.getProperty("mkba.root"));
    private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```\\n");
    private static final Pattern FILE_NAME = Pattern.compile("# (\\w+\\.yaml)\\n");
    private static final Pattern SHOWN = Pattern.compile("(?m)^\\./mkba (.+)$");
    private static final Pattern LINK = Pattern.compile("\\]\\([^)]*\\)");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");

    /** A number with a percent sign, or with a mark in it; bare ones, such as the number of a step, are not looked at. */
    private static final Pattern NUMBER = Pattern.compile("-?€? ?-?\\d+(?:[.,]\\d+)+%?|\\d+%");

    @TempDir
    private Path folder;

    static List<String> pages() {
        return List.of(
                "nl/eerste-mkba.md",
                "en/first-analysis.md",
                "nl/van-getal-naar-kans.md",
                "en/from-number-to-chance.md",
                "nl/dubbeltelling.md",
                "en/overlap.md",
                "nl/volhouden.md",
                "en/continuity.md",
                "nl/halve-effecten.md",
                "en/half-effects.md",
                "nl/verkeerde-portemonnee.md",
                "en/wrong-pockets.md",
                "nl/raadsvoorstel.md",
                "en/council-memo.md",
                "nl/begroting.md",
                "en/budget-view.md",
                "nl/waar-het-op-rust.md",
                "en/what-it-rests-on.md",
                "nl/gewichten.md",
                "en/weights.md",
                "nl/buurten-als-tabel.md",
                "en/neighbourhood-table.md");
    }

    private static String page(String name) throws IOException {
        return Files.readString(ROOT.resolve("docs").resolve(name));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void thePageShowsWhatTheCommandsPrint(String name) throws IOException {
        List<String> printed = new ArrayList<>();
        Path file = null;
        int shown = 0;
        Matcher fence = FENCE.matcher(page(name));
        while (fence.find()) {
            String text = fence.group(2);
            switch (fence.group(1)) {
                case "yaml" -> file = write(text, file);
                case "sh" -> text.lines().forEach(line -> printed.add(output(line)));
                case "text" -> {
                    for (String part : text.split("(?m)^…\\n")) {
                        assertThat(printed).anyMatch(output -> output.contains(part));
                    }
                    shown++;
                }
                default -> throw new AssertionError("a block of " + fence.group(1));
            }
        }
        assertThat(shown).isPositive();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyNumberInASentenceStandsInABlock(String name) throws IOException {
        Set<String> shown = new HashSet<>();
        Matcher fence = FENCE.matcher(page(name));
        while (fence.find()) {
            shown.addAll(numbers(fence.group(2)));
        }
        String prose = CODE.matcher(FENCE.matcher(page(name)).replaceAll("")).replaceAll("");
        Set<String> said = numbers(LINK.matcher(prose).replaceAll("]"));
        assertThat(said).isNotEmpty();
        assertThat(shown).containsAll(said);
    }

    /** The commands that the reference and the list of examples show are carried out. */
    @ParameterizedTest
    @ValueSource(strings = {"docs/nl/opdrachten.md", "docs/en/commands.md", "examples/README.md"})
    void everyCommandShownRuns(String name) throws IOException {
        Matcher line = SHOWN.matcher(Files.readString(ROOT.resolve(name)));
        int shown = 0;
        while (line.find()) {
            String[] words = line.group(1).replaceFirst("\\s+#.*", "").strip().split(" ");
            for (int k = 0; k < words.length; k++) {
                words[k] = isWritten(words, k) ? fresh(words[k]) : located(words[k]);
            }
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            Program program = new Program(new Console(new ByteArrayOutputStream(), err, false));
            int status = words[0].equals("watch") ? watched(program, words, err) : program.run(words);
            assertThat(status)
                    .as(line.group() + "\n" + err.toString(StandardCharsets.UTF_8))
                    .isZero();
            shown++;
        }
        assertThat(shown).isGreaterThan(5);
    }

    /** The exit status of a command that goes on until it is stopped: it is stopped when it has calculated once. */
    private static int watched(Program program, String[] words, ByteArrayOutputStream err) {
        AtomicInteger status = new AtomicInteger(-1);
        Thread watching = new Thread(() -> status.set(program.run(words)));
        watching.start();
        try {
            while (watching.isAlive() && !err.toString(StandardCharsets.UTF_8).contains("Ctrl-C")) {
                Thread.sleep(20);
            }
            watching.interrupt();
            watching.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return status.get();
    }

    /** Whether a word names a file or a folder that the command makes. */
    private static boolean isWritten(String[] words, int k) {
        return (k > 0 && (words[k - 1].equals("--out") || words[k - 1].equals("--report")))
                || (k == 2 && words[0].equals("new"));
    }

    /** A place of that name in a folder of its own. */
    private String fresh(String name) throws IOException {
        Path last = Path.of(name.replace("~", "home")).getFileName();
        return Files.createTempDirectory(folder, "out").resolve(last).toString();
    }

    private Path write(String text, @Nullable Path last) throws IOException {
        Matcher named = FILE_NAME.matcher(text);
        if (named.lookingAt()) {
            return Files.writeString(folder.resolve(named.group(1)), text);
        }
        assertThat(last).as("a file to add this to").isNotNull();
        return Files.writeString(last, Files.readString(last) + "\n" + text);
    }

    /** What a command line of the page prints, with file names as the page has them; a refusal goes without output. */
    private String output(String line) {
        String[] words = line.strip().split(" ");
        assertThat(words[0]).isEqualTo("./mkba");
        List<String> rest = new ArrayList<>(List.of(words).subList(1, words.length));
        rest.replaceAll(this::located);
        int out = rest.indexOf("--out") + 1;
        if (out > 0) {
            rest.set(out, folder.resolve(rest.get(out)).toString());
        }
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Program(new Console(printed, err, false)).run(rest.toArray(new String[0]));
        String problems = err.toString(StandardCharsets.UTF_8);
        assertThat(status).as(problems).isIn(0, 2);
        String text = status == 0 ? printed.toString(StandardCharsets.UTF_8) : problems;
        return text.replace(folder + "/", "").replace(ROOT + "/", "");
    }

    private String located(String word) {
        Path own = folder.resolve(word);
        return word.startsWith("examples/") ? ROOT.resolve(word).toString() : Files.exists(own) ? own.toString() : word;
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
