package nl.mkba.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import nl.mkba.cli.render.ChoiceOfPlaces;
import nl.mkba.portfolio.BudgetChoice;
import nl.mkba.portfolio.ChoiceLimits;
import nl.mkba.portfolio.Options;
import nl.mkba.portfolio.Portfolio;
import nl.mkba.portfolio.Ranking;

/** Chooses within a budget, for each outlook, and in each draw. */
final class PlacesChoice {

    /** The next amount for which the text says what it would buy. */
    private static final double MORE = 1_000_000;

    /** The search in a draw; the first choice is all but the best already. */
    private static final long STEPS_IN_A_DRAW = 20_000;

    private final Portfolio portfolio;
    private final OptionRecord kept;
    private final ChoiceOfPlaces.Question question;
    private final CommandThreads crew;

    PlacesChoice(Portfolio portfolio, OptionRecord kept, ChoiceOfPlaces.Question question, CommandThreads crew) {
        this.portfolio = portfolio;
        this.kept = kept;
        this.question = question;
        this.crew = crew;
    }

    /** A choice for each outlook, in the order of the cases. */
    List<ChoiceOfPlaces> all() throws IOException {
        Map<Optional<String>, List<Integer>> cases = new LinkedHashMap<>();
        for (int c = 0; c < portfolio.cases(); c++) {
            cases.computeIfAbsent(portfolio.outlook(c), outlook -> new ArrayList<>())
                    .add(c);
        }
        List<ChoiceOfPlaces> choices = new ArrayList<>();
        for (Map.Entry<Optional<String>, List<Integer>> outlook : cases.entrySet()) {
            choices.add(choice(outlook.getKey(), outlook.getValue()));
        }
        return choices;
    }

    private ChoiceOfPlaces choice(Optional<String> outlook, List<Integer> cases) throws IOException {
        Options options = kept.options(-1, cases);
        Ranking ranking = Ranking.of(options);
        List<String> alternatives = cases.stream().map(portfolio::alternative).toList();
        ChoiceLimits limits = question.limits();
        BudgetChoice choice = BudgetChoice.of(options, ranking, limits);
        int[][] counts = new int[portfolio.draws() > 0 ? kept.ids().size() : 0][cases.size()];
        int without = choice.isFeasible() ? counts(cases, choice, counts) : 0;
        return new ChoiceOfPlaces(
                outlook,
                question,
                alternatives,
                kept.ids(),
                options,
                ranking,
                choice,
                choice.isFeasible() ? more(choice, options, ranking) : List.of(),
                portfolio.draws(),
                without,
                Stream.of(counts)
                        .map(ofPlace -> Arrays.stream(ofPlace).boxed().toList())
                        .toList());
    }

    /** For each budget the choice with a million more of it; the same choice where none was found that is better. */
    private List<BudgetChoice> more(BudgetChoice choice, Options options, Ranking ranking) {
        List<BudgetChoice> more = new ArrayList<>();
        for (int budget = 0; budget < question.limits().budgets(); budget++) {
            BudgetChoice richer = BudgetChoice.near(
                    choice, options, ranking, question.limits().raised(budget, MORE), BudgetChoice.MOST_STEPS);
            more.add(richer.value() > choice.value() ? richer : choice);
        }
        return more;
    }

    /** Counts in how many draws each alternative of each place is chosen; gives in how many no choice is found. */
    private int counts(List<Integer> cases, BudgetChoice central, int[][] counts) throws IOException {
        int without = 0;
        List<Future<BudgetChoice>> underWay = new ArrayList<>();
        for (int draw = 0; draw < portfolio.draws(); draw++) {
            int here = draw;
            underWay.add(crew.submit(() -> {
                Options options = kept.options(here, cases);
                return BudgetChoice.near(central, options, Ranking.of(options), question.limits(), STEPS_IN_A_DRAW);
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
