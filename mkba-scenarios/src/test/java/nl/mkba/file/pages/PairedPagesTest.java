package nl.mkba.file.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A page and the same page in the other language give the same numbers. What stands in code is what the command prints, which other
 * tests hold: there numbers differ where the draws do, since a parameter has another id in the other language.
 */
class PairedPagesTest {

    private static final Pattern OTHER = Pattern.compile("In het Engels: \\[[^]]*]\\(([^)]*)\\)");
    private static final Pattern UNREAD =
            Pattern.compile("(?ms)^ *```.*?^ *```$|`[^`]*`|“[^”]*”|\\]\\([^)]*\\)|https?://\\S+|<!--.*?-->");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.,])\\d+(?:[.,]\\d+)*(?!\\w)");

    /** Smaller whole numbers are often words. */
    private static final int WORDS = 12;

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.list(Page.DOCS.resolve("nl"))) {
            return pages.filter(PairedPagesTest::hasOther).sorted().toList().stream();
        }
    }

    private static boolean hasOther(Path page) {
        try {
            return OTHER.matcher(Files.readString(page)).find();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageHasTheSameNumbersInBothLanguages(Path dutch) throws IOException {
        String text = Files.readString(dutch);
        Matcher other = OTHER.matcher(text);
        assertThat(other.find()).isTrue();
        Path english = dutch.resolveSibling(other.group(1)).normalize();
        assertThat(numbers(Files.readString(english), ','))
                .as(english.toString())
                .isEqualTo(numbers(text, '.'));
    }

    @Test
    void manyPagesAreCompared() throws IOException {
        assertThat(pages()).hasSizeGreaterThan(15);
        assertThat(numbers("€ 1.234,50 in 2026 voor 3 tot 14 of 2,5%; `7.000`", '.'))
                .isEqualTo(numbers("€1,234.50 in 2026 for three to 14 or 2.5%; `8,000`", ','))
                .containsExactly("1234.50", "14", "2.5", "2026");
        assertThat(numbers("12,5", '.')).isNotEqualTo(numbers("125", ','));
    }

    /** The numbers of a page outside code, in order of size as text: sentences may have them in another order. */
    private static List<String> numbers(String page, char thousands) {
        List<String> numbers = new ArrayList<>();
        UNREAD.matcher(page)
                .replaceAll(" ")
                .lines()
                .flatMap(line -> NUMBER.matcher(line).results())
                .map(MatchResult::group)
                .map(number -> plain(number, thousands))
                .filter(number -> !number.matches("\\d{1,2}") || Integer.parseInt(number) > WORDS)
                .forEach(numbers::add);
        numbers.sort(null);
        return numbers;
    }

    /** A number with a point for decimals, and nothing between the thousands; a code such as 6.751 has none and stays as it is. */
    private static String plain(String number, char thousands) {
        boolean isGrouped = number.matches("[1-9]\\d{0,2}(\\" + thousands + "\\d{3})+([.,]\\d+)?");
        String without = isGrouped ? number.replace(String.valueOf(thousands), "") : number;
        return without.replace(',', '.');
    }
}
