package nl.mkba.appraisal;

import java.util.Optional;
import nl.mkba.scenario.Stream;

/**
 * One stream in full, whoever bears it.
 *
 * @param intervention the intervention's id
 * @param kind cost, effect or transfer
 * @param id the stream's id
 * @param pv present value, the residual value included; of a transfer what goes from payer to receiver
 * @param undiscounted sum of the flows within the horizon
 * @param residualValue present value of what flows after the horizon
 * @param units of an effect, what happens before it is money; absent for a cost or a transfer
 */
public record StreamResult(
        String intervention,
        Stream.Kind kind,
        String id,
        Amount pv,
        Amount undiscounted,
        Amount residualValue,
        Optional<UnitsResult> units) {}
