package nl.mkba.engine.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetChoiceTest {

    /** @param options per place, per alternative: cost and net present value */
    private static Options options(double[][][] options) {
        Options all = new Options(options.length, options[0].length);
        for (int place = 0; place < options.length; place++) {
            for (int alternative = 0; alternative < options[place].length; alternative++) {
                all.set(place, alternative, options[place][alternative][0], options[place][alternative][1]);
            }
        }
        return all;
    }

    private static BudgetChoice choice(Options options, double budget) {
        return BudgetChoice.of(options, Ranking.of(options), ChoiceLimits.of(budget));
    }

    /**
     * Costs 6, 5, 5 with 9, 7, 7 to gain and 10 to spend: the best per euro (9 for 6) leaves room for nothing else, the other
     * two gain 14. The bound of the first step that does not fit: 9 + 4 · 7/5 = 14.6.
     */
    @Test
    void theBestPerEuroIsNotAlwaysInTheBestChoice() {
        Options options = options(new double[][][] {{{6, 9}}, {{5, 7}}, {{5, 7}}});
        BudgetChoice greedy = BudgetChoice.of(options, Ranking.of(options), ChoiceLimits.of(10), 0);
        assertThat(greedy.value()).isEqualTo(9);
        assertThat(greedy.bound()).isEqualTo(9 + 4 * (7 / 5.0));
        BudgetChoice best = choice(options, 10);
        assertThat(best.value()).isEqualTo(14);
        assertThat(best.cost()).isEqualTo(10);
        assertThat(best.gap()).isZero();
        assertThat(best.alternative(0)).isEqualTo(BudgetChoice.NONE);
        assertThat(best.count()).isEqualTo(2);
    }

    /** 0.1 + 0.2 is 0.30000000000000004: on paper it is 0.3, and so within a budget of 0.3; a thousandth more is not. */
    @Test
    void costsThatAddUpToTheBudgetOnPaperAreWithinIt() {
        Options options = options(new double[][][] {{{0.1, 5}}, {{0.2, 4}}, {{0.3, 8}}});
        assertThat(0.1 + 0.2).isGreaterThan(0.3);
        assertThat(choice(options, 0.3).value()).isEqualTo(9);
        assertThat(choice(options, 0.3).gap()).isZero();
        assertThat(BudgetChoice.of(options, Ranking.of(options), ChoiceLimits.of(0.3), 0)
                        .value())
                .isEqualTo(9);
        assertThat(choice(options(new double[][][] {{{0.1, 5}}, {{0.201, 4}}}), 0.3)
                        .value())
                .isEqualTo(5);
    }

    /** 1e13 + 1e13 is exact: 5 more than the budget is more than the budget, though it is 2.5e-13 of it. */
    @Test
    void aChoiceOfVeryLargeAmountsIsNotAboveTheBudget() {
        Options options = options(new double[][][] {{{1e13, 5}}, {{1e13 + 5, 4}}, {{1, 1}}});
        assertThat(choice(options, 2e13).value()).isEqualTo(6);
        assertThat(choice(options, 2e13).cost()).isLessThanOrEqualTo(2e13);
        assertThat(choice(options, 2e13 + 5).value()).isEqualTo(9);
    }

    /** The same in cents of a milliardth: nothing depends on the size. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1e9, 1e-200, 1e200})
    void theChoiceDoesNotDependOnTheSizeOfTheCurrency(double size) {
        double[][][] plain = {{{0.1, 5}}, {{0.2, 4}}, {{0.3, 8}}, {{-0.05, -1}}};
        double[][][] scaled = new double[plain.length][1][2];
        for (int place = 0; place < plain.length; place++) {
            scaled[place][0][0] = plain[place][0][0] * size;
            scaled[place][0][1] = plain[place][0][1] * size;
        }
        BudgetChoice one = choice(options(plain), 0.45);
        BudgetChoice other = choice(options(scaled), 0.45 * size);
        for (int place = 0; place < plain.length; place++) {
            assertThat(other.alternative(place)).isEqualTo(one.alternative(place));
        }
    }

    @Test
    void anOptionWithoutAFigureIsRefused() {
        Options options = new Options(1, 1);
        assertThatThrownBy(() -> options.set(0, 0, Double.NaN, 1)).hasMessageContaining("must be finite");
        assertThatThrownBy(() -> options.set(0, 0, 1, Double.POSITIVE_INFINITY)).hasMessageContaining("must be finite");
    }

    /** Of two alternatives of a place one is taken; the dearer one only where its extra is worth more than elsewhere. */
    @ParameterizedTest
    @CsvSource({"4, 0, -1, 8", "7, 0, 0, 13", "10, 1, 0, 17", "100, 1, 0, 17", "0, -1, -1, 0"})
    void aPlaceGetsOneAlternativeAtMost(double budget, int first, int second, double npv) {
        BudgetChoice best = choice(options(new double[][][] {{{4, 8}, {7, 12}}, {{3, 5}, {3, 4}}}), budget);
        assertThat(best.alternative(0)).isEqualTo(first);
        assertThat(best.alternative(1)).isEqualTo(second);
        assertThat(best.value()).isEqualTo(npv);
    }

    /** What saves money is taken and its saving spent; what costs nothing is taken if it is worth something. */
    @Test
    void optionsThatCostNothingOrSaveMoneyAreTakenFirst() {
        BudgetChoice best =
                choice(options(new double[][][] {{{-5, 1}}, {{0, 2}}, {{0, -2}}, {{8, 3}}, {{-1, -10}}}), 3);
        assertThat(best.value()).isEqualTo(6);
        assertThat(best.cost()).isEqualTo(3);
        assertThat(best.alternative(2)).isEqualTo(BudgetChoice.NONE);
        assertThat(best.alternative(4)).isEqualTo(BudgetChoice.NONE);
    }

    /** To lose 1 in the first place frees 4, with which the second gains 10. */
    @Test
    void aLossIsTakenIfWhatItSavesYieldsMore() {
        BudgetChoice best = choice(options(new double[][][] {{{-4, -1}}, {{4, 10}}}), 0);
        assertThat(best.value()).isEqualTo(9);
        assertThat(best.cost()).isZero();
    }

    @Test
    void aBudgetIsANumberOfAtLeastNothing() {
        Options options = options(new double[][][] {{{1, 1}}});
        assertThatThrownBy(() -> choice(options, -1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> choice(options, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    /** 4 for 8 and then 3 more for 4; the middle one, 6 for 9, is beaten by a mixture of its neighbours. */
    @Test
    void theRankingHasTheStepsOfTheHullInOrder() {
        Ranking ranking = Ranking.of(options(new double[][][] {{{4, 8}, {6, 9}, {7, 12}}, {{3, 4.5}, {3, 1}, {9, 0}}}));
        assertThat(ranking.steps())
                .containsExactly(
                        new Ranking.Step(0, -1, 0, 4, 8),
                        new Ranking.Step(1, -1, 0, 3, 4.5),
                        new Ranking.Step(0, 0, 2, 3, 4));
        assertThat(ranking.begin(0)).isEqualTo(BudgetChoice.NONE);
    }

    private static Options random(Random random, int places, int alternatives, boolean isWhole) {
        Options options = new Options(places, alternatives);
        for (int place = 0; place < places; place++) {
            for (int alternative = 0; alternative < alternatives; alternative++) {
                double cost = random.nextInt(30) - (random.nextInt(4) == 0 ? 10 : 0);
                double npv = random.nextInt(40) - 8;
                options.set(
                        place,
                        alternative,
                        isWhole ? cost : cost * (1 + random.nextDouble()),
                        isWhole ? npv : npv * random.nextDouble() * 1e6);
            }
        }
        return options;
    }

    /** The greatest net present value of all choices within the budget, by looking at each. */
    private static double bruteForce(Options options, double budget, int[] chosen, int place) {
        if (place == chosen.length) {
            return BudgetChoice.costs(options, chosen)[0] <= budget
                    ? BudgetChoice.value(options, chosen)
                    : Double.NEGATIVE_INFINITY;
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int alternative = -1; alternative < options.alternatives(); alternative++) {
            chosen[place] = alternative;
            best = Math.max(best, bruteForce(options, budget, chosen, place + 1));
        }
        return best;
    }

    @Property(tries = 500)
    void noChoiceIsBetter(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 8) int places,
            @ForAll @IntRange(min = 1, max = 3) int alternatives,
            @ForAll @IntRange(max = 120) int budget,
            @ForAll boolean isWhole) {
        Options options = random(new Random(seed), places, alternatives, isWhole);
        BudgetChoice best = choice(options, budget);
        double truth = bruteForce(options, budget, new int[places], 0);
        assertThat(best.value()).isCloseTo(truth, within(1e-9 * Math.max(1, Math.abs(truth))));
        assertThat(best.cost()).isLessThanOrEqualTo(budget);
        assertThat(best.gap()).isZero();
        BudgetChoice first = BudgetChoice.of(options, Ranking.of(options), ChoiceLimits.of(budget), 0);
        assertThat(first.value()).isLessThanOrEqualTo(truth + 1e-9 * Math.max(1, Math.abs(truth)));
        assertThat(first.bound()).isGreaterThanOrEqualTo(truth - 1e-9 * Math.max(1, Math.abs(truth)));
    }

    /** With many places the first choice is nearly the best already, and the search proves more. */
    @ParameterizedTest
    @ValueSource(ints = {100, 14_000})
    void withManyPlacesTheProvenGapIsTiny(int places) {
        Random random = new Random(1);
        Options options = new Options(places, 2);
        double all = 0;
        for (int place = 0; place < places; place++) {
            double size = Math.exp(random.nextGaussian());
            all += 1e5 * size;
            options.set(place, 0, 1e5 * size, 1e5 * size * (random.nextDouble() * 3 - 0.5));
            options.set(place, 1, 2e5 * size, 2e5 * size * (random.nextDouble() * 3 - 0.8));
        }
        BudgetChoice best = choice(options, all / 3);
        assertThat(best.gap()).isLessThan(1e-4);
        assertThat(best.cost()).isLessThanOrEqualTo(all / 3);
        assertThat(best.value())
                .isGreaterThanOrEqualTo(BudgetChoice.of(options, Ranking.of(options), ChoiceLimits.of(all / 3), 0)
                        .value());
    }

    /**
     * 10 to spend in the first year and 10 in the second. The first two places together are worth 14, but take 12 in the
     * second year; the first and the third take 10 and 9, and are worth 9 + 4 = 13.
     */
    @Test
    void everyYearHasACeilingOfItsOwn() {
        Options options = new Options(3, 1, 2);
        options.set(0, 0, new double[] {6, 6}, 9);
        options.set(1, 0, new double[] {2, 6}, 5);
        options.set(2, 0, new double[] {4, 3}, 4);
        BudgetChoice best = BudgetChoice.of(options, Ranking.of(options), ChoiceLimits.of(10, 10));
        assertThat(best.value()).isEqualTo(13);
        assertThat(best.alternative(1)).isEqualTo(BudgetChoice.NONE);
        assertThat(best.cost(0)).isEqualTo(10);
        assertThat(best.cost(1)).isEqualTo(9);
        assertThat(best.gap()).isZero();
    }

    /** Without a floor the two places of the first district, 8 + 7; with it the better of them, and the loss of 1 in the second. */
    @Test
    void aFloorTakesTheLeastLossInEachGroup() {
        Options options = options(new double[][][] {{{5, 8}}, {{5, 7}}, {{5, -1}}, {{4, -3}}});
        ChoiceLimits limits = ChoiceLimits.of(10);
        assertThat(choice(options, 10).value()).isEqualTo(15);
        BudgetChoice best = BudgetChoice.of(options, Ranking.of(options), limits.atLeast(1, 0, 0, 1, 1));
        assertThat(best.value()).isEqualTo(7);
        assertThat(best.alternative(2)).isZero();
        assertThat(best.gap()).isZero();
    }

    /** One place in each of two districts costs 5 + 4 at least. */
    @Test
    void aFloorThatTheBudgetCannotPayGivesNoChoice() {
        Options options = options(new double[][][] {{{5, 8}}, {{5, 7}}, {{5, -1}}, {{4, -3}}});
        BudgetChoice none = BudgetChoice.of(
                options, Ranking.of(options), ChoiceLimits.of(8.9).atLeast(1, 0, 0, 1, 1));
        assertThat(none.isFeasible()).isFalse();
        assertThat(BudgetChoice.leastCost(options, ChoiceLimits.of(8.9).atLeast(1, 0, 0, 1, 1), 0))
                .isEqualTo(9);
        assertThat(none.count()).isZero();
        assertThat(BudgetChoice.of(
                                options, Ranking.of(options), ChoiceLimits.of(9).atLeast(1, 0, 0, 1, 1))
                        .value())
                .isEqualTo(5);
    }

    /** The greatest value of all choices that keep to the limits, by looking at each; minus infinity where there is none. */
    private static double bruteForce(
            Options options, double[] ceilings, int atLeast, int[] groups, int[] chosen, int place) {
        if (place < chosen.length) {
            double best = Double.NEGATIVE_INFINITY;
            for (int alternative = -1; alternative < options.alternatives(); alternative++) {
                chosen[place] = alternative;
                best = Math.max(best, bruteForce(options, ceilings, atLeast, groups, chosen, place + 1));
            }
            return best;
        }
        double[] costs = BudgetChoice.costs(options, chosen);
        for (int budget = 0; budget < costs.length; budget++) {
            if (costs[budget] > ceilings[budget] * (1 + 1e-12)) {
                return Double.NEGATIVE_INFINITY;
            }
        }
        for (int group = 0; groups.length > 0 && group < 2; group++) {
            int count = 0;
            for (int k = 0; k < chosen.length; k++) {
                count += groups[k] == group && chosen[k] >= 0 ? 1 : 0;
            }
            if (count < atLeast) {
                return Double.NEGATIVE_INFINITY;
            }
        }
        return BudgetChoice.value(options, chosen);
    }

    @Property(tries = 500)
    void noChoiceWithinSeveralBudgetsAndFloorsIsBetter(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 7) int places,
            @ForAll @IntRange(min = 1, max = 2) int alternatives,
            @ForAll @IntRange(min = 1, max = 3) int budgets,
            @ForAll @IntRange(max = 2) int atLeast,
            @ForAll boolean isWhole) {
        Random random = new Random(seed);
        Options options = new Options(places, alternatives, budgets);
        for (int place = 0; place < places; place++) {
            for (int alternative = 0; alternative < alternatives; alternative++) {
                double[] costs = new double[budgets];
                for (int budget = 0; budget < budgets; budget++) {
                    double cost = random.nextInt(30) - (random.nextInt(5) == 0 ? 10 : 0);
                    costs[budget] = isWhole ? cost : cost * (1 + random.nextDouble());
                }
                double value = random.nextInt(40) - 12;
                options.set(place, alternative, costs, isWhole ? value : value * random.nextDouble());
            }
        }
        double[] ceilings = random.doubles(budgets, 0, 80).map(Math::rint).toArray();
        int[] groups = atLeast == 0 ? new int[0] : new int[places];
        for (int place = 0; place < groups.length; place++) {
            groups[place] = place % 2;
        }
        ChoiceLimits limits = ChoiceLimits.of(ceilings);
        BudgetChoice best =
                BudgetChoice.of(options, Ranking.of(options), atLeast == 0 ? limits : limits.atLeast(atLeast, groups));
        double truth = bruteForce(options, ceilings, atLeast, groups, new int[places], 0);
        assertThat(best.isFeasible()).isEqualTo(truth > Double.NEGATIVE_INFINITY);
        assertThat(best.gap()).isZero();
        if (best.isFeasible()) {
            assertThat(best.value()).isCloseTo(truth, within(1e-9 * Math.max(1, Math.abs(truth))));
            for (int budget = 0; budget < budgets; budget++) {
                assertThat(best.cost(budget)).isLessThanOrEqualTo(ceilings[budget] * (1 + 1e-12));
            }
        }
    }

    /** Three years and fifty districts: the gap that is printed is small, and the limits hold. */
    @ParameterizedTest
    @ValueSource(ints = {100, 14_000})
    void withManyPlacesYearsAndFloorsTheGapIsSmall(int places) {
        Random random = new Random(2);
        Options options = new Options(places, 2, 3);
        double[] all = new double[3];
        int[] groups = new int[places];
        for (int place = 0; place < places; place++) {
            groups[place] = place % 50;
            double size = Math.exp(random.nextGaussian());
            for (int alternative = 0; alternative < 2; alternative++) {
                double[] costs = new double[3];
                double sum = 0;
                for (int year = 0; year < 3; year++) {
                    costs[year] = 1e5 * size * (1 + alternative) * (0.5 + random.nextDouble());
                    sum += costs[year];
                    all[year] += alternative == 0 ? costs[year] : 0;
                }
                options.set(place, alternative, costs, sum * (random.nextDouble() * 3 - 0.8));
            }
        }
        double[] ceilings = {all[0] / 3, all[1] / 4, all[2] / 2};
        BudgetChoice best = BudgetChoice.of(
                options, Ranking.of(options), ChoiceLimits.of(ceilings).atLeast(1, groups));
        assertThat(best.isFeasible()).isTrue();
        assertThat(best.gap()).isLessThan(places == 100 ? 0.03 : 1e-3);
        for (int year = 0; year < 3; year++) {
            assertThat(best.cost(year)).isLessThanOrEqualTo(ceilings[year] * (1 + 1e-12));
        }
        boolean[] isServed = new boolean[50];
        for (int place = 0; place < places; place++) {
            isServed[groups[place]] |= best.alternative(place) != BudgetChoice.NONE;
        }
        assertThat(isServed).doesNotContain(false);
    }
}
