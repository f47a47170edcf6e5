package nl.mkba.engine.appraisal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.mkba.appraisal.AlternativeResult.UnitsResult;
import nl.mkba.appraisal.Amount;
import nl.mkba.engine.plan.Overflow;
import nl.mkba.engine.plan.Plan;
import nl.mkba.engine.plan.PlanStream;
import nl.mkba.engine.plan.Vector;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Stream;

/** Reads from a plan what happens before it is money: participants, and the units of effects with what they cost. */
public final class UnitsAppraiser {

    private final Plan plan;
    private final String currency;

    /** Society's present values within the horizon, by intervention. */
    private final Map<String, Sums> within = new HashMap<>();

    private static final class Sums {
        double costs;
        double net;
    }

    /**
     * Reads from the central estimate of a plan.
     *
     * @param plan a compiled case
     */
    public UnitsAppraiser(Plan plan) {
        this.plan = plan;
        this.currency = plan.compiled().scenario().currency();
        for (PlanStream stream : plan.streams()) {
            Sums sums = within.computeIfAbsent(stream.intervention().id(), id -> new Sums());
            double part = own(stream);
            if (stream.stream().kind() == Stream.Kind.COST) {
                sums.costs += part;
                sums.net -= part;
            } else {
                sums.net += part;
            }
        }
    }

    /**
     * {@return society's present value of a stream within the horizon; below 0 for a cost}
     *
     * @param stream of the plan's case
     */
    public double own(PlanStream stream) {
        double sum = 0;
        for (PlanStream.ValueComponent part : stream.parts()) {
            sum += plan.value(part.societyShare()) * plan.value(part.within());
        }
        return sum;
    }

    /**
     * {@return society's present value, within the horizon, of the costs of a stream's intervention; above 0 for what is spent}
     *
     * @param stream of the plan's case
     */
    public double costs(PlanStream stream) {
        return sums(stream).costs;
    }

    /**
     * {@return society's net present value, within the horizon, of a stream's intervention}
     *
     * @param stream of the plan's case
     */
    public double net(PlanStream stream) {
        return sums(stream).net;
    }

    private Sums sums(PlanStream stream) {
        return within.getOrDefault(stream.intervention().id(), new Sums());
    }

    /** How many enter over the horizon; empty for an intervention without participants. */
    OptionalDouble participants(String intervention) {
        Vector entering = plan.participants().get(intervention);
        if (entering == null) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (double year : plan.years(entering)) {
            sum += year;
        }
        return OptionalDouble.of(finite(sum, "interventions." + intervention + ".participants"));
    }

    /**
     * {@return the units of an effect; empty for another stream}
     *
     * @param stream of the plan's case
     */
    public Optional<UnitsResult> units(PlanStream stream) {
        Vector ofYears = stream.units();
        if (ofYears == null || !(stream.stream() instanceof Effect effect)) {
            return Optional.empty();
        }
        String path = "streams." + stream.intervention().id() + "." + effect.id() + ".units";
        double[] years = plan.years(ofYears);
        double[] factors = plan.years(plan.discountFactors());
        Tally units = new Tally();
        Tally ofDiscounted = new Tally();
        List<Double> perYear = new ArrayList<>(years.length);
        for (int y = 0; y < years.length; y++) {
            double year = finite(years[y], path);
            units.add(year);
            ofDiscounted.add(year * factors[y]);
            perYear.add(year);
        }
        double discounted = ofDiscounted.value();
        Optional<Amount> cost = Optional.empty();
        Optional<Amount> breakEven = Optional.empty();
        if (discounted > 0) {
            cost = Optional.of(amount(costs(stream) / discounted, path));
            breakEven = Optional.of(amount((own(stream) - net(stream)) / discounted, path));
        }
        return Optional.of(new UnitsResult(
                effect.unit(plan.compiled().scenario()),
                finite(units.value(), path),
                finite(discounted, path),
                perYear,
                cost,
                breakEven));
    }

    private Amount amount(double value, String path) {
        return new Amount(finite(value, path), currency);
    }

    /** The number without a sign if it is 0; one that is too large is refused, by its name. */
    private double finite(double value, String name) {
        double number = Overflow.require(plan.compiled(), value, name);
        return number == 0 ? 0.0 : number;
    }
}
