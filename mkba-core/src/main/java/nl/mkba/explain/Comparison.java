package nl.mkba.explain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.mkba.scenario.Scenario;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Two cases side by side: what differs in their input, and what each difference alone does to the net present value of
 * the first. Amounts are present values in the currency of the scenarios.
 *
 * @param npvBefore net present value of the first case
 * @param npvAfter net present value of the second
 * @param differences in the order of a scenario file
 */
public record Comparison(double npvBefore, double npvAfter, List<Difference> differences) {

    /**
     * Copies its list, so that it cannot change.
     *
     * @param npvBefore see {@link #npvBefore()}
     * @param npvAfter see {@link #npvAfter()}
     * @param differences see {@link #differences()}
     */
    public Comparison {
        differences = List.copyOf(differences);
    }

    /**
     * A part of the input that differs.
     *
     * @param path where it stands in a scenario
     * @param details what differs in it, at least one
     * @param effect the change in net present value when the first case is given only this part of the second; absent
     *     where that alone makes no valid scenario
     */
    public record Difference(String path, List<Detail> details, OptionalDouble effect) {
        /**
         * Copies its list, so that it cannot change.
         *
         * @param path see {@link #path()}
         * @param details see {@link #details()}
         * @param effect see {@link #effect()}
         */
        public Difference {
            details = List.copyOf(details);
        }
    }

    /**
     * One value that differs.
     *
     * @param path where it stands in a scenario
     * @param before as written in the first case, or null if it is not there
     * @param after as written in the second, or null if it is not there
     */
    public record Detail(
            String path, @Nullable Text before, @Nullable Text after) {}

    /**
     * {@return what the differences do together beyond the sum of what each does alone: what cannot be given alone, and what
     * they do to each other}
     */
    public double rest() {
        double single = 0;
        for (Difference difference : differences) {
            single += difference.effect().orElse(0);
        }
        return npvAfter - npvBefore - single;
    }

    /**
     * One alternative of a scenario, as a side of a comparison.
     *
     * @param scenario the scenario
     * @param alternative id of one of its alternatives
     * @param outlook id of one of its outlooks, if the comparison is made in one
     */
    public record Side(Scenario scenario, String alternative, Optional<String> outlook) {}
}
