package nl.mkba.appraisal;

import java.util.List;
import java.util.Optional;
import nl.mkba.problem.Problem;

/**
 * The net present value of one alternative, in one outlook or in none, or why it has none.
 *
 * @param alternative its id
 * @param outlook the outlook's id; empty for the run without one
 * @param npv discounted to the base year, in money of the price level; empty where the case is refused
 * @param refused what is wrong with the case; empty where there is a net present value
 */
public record NetResult(String alternative, Optional<String> outlook, Optional<Amount> npv, List<Problem> refused) {

    /**
     * Copies its list, so that it cannot change.
     *
     * @param alternative see {@link #alternative()}
     * @param outlook see {@link #outlook()}
     * @param npv see {@link #npv()}
     * @param refused see {@link #refused()}
     * @throws IllegalArgumentException if there is both a net present value and a problem, or neither
     */
    public NetResult {
        refused = List.copyOf(refused);
        if (npv.isPresent() != refused.isEmpty()) {
            throw new IllegalArgumentException("A case has a net present value, or a problem");
        }
    }
}
