package nl.mkba.cli.command;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import nl.mkba.cli.language.Messages;
import nl.mkba.engine.input.WrittenNumber;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;

/** The numbers behind options: read, refused and warned about as in a scenario. */
final class NumberArguments {

    /** The message about a number in another form; of a text that is not a number at all the option says what it needs. */
    private static final Set<ProblemCode> OTHER_FORMS = EnumSet.of(
            ProblemCode.DECIMAL_COMMA,
            ProblemCode.UNCLEAR_COMMA,
            ProblemCode.THOUSANDS_SEPARATOR,
            ProblemCode.DATE_AS_NUMBER,
            ProblemCode.RANGE_AS_NUMBER,
            ProblemCode.NUMBER_IN_PARENTHESES,
            ProblemCode.TYPOGRAPHIC_OPERATOR,
            ProblemCode.UNARY_PLUS,
            ProblemCode.NOT_FINITE,
            ProblemCode.NUMBER_TOO_SMALL);

    /** Between the numbers of an option that takes one for each year, such as {@code 2026=10e6,2027=12e6}. */
    private static final Pattern NUMBERS_IN_IT = Pattern.compile("(?:^|,)\\s*\\d{4}\\s*=");

    private static final double HUNDRED = 100;

    private NumberArguments() {}

    /**
     * The number that an option was given; nothing if it was given a text that is none.
     *
     * @throws UsageException if the number is in a form that is not used, with what to write instead
     */
    static Optional<WrittenNumber> read(Option option, Arguments arguments, Messages messages) {
        return read(option, String.valueOf(arguments.value(option)), messages);
    }

    /**
     * The number in a part of what an option was given; nothing if it is none.
     *
     * @throws UsageException if the number is in a form that is not used, with what to write instead
     */
    static Optional<WrittenNumber> read(Option option, String text, Messages messages) {
        try {
            return Optional.of(WrittenNumber.parse(text));
        } catch (InvalidScenarioException refused) {
            Problem problem = refused.problems().get(0);
            if (OTHER_FORMS.contains(problem.code())) {
                throw new UsageException(
                        problem.at(option.word()).format(messages.language().locale()));
            }
            return Optional.empty();
        }
    }

    /**
     * The same as a value, such as 0.5 for {@code 50%}; NaN if the text is not a number.
     *
     * @throws UsageException as {@link #read}
     */
    static double value(Option option, Arguments arguments, Messages messages) {
        return read(option, arguments, messages).map(WrittenNumber::value).orElse(Double.NaN);
    }

    /**
     * The same as a whole number; nothing if it is none that fits. A percentage counts nothing.
     *
     * @throws UsageException as {@link #read}
     */
    static OptionalLong whole(Option option, Arguments arguments, Messages messages) {
        return read(option, arguments, messages).map(WrittenNumber::whole).orElse(OptionalLong.empty());
    }

    /**
     * The refusal of what is not a share of at most 100%: with the same number in percent if its sign was forgotten.
     *
     * @param key of the message that says what the option takes
     */
    static UsageException noShare(String key, Option option, String text, Messages messages) {
        return WrittenNumber.perhapsPercentage(text)
                .filter(number -> Double.parseDouble(number.get(0)) <= HUNDRED)
                .map(number -> new UsageException(
                        messages.text("usage.share_without_sign", option.word(), number.get(0), number.get(1))))
                .orElseGet(() -> new UsageException(messages.text(key, option.word(), text)));
    }

    /** A warning for each number on the command line that was perhaps meant as thousands, or as a percentage; none where the number is refused anyhow. */
    static List<Problem> warnings(Arguments arguments) {
        List<Problem> warnings = new ArrayList<>();
        for (Option option : Option.NUMBERS) {
            String value = arguments.value(option);
            for (String text : value == null ? new String[0] : NUMBERS_IN_IT.split(value)) {
                WrittenNumber.perhapsThousands(text.strip())
                        .ifPresent(number ->
                                warnings.add(Problem.of(ProblemCode.PERHAPS_THOUSANDS, option.word(), number)));
            }
        }
        for (Option option : Option.SHARES) {
            String text = arguments.value(option);
            if (text != null) {
                WrittenNumber.perhapsPercentage(text)
                        .filter(number -> option == Option.EFFECTS || Double.parseDouble(number.get(0)) <= 1)
                        .ifPresent(number -> warnings.add(Problem.of(
                                ProblemCode.PERHAPS_PERCENTAGE, option.word(), number.toArray(String[]::new))));
            }
        }
        return warnings;
    }
}
