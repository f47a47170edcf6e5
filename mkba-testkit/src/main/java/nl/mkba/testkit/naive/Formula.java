package nl.mkba.testkit.naive;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Evaluates the text of an expression by recursive descent, from its own reading of the format's section 4. */
final class Formula {

    private final String text;
    private final Function<String, BigDecimal> parameters;
    private int at;

    private Formula(String text, Function<String, BigDecimal> parameters) {
        this.text = text;
        this.parameters = parameters;
    }

    static BigDecimal evaluate(String text, Function<String, BigDecimal> parameters) {
        Formula formula = new Formula(text.replaceAll("\\s", ""), parameters);
        BigDecimal value = formula.sum();
        if (formula.at != formula.text.length()) {
            throw new IllegalArgumentException("The text (" + text + ") goes on after its end");
        }
        return value;
    }

    private BigDecimal sum() {
        BigDecimal value = product();
        while (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
            boolean add = text.charAt(at++) == '+';
            BigDecimal next = product();
            value = add ? Decimals.plus(value, next) : Decimals.minus(value, next);
        }
        return value;
    }

    private BigDecimal product() {
        BigDecimal value = signed();
        while (at < text.length() && (text.charAt(at) == '*' || text.charAt(at) == '/')) {
            boolean multiply = text.charAt(at++) == '*';
            BigDecimal next = signed();
            value = multiply ? Decimals.times(value, next) : Decimals.over(value, next);
        }
        return value;
    }

    private BigDecimal signed() {
        if (text.charAt(at) == '-') {
            at++;
            return signed().negate();
        }
        if (text.charAt(at) == '(') {
            at++;
            BigDecimal value = sum();
            expect(')');
            return value;
        }
        return Character.isLetter(text.charAt(at)) ? named() : number();
    }

    private void expect(char sign) {
        if (text.charAt(at++) != sign) {
            throw new IllegalArgumentException("The text (" + text + ") lacks a " + sign);
        }
    }

    private BigDecimal number() {
        int from = at;
        while (at < text.length()
                && (Character.isDigit(text.charAt(at))
                        || ".eE".indexOf(text.charAt(at)) >= 0
                        || ("+-".indexOf(text.charAt(at)) >= 0 && "eE".indexOf(text.charAt(at - 1)) >= 0))) {
            at++;
        }
        BigDecimal value = new BigDecimal(text.substring(from, at));
        if (at < text.length() && text.charAt(at) == '%') {
            at++;
            return value.movePointLeft(2);
        }
        return value;
    }

    private BigDecimal named() {
        int from = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        String name = text.substring(from, at);
        if (at == text.length() || text.charAt(at) != '(') {
            return parameters.apply(name);
        }
        List<BigDecimal> arguments = new ArrayList<>();
        do {
            at++;
            arguments.add(sum());
        } while (text.charAt(at) == ',');
        expect(')');
        return call(name, arguments);
    }

    private static BigDecimal call(String name, List<BigDecimal> arguments) {
        BigDecimal first = arguments.get(0);
        return switch (name) {
            case "min" -> arguments.stream().min(BigDecimal::compareTo).orElseThrow();
            case "max" -> arguments.stream().max(BigDecimal::compareTo).orElseThrow();
            case "abs" -> first.abs();
            case "sqrt" -> first.sqrt(Decimals.DIGITS);
            case "exp" -> new BigDecimal(StrictMath.exp(first.doubleValue()));
            case "ln" -> new BigDecimal(StrictMath.log(first.doubleValue()));
            case "pow" ->
                new BigDecimal(
                        StrictMath.pow(first.doubleValue(), arguments.get(1).doubleValue()));
            default -> throw new IllegalArgumentException("There is no function " + name);
        };
    }
}
