package nl.mkba.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    private static final List<String> KNOWN = List.of("amount", "paid_by", "per", "when", "success_rate");

    @ParameterizedTest
    @CsvSource({"amuont, amount", "payed_by, paid_by", "Per, per", "wehn, when", "succes_rate, success_rate"})
    void theNearestWordIsFound(String misspelt, String meant) {
        assertThat(Spelling.nearest(misspelt, KNOWN)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"colour", "x", "pr", "rate"})
    void farWordsAreNotGuessed(String word) {
        assertThat(Spelling.nearest(word, KNOWN)).isNull();
    }

    @Test
    void longWordsAreNotCompared() {
        String word = "a".repeat(1_000_000);

        assertThat(Spelling.nearest(word, List.of(word + "b"))).isNull();
    }
}
