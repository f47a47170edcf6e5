package nl.mkba.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ECMA-376, part 1, 22.9.2.19: {@code _xHHHH_} is one character, so that an underscore before such a text is {@code _x005F_}. */
class WorkbookTextTest {

    @ParameterizedTest
    @CsvSource({
        "_x000D_, _x005F_x000D_",
        "a_x0041_x0042_b, a_x005F_x0041_x005F_x0042_b",
        "_x005F_, _x005F_x005F_",
        "_x00G0_, _x00G0_",
        "_x000D, _x000D",
        "x000D_, x000D_",
        "a_b_c, a_b_c",
    })
    void whatWouldBeReadAsACharacterIsNot(String text, String cell) {
        assertThat(WorkbookText.of(text)).isEqualTo(cell);
    }

    @Test
    void aTextThatNoCellHoldsIsCutWithAMark() {
        assertThat(WorkbookText.of("x".repeat(32_767))).isEqualTo("x".repeat(32_767));
        assertThat(WorkbookText.of("x".repeat(32_768))).isEqualTo("x".repeat(32_763) + " […]");
        // the pair would lie across the cut: neither half of it stays
        assertThat(WorkbookText.of("x".repeat(32_762) + "\ud83d\ude00" + "x".repeat(10)))
                .isEqualTo("x".repeat(32_762) + " […]");
    }

    @Test
    void controlCharactersAreGone() {
        assertThat(WorkbookText.of("a\u0007b\r\nc\u202ed")).isEqualTo("a b  cd");
    }
}
