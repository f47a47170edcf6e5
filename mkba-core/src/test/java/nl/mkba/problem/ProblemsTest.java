package nl.mkba.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest {

    private static final Pattern UNFILLED = Pattern.compile("\\{@?\\d");
    private static final Pattern OPTION = Pattern.compile("(^|[^-])--[a-z]");
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private final Problems problems = new Problems();

    @Test
    void whatIsFoundAtOrUnderAFaultyValueFollowsFromIt() {
        problems.add(ProblemCode.WRONG_TYPE, "costs.staff", "list", "map");
        problems.add(ProblemCode.OUT_OF_RANGE, "costs.staff", "5", "0 … 1");
        problems.add(ProblemCode.OUT_OF_RANGE, "costs.staff.cashable", "5", "0 … 1");
        problems.add(ProblemCode.OUT_OF_RANGE, "costs.staff[0].cashable", "5", "0 … 1");
        problems.add(ProblemCode.OUT_OF_RANGE, "costs.staff_too", "5", "0 … 1");

        assertThat(problems.all()).extracting(Problem::path).containsExactly("costs.staff", "costs.staff_too");
    }

    @Test
    void aProblemWithAKeyLeavesItsValueToBeLookedAt() {
        problems.add(Problem.ofKey(ProblemCode.NOT_AN_ID, "parameters.Rate", "Rate"));
        problems.add(ProblemCode.UNKNOWN_PARAMETER, "parameters.Rate.value", "base");
        problems.add(ProblemCode.NOT_FINITE, "parameters.Rate", "1 / 0");

        assertThat(problems.all()).hasSize(3);
    }

    @Test
    void aFaultyValueLeavesItsKeyToBeLookedAt() {
        problems.add(ProblemCode.UNKNOWN_PARAMETER, "costs.staff.total", "base");
        problems.add(Problem.ofKey(ProblemCode.TOTAL_WITHOUT_END, "costs.staff.total"));

        assertThat(problems.all()).hasSize(2);
    }

    @Test
    void nothingIsSaidOfTheValueOfAMissingOrUnknownKey() {
        problems.add(Problem.ofKey(ProblemCode.MISSING_KEY, "base_year", "base_year"));
        problems.add(ProblemCode.OUT_OF_RANGE, "base_year", "0", "1000 … 9999");
        problems.add(Problem.ofKey(ProblemCode.UNKNOWN_KEY, "colour", "colour", "name"));
        problems.add(ProblemCode.WRONG_TYPE, "colour.red", "list", "map");

        assertThat(problems.all()).extracting(Problem::path).containsExactly("base_year", "colour");
    }

    @Test
    void twoUnknownKeysOfOneMapAreBothReported() {
        problems.add(Problem.ofKey(ProblemCode.UNKNOWN_KEY, "city.colour", "colour", "name"));
        problems.add(Problem.ofKey(ProblemCode.UNKNOWN_KEY, "city.size", "size", "name"));

        assertThat(problems.all()).hasSize(2);
    }

    @Test
    void problemsOfOnePathThatAreFoundTogetherAreAllReported() {
        problems.addTogether(List.of(
                Problem.of(ProblemCode.UNKNOWN_PARAMETER, "parameters.a", "b"),
                Problem.of(ProblemCode.UNKNOWN_PARAMETER, "parameters.a", "c")));
        problems.add(ProblemCode.UNKNOWN_PARAMETER, "parameters.a", "d");

        assertThat(problems.all())
                .extracting(problem -> problem.arguments().get(0))
                .containsExactly("b", "c");
    }

    @Test
    void warningsHideNothingAndAreGivenOnce() {
        problems.add(ProblemCode.PERHAPS_THOUSANDS, "parameters.a", "9.000");
        problems.add(ProblemCode.PERHAPS_THOUSANDS, "parameters.a", "9.000");
        problems.add(ProblemCode.NOT_FINITE, "parameters.a", "9.000 / 0");

        assertThat(problems.all()).hasSize(2);
        assertThat(problems.warnings()).hasSize(1);
    }

    @Test
    void afterAThousandNoMoreAreTaken() {
        for (int i = 0; i < 2_000; i++) {
            problems.add(ProblemCode.EMPTY, "parameters.p" + i);
        }

        assertThat(problems.isFull()).isTrue();
        assertThat(problems.all()).hasSize(1_001);
        assertThat(problems.all().get(1_000).code()).isEqualTo(ProblemCode.MORE_PROBLEMS);
    }

    @Test
    void everyCodeHasATextAndAHintInBothLanguages() {
        for (ProblemCode code : ProblemCode.values()) {
            Problem problem = Problem.of(code, "path", "a", "b", "c", "d", "e");
            String english = problem.format(Locale.ENGLISH);
            String dutch = problem.format(Locale.forLanguageTag("nl"));

            assertThat(english).isNotEqualTo(dutch).doesNotContainPattern(UNFILLED);
            assertThat(dutch).doesNotContainPattern(UNFILLED);
            assertThat(problem.hint(Locale.ENGLISH)).as(code.id()).isPresent();
            assertThat(problem.hint(DUTCH)).as(code.id()).isPresent();
        }
    }

    @Test
    void aWarningIsAnnouncedInTheLanguageOfTheReader() {
        Problem warning = Problem.of(ProblemCode.PERHAPS_THOUSANDS, "a", "9.000");

        assertThat(warning.format(Locale.ENGLISH)).startsWith("a: warning: `9.000`");
        assertThat(warning.format(DUTCH)).startsWith("a: waarschuwing: `9.000`");
    }

    /** What is quoted stays as it was written: there a comma would be refused. */
    @Test
    void numbersInADutchTextHaveADecimalComma() {
        assertThat(Problem.of(ProblemCode.SHARES_DO_NOT_ADD_UP, "a", "0.9").format(DUTCH))
                .contains("tellen op tot 0,9,");
        assertThat(Problem.of(ProblemCode.VALUE_OUTSIDE_DISTRIBUTION, "a", "50", "0.25 … 1")
                        .format(DUTCH))
                .contains("(0,25 … 1)");
        assertThat(Problem.of(ProblemCode.DISTRIBUTION_ORDER, "a", "rule_order", "0.5, 1, 2.5")
                        .format(DUTCH))
                .contains("gevonden: 0,5; 1; 2,5");
        assertThat(Problem.of(ProblemCode.DECIMAL_COMMA, "a", "4,5", "4.5").format(DUTCH))
                .contains("`4.5`");
        assertThat(Problem.of(ProblemCode.SHARES_DO_NOT_ADD_UP, "a", "0.9").format(Locale.ENGLISH))
                .contains("0.9");
    }

    @Test
    void aDutchTextHasASingularAndAPlural() {
        assertThat(Problem.of(ProblemCode.FRACTION_CLAMPED, "a", "1").format(DUTCH))
                .contains("in 1 trekking ");
        assertThat(Problem.of(ProblemCode.FRACTION_CLAMPED, "a", "12").format(DUTCH))
                .contains("in 12 trekkingen ");
    }

    /** U+202E turns the direction of writing, U+200B cannot be seen, U+009B begins a terminal escape. */
    @Test
    void whatCannotBeSeenIsNamed() {
        assertThat(Problem.of(ProblemCode.UNKNOWN_OUTCOME, "a", "ab\u202ecd\u200b\u009b1m\ud800")
                        .format(Locale.ENGLISH))
                .isEqualTo(
                        "a: there is no outcome `ab<U+202E>cd<U+200B> 1m<U+D800>`. Correct the id, or add the outcome under `outcomes`.");
    }

    @Test
    void aLongTextIsCutOff() {
        assertThat(Problem.of(ProblemCode.UNKNOWN_OUTCOME, "p".repeat(95_000), "x".repeat(95_000))
                        .format(Locale.ENGLISH))
                .hasSizeLessThan(1_500)
                .contains("x…`. ");
    }

    @Test
    void aProblemStaysOnOneLine() {
        Problem problem = Problem.of(ProblemCode.UNKNOWN_OUTCOME, "a\nb", "c\r\nd\u001b[31m");

        assertThat(problem.format(Locale.ENGLISH))
                .isEqualTo("a b: there is no outcome `c d [31m`. Correct the id, or add the outcome under `outcomes`.");
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "5.0, 5", "-0.05, -0.05", "1234567.5, 1234567.5", "1e-9, 1.0E-9", "1e300, 1.0E300", "0, 0"})
    void numbersAreShownAsPeopleWriteThem(double number, String shown) {
        assertThat(Problem.number(number)).isEqualTo(shown);
    }

    /** Whoever embeds the library has no command line; the command adds its options itself. */
    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void noTextSpeaksOfOptions(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader file = new InputStreamReader(
                Problem.class.getResourceAsStream("problems_" + language + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(file);
        }
        assertThat(texts).isNotEmpty();
        assertThat(texts.values())
                .noneMatch(text -> OPTION.matcher(text.toString()).find());
    }
}
