package nl.mkba.portfolio;

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
        return BudgetChoice.of(options, Ranking.of(options), budget);
    }

    /**
     * Costs 6, 5, 5 with 9, 7, 7 to gain and 10 to spend: the best per euro (9 for 6) leaves room for nothing else, the other
     * two gain 14. The bound of the first step that does not fit: 9 + 4 · 7/5 = 14.6.
     */
    @Test
    void theBestPerEuroIsNotAlwaysInTheBestChoice() {
        Options options = options(new double[][][] {{{6, 9}}, {{5, 7}}, {{5, 7}}});
        BudgetChoice greedy = BudgetChoice.of(options, Ranking.of(options), 10, 0);
        assertThat(greedy.npv()).isEqualTo(9);
        assertThat(greedy.bound()).isEqualTo(9 + 4 * (7 / 5.0));
        BudgetChoice best = choice(options, 10);
        assertThat(best.npv()).isEqualTo(14);
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
        assertThat(choice(options, 0.3).npv()).isEqualTo(9);
        assertThat(choice(options, 0.3).gap()).isZero();
        assertThat(BudgetChoice.of(options, Ranking.of(options), 0.3, 0).npv()).isEqualTo(9);
        assertThat(choice(options(new double[][][] {{{0.1, 5}}, {{0.201, 4}}}), 0.3)
                        .npv())
                .isEqualTo(5);
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
        assertThat(best.npv()).isEqualTo(npv);
    }

    /** What saves money is taken and its saving spent; what costs nothing is taken if it is worth something. */
    @Test
    void optionsThatCostNothingOrSaveMoneyAreTakenFirst() {
        BudgetChoice best =
                choice(options(new double[][][] {{{-5, 1}}, {{0, 2}}, {{0, -2}}, {{8, 3}}, {{-1, -10}}}), 3);
        assertThat(best.npv()).isEqualTo(6);
        assertThat(best.cost()).isEqualTo(3);
        assertThat(best.alternative(2)).isEqualTo(BudgetChoice.NONE);
        assertThat(best.alternative(4)).isEqualTo(BudgetChoice.NONE);
    }

    /** To lose 1 in the first place frees 4, with which the second gains 10. */
    @Test
    void aLossIsTakenIfWhatItSavesYieldsMore() {
        BudgetChoice best = choice(options(new double[][][] {{{-4, -1}}, {{4, 10}}}), 0);
        assertThat(best.npv()).isEqualTo(9);
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
            return BudgetChoice.cost(options, chosen) <= budget
                    ? BudgetChoice.npv(options, chosen)
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
        assertThat(best.npv()).isCloseTo(truth, within(1e-9 * Math.max(1, Math.abs(truth))));
        assertThat(best.cost()).isLessThanOrEqualTo(budget);
        assertThat(best.gap()).isZero();
        BudgetChoice first = BudgetChoice.of(options, Ranking.of(options), budget, 0);
        assertThat(first.npv()).isLessThanOrEqualTo(truth + 1e-9 * Math.max(1, Math.abs(truth)));
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
        assertThat(best.npv())
                .isGreaterThanOrEqualTo(BudgetChoice.of(options, Ranking.of(options), all / 3, 0)
                        .npv());
    }
}
