package nl.mkba.label;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelListTest {

    /** The code alone will do, and so will names of earlier years. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "6.3",
                " 6.3 ",
                "6.3 Inkomensregelingen",
                "6.3 inkomensregelingen",
                "6.4 Begeleide participatie",
                "6.711 Hulp bij het huishouden"
            })
    void aCodeWithItsNameOrAnOlderOneIsInTheList(String written) {
        assertThat(LabelList.TAAKVELD.has(written)).isTrue();
    }

    /** 6.3 is income support; public health is 7.1. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            6.3 Volksgezondheid  | 7.1 Volksgezondheid
            6.3 volksgezondheid  | 7.1 Volksgezondheid
            6.3: Inkomen         | 6.3 Inkomensregelingen
            6.3, Inkomen         | 6.3 Inkomensregelingen
            6.3: Volksgezondheid | 6.3 Inkomensregelingen
            Volksgezondheid      | 7.1 Volksgezondheid
            """)
    void aCodeWithTheNameOfAnotherOrInAnotherFormIsToldApart(String written, String nearest) {
        assertThat(LabelList.TAAKVELD.nearest(written)).isEqualTo(nearest);
        assertThat(LabelList.TAAKVELD.has(written)).isFalse();
    }

    @Test
    void everyEntryIsInItsOwnList() {
        for (LabelList list : LabelList.values()) {
            assertThat(list.entries()).allMatch(list::has).allMatch(entry -> entry.equals(list.nearest(entry)));
        }
    }
}
