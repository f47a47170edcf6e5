package nl.mkba.sensitivity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import nl.mkba.sensitivity.SensitivityResult.TornadoBar;

/**
 * The net present value with one parameter, or the parameters of one group together, at the 10th and the 90th percentile.
 * The members of a group are all at their 10th or all at their 90th percentile, whichever way each of them works: what is
 * up for one may be down for another, and then they offset each other.
 */
final class Tornado {

    private static final double LOW = 0.10;
    private static final double HIGH = 0.90;

    private final VariedCase theCase;

    Tornado(VariedCase theCase) {
        this.theCase = theCase;
    }

    /** A bar for every uncertain parameter, widest first. */
    List<TornadoBar> parameters() {
        List<TornadoBar> bars = new ArrayList<>();
        VariedCase.Probe probe = theCase.probe();
        for (String id : theCase.uncertainParameters()) {
            TornadoBar bar = bar(probe, id, List.of(id));
            bars.add(new TornadoBar(
                    id,
                    OptionalDouble.of(quantile(id, LOW)),
                    OptionalDouble.of(quantile(id, HIGH)),
                    bar.npvLow(),
                    bar.npvHigh()));
        }
        return widestFirst(bars);
    }

    /** A bar for every group with an uncertain parameter, widest first. */
    List<TornadoBar> groups() {
        List<TornadoBar> bars = new ArrayList<>();
        VariedCase.Probe probe = theCase.probe();
        for (Map.Entry<String, List<String>> group : theCase.groups().entrySet()) {
            bars.add(bar(probe, group.getKey(), group.getValue()));
        }
        return widestFirst(bars);
    }

    private TornadoBar bar(VariedCase.Probe probe, String name, List<String> members) {
        for (String member : members) {
            probe.set(0, member, quantile(member, LOW));
            probe.set(1, member, quantile(member, HIGH));
        }
        probe.evaluate(2);
        probe.requireAccepted(0, values(members, LOW));
        probe.requireAccepted(1, values(members, HIGH));
        members.forEach(probe::reset);
        return new TornadoBar(name, OptionalDouble.empty(), OptionalDouble.empty(), probe.npv(0), probe.npv(1));
    }

    private String values(List<String> members, double chance) {
        return members.stream().map(id -> id + " = " + quantile(id, chance)).collect(Collectors.joining(", "));
    }

    private double quantile(String parameter, double chance) {
        return theCase.distribution(parameter).orElseThrow().quantile(chance);
    }

    private static List<TornadoBar> widestFirst(List<TornadoBar> bars) {
        bars.sort(Comparator.comparingDouble(TornadoBar::width).reversed());
        return bars;
    }
}
