package nl.mkba.cli.render;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import nl.mkba.cli.language.Language;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;

/** Numbers as a sentence has them: rounded to three digits, since the rest is noise. */
public final class SentenceNumbers {

    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
    private static final double HALF_A_PERCENT = 0.005;

    private final Messages messages;
    private final Numbers numbers;
    private final char space;

    /**
     * Numbers in a language.
     *
     * @param space what stands between a currency and an amount: a blank, or one at which no line ends
     */
    public SentenceNumbers(Messages messages, Numbers numbers, char space) {
        this.messages = messages;
        this.numbers = numbers;
        this.space = space;
    }

    /** An amount in whole units. */
    public String money(double amount) {
        return numbers.money(amount).replace(' ', space);
    }

    /** An amount to three digits; below 1 these stand behind the decimal mark. */
    public String roughly(double amount) {
        if (amount != 0 && Math.abs(amount) < 1) {
            return numbers.moneyRounded(amount).replace(' ', space);
        }
        double rounded = BigDecimal.valueOf(amount).round(THREE_DIGITS).doubleValue();
        // Of the largest amount there is, three digits may be more than that.
        return money(Double.isInfinite(rounded) ? amount : rounded);
    }

    /** An amount of a few units, with cents. */
    public String cents(double amount) {
        String number = numbers.ratio(Math.abs(amount));
        String sign = numbers.ratio(amount).startsWith("-") ? "-" : "";
        if (messages.language() == Language.NL) {
            return numbers.currency() + space + sign + number;
        }
        return sign + numbers.currency() + (numbers.currency().length() > 1 ? space : "") + number;
    }

    /** Gains per euro of costs, with cents; of less than nothing only that it is. */
    public String perEuro(double ratio) {
        return numbers.isBelowZero(ratio) ? messages.text("ratio.below_zero") : cents(ratio);
    }

    /** A chance as a whole percentage; what is rounded to none or all is said so. */
    public String chance(double chance) {
        if (chance > 0 && chance < HALF_A_PERCENT) {
            return messages.text("chance.hardly");
        }
        if (chance < 1 && chance > 1 - HALF_A_PERCENT) {
            return messages.text("chance.almost");
        }
        return numbers.decimal(chance * 100, 0) + "%";
    }

    /** Whether a ratio is shown as 1. */
    boolean isEven(double ratio) {
        return numbers.ratio(ratio).equals(numbers.ratio(1));
    }
}
