package nl.mkba.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import nl.mkba.distribution.Distribution;
import nl.mkba.engine.input.WrittenNumber;
import nl.mkba.expression.Expression;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How numbers are read, whatever way they come in: section 4 of the scenario format, and what it refuses in section 12. */
class WrittenNumberTest {

    @ParameterizedTest
    @CsvSource({
        "1200, 1200",
        "-3.5, -3.5",
        ".5, 0.5",
        "1e6, 1000000",
        "1E-3, 0.001",
        "12.5%, 0.125",
        "5 %, 0.05",
        "-2%, -0.02",
        "007, 7",
        "2026, 2026",
        "1e308%, 1e306",
        "1e310%, 1e308"
    })
    void aNumberIsWhatItSays(String text, double value) {
        assertThat(WrittenNumber.parse(text).value()).isEqualTo(value);
        assertThat(WrittenNumber.value(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "-0.0", "-0%", "-0e5", "--0", "-.0", "0e-999"})
    void thereIsOneZero(String text) {
        // Double.compare tells −0 from 0
        assertThat(Double.compare(Expression.parse(text).number().orElseThrow(), 0.0))
                .isZero();
        assertThat(Double.compare(WrittenNumber.value(text), 0.0)).isZero();
        assertThat(Expression.parse(text)).isEqualTo(Expression.ZERO);
    }

    /** What a message says to write is read without another message: neither refused nor warned of. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,000",
                "1,250",
                "12,500%",
                "-1,000",
                "1234,500",
                "9.000,000",
                "1 234,500",
                "1,234.500",
                "1,234,567.100",
                "(1.000)",
                "(9.250)",
                "(5)",
                "1_000.500",
                "1.000.000"
            })
    void whatAHintSaysIsReadWithoutAWord(String text) {
        InvalidScenarioException refused = refused(text);
        List<String> arguments = refused.problems().get(0).arguments();
        assertThat(arguments).hasSizeGreaterThan(1);
        for (String hint : arguments.subList(1, arguments.size())) {
            assertThat(WrittenNumber.perhapsThousands(hint)).as(hint).isEmpty();
            assertThat(WrittenNumber.parse(hint).text()).isEqualTo(hint);
        }
    }

    /** In a scenario and a table with points `70.000` is 70, but accountants' parentheses come with marks between thousands. */
    @ParameterizedTest
    @CsvSource({"(70.000), -70000 -70.0", "( 1.250 ), -1250 -1.25", "(70.0), ''", "(70000), ''"})
    void aDoubtfulNumberInParenthesesIsGivenBothWays(String text, String suggestions) {
        Problem problem = refused(text).problems().get(0);
        assertThat(problem.code()).isEqualTo(ProblemCode.NUMBER_IN_PARENTHESES);
        assertThat(String.join(" ", problem.suggestions())).isEqualTo(suggestions);
        for (String hint : problem.suggestions()) {
            assertThat(WrittenNumber.perhapsThousands(hint)).isEmpty();
            assertThat(WrittenNumber.parse(hint).text()).isEqualTo(hint);
        }
    }

    /** Read with a decimal comma, in which `1.000` is a thousand: what a hint says is read there, as the number that was meant. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(1.000)   | -1.000   | -1000",
                "(12,5)    | -12,5    | -12.5",
                "(12.5)    | -12,5    | -12.5",
                "(5%)      | -5%      | -0.05",
                "1,234.5   | 1234,5   | 1234.5",
                "1 000,5   | 1000,5   | 1000.5",
                "1'000,50  | 1000,50  | 1000.5",
                "1,234,567 | 1234567  | 1234567",
                "€ 1.234,5 | 1234,5   | 1234.5",
                "€ -70.000 | -70000   | -70000",
                "12,5 m2   | 12,5     | 12.5"
            })
    void aHintForADecimalCommaIsReadWithOne(String text, String hint, double meant) {
        Problem problem = catchThrowableOfType(
                        InvalidScenarioException.class, () -> WrittenNumber.valueWithDecimalComma(text))
                .problems()
                .get(0);
        assertThat(
                        problem.suggestions().isEmpty()
                                ? problem.arguments().get(1)
                                : problem.suggestions().get(0))
                .isEqualTo(hint);
        assertThat(WrittenNumber.valueWithDecimalComma(hint)).isEqualTo(meant);
    }

    /** `(1,000)` cannot be read in either way yet: the comma comes first. */
    @Example
    void whatIsInParenthesesIsToldOfFirst() {
        assertThat(refused("(1,000)").problems().get(0).message(Locale.ENGLISH)).contains("the comma in `1,000`");
    }

    @ParameterizedTest
    @CsvSource({"3, 300", "1, 100", "2.25, 225", "50, 5000", "1.0, 100"})
    void aRateOfOneOrMoreWithoutItsSignWasPerhapsMeantAsAPercentage(String text, String percent) {
        assertThat(WrittenNumber.perhapsPercentage(text)).contains(List.of(text, percent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3%", "300%", "0.03", "0.999", "-3", "rate", "2 * 3", "", "1e400", "nl_2026"})
    void otherRatesWereNot(String text) {
        assertThat(WrittenNumber.perhapsPercentage(text)).isEmpty();
    }

    @Example
    void thereIsOneZeroInDistributionsToo() {
        assertThat(Distribution.uniform(-0.0, 1)).isEqualTo(Distribution.uniform(0, 1));
        assertThat(Distribution.pert(-1, -0.0, 1)).isEqualTo(Distribution.pert(-1, 0, 1));
        assertThat(Distribution.empirical(-0.0, 1.0)).isEqualTo(Distribution.empirical(0.0, 1.0));
    }

    /** 2.8/100 is 0.027999999999999997 in doubles; the decimal number is 0.028. */
    @ParameterizedTest
    @CsvSource({"2.8%, 0.028", "0.7%, 0.007", "14.9%, 0.149", ".29%, 0.0029", "110%, 1.1", "1e1%, 0.1", "28.e0%, 0"})
    void aPercentageIsTheDecimalNumberWritten(String text, String decimal) {
        if (decimal.equals("0")) {
            assertThat(refused(text)).isNotNull();
        } else {
            assertThat(WrittenNumber.parse(text).value()).isEqualTo(Double.parseDouble(decimal));
        }
    }

    @Property
    void aPercentageIsTheDoubleNearestItsDecimalNumber(
            @ForAll @LongRange(min = 0, max = 99_999_999_999_999_999L) long digits,
            @ForAll @IntRange(min = 0, max = 25) int decimals) {
        BigDecimal number = BigDecimal.valueOf(digits, decimals);
        assertThat(WrittenNumber.parse(number.toPlainString() + "%").value())
                .isEqualTo(number.movePointLeft(2).doubleValue());
    }

    @Property
    void aDoubleThatIsWrittenIsReadAsItself(@ForAll double number) {
        assertThat(WrittenNumber.parse(Double.toString(number)).value()).isEqualTo(number + 0.0);
        assertThat(WrittenNumber.value(Double.toString(number))).isEqualTo(number + 0.0);
        assertThat(WrittenNumber.value(Expression.of(number).text())).isEqualTo(number + 0.0);
    }

    @Property
    void aNumberOfFewDigitsIsTheDoubleNearestIt(
            @ForAll @LongRange(min = -9_999_999_999_999_999L, max = 9_999_999_999_999_999L) long digits,
            @ForAll @IntRange(min = 0, max = 18) int decimals) {
        BigDecimal number = BigDecimal.valueOf(digits, decimals);
        assertThat(WrittenNumber.value(number.toPlainString())).isEqualTo(number.doubleValue());
        BigDecimal shorter = BigDecimal.valueOf(digits % 1_000_000, decimals % 8);
        assertThat(WrittenNumber.value(shorter.toPlainString())).isEqualTo(shorter.doubleValue());
    }

    /** Two doubles are equally near to a number half-way between them; just beside it one of them is nearer. */
    @Property
    void besideTheMiddleBetweenTwoDoublesItIsTheNearerOne(
            @ForAll @LongRange(min = 1L << 52, max = (1L << 53) - 1) long steps,
            @ForAll @IntRange(min = 1, max = 12) int halvings,
            @ForAll @IntRange(min = 0, max = 17) int decimals) {
        BigDecimal middle = BigDecimal.valueOf(2 * steps + 1).divide(BigDecimal.valueOf(1L << (halvings + 1)));
        BigDecimal below = middle.setScale(Math.min(decimals, middle.scale()), java.math.RoundingMode.DOWN);
        BigDecimal above = middle.setScale(below.scale(), java.math.RoundingMode.UP);
        for (BigDecimal number : List.of(below, middle, above)) {
            assertThat(WrittenNumber.value(number.toPlainString())).isEqualTo(number.doubleValue());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.27999999999999997, 0x1.1eb851eb851ebp-2", // the double below 0.28
        "0.28000000000000003, 0x1.1eb851eb851ecp-2",
        "-4503599627370497.5, -0x1.0000000000002p52", // half-way: to the even one, 4503599627370498
        "4503599627370496.5, 0x1.0p52",
        "9007199254740993.0, 0x1.0p53",
        "0.99999999999999999, 1.0",
        "0.500000000000000001, 0.5",
        "999999999999999999, 1e18",
        "9999999999999999999, 1e19"
    })
    void aNumberOfManyDigitsIsTheDoubleNearestIt(String text, String value) {
        assertThat(WrittenNumber.value(text)).isEqualTo(Double.parseDouble(value));
    }

    @Property
    void bothWaysReadAlike(
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double number, @ForAll @IntRange(max = 5) int decimals) {
        String text = new BigDecimal(number)
                .setScale(decimals, java.math.RoundingMode.HALF_EVEN)
                .toPlainString();
        assertThat(WrittenNumber.value(text))
                .isEqualTo(WrittenNumber.parse(text).value());
    }

    @ParameterizedTest
    @CsvSource({"9007199254740993, 9007199254740993", "-9223372036854775808, -9223372036854775808", "1e3, 1000"})
    void aWholeNumberIsReadDigitByDigit(String text, long number) {
        assertThat(WrittenNumber.parse(text).whole()).isEqualTo(OptionalLong.of(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "9223372036854775808", "1e300", "0.1%", "100%", "10000%"})
    void whatIsNotWholeOrDoesNotFitIsNoWholeNumber(String text) {
        assertThat(WrittenNumber.parse(text).whole()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4,5            | `4,5` has a decimal comma. Write a decimal point: `4.5`.
            -4,5           | `-4,5` has a decimal comma. Write a decimal point: `-4.5`.
            5,5%           | `5,5%` has a decimal comma. Write a decimal point: `5.5%`.
            5,5 %          | `5,5 %` has a decimal comma. Write a decimal point: `5.5 %`.
            1,5e3          | `1,5e3` has a decimal comma. Write a decimal point: `1.5e3`.
            0,500          | `0,500` has a decimal comma. Write a decimal point: `0.500`.
            1234,567       | `1234,567` has a decimal comma. Write a decimal point: `1234.567`.
            1.234,50       | `1.234,50` has a decimal comma. Write a decimal point: `1234.50`.
            1.234.567,89   | `1.234.567,89` has a decimal comma. Write a decimal point: `1234567.89`.
            ,5             | `,5` has a decimal comma. Write a decimal point: `.5`.
            1,000          | the comma in `1,000` may separate decimals or thousands. Write `1.0` for the decimal number, or `1000` if it separates thousands.
            -12,500        | the comma in `-12,500` may separate decimals or thousands. Write `-12.5` for the decimal number, or `-12500` if it separates thousands.
            1,000%         | the comma in `1,000%` may separate decimals or thousands. Write `1.000%` for the decimal number, or `1000%` if it separates thousands.
            1.234.567      | `1.234.567` has thousands separators. Write it without: `1234567`.
            1.234.567%     | `1.234.567%` has thousands separators. Write it without: `1234567%`.
            1,234,567      | `1,234,567` has thousands separators. Write it without: `1234567`.
            1,234.56       | `1,234.56` has thousands separators. Write it without: `1234.56`.
            1,234,567.8    | `1,234,567.8` has thousands separators. Write it without: `1234567.8`.
            1_000          | `1_000` has thousands separators. Write it without: `1000`.
            1_000_000.5    | `1_000_000.5` has thousands separators. Write it without: `1000000.5`.
            1 000          | `1 000` has thousands separators. Write it without: `1000`.
            1 000 000      | `1 000 000` has thousands separators. Write it without: `1000000`.
            1 000,50       | `1 000,50` has thousands separators. Write it without: `1000.50`.
            1 000%         | `1 000%` has thousands separators. Write it without: `1000%`.
            1'000          | `1'000` has thousands separators. Write it without: `1000`.
            1’000’000      | `1’000’000` has thousands separators. Write it without: `1000000`.
            2026-01-01     | `2026-01-01` looks like a date; a number is needed here. Write a number. In a formula, put spaces around the operators.
            1-1-2026       | `1-1-2026` looks like a date; a number is needed here. Write a number. In a formula, put spaces around the operators.
            01/02/2026     | `01/02/2026` looks like a date; a number is needed here. Write a number. In a formula, put spaces around the operators.
            12/31/2026     | `12/31/2026` looks like a date; a number is needed here. Write a number. In a formula, put spaces around the operators.
            2026/12/31     | `2026/12/31` looks like a date; a number is needed here. Write a number. In a formula, put spaces around the operators.
            31-12-25       | `31-12-25` looks like a date; a number is needed here. Write a number. In a formula, put spaces around the operators.
            31.12.2026     | `31.12.2026` looks like a date; a number is needed here. Write a number. In a formula, put spaces around the operators.
            2026-01        | `2026-01` looks like a date; a number is needed here. Write a number. In a formula, put spaces around the operators.
            2026–01–01     | `2026–01–01` looks like a date; a number is needed here. Write a number. In a formula, put spaces around the operators.
            2026-01-01T12:30:00Z | `2026-01-01T12:30:00Z` looks like a date; a number is needed here. Write a number. In a formula, put spaces around the operators.
            20-40          | `20-40` looks like a range; one number is needed here. Write one number; a parameter can have the range as its `distribution`. For a subtraction, put spaces around the minus.
            5%-7%          | `5%-7%` looks like a range; one number is needed here. Write one number; a parameter can have the range as its `distribution`. For a subtraction, put spaces around the minus.
            0.5-.8         | `0.5-.8` looks like a range; one number is needed here. Write one number; a parameter can have the range as its `distribution`. For a subtraction, put spaces around the minus.
            1e3-2e3        | `1e3-2e3` looks like a range; one number is needed here. Write one number; a parameter can have the range as its `distribution`. For a subtraction, put spaces around the minus.
            20–40          | `20–40` looks like a range; one number is needed here. Write one number; a parameter can have the range as its `distribution`. For a subtraction, put spaces around the minus.
            4,5-5,5        | `4,5-5,5` looks like a range; one number is needed here. Write one number; a parameter can have the range as its `distribution`. For a subtraction, put spaces around the minus.
            (5)            | `(5)` is in parentheses, as accountants write negative amounts. Write `-5` for a negative number, or `5` for a positive one.
            ( 1200.50 )    | `( 1200.50 )` is in parentheses, as accountants write negative amounts. Write `-1200.50` for a negative number, or `1200.50` for a positive one.
            (5%)           | `(5%)` is in parentheses, as accountants write negative amounts. Write `-5%` for a negative number, or `5%` for a positive one.
            +5             | the `+` in `+5` has nothing on its left. Remove it.
            −5             | `−` is not an operator. Write `-`.
            5.             | `5.` is not a number, a percentage or an expression. Write a number (`1200`), a percentage (`12.5%`) or a formula with ids of parameters (`coaches * 1200`).
            1,2,3          | `1,2,3` is not a number, a percentage or an expression. Write a number (`1200`), a percentage (`12.5%`) or a formula with ids of parameters (`coaches * 1200`).
            1 000 5        | `1 000 5` is not a number, a percentage or an expression. Write a number (`1200`), a percentage (`12.5%`) or a formula with ids of parameters (`coaches * 1200`).
            € 5            | `€ 5` is not a number, a percentage or an expression. Maybe `5`?
            5 euro         | `5 euro` is not a number, a percentage or an expression. Maybe `5`?
            ١٢             | `١٢` is not a number, a percentage or an expression. Write a number (`1200`), a percentage (`12.5%`) or a formula with ids of parameters (`coaches * 1200`).
            NaN            | `NaN` is not a number, a percentage or an expression. Write a number (`1200`), a percentage (`12.5%`) or a formula with ids of parameters (`coaches * 1200`).
            0x10           | `0x10` is not a number, a percentage or an expression. Write a number (`1200`), a percentage (`12.5%`) or a formula with ids of parameters (`coaches * 1200`).
            5d             | `5d` has words behind the number. Write the number alone: `5`. A unit stands in the `unit` of a parameter.
            1e999          | `1e999` does not give a finite number. Check the values that apply here; guard a division with `max(…, 1)`.
            """)
    void whatIsNoNumberIsRefusedWithWhatToWrite(String text, String message) {
        assertThat(refused(text).problems())
                .extracting(problem -> problem.format(Locale.ENGLISH))
                .containsExactly("-: " + message);
        InvalidScenarioException cell =
                catchThrowableOfType(InvalidScenarioException.class, () -> WrittenNumber.value(text));
        assertThat(cell.problems()).isEqualTo(refused(text).problems());
    }

    private static InvalidScenarioException refused(String text) {
        return catchThrowableOfType(InvalidScenarioException.class, () -> WrittenNumber.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "2026 - 1 - 1, 2024",
        "20 - 40, -20",
        "24 / 4 / 2, 3",
        "1-(1), 0",
        "-(5), -5",
        "(5) * 1, 5",
        "1000-50-20, 930",
        "1/2, 0.5"
    })
    void whatCanOnlyBeAFormulaIsOne(String text, double value) {
        assertThat(Appraised.only(FormulaRulesTest.worth(text).build()).npv().value())
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            max(1,000, 500)  | -: the comma in `1,000` may separate decimals or thousands. Write `1.0` for the decimal number, or `1000` if it separates thousands.
            min(1,05, three) | -: `1,05` has a decimal comma. Write a decimal point: `1.05`.
            1_000 * a_b      | -: `1_000` has thousands separators. Write it without: `1000`.
            2 * 4,5          | -: `4,5` has a decimal comma. Write a decimal point: `4.5`.
            max(1,5, 2)      | -: the comma in `1,5` may be a decimal comma or separate two arguments. Write `1.5` for the decimal number, or `1, 5` for two arguments.
            min(a_b , 2,5%)  | -: the comma in `2,5%` may be a decimal comma or separate two arguments. Write `2.5%` for the decimal number, or `2, 5%` for two arguments.
            2 * pow(1,02,3)  | -: `1,02` has a decimal comma. Write a decimal point: `1.02`.
            pow(1,2,3)       | -: the comma in `1,2` may be a decimal comma or separate two arguments. Write `1.2` for the decimal number, or `1, 2` for two arguments.
            sqrt(2,5)        | -: the comma in `2,5` may be a decimal comma or separate two arguments. Write `2.5` for the decimal number, or `2, 5` for two arguments.
            max(1 000,2)     | -: `1 000` has thousands separators. Write it without: `1000`.
            """)
    void inAFormulaTheNumberAtFaultIsNamed(String text, String message) {
        InvalidScenarioException refused =
                catchThrowableOfType(InvalidScenarioException.class, () -> Expression.parse(text));
        assertThat(refused.problems())
                .extracting(problem -> problem.format(Locale.ENGLISH))
                .containsExactly(message);
    }

    /** Commas that are all written alike, or do not stand between two whole numbers, separate arguments. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            min(1,2)               | 1
            max(1,5,2)             | 5
            max(1, 5, 2)           | 5
            max( 1,5 )             | 5
            max(1.5,2, 1)          | 2
            max(1,2.5, 2)          | 2.5
            max(1, min(3,2))       | 2
            max(min(3,2), 1)       | 2
            """)
    void commasThatAreWrittenAlikeSeparateArguments(String text, double value) {
        assertThat(Appraised.only(FormulaRulesTest.worth(text).build()).npv().value())
                .isEqualTo(value);
    }

    /** All commas alike: what was read as arguments is said, unless the function would not take an argument less. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            min(1,2)               | 1,2
            max(1,5,three)         | 1,5
            max( 1,5 )             | 1,5
            2 * max(three,1,5%)    | 1,5%
            max(1, min(3,2))       | 3,2
            max(1, 5, 2)           |
            pow(3,2)               |
            max(1.5,2)             |
            max(three,2)           |
            max(a1,2)              |
            2 * 4                  |
            """)
    void aCommaBetweenTwoDigitsMayBeADecimalOne(String text, String doubtful) {
        assertThat(Expression.parse(text).perhapsDecimals())
                .isEqualTo(doubtful == null ? List.of() : List.of(doubtful));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.000", "-9.000", "10.000", "1.230", "123456.780", "01.000"})
    void thousandsWithAPointAreRecognised(String text) {
        String number = text.replace("-", "");
        assertThat(WrittenNumber.perhapsThousands(text)).contains(number);
        assertThat(Expression.parse("2 * " + text).perhapsThousands()).containsExactly(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9000", "9.00", "9.0000", "9.005", "0.500", ".500", "9.000%", "9.000 %", "9.000e3"})
    void otherNumbersAreNotWarnedAbout(String text) {
        assertThat(WrittenNumber.perhapsThousands(text)).isEmpty();
        assertThat(Expression.parse(text).perhapsThousands()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "x", "1+", "(", "1,", "1_", "é"})
    void ofALongTextTheMessageShowsTheBeginning(String part) {
        InvalidScenarioException refused = refused(part.repeat(95_000));
        assertThat(refused.getMessage()).hasSizeLessThan(300);
    }
}
