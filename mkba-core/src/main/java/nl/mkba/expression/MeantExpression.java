package nl.mkba.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * What a text that cannot be read as a formula was probably meant to be, written as on paper or in a spreadsheet: with a
 * currency, a percentage in words, an {@code x} for times, a unit behind the number. It is rewritten step by step; only what
 * can then be read is suggested. Nothing is ever calculated with it.
 */
final class MeantExpression {

    /** Longer texts were not written as one number or formula. */
    private static final int LONGEST = 200;

    private static final String BLANK = "[ \u00a0\u2007\u2008\u2009\u202f]";
    private static final String NUMBER = "(?:\\d[\\d.,]*(?:[ \u00a0\u2007\u2008\u2009\u202f]\\d{3})*|[.,]\\d+)";

    private static final Pattern CURRENCY =
            Pattern.compile("(?i)(?<!\\w)(?:euro'?s?|eur|dollars?)(?!\\w)" + "|[\u20ac$\u00a3]");
    private static final Pattern NO_CENTS = Pattern.compile("(?<=\\d)[.,] ?[-\u2013\u2014=]+(?=\\s|$)");
    private static final Pattern ABOUT =
            Pattern.compile("(?i)^(?:ca\\.?|circa|ongeveer|plm\\.?|ruim|bijna|zo'n|about|approx\\."
                    + "|approximately|around|roughly|nearly|some|max(?:imaal|imum)?\\.?|min(?:imaal|imum|stens)?\\.?|hooguit"
                    + "|hoogstens|ten minste|at most|at least|up to|[~\u00b1\u2248]|\\+/-)\\s*(?=[\\d.\u20ac])");
    private static final Pattern PERCENT = Pattern.compile("(?i)(?<=\\d)" + BLANK
            + "*(?:procent(?:punt(?:en)?)?|percent(?:age points?)?|per cent|pct\\.?|%%|%-punt(?:en)?|\uff05)(?!\\w)");
    private static final Pattern PER_MILLE =
            Pattern.compile("(?i)(?<=\\d)" + BLANK + "*(?:\u2030|promille|per mille?)(?!\\w)");
    private static final Pattern OUT_OF = Pattern.compile(
            "(?i)^(\\d+)\\s+(?:op(?: de| elke)?|van de|uit(?: de)?|out of(?: every)?|in(?: every)?)\\s+(\\d+)$");
    private static final Pattern REMARK =
            Pattern.compile("^(\\D{0,3}" + NUMBER + BLANK + "*%?)\\s+\\((?=[^)]*\\p{L})[^)]*\\)$");
    private static final Pattern MAGNITUDE = Pattern.compile(
            "(?i)(?<![\\w.,])(" + NUMBER + ")" + BLANK
                    + "*(k|duizend|dzd\\.?|thousand|(?-i:M)|mln\\.?|milj\\.|miljoen|million|mio|mld\\.?|mrd\\.?|miljard|billion|bn)(?:eur)?(?!\\w)");
    private static final Pattern TIMES =
            Pattern.compile("(?<=[\\w)%.])(?<!^0)\\s*(?<![A-Za-z_])[xX](?![A-Za-z_])\\s*(?=[\\w(.])");
    private static final Pattern TIMES_IN_WORDS =
            Pattern.compile("(?i)(?<=[\\w)%])\\s+(?:maal|keer|times)\\s+(?=[\\w(.])");
    private static final Pattern DIVIDED_IN_WORDS =
            Pattern.compile("(?i)(?<=[\\w)%])\\s+(?:gedeeld door|divided by)\\s+(?=[\\w(.])");
    private static final Pattern END = Pattern.compile("(?<=[\\w)%])\\s*[;.]+$");
    private static final Pattern THOUSANDS =
            Pattern.compile("(?<![\\w.,])[1-9]\\d{0,2}(?:\\.\\d{3})+(?![\\w.,]|\\s*%)");
    private static final Pattern PART_OF = Pattern.compile("(?i)(?<=%|\\d/\\d)\\s*(?:van(?: de| het)?|of)\\s+");
    private static final Pattern DIVIDED = Pattern.compile("(?<=[\\w)%])\\s+:\\s+(?=[\\w(])");
    private static final Pattern POWER = Pattern.compile("^([\\w.]+)\\s*(?:\\^|\\*\\*)\\s*([\\w.]+)$");
    private static final Pattern LEFT_OUT_TIMES = Pattern.compile("(?<![\\w.])(\\d+(?:\\.\\d+)?)\\s+(?=[A-Za-z_(])");
    private static final Pattern NAMES = Pattern.compile("(?<=[A-Za-z_]\\w{0,60})[ -](?=[A-Za-z_])");
    private static final Pattern SIGNS = Pattern.compile(".*[-+*/()].*");

    private static final Pattern WITH_WORDS = Pattern.compile("(-?" + NUMBER + "(?:[eE]\\d+)?" + BLANK + "*%?)" + BLANK
            + "*(?![eExX]\\d)(\\p{L}[\\p{L}\\d ./'\u00b2-]*)");
    /** Words behind a number that change it: a part of a year, a thousand, at least. */
    private static final Pattern CHANGING =
            Pattern.compile("(?iu)(?<!\\p{L})(?:maand\\p{L}*|mnd|month\\p{L}*|week\\p{L}*|weken"
                    + "|kwarta\\p{L}+|quarter\\p{L}*|half\\p{L}*|dag\\p{L}*|day\\p{L}*|uur|uren|hours?|hrs?|minu\\p{L}+|second\\p{L}*"
                    + "|decenni\\p{L}+|decades?|eeuw\\p{L}*|centur\\p{L}+|honderd\\p{L}*|hundred\\p{L}*|duizend\\p{L}*|thousand\\p{L}*"
                    + "|dozijn\\p{L}*|dozens?|ton(?:s|nen)?|mil\\p{L}*|m[ln]?n|[mbtx]|bps?|basispunt\\p{L}*|basis points?|cts?|cent\\p{L}*"
                    + "|gulden|of|or|en|and|plus|minus|mod|meer|more|minder|less)(?![\\p{L}\\d\u00b2\u00b3])");

    private static final Pattern UNITS_WITH_DIGITS =
            Pattern.compile("(?i)(?<!\\p{L})(?:[kcd]?m[23]|co2|no[2x]|pm\\d+)(?!\\w)");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern ID = Pattern.compile("(?!ja+r(?:en)?$|years?$|fte$|[kcd]?m[23]$)[a-z][a-z0-9_]*");

    private static final Pattern DATE = Pattern.compile(
            "(?iu)(?:\\p{L}+dag,? |\\p{L}+day,? )?(?:\\d{1,2}(?:e|ste|de|st|nd|rd|th)?[ .-]*)?"
                    + "(?:jan(?:uar[iy])?|feb(?:ruar[iy])?|maart|mrt|mar(?:ch)?|apr(?:il)?|mei|may|june?|juni|july?|juli|aug(?:ust(?:us)?)?"
                    + "|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)[ .,-]*(?:\\d{1,2}(?:st|nd|rd|th)?,? )?(?:'?\\d{2}|\\d{4})?");

    private static final Pattern RANGE = Pattern.compile("(?i)(?:van|tussen|from|between)?\\s*(" + NUMBER + "%?)"
            + "\\s*(?:-|\u2013|\u00b1|\\+/-|tot(?: en met)?|t/m|\u00e0|a|to|until|en|and|\\.\\.+|\u2026)\\s*(" + NUMBER
            + "%?)(?:\\s*\\p{L}.*)?");

    private static final List<UnaryOperator<String>> STEPS = List.of(
            MeantExpression::withoutQuotes,
            text -> text.replaceFirst("^=+\\s*", ""),
            text -> END.matcher(text).replaceFirst(""),
            MeantExpression::withoutRemark,
            MeantExpression::withoutFractions,
            text -> OUT_OF.matcher(text).replaceFirst("$1 / $2"),
            text -> ABOUT.matcher(text).replaceFirst(""),
            MeantExpression::withoutCurrency,
            text -> PERCENT.matcher(text).replaceAll("%"),
            text -> PER_MILLE.matcher(text).replaceAll(" / 1000"),
            MeantExpression::withoutMagnitude,
            text -> PART_OF.matcher(text).replaceAll(" * "),
            text -> TIMES.matcher(text).replaceAll(" * "),
            text -> TIMES_IN_WORDS.matcher(text).replaceAll(" * "),
            text -> DIVIDED.matcher(text).replaceAll(" / "),
            text -> DIVIDED_IN_WORDS.matcher(text).replaceAll(" / "),
            text -> POWER.matcher(text).replaceFirst("pow($1, $2)"),
            text -> text.indexOf('(') >= 0 ? text.replace(';', ',') : text,
            MeantExpression::withoutLastClosing,
            text -> THOUSANDS.matcher(text).replaceAll(number -> number.group().replace(".", "")));

    private MeantExpression() {}

    /** What is wrong with a text that cannot be read, with what was meant; null if nothing can be made of it. */
    static @Nullable InvalidScenarioException refusal(String text) {
        String whole = text.strip();
        if (whole.length() > LONGEST || !mayBeMeant(whole)) {
            return null;
        }
        if (DIGIT.matcher(whole).find() && DATE.matcher(whole).matches()) {
            return refused(ProblemCode.DATE_AS_NUMBER, null, whole);
        }
        String meant = whole;
        for (UnaryOperator<String> step : STEPS) {
            meant = step.apply(meant).strip();
        }
        if (!meant.equals(whole) && isReadable(meant)) {
            return refused(ProblemCode.NOT_A_NUMBER, meant, whole);
        }
        if (REMARK.matcher(meant).matches()) {
            // What is in its parentheses changes the number.
            return null;
        }
        Matcher range = RANGE.matcher(meant);
        if (range.matches()) {
            return refused(ProblemCode.RANGE_AS_NUMBER, null, whole);
        }
        Matcher withWords = WITH_WORDS.matcher(meant);
        if (withWords.matches()) {
            return withWords(
                    whole, plain(withWords.group(1).strip()), withWords.group(2).strip());
        }
        if (SIGNS.matcher(meant).matches()) {
            String joined = NAMES.matcher(LEFT_OUT_TIMES.matcher(meant).replaceAll("$1 * "))
                    .replaceAll("_");
            if (!joined.equals(whole) && isReadable(joined)) {
                return refused(ProblemCode.NOT_A_NUMBER, joined, whole);
            }
        }
        return null;
    }

    /** The number alone is what was meant where the words are its unit; not where they change it, or name a factor. */
    private static @Nullable InvalidScenarioException withWords(String whole, String number, String words) {
        if (mayChange(words)) {
            return refused(ProblemCode.NUMBER_WITH_WORDS, null, whole, "unclear", words);
        }
        if (!isReadable(number)) {
            return null;
        }
        return ID.matcher(words).matches()
                ? refused(ProblemCode.NUMBER_WITH_WORDS, null, whole, number, words, "perhaps_factor")
                : refused(ProblemCode.NUMBER_WITH_WORDS, null, whole, number, words);
    }

    private static boolean mayChange(String words) {
        return DIGIT.matcher(UNITS_WITH_DIGITS.matcher(words).replaceAll("")).find()
                || CHANGING.matcher(words).find();
    }

    private static String withoutRemark(String text) {
        Matcher remark = REMARK.matcher(text);
        return remark.matches() && !mayChange(text.substring(remark.end(1))) ? remark.group(1) : text;
    }

    /** A plain number with separators only is for {@link NumberForm}, which knows more of those. */
    private static boolean mayBeMeant(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7e ? "\u2019\u00a0\u2007\u2008\u2009\u202f".indexOf(c) < 0 : !isOfNumber(c)) {
                return true;
            }
        }
        return text.endsWith(",-") || text.endsWith("%%") || text.endsWith("%.");
    }

    private static boolean isOfNumber(char c) {
        return (c >= '0' && c <= '9') || ".,'_ %-".indexOf(c) >= 0;
    }

    private static String withoutQuotes(String text) {
        return text.replaceAll(
                "^[\"'\u2018\u2019\u201a\u201c-\u201e\u00ab\u00bb]+|[\"'\u2018\u2019\u201a\u201c-\u201e\u00ab\u00bb]+$",
                "");
    }

    private static String withoutFractions(String text) {
        return text.replaceAll("(?<!\\d)\\s*\u00bd", "0.5")
                .replaceAll("(?<!\\d)\\s*\u00bc", "0.25")
                .replaceAll("(?<!\\d)\\s*\u00be", "0.75")
                .replaceAll("(?<=\\d)\\s*\u00bd", ".5")
                .replaceAll("(?<=\\d)\\s*\u00bc", ".25")
                .replaceAll("(?<=\\d)\\s*\u00be", ".75")
                .replaceAll("(?<!\\d)\\s*\u2153", "1 / 3")
                .replaceAll("(?<!\\d)\\s*\u2154", "2 / 3");
    }

    /** Without a parenthesis at the end that nothing opens. */
    private static String withoutLastClosing(String text) {
        long opening = text.chars().filter(c -> c == '(').count();
        long closing = text.chars().filter(c -> c == ')').count();
        return closing == opening + 1 && text.endsWith(")") ? text.substring(0, text.length() - 1) : text;
    }

    private static String withoutCurrency(String text) {
        String amount =
                NO_CENTS.matcher(CURRENCY.matcher(text).replaceAll(" ").strip()).replaceAll("");
        return amount.equals(text) ? text : plain(amount.replaceAll("\\s+", " ").replaceFirst("^- ", "-"));
    }

    private static String withoutMagnitude(String text) {
        Matcher magnitude = MAGNITUDE.matcher(text);
        StringBuilder plain = new StringBuilder();
        while (magnitude.find()) {
            String number = plain(magnitude.group(1));
            String word = magnitude.group(2).toLowerCase(Locale.ROOT);
            int power = power(word);
            magnitude.appendReplacement(
                    plain,
                    number.matches("\\d+(\\.\\d+)?|\\.\\d+")
                            ? new BigDecimal(number)
                                    .scaleByPowerOfTen(power)
                                    .stripTrailingZeros()
                                    .toPlainString()
                            : Matcher.quoteReplacement(magnitude.group()));
        }
        return magnitude.appendTail(plain).toString();
    }

    private static int power(String word) {
        if (word.startsWith("mld") || word.startsWith("mrd") || word.startsWith("miljard") || word.startsWith("b")) {
            return 9;
        }
        return word.startsWith("m") ? 6 : 3;
    }

    /** A number without separators between thousands and with a decimal point, as far as it is clear which is which. */
    private static String plain(String number) {
        String joined = number.replaceAll("(?<=\\d)" + BLANK + "(?=\\d{3}(?!\\d))", "");
        if (joined.matches("-?[1-9]\\d{0,2}(\\.\\d{3})+(,\\d+)?%?")) {
            return joined.replace(".", "").replace(',', '.');
        }
        if (joined.matches("-?\\d{1,3}(,\\d{3}){2,}(\\.\\d+)?%?|-?\\d{1,3},\\d{3}\\.\\d+%?")) {
            return joined.replace(",", "");
        }
        boolean isUnclear = joined.matches("-?[1-9]\\d{0,2},\\d{3}%?");
        return isUnclear ? number : joined.replaceFirst("^(-?\\d*),(\\d+%?)$", "$1.$2");
    }

    private static boolean isReadable(String text) {
        try {
            new ExpressionParser(text, false).parse();
            return true;
        } catch (InvalidScenarioException e) {
            return false;
        }
    }

    private static InvalidScenarioException refused(ProblemCode code, @Nullable String meant, String... arguments) {
        List<String> shown = new ArrayList<>();
        for (String argument : arguments) {
            shown.add(Problem.shown(argument));
        }
        Problem problem = new Problem(code, Problem.NO_PATH, false, shown, List.of(), null);
        return new InvalidScenarioException(problem.suggesting(meant));
    }
}
