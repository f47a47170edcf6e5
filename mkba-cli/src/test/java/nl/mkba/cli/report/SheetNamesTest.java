package nl.mkba.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Excel says of names of sheets: at most 31 characters, seven that are forbidden, and no two alike. */
class SheetNamesTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Resultaten, Resultaten",
                "a/b\\c?d*e[f]g:h, a-b-c-d-e-f-g-h",
                "'s Avonds', s Avonds",
                "''', -",
                "\"\", -",
                "History, History (2)",
                "1234567890123456789012345678901, 1234567890123456789012345678901",
                "12345678901234567890123456789012, 1234567890123456789012345678901",
                "\"123456789012345678901234567890 x\", 123456789012345678901234567890",
                "12345678901234567890123456789'x, 12345678901234567890123456789'x",
                "123456789012345678901234567890'x, 123456789012345678901234567890",
            })
    void aNameIsOneThatSpreadsheetsTake(String wanted, String name) {
        assertThat(new SheetNames().next(wanted)).isEqualTo(name);
    }

    @Test
    void noNameIsGivenTwiceWhateverItsCase() {
        SheetNames names = new SheetNames();
        assertThat(names.next("Breed")).isEqualTo("Breed");
        assertThat(names.next("breed")).isEqualTo("breed (2)");
        assertThat(names.next("BREED")).isEqualTo("BREED (3)");
        String long1 = "x".repeat(40);
        assertThat(names.next(long1)).isEqualTo("x".repeat(31));
        assertThat(names.next(long1)).isEqualTo("x".repeat(27) + " (2)");
    }

    @Test
    void aCharacterOfTwoHalvesStaysWhole() {
        assertThat(new SheetNames().next("x".repeat(30) + "\ud83d\ude00")).isEqualTo("x".repeat(30));
    }

    @Test
    void nothingInANameSteersAnything() {
        assertThat(new SheetNames().next("a\u202eb\u0007c\n")).isEqualTo("ab c");
    }
}
