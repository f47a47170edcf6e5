package nl.mkba.appraisal;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Society's part of one intervention's present values.
 *
 * @param id the intervention's id
 * @param costs present value of its costs
 * @param benefits present value of its effects
 * @param npv benefits − costs + net transfers from outside society
 * @param last by how much the alternative's net present value falls if it is left out; absent where that is refused
 * @param participants how many enter over the horizon; absent where it has no participants
 */
public record InterventionResult(
        String id, Amount costs, Amount benefits, Amount npv, Optional<Amount> last, OptionalDouble participants) {}
