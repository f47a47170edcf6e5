package nl.mkba.engine.sensitivity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import nl.mkba.engine.plan.Rounding;
import nl.mkba.sensitivity.SensitivityResult.Extreme;
import nl.mkba.sensitivity.SensitivityResult.TornadoBar;
import nl.mkba.uncertainty.Workers;

/**
 * The net present value with one parameter, or the parameters of one group together, at the 10th and the 90th percentile.
 * The members of a group are all at their 10th or all at their 90th percentile, whichever way each of them works: what is
 * up for one may be down for another, and then they offset each other. In between, every fourth percentile is looked at: a
 * result that first rises and then falls may be the same at both ends.
 */
final class Tornado {

    private static final int LOW = 10;
    private static final int HIGH = 90;
    private static final int STEP = 4;
    private static final int POINTS = (HIGH - LOW) / STEP + 1;

    /** What lies outside by less than this part of the net present values is rounding. */
    private static final double ROUNDING = 1e-12;

    private final VariedCase theCase;
    private final Workers workers;

    Tornado(VariedCase theCase, Workers workers) {
        this.theCase = theCase;
        this.workers = workers;
    }

    /** A bar for every uncertain parameter, largest spread first. */
    List<TornadoBar> parameters() {
        List<TornadoBar> bars = new ArrayList<>();
        for (String id : theCase.uncertainParameters()) {
            TornadoBar bar = bar(id, List.of(id));
            bars.add(new TornadoBar(
                    id,
                    OptionalDouble.of(quantile(id, LOW)),
                    OptionalDouble.of(quantile(id, HIGH)),
                    bar.npvLow(),
                    bar.npvHigh(),
                    bar.extreme()
                            .map(extreme -> new Extreme(
                                    extreme.percentile(),
                                    OptionalDouble.of(quantile(id, extreme.percentile())),
                                    extreme.npv())),
                    bar.spread()));
        }
        return largestFirst(bars);
    }

    /** A bar for every group with an uncertain parameter, largest spread first. */
    List<TornadoBar> groups() {
        List<TornadoBar> bars = new ArrayList<>();
        for (Map.Entry<String, List<String>> group : theCase.groups().entrySet()) {
            bars.add(bar(group.getKey(), group.getValue()));
        }
        return largestFirst(bars);
    }

    private TornadoBar bar(String name, List<String> members) {
        workers.throwIfCancelled();
        VariedCase.Probe probe = theCase.probe(members, POINTS);
        for (int k = 0; k < POINTS; k++) {
            for (String member : members) {
                probe.set(k, member, quantile(member, percentile(k)));
            }
        }
        probe.evaluate(POINTS);
        double central = theCase.npv();
        double size = Math.abs(central);
        for (int k = 0; k < POINTS; k++) {
            int percentile = percentile(k);
            probe.requireAccepted(k, () -> values(members, percentile));
            size = Math.max(size, Math.abs(probe.cleanedNpv(k)));
        }
        double npvLow = probe.cleanedNpv(0);
        double npvHigh = probe.cleanedNpv(POINTS - 1);
        double least = Math.min(npvLow, npvHigh);
        double most = Math.max(npvLow, npvHigh);
        int furthest = -1;
        double outside = ROUNDING * size;
        for (int k = 1; k < POINTS - 1; k++) {
            double beyond = Math.max(least - probe.cleanedNpv(k), probe.cleanedNpv(k) - most);
            if (beyond > outside) {
                furthest = k;
                outside = beyond;
            }
        }
        Optional<Extreme> extreme = furthest < 0
                ? Optional.empty()
                : Optional.of(new Extreme(percentile(furthest), OptionalDouble.empty(), probe.cleanedNpv(furthest)));
        double extremeNpv = extreme.map(Extreme::npv).orElse(npvLow);
        double spread = Rounding.balance(
                Math.max(Math.max(most, central), extremeNpv), Math.min(Math.min(least, central), extremeNpv), 0);
        return new TornadoBar(name, OptionalDouble.empty(), OptionalDouble.empty(), npvLow, npvHigh, extreme, spread);
    }

    private static int percentile(int point) {
        return LOW + STEP * point;
    }

    private String values(List<String> members, int percentile) {
        return members.stream().map(id -> id + " = " + quantile(id, percentile)).collect(Collectors.joining(", "));
    }

    private double quantile(String parameter, int percentile) {
        return theCase.distribution(parameter).orElseThrow().quantile(percentile / 100.0);
    }

    private static List<TornadoBar> largestFirst(List<TornadoBar> bars) {
        bars.sort(Comparator.comparingDouble(TornadoBar::spread).reversed());
        return bars;
    }
}
