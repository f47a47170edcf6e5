package nl.mkba.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.cli.render.ChoiceOfPlaces;
import nl.mkba.engine.portfolio.BudgetChoice;
import nl.mkba.engine.portfolio.ChoiceLimits;
import nl.mkba.engine.portfolio.ChosenRows;
import nl.mkba.engine.portfolio.Options;
import nl.mkba.engine.portfolio.Portfolio;
import nl.mkba.engine.portfolio.Ranking;
import nl.mkba.json.tree.ChoiceTree;
import nl.mkba.portfolio.ChoiceRequest;
import nl.mkba.scenario.Scenario;

/** Chooses within a budget, for each outlook, and in each draw. */
final class PlacesChoice {

    /** The search in a draw; the first choice is all but the best already. */
    private static final long STEPS_IN_A_DRAW = 20_000;

    /** Groups that a message names. */
    private static final int MOST_GROUPS = 20;

    private final Portfolio portfolio;
    private final OptionRecord kept;
    private final ChoiceRequest request;
    private final ChoiceLimits limits;
    private final Optional<String> per;
    private final CommandThreads crew;

    PlacesChoice(
            Portfolio portfolio,
            OptionRecord kept,
            ChoiceRequest request,
            ChoiceLimits limits,
            Optional<String> per,
            CommandThreads crew) {
        this.portfolio = portfolio;
        this.kept = kept;
        this.request = request;
        this.limits = limits;
        this.per = per;
        this.crew = crew;
    }

    /**
     * The choices that were asked for, one for each outlook; none without a budget.
     *
     * @param file in which the options were kept
     * @param run what was read of the table
     * @throws UsageException if an id is there twice, or nothing that is asked for can be chosen
     */
    static List<ChoiceOfPlaces> asked(
            ScenarioSession study,
            Portfolio portfolio,
            UnfinishedFile file,
            ChoiceArguments choice,
            PlacesRun run,
            CommandThreads crew,
            Invocation invocation)
            throws IOException {
        ChoiceRequest request = choice.request();
        if (request == null) {
            return List.of();
        }
        List<Long> starts = file.written().subList(1, file.written().size()).stream()
                .map(UnfinishedFile.WrittenPart::keptStart)
                .toList();
        try (OptionRecord kept = OptionRecord.open(file.kept(), starts, portfolio)) {
            Set<String> ids = new HashSet<>();
            for (String id : kept.ids()) {
                if (!ids.add(id)) {
                    throw invocation.wrong("portfolio.repeated_id", id, run.rowsOf(id));
                }
            }
            ChoiceLimits limits = limits(ChosenRows.ceilings(request), kept, run.groups(), choice, invocation);
            List<ChoiceOfPlaces> choices = new PlacesChoice(
                            portfolio,
                            kept,
                            choice.per() == null ? request : request.atLeast(choice.atLeast(), kept.groups()),
                            limits,
                            Optional.ofNullable(choice.per()),
                            crew)
                    .all();
            for (ChoiceOfPlaces each : choices) {
                if (!each.choice().isFeasible()) {
                    throw tooDear(each, study.scenario(), invocation);
                }
            }
            return choices;
        }
    }

    /** Why nothing can be chosen: what the least that is to be done takes of each budget. */
    private static UsageException tooDear(ChoiceOfPlaces choice, Scenario scenario, Invocation invocation) {
        Messages messages = invocation.messages();
        Numbers numbers = new Numbers(messages.language(), scenario.currency());
        ChoiceLimits limits = choice.limits();
        List<Integer> years = choice.years();
        List<String> needs = new ArrayList<>();
        for (int budget = 0; budget < limits.budgets(); budget++) {
            double least = BudgetChoice.leastCost(choice.result().options(), limits, budget);
            if (least > limits.ceiling(budget)) {
                String amount = above(least, limits.ceiling(budget), numbers);
                needs.add(
                        years.isEmpty()
                                ? amount
                                : messages.text("usage.at_least_needs", amount, String.valueOf(years.get(budget))));
            }
        }
        String asked = choice.places().per().orElse("");
        return needs.isEmpty()
                ? invocation.wrong("usage.at_least_not_found", Option.AT_LEAST.word(), limits.atLeast(), asked)
                : invocation.wrong(
                        "usage.at_least_too_dear",
                        Option.AT_LEAST.word(),
                        limits.atLeast(),
                        asked,
                        String.join(", ", needs),
                        Option.BUDGET.word());
    }

    /** An amount with as many digits as show that it is above another one. */
    private static String above(double amount, double other, Numbers numbers) {
        if (!numbers.money(amount).equals(numbers.money(other))) {
            return numbers.money(amount);
        }
        String withCents = numbers.moneyWithCents(amount);
        return withCents.equals(numbers.moneyWithCents(other)) ? numbers.preciseMoney(amount) : withCents;
    }

    /** The ceilings, and the floor if there is one. */
    private static ChoiceLimits limits(
            ChoiceLimits ceilings, OptionRecord kept, Set<String> all, ChoiceArguments choice, Invocation invocation) {
        String per = choice.per();
        if (per == null) {
            return ceilings;
        }
        Map<String, Integer> sizes = new LinkedHashMap<>();
        all.forEach(group -> sizes.put(group, 0));
        sizes.putAll(ChoiceLimits.sizes(kept.groups()));
        sizes.values().removeIf(size -> size >= choice.atLeast());
        if (sizes.size() == 1) {
            Map.Entry<String, Integer> group = sizes.entrySet().iterator().next();
            throw invocation.wrong(
                    "usage.at_least_too_many",
                    Option.AT_LEAST.word(),
                    choice.atLeast(),
                    group.getKey(),
                    group.getValue(),
                    per);
        }
        if (!sizes.isEmpty()) {
            String groups = sizes.entrySet().stream()
                    .limit(MOST_GROUPS)
                    .map(group -> "`" + group.getKey() + "` (" + group.getValue() + ")")
                    .collect(Collectors.joining(", ", "", sizes.size() > MOST_GROUPS ? ", …" : ""));
            throw invocation.wrong(
                    "usage.at_least_too_many_in", Option.AT_LEAST.word(), choice.atLeast(), sizes.size(), per, groups);
        }
        return ceilings.atLeast(choice.atLeast(), kept.groups());
    }

    /** A choice for each outlook, in the order of the cases. */
    List<ChoiceOfPlaces> all() throws IOException {
        List<ChoiceOfPlaces> choices = new ArrayList<>();
        for (Map.Entry<Optional<String>, List<Integer>> outlook :
                portfolio.casesByOutlook().entrySet()) {
            choices.add(choice(outlook.getKey(), outlook.getValue()));
        }
        return choices;
    }

    private ChoiceOfPlaces choice(Optional<String> outlook, List<Integer> cases) throws IOException {
        List<String> alternatives = cases.stream().map(portfolio::alternative).toList();
        ChosenRows chosen = ChosenRows.of(outlook, alternatives, request, limits, kept.options(-1, cases));
        int[][] counts = new int[portfolio.draws() > 0 ? kept.ids().size() : 0][cases.size()];
        int without = chosen.isFeasible() ? counts(cases, chosen.choice(), counts) : 0;
        return new ChoiceOfPlaces(
                chosen,
                new ChoiceTree.Places(
                        kept.ids(),
                        per,
                        alternatives,
                        portfolio.draws(),
                        without,
                        Stream.of(counts)
                                .map(ofPlace -> Arrays.stream(ofPlace).boxed().toList())
                                .toList()));
    }

    /** Counts in how many draws each alternative of each place is chosen; gives in how many no choice is found. */
    private int counts(List<Integer> cases, BudgetChoice central, int[][] counts) throws IOException {
        int without = 0;
        List<Future<BudgetChoice>> underWay = new ArrayList<>();
        for (int draw = 0; draw < portfolio.draws(); draw++) {
            int here = draw;
            underWay.add(crew.submit(() -> {
                Options options = kept.options(here, cases);
                return BudgetChoice.near(central, options, Ranking.of(options), limits, STEPS_IN_A_DRAW);
            }));
            if (underWay.size() > 2 * crew.size()) {
                without += count(underWay.remove(0), counts);
            }
        }
        for (Future<BudgetChoice> rest : underWay) {
            without += count(rest, counts);
        }
        return without;
    }

    /** Counts a choice; gives 1 if there is none. */
    private static int count(Future<BudgetChoice> future, int[][] counts) throws IOException {
        BudgetChoice choice = CommandThreads.result(future);
        for (int place = 0; place < counts.length; place++) {
            if (choice.alternative(place) != BudgetChoice.NONE) {
                counts[place][choice.alternative(place)]++;
            }
        }
        return choice.isFeasible() ? 0 : 1;
    }
}
