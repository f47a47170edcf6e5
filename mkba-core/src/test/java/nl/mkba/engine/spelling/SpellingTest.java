package nl.mkba.engine.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
    void allEquallyNearWordsAreFoundInTheirOrder() {
        assertThat(new Spelling().allNearest("nl_2020", List.of("nl_2021", "eu", "nl_2026", "nl_2016")))
                .containsExactly("nl_2021", "nl_2026");
    }

    @Test
    void severalSuggestionsAreAChoice() {
        Problem problem =
                Problem.of(ProblemCode.UNKNOWN_OUTCOME, "reduces", "a").suggesting(List.of("b", "c", "d"));

        assertThat(problem.hint(Locale.ENGLISH)).hasValue("Maybe `b`, `c` or `d`?");
        assertThat(problem.hint(Locale.forLanguageTag("nl"))).hasValue("Misschien `b`, `c` of `d`?");
    }

    @Test
    @Timeout(20)
    void manyMisspeltWordsAreNotAllCompared() {
        // 5 000 times 5 000 words of 90 letters, far from each other: some 10^11 pairs of letters.
        Spelling spelling = new Spelling();
        Random random = new Random(1);
        List<String> known = Stream.generate(() -> word(random)).limit(5_000).toList();

        for (int i = 0; i < 5_000; i++) {
            spelling.allNearest(word(random), known);
        }
        assertThat(new Spelling().allNearest(known.get(7) + "x", known)).containsExactly(known.get(7));
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 90; i++) {
            word.append((char) ('a' + random.nextInt(2)));
        }
        return word.toString();
    }

    @Test
    void longWordsAreNotCompared() {
        String word = "a".repeat(1_000_000);

        assertThat(Spelling.nearest(word, List.of(word + "b"))).isNull();
    }
}
