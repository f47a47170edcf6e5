package nl.mkba.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import nl.mkba.cli.render.ChoiceOfPlaces;
import nl.mkba.portfolio.BudgetChoice;
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
    private final double budget;
    private final CommandThreads crew;

    PlacesChoice(Portfolio portfolio, OptionRecord kept, double budget, CommandThreads crew) {
        this.portfolio = portfolio;
        this.kept = kept;
        this.budget = budget;
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
        return new ChoiceOfPlaces(
                outlook,
                alternatives,
                kept.ids(),
                options,
                ranking,
                BudgetChoice.of(options, ranking, budget),
                BudgetChoice.of(options, ranking, budget + MORE),
                portfolio.draws(),
                counts(cases));
    }

    /** In how many draws each alternative of each place is chosen. */
    private List<List<Integer>> counts(List<Integer> cases) throws IOException {
        int[][] counts = new int[portfolio.draws() > 0 ? kept.ids().size() : 0][cases.size()];
        List<Future<BudgetChoice>> underWay = new ArrayList<>();
        for (int draw = 0; draw < portfolio.draws(); draw++) {
            int here = draw;
            underWay.add(crew.submit(() -> {
                Options options = kept.options(here, cases);
                return BudgetChoice.of(options, Ranking.of(options), budget, STEPS_IN_A_DRAW);
            }));
            if (underWay.size() > 2 * crew.size()) {
                count(underWay.remove(0), counts);
            }
        }
        for (Future<BudgetChoice> rest : underWay) {
            count(rest, counts);
        }
        List<List<Integer>> all = new ArrayList<>();
        for (int[] ofPlace : counts) {
            all.add(Arrays.stream(ofPlace).boxed().toList());
        }
        return all;
    }

    private static void count(Future<BudgetChoice> future, int[][] counts) throws IOException {
        BudgetChoice choice = CommandThreads.result(future);
        for (int place = 0; place < counts.length; place++) {
            if (choice.alternative(place) != BudgetChoice.NONE) {
                counts[place][choice.alternative(place)]++;
            }
        }
    }
}
