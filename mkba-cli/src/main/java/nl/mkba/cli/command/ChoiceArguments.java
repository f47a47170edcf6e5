package nl.mkba.cli.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.mkba.engine.input.WrittenNumber;
import nl.mkba.engine.portfolio.Objective;
import nl.mkba.portfolio.ChoiceRequest;
import org.jspecify.annotations.Nullable;

/** Reads the options of a choice of places within a budget. */
final class ChoiceArguments {

    private static final Pattern YEAR = Pattern.compile("\\s*(\\d{4})\\s*=(.*)");

    /** Options that only say something of a choice. */
    private static final List<Option> OF_A_CHOICE =
            List.of(Option.BUDGET_OF, Option.OBJECTIVE, Option.AT_LEAST, Option.PER, Option.PRICES);

    private final Invocation invocation;
    private final Arguments arguments;

    ChoiceArguments(Invocation invocation) {
        this.invocation = invocation;
        this.arguments = invocation.arguments();
    }

    /** Whether a choice is asked for. */
    boolean isAsked() {
        return arguments.has(Option.BUDGET);
    }

    /** Whether every option is right, before a file is read. */
    void check() {
        if (!isAsked()) {
            for (Option option : OF_A_CHOICE) {
                onlyWith(option, false, Option.BUDGET);
            }
            return;
        }
        onlyWith(Option.AT_LEAST, arguments.has(Option.PER), Option.PER);
        onlyWith(Option.PER, arguments.has(Option.AT_LEAST), Option.AT_LEAST);
        if (arguments.has(Option.PRICES) && years().isEmpty()) {
            throw invocation.wrong("usage.prices_without_years", Option.PRICES.word(), Option.BUDGET.word());
        }
        atLeast();
        request();
    }

    private void onlyWith(Option option, boolean isRight, Option other) {
        if (arguments.has(option) && !isRight) {
            throw invocation.wrong("usage.only_with", option.word(), other.word());
        }
    }

    /** The ceiling of each year; empty if the budget is one amount. */
    private Map<Integer, Double> years() {
        String text = String.valueOf(arguments.value(Option.BUDGET));
        Map<Integer, Double> years = new TreeMap<>();
        if (text.contains("=")) {
            for (String part : text.split(",", -1)) {
                Matcher year = YEAR.matcher(part);
                if (!year.matches()) {
                    throw invocation.wrong("usage.budget_years", Option.BUDGET.word(), part.strip());
                }
                if (years.put(Integer.parseInt(year.group(1)), amount(year.group(2))) != null) {
                    throw invocation.wrong("usage.budget_year_twice", Option.BUDGET.word(), year.group(1));
                }
            }
        }
        return years;
    }

    private double amount(String text) {
        Optional<WrittenNumber> amount = NumberArguments.read(Option.BUDGET, text.strip(), invocation.messages());
        if (amount.isPresent() && amount.get().value() >= 0 && !amount.get().isPercentage()) {
            return amount.get().value();
        }
        throw invocation.wrong("usage.budget", Option.BUDGET.word(), text.strip());
    }

    /** In how many places of each group something is to be done at least; 0 without that. */
    int atLeast() {
        if (!arguments.has(Option.AT_LEAST)) {
            return 0;
        }
        OptionalLong places = NumberArguments.whole(Option.AT_LEAST, arguments, invocation.messages());
        if (places.isPresent() && places.getAsLong() >= 1 && places.getAsLong() <= Integer.MAX_VALUE) {
            return (int) places.getAsLong();
        }
        throw invocation.wrong(
                "usage.at_least", Option.AT_LEAST.word(), String.valueOf(arguments.value(Option.AT_LEAST)));
    }

    /** The column that says in which group a place is; null without that. */
    @Nullable
    String per() {
        return arguments.value(Option.PER);
    }

    /** What is asked of a choice, but for the groups, which are in the table; null if none is asked for. */
    @Nullable
    ChoiceRequest request() {
        if (!isAsked()) {
            return null;
        }
        Map<Integer, Double> years = years();
        ChoiceRequest request = years.isEmpty()
                ? ChoiceRequest.within(amount(String.valueOf(arguments.value(Option.BUDGET))))
                : ChoiceRequest.within(years).in(BudgetCommand.prices(invocation));
        String payer = arguments.value(Option.BUDGET_OF);
        return (payer == null ? request : request.paidBy(payer)).most(objective());
    }

    private String objective() {
        String given = arguments.value(Option.OBJECTIVE);
        String text = given == null ? "npv" : given;
        if (Objective.of(text).isEmpty()) {
            throw invocation.wrong("usage.objective", Option.OBJECTIVE.word(), text);
        }
        return text;
    }
}
