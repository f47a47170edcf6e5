package nl.mkba.portfolio;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Which places to choose within a budget, in one outlook, by the central estimate. Costs are those that the budget is for: a
 * present value, or with a budget for each year what is spent in those years together, in their prices. What something is
 * worth is in the unit of the objective. Made by the engine only: later versions add to it. Immutable.
 */
public interface ChoiceResult {

    /** {@return what was asked} */
    ChoiceRequest request();

    /** {@return the id of the outlook, if any} */
    Optional<String> outlook();

    /** {@return how many rows there were to choose from} */
    int rows();

    /**
     * {@return whether a choice was found that keeps to the budgets and does enough in every group; without groups there always
     * is one} If not, nothing is chosen.
     */
    default boolean isFeasible() {
        return value().isPresent();
    }

    /**
     * {@return the id of the alternative that is chosen for a row; absent if its place is left as it is}
     *
     * @param row counted from 0
     * @throws IndexOutOfBoundsException if there is no such row
     */
    Optional<String> alternative(int row);

    /**
     * {@return what the alternative that is chosen for a row costs; 0 if its place is left as it is}
     *
     * @param row counted from 0
     * @throws IndexOutOfBoundsException if there is no such row
     */
    double cost(int row);

    /**
     * {@return what it costs in each calendar year that has a budget; empty with one amount}
     *
     * @param row counted from 0
     * @throws IndexOutOfBoundsException if there is no such row
     */
    Map<Integer, Double> years(int row);

    /**
     * {@return what the alternative that is chosen for a row is worth; 0 if its place is left as it is}
     *
     * @param row counted from 0
     * @throws IndexOutOfBoundsException if there is no such row
     */
    double value(int row);

    /** {@return what the choice costs; absent if none was found} */
    OptionalDouble cost();

    /** {@return what it costs in each calendar year that has a budget; empty with one amount, or if none was found} */
    Map<Integer, Double> years();

    /** {@return what the choice is worth; absent if none was found} */
    OptionalDouble value();

    /**
     * {@return what no choice exceeds: the same as {@link #value()} if this is proven to be the best; absent if none was found}
     */
    OptionalDouble bound();

    /**
     * {@return by which part of the bound the best choice could be better, at most; 0 if this is proven to be the best, absent
     * if none was found}
     */
    OptionalDouble gap();

    /**
     * {@return where each next euro yields most: the steps from cheaper to dearer options of a place, the most per euro first}
     * What costs nothing and yields something is there from the beginning; what is dearer and no better than another option of
     * its place, or than a mixture of two, is in no step. The choice follows it as far as it can, but for the last euros.
     */
    List<Step> ranking();

    /**
     * {@return what a million more of the budget would buy; with a budget for each year of that of each, in the order of the
     * years} Empty if no choice was found.
     */
    List<Raise> nextMillion();

    /**
     * A step in one place, from one option to a dearer and better one.
     *
     * @param row the place, counted from 0
     * @param insteadOf id of the alternative before; absent for a place that was left as it is
     * @param alternative id of the alternative after; absent if the place is then left as it is, where that is dearer than an
     *     alternative that saves money
     * @param cost what it costs more; above 0
     * @param value what it is worth more; above 0
     * @param cumulativeCost what this and the steps before it cost together, with what places take from the beginning
     */
    record Step(
            int row,
            Optional<String> insteadOf,
            Optional<String> alternative,
            double cost,
            double value,
            double cumulativeCost) {

        /** {@return what it is worth more per euro} */
        public double valuePerEuro() {
            return value / cost;
        }
    }

    /**
     * What a higher budget would buy, as far as a better choice was found.
     *
     * @param year the calendar year whose budget is higher; absent with one amount
     * @param cost what that choice costs more; below 0 if it costs less, 0 if none is better
     * @param value what it is worth more; 0 if none is better
     * @param changes the places in which it differs
     */
    record Raise(OptionalInt year, double cost, double value, List<Change> changes) {

        /**
         * Copies its list, so that it cannot change.
         *
         * @param year see {@link #year()}
         * @param cost see {@link #cost()}
         * @param value see {@link #value()}
         * @param changes see {@link #changes()}
         */
        public Raise {
            changes = List.copyOf(changes);
        }
    }

    /**
     * A place in which another choice differs.
     *
     * @param row the place, counted from 0
     * @param insteadOf id of the alternative that is chosen now; absent if the place is left as it is
     * @param alternative id of the alternative that would be chosen; absent if the place would be left as it is
     */
    record Change(int row, Optional<String> insteadOf, Optional<String> alternative) {}
}
