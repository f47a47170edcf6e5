package nl.mkba.appraisal;

import java.util.List;
import java.util.Optional;
import nl.mkba.text.Text;

/**
 * What happens through an effect, before it is money.
 *
 * @param unit what one unit is, if it is said
 * @param units how many units there are over the horizon, with all corrections; negative where the effect takes away. Of an
 *     effect that reduces an outcome, the occurrences that it is credited with. What goes on beyond the horizon is left out
 * @param unitsDiscounted the same, each year times its standard discount factor
 * @param unitsPerYear how many in each year of the horizon
 * @param costPerUnit society's present value of the intervention's costs within the horizon, per discounted unit; absent
 *     unless there are more than 0 of those
 * @param breakEvenValue what a unit would have to be worth to society, in each year alike, for society's net present value
 *     of the intervention within the horizon to be 0, with everything else as it is: (the effect's present value − the
 *     intervention's net) / discounted units; below 0 where the rest pays for itself. Absent where {@code costPerUnit} is
 */
public record UnitsResult(
        Optional<Text> unit,
        double units,
        double unitsDiscounted,
        List<Double> unitsPerYear,
        Optional<Amount> costPerUnit,
        Optional<Amount> breakEvenValue) {

    /**
     * Copies its list, so that it cannot change.
     *
     * @param unit see {@link #unit()}
     * @param units see {@link #units()}
     * @param unitsDiscounted see {@link #unitsDiscounted()}
     * @param unitsPerYear see {@link #unitsPerYear()}
     * @param costPerUnit see {@link #costPerUnit()}
     * @param breakEvenValue see {@link #breakEvenValue()}
     */
    public UnitsResult {
        unitsPerYear = List.copyOf(unitsPerYear);
    }
}
