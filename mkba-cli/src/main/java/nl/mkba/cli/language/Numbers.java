package nl.mkba.cli.language;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Writes numbers for people, rounded half up, with the marks of a language. Never used for JSON and CSV. */
public final class Numbers {

    /** The smallest chance above 0 that is shown. */
    private static final double SMALLEST_CHANCE = 0.001;

    private final Language language;
    private final String currency;

    /** Numbers in a language, amounts in a currency. */
    public Numbers(Language language, String currencyCode) {
        this.language = language;
        this.currency = currencyCode.equals("EUR") ? "€" : currencyCode;
    }

    /** The sign of the currency, or its code. */
    public String currency() {
        return currency;
    }

    /** A number with a given number of decimals and with marks between the thousands. */
    public String decimal(double value, int decimals) {
        return decimal(BigDecimal.valueOf(value), decimals);
    }

    private String decimal(BigDecimal value, int decimals) {
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
        String digits = rounded.unscaledValue().abs().toString();
        StringBuilder text = new StringBuilder(digits.length() + 8);
        if (rounded.signum() < 0) {
            text.append('-');
        }
        int whole = digits.length() - decimals;
        if (whole <= 0) {
            text.append('0');
        }
        for (int i = 0; i < whole; i++) {
            if (i > 0 && (whole - i) % 3 == 0) {
                text.append(language.groupMark());
            }
            text.append(digits.charAt(i));
        }
        if (decimals > 0) {
            text.append(language.decimalMark());
            text.append("0".repeat(Math.max(0, -whole))).append(digits, Math.max(0, whole), digits.length());
        }
        return text.toString();
    }

    /** A whole number with marks between the thousands. */
    public String whole(double value) {
        return decimal(value, 0);
    }

    /** An amount in whole units of the currency: {@code € 1.234} or {@code €1,234}. */
    public String money(double value) {
        return money(whole(value));
    }

    /** An amount with two decimals: {@code € 1.234,50} or {@code €1,234.50}. */
    public String moneyWithCents(double value) {
        return money(decimal(value, 2));
    }

    /** An amount with three significant digits, and all of those before the decimal mark; never tenths without cents. */
    public String moneyRounded(double value) {
        String number = rounded(value);
        return money(number.indexOf(language.decimalMark()) == number.length() - 2 ? number + "0" : number);
    }

    /** An amount with the digits that it has, and no more. */
    public String preciseMoney(double value) {
        return money(precise(value));
    }

    private String money(String number) {
        boolean negative = number.startsWith("-");
        String size = negative ? number.substring(1) : number;
        if (language == Language.NL) {
            return currency + " " + number;
        }
        return (negative ? "-" : "") + currency + (currency.length() > 1 ? " " : "") + size;
    }

    /** An amount that is a difference: always with its sign. */
    public String difference(double value) {
        String amount = money(value);
        if (amount.indexOf('-') >= 0 || whole(value).equals("0")) {
            return amount;
        }
        return language == Language.NL ? currency + " +" + whole(value) : "+" + amount;
    }

    /** A ratio, with two decimals. */
    public String ratio(double value) {
        return decimal(value, 2);
    }

    /**
     * Gains per euro of costs, with two decimals. Below 0 only that it is: what is lost is then lost on top of the costs, and the
     * more it costs the nearer to 0 the ratio would be.
     */
    public String perEuro(double ratio) {
        return isBelowZero(ratio) ? "< 0" : ratio(ratio);
    }

    /** Whether a ratio, with two decimals, is less than 0. */
    public boolean isBelowZero(double ratio) {
        return ratio(ratio).startsWith("-");
    }

    /** A fraction as a percentage with one decimal. */
    public String percentage(double fraction) {
        return decimal(hundredfold(fraction), 1) + "%";
    }

    /** A chance as a percentage with one decimal; what is rounded to none or all says so. */
    public String chance(double chance) {
        String percentage = percentage(chance);
        if (chance > 0 && percentage.equals(percentage(0))) {
            return "<" + percentage(SMALLEST_CHANCE);
        }
        return chance < 1 && percentage.equals(percentage(1)) ? ">" + percentage(1 - SMALLEST_CHANCE) : percentage;
    }

    /** A fraction as a percentage with all its digits, up to twelve. */
    public String precisePercentage(double fraction) {
        return precise(hundredfold(fraction)) + "%";
    }

    /** Of a number near the largest there is, a hundredfold is beyond that. */
    private static BigDecimal hundredfold(double fraction) {
        double product = fraction * 100;
        return Double.isInfinite(product)
                ? BigDecimal.valueOf(fraction).movePointRight(2)
                : BigDecimal.valueOf(product);
    }

    /** A number with three significant digits, and all of those before the decimal mark. */
    public String rounded(double value) {
        double size = Math.abs(value);
        int decimals = 0;
        while (decimals < 6 && size != 0 && size < 100) {
            decimals++;
            size *= 10;
        }
        BigDecimal number = BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return decimal(number.doubleValue(), Math.max(0, number.scale()));
    }

    /** A number with twelve significant digits, but no zeros at the end. */
    public String precise(double value) {
        return precise(BigDecimal.valueOf(value));
    }

    private String precise(BigDecimal value) {
        BigDecimal number = value.round(new MathContext(12)).stripTrailingZeros();
        if (number.scale() > 15 || number.precision() - number.scale() > 15) {
            return number.toString().replace('.', language.decimalMark());
        }
        return decimal(number.doubleValue(), Math.max(0, number.scale()));
    }
}
