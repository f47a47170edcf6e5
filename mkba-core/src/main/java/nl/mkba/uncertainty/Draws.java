package nl.mkba.uncertainty;

import java.util.List;

/** Every draw of a simulation, for those who want to see them: made by a simulation only, and immutable. */
public interface Draws {

    /** Receives draws, in their order. */
    interface Visitor {

        /**
         * One draw.
         *
         * @param draw its index, from 0
         * @param values the row, in the order of {@link #columns}; overwritten by the next
         */
        void draw(int draw, double[] values);
    }

    /** {@return how many draws there are; 1 or more} */
    int count();

    /**
     * {@return the ids of the uncertain parameters of all cases together, in the scenario's order; none if nothing is
     * uncertain}
     */
    List<String> parameters();

    /**
     * {@return the names of what a row holds: {@code CASE/PARAMETER} and {@code CASE/FIGURE} for every case} A parameter's
     * value is as written, a fraction for a percentage; a figure is a present value in the scenario's currency, a cost above 0.
     *
     * @throws nl.mkba.problem.InvalidScenarioException if the units of two effects would have the same name
     */
    List<String> columns();

    /**
     * Shows every draw to a visitor, with memory for few of them: the parameters' values are generated again.
     *
     * @param visitor is shown each draw in turn
     * @throws nl.mkba.problem.InvalidScenarioException as {@link #columns}
     */
    void forEach(Visitor visitor);
}
