package nl.mkba.testkit.conformance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs a command on every case and compares the JSON that it prints: {@code java -jar mkba-testkit.jar --command './other {file}'}.
 */
public final class Main {

    private static final String USAGE = """
            Usage: java -jar mkba-testkit.jar --command 'WORDS' [--only TEXT] [--timeout SECONDS]
                   java -jar mkba-testkit.jar --list
                   java -jar mkba-testkit.jar --export FOLDER

            Runs a command on every case and compares the JSON on its standard output with what is expected. In its words
              {file}     is the scenario file
              {command}  is run, coalition or budget; without it only the cases of run are tried
              {options}  are the options of the case (--outlook low), each a word; without it only the cases without options are tried
            A word with spaces stands between quotation marks. Warnings, further keys and the order of keys do not matter.

            --only TEXT        the cases whose name contains it, or that are an anchor of the rule of that number
            --timeout SECONDS  for each case (60)
            --list             names the cases, and the rules that they are anchors of
            --export FOLDER    writes the scenarios and the expected JSON

            Ends with 0 if every case agrees, with 1 if one does not, with 2 if the options are wrong.
            """;

    private static final int AGREES = 0;
    private static final int DIFFERS = 1;
    private static final int MISUSED = 2;
    private static final int MOST_SHOWN = 10;

    private final PrintStream out;
    private final PrintStream err;
    private String command = "";
    private String only = "";
    private long timeout = 60;

    Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * The program.
     *
     * @param words its options; without any it says which there are
     */
    public static void main(String[] words) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new Main(out, err).run(words));
    }

    /** Does what the words say; returns the status to end with. */
    int run(String... words) {
        try {
            return done(words);
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage());
            err.println();
            err.print(USAGE);
            return MISUSED;
        }
    }

    private int done(String... words) {
        for (int i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "--list" -> {
                    return list();
                }
                case "--help" -> {
                    out.print(USAGE);
                    return AGREES;
                }
                case "--export" -> {
                    return export(Path.of(value(words, ++i)));
                }
                case "--command" -> command = value(words, ++i);
                case "--only" -> only = value(words, ++i);
                case "--timeout" -> timeout = seconds(value(words, ++i));
                default -> throw new IllegalArgumentException("The option (" + words[i] + ") is unknown");
            }
        }
        if (!command.contains("{file}")) {
            throw new IllegalArgumentException("The command (" + command + ") must have {file} in it");
        }
        return compare();
    }

    private static String value(String[] words, int i) {
        if (i >= words.length) {
            throw new IllegalArgumentException("The option (" + words[i - 1] + ") must have a value");
        }
        return words[i];
    }

    private static long seconds(String text) {
        try {
            long seconds = Long.parseLong(text);
            if (seconds > 0) {
                return seconds;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw new IllegalArgumentException("The timeout (" + text + ") must be a number of seconds above 0");
    }

    private int list() {
        ConformanceCases.all().forEach(each -> out.println(each.name() + "  " + String.join(" ", each.rules())));
        return AGREES;
    }

    private int export(Path folder) {
        for (ConformanceCase each : ConformanceCases.all()) {
            Path file = each.writeTo(folder);
            String name = file.getFileName().toString().replaceFirst("yaml$", each.command() + ".expected.json");
            try {
                Files.writeString(file.resolveSibling(name), each.expected());
                Files.writeString(folder.resolve("cases.txt"), ConformanceCase.resource("cases.txt"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        out.println(folder + ": " + ConformanceCases.all().size() + " cases");
        return AGREES;
    }

    private int compare() {
        int agree = 0;
        int differ = 0;
        int left = 0;
        for (ConformanceCase each : ConformanceCases.all()) {
            if (!each.name().contains(only) && !each.rules().contains(only)) {
                continue;
            }
            boolean canAsk = (each.command().equals("run") || command.contains("{command}"))
                    && (each.options().isEmpty() || command.contains("{options}"));
            if (!canAsk) {
                left++;
                continue;
            }
            List<String> differences = differences(each);
            if (differences.isEmpty()) {
                agree++;
                out.println("agrees   " + each.name());
            } else {
                differ++;
                out.println("DIFFERS  " + each.name());
                differences.stream().limit(MOST_SHOWN).forEach(text -> out.println("         " + text));
                if (differences.size() > MOST_SHOWN) {
                    out.println("         … and " + (differences.size() - MOST_SHOWN) + " more");
                }
            }
        }
        if (agree + differ + left == 0) {
            throw new IllegalArgumentException(
                    "The text (" + only + ") must be part of a case's name, or a rule's number");
        }
        out.println(agree + " agree, " + differ + " differ"
                + (left == 0 ? "" : ", " + left + " not tried: they need {command} or {options}"));
        return differ == 0 && agree > 0 ? AGREES : DIFFERS;
    }

    private List<String> differences(ConformanceCase each) {
        try {
            Path folder = Files.createTempDirectory("mkba-testkit");
            try {
                return differences(each, folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            return List.of("the command cannot be run: " + e.getMessage());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private List<String> differences(ConformanceCase each, Path folder) throws IOException {
        Path errors = folder.resolve("errors.txt");
        Process process = new ProcessBuilder(words(command, each, each.writeTo(folder)))
                .redirectError(errors.toFile())
                .start();
        process.getOutputStream().close();
        CompletableFuture<byte[]> printed = CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
        try {
            if (!process.waitFor(timeout, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
                return List.of("the command took more than " + timeout + " seconds");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return List.of("interrupted");
        }
        String json = new String(printed.join(), StandardCharsets.UTF_8);
        if (process.exitValue() != 0) {
            String told = Files.readString(errors, StandardCharsets.UTF_8).strip();
            return List.of(
                    "the command ended with status " + process.exitValue() + (told.isEmpty() ? "" : ": " + told));
        }
        return each.differences(json);
    }

    private static byte[] read(InputStream in) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (in) {
            in.transferTo(bytes);
        } catch (IOException closed) {
            // the command was ended; what it printed so far is compared
        }
        return bytes.toByteArray();
    }

    /** The words of a command for one case. */
    static List<String> words(String command, ConformanceCase each, Path file) {
        List<String> words = new ArrayList<>();
        for (String word : split(command)) {
            if (word.equals("{options}")) {
                words.addAll(each.options());
            } else {
                words.add(word.replace("{file}", file.toString())
                        .replace("{command}", each.command())
                        .replace("{options}", String.join(" ", each.options())));
            }
        }
        return words;
    }

    /** Words between spaces; what stands between quotation marks of either kind is one word. */
    private static List<String> split(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        boolean isInWord = false;
        for (int i = 0; i < command.length(); i++) {
            char each = command.charAt(i);
            if (quote != 0 && each == quote) {
                quote = 0;
            } else if (quote == 0 && (each == '"' || each == '\'')) {
                quote = each;
                isInWord = true;
            } else if (quote == 0 && Character.isWhitespace(each)) {
                if (isInWord) {
                    words.add(word.toString());
                    word.setLength(0);
                    isInWord = false;
                }
            } else {
                word.append(each);
                isInWord = true;
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException("The command (" + command + ") must close its quotation marks");
        }
        if (isInWord) {
            words.add(word.toString());
        }
        return words;
    }
}
