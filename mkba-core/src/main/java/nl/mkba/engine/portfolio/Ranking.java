package nl.mkba.engine.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where each next euro yields most: every place begins with its cheapest sensible option, and steps to dearer ones follow in
 * descending order of value per euro. Options that a mixture of two others of their place beats are in no step
 * (they are LP-dominated: Sinha and Zoltners 1979; Kellerer, Pferschy and Pisinger 2004, section 11.2.1).
 *
 * <p>Immutable.
 */
public final class Ranking {

    private final int[] begin;
    private final List<Step> steps;
    private final double cost;
    private final double value;

    /**
     * A step in one place, from one option to a dearer and better one.
     *
     * @param place in which place
     * @param from the alternative before, or {@link BudgetChoice#NONE}
     * @param to the alternative after
     * @param cost what it takes more; above 0
     * @param value what it is worth more; above 0
     */
    public record Step(int place, int from, int to, double cost, double value) {

        /** {@return what it is worth more per euro of the budget} */
        public double valuePerEuro() {
            return value / cost;
        }
    }

    private Ranking(int[] begin, List<Step> steps, double cost, double value) {
        this.begin = begin;
        this.steps = steps;
        this.cost = cost;
        this.value = value;
    }

    /**
     * {@return the ranking of options; of equal steps those of the first place come first}
     *
     * @param options what can be chosen
     */
    public static Ranking of(Options options) {
        int[] begin = new int[options.places()];
        List<Step> steps = new ArrayList<>();
        double cost = 0;
        double value = 0;
        for (int place = 0; place < begin.length; place++) {
            List<Integer> hull = hull(options, place);
            begin[place] = hull.get(0);
            cost += options.cost(place, begin[place]);
            value += options.value(place, begin[place]);
            for (int k = 1; k < hull.size(); k++) {
                steps.add(step(options, place, hull.get(k - 1), hull.get(k)));
            }
        }
        steps.sort(Comparator.comparingDouble(step -> -step.valuePerEuro()));
        return new Ranking(begin, List.copyOf(steps), cost, value);
    }

    private static Step step(Options options, int place, int from, int to) {
        return new Step(
                place,
                from,
                to,
                options.cost(place, to) - options.cost(place, from),
                options.value(place, to) - options.value(place, from));
    }

    /** The options of a place that are not dominated, cheapest first: each is dearer and better than the one before. */
    static List<Integer> undominated(Options options, int place) {
        List<Integer> sorted = new ArrayList<>();
        for (int alternative = BudgetChoice.NONE; alternative < options.alternatives(); alternative++) {
            sorted.add(alternative);
        }
        sorted.sort(Comparator.comparingDouble((Integer a) -> options.cost(place, a))
                .thenComparing(Comparator.comparingDouble((Integer a) -> options.value(place, a))
                        .reversed()));
        List<Integer> kept = new ArrayList<>();
        double best = Double.NEGATIVE_INFINITY;
        for (int alternative : sorted) {
            if (options.value(place, alternative) > best) {
                kept.add(alternative);
                best = options.value(place, alternative);
            }
        }
        return kept;
    }

    /** The upper hull of those: steps along it yield less and less per euro. */
    private static List<Integer> hull(Options options, int place) {
        List<Integer> hull = new ArrayList<>();
        for (int next : undominated(options, place)) {
            while (hull.size() > 1) {
                int last = hull.get(hull.size() - 1);
                Step before = step(options, place, hull.get(hull.size() - 2), last);
                if (before.valuePerEuro() > step(options, place, last, next).valuePerEuro()) {
                    break;
                }
                hull.remove(hull.size() - 1);
            }
            hull.add(next);
        }
        return hull;
    }

    /**
     * {@return the option with which a place begins, before any step: {@link BudgetChoice#NONE}, or one that costs nothing}
     *
     * @param place the place's number, from 0
     */
    public int begin(int place) {
        return begin[place];
    }

    /** {@return all steps, the one with the highest value per euro first} */
    public List<Step> steps() {
        return steps;
    }

    /** {@return what the options cost with which the places begin; 0 or below} */
    public double beginCost() {
        return cost;
    }

    /** {@return what they are worth; 0 or more} */
    public double beginValue() {
        return value;
    }

    int[] beginning() {
        return begin.clone();
    }
}
