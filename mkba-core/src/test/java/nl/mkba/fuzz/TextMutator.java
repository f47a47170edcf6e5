package nl.mkba.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Changes a text by its words, numbers and lines, so that much of what comes out is nearly right. */
public final class TextMutator implements Mutator {

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?(e[-+]?\\d+)?%?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");
    private static final String LETTERS = "\n :-,;[]{}'\"%*&#0|>!?@\\/\t().+=~^é−\u0000\uFEFF9a";

    /** Numbers at which something changes. */
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "1",
            "-1",
            "0.5",
            "1e-300",
            "1e-9",
            "5e-324",
            "1e15",
            "1e16",
            "1e154",
            "1e300",
            "-1e300",
            "1.7976931348623157e308",
            "1e309",
            "NaN",
            "100%",
            "150%",
            "-50%",
            "0%",
            "199",
            "200",
            "201",
            "999",
            "1000",
            "1999",
            "2026",
            "9999",
            "10000",
            "2147483647",
            "2147483648",
            "9223372036854775807",
            "1_000",
            "1.000",
            "4,5",
            "0x10",
            "2026-01-01",
            "5-7",
            "(5)",
            "1/0",
            "0/0",
            "-1/3",
            "ln(0)",
            "sqrt(-1)",
            "exp(800)",
            "pow(0, -1)",
            "");

    private static final List<String> WORDS = List.of(
            "null",
            "~",
            "true",
            "no",
            "all",
            "inf",
            "Infinity",
            "<<",
            "&a",
            "*a",
            "!!int 5",
            "[]",
            "{}",
            "\"\"",
            "''",
            "value",
            "when",
            "city",
            "min(1)",
            "max",
            "exp",
            "|",
            ">",
            "---",
            "...",
            "include");

    private final int most;

    /** Makes at most so many changes to an input. */
    public TextMutator(int most) {
        this.most = most;
    }

    @Override
    public byte[] mutate(byte[] sound, Random random) {
        String text = new String(sound, StandardCharsets.UTF_8);
        for (int change = 1 + random.nextInt(most); change > 0; change--) {
            text = switch (random.nextInt(8)) {
                case 0, 1, 2 -> replaced(text, NUMBER, NUMBERS, random);
                case 3 -> replaced(text, WORD, WORDS, random);
                case 4 -> exchanged(text, random);
                case 5, 6 -> lines(text, random);
                default -> letters(text, random);
            };
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String replaced(String text, Pattern pattern, List<String> by, Random random) {
        List<MatchResult> found = pattern.matcher(text).results().toList();
        if (found.isEmpty()) {
            return text + by.get(random.nextInt(by.size()));
        }
        MatchResult one = found.get(random.nextInt(found.size()));
        return text.substring(0, one.start()) + by.get(random.nextInt(by.size())) + text.substring(one.end());
    }

    /** Puts one word of the text in the place of another. */
    private static String exchanged(String text, Random random) {
        List<String> words =
                WORD.matcher(text).results().map(MatchResult::group).distinct().toList();
        return words.isEmpty() ? text : replaced(text, WORD, words, random);
    }

    private static String lines(String text, Random random) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        int at = random.nextInt(lines.size());
        switch (random.nextInt(5)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, lines.get(at));
            case 2 -> lines.add(random.nextInt(lines.size()), lines.get(at));
            case 3 -> lines.set(at, "  " + lines.get(at));
            default -> lines.set(at, lines.get(at).replaceFirst("^  ", ""));
        }
        return String.join("\n", lines);
    }

    private static String letters(String text, Random random) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + 1 + random.nextInt(4));
        String letter = String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length())));
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at) + letter + text.substring(at);
            case 1 -> text.substring(0, at) + letter + text.substring(end);
            default -> text.substring(0, at) + text.substring(end);
        };
    }
}
