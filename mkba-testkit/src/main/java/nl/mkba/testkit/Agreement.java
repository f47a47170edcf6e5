package nl.mkba.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.mkba.Mkba;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.Appraisal;
import nl.mkba.appraisal.InternalRate;
import nl.mkba.naive.InternalRateScan;
import nl.mkba.naive.NaiveAppraisal;
import nl.mkba.naive.NaiveFigure;
import nl.mkba.naive.NaiveResult;
import nl.mkba.naive.Refused;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;

/** Holds the engine to the naive evaluation, figure by figure, and counts. */
final class Agreement {

    /** Of the figure, or of the absolute amounts it is made of where these cancel. */
    static final double TOLERANCE = 1e-9;

    /** No difference in money: what is left of a flow after decades of losing nearly all of itself each year. */
    private static final double NOTHING = 1e-15;

    int scenarios;
    int figures;
    int unsure;
    double largest;
    String largestAt = "";
    final Map<String, Integer> refused = new TreeMap<>();
    final Map<String, Integer> internalRates = new TreeMap<>();

    @Override
    public String toString() {
        return "%d scenarios, refused by both %s, %d figures, %d unsure, largest deviation %.1e (%s), rates %s"
                .formatted(scenarios, refused, figures, unsure, largest, largestAt, internalRates);
    }

    /** Every alternative, without an outlook and in each. */
    static Appraisal everything(Scenario scenario) {
        return Mkba.appraise(
                scenario,
                new Selection(List.of(), new ArrayList<>(scenario.outlooks().keySet()), true, Map.of(), null));
    }

    /** What differs between the engine and the naive evaluation. */
    List<String> differences(Scenario scenario) {
        scenarios++;
        List<NaiveResult> expected;
        try {
            expected = NaiveAppraisal.appraise(scenario);
        } catch (Refused refusal) {
            refused.merge(refusal.getMessage(), 1, Integer::sum);
            try {
                everything(scenario);
            } catch (InvalidScenarioException alsoRefused) {
                return List.of();
            }
            return List.of("not refused, although: " + refusal.getMessage());
        }
        Appraisal appraisal;
        try {
            appraisal = everything(scenario);
        } catch (InvalidScenarioException refusal) {
            return List.of("refused: " + refusal.getMessage());
        }
        if (appraisal.results().size() != expected.size()) {
            return List.of(appraisal.results().size() + " results instead of " + expected.size());
        }
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            NaiveResult one = expected.get(i);
            AlternativeResult other = appraisal.results().get(i);
            List<String> here = new ArrayList<>();
            if (!one.alternative().equals(other.alternative())
                    || !one.outlook().equals(other.outlook().orElse(""))) {
                here.add("it is " + other.alternative() + " in " + other.outlook());
            } else {
                figures(one.figures(), Figures.of(other), here);
                internalRate(one, other.internalRate(), here);
            }
            here.forEach(text -> differences.add(one.alternative() + "/" + one.outlook() + ": " + text));
        }
        return differences;
    }

    private void figures(Map<String, NaiveFigure> expected, Map<String, Object> found, List<String> differences) {
        Set<String> paths = new LinkedHashSet<>(expected.keySet());
        paths.addAll(found.keySet());
        for (String path : paths) {
            NaiveFigure figure = expected.get(path);
            Object value = found.get(path);
            figures++;
            if (figure == null || value == null) {
                differences.add(path + " is " + value + ", expected " + figure);
            } else if (figure.isUnsure()) {
                unsure++;
            } else if (figure.value() == null || value instanceof String) {
                if (!figure.text().equals(value)) {
                    differences.add(path + " is " + value + ", expected " + figure);
                }
            } else {
                number(path, figure, (Double) value, differences);
            }
        }
    }

    private void number(String path, NaiveFigure figure, double value, List<String> differences) {
        double expected = figure.value().doubleValue();
        double size = Math.max(Math.abs(expected), figure.size().doubleValue());
        double off = Math.abs(value - expected);
        double relative = off < NOTHING ? 0 : off / size;
        if (relative > largest) {
            largest = relative;
            largestAt = path;
        }
        if (!(relative <= TOLERANCE)) {
            differences.add(path + " is " + value + ", expected " + expected + " ± " + TOLERANCE * size);
        }
    }

    private void internalRate(NaiveResult expected, InternalRate found, List<String> differences) {
        InternalRateScan scan = new InternalRateScan(expected.nets());
        String should;
        if (expected.goesOn()) {
            should = "residual_value";
        } else if (!scan.signsDiffer) {
            should = "no_sign_change";
        } else if (scan.unsure) {
            should = "unsure";
        } else {
            int roots = scan.changes.size();
            should = roots == 0 ? "no_root" : roots == 1 ? "rate" : "multiple_roots";
        }
        internalRates.merge(should, 1, Integer::sum);
        String is = found.rate().isPresent()
                ? "rate"
                : found.absent().map(InternalRate.Reason::id).orElse("nothing");
        if (!should.equals("unsure") && !should.equals(is)) {
            differences.add("irr is " + is + ", expected " + should);
        }
        Optional<Double> rate =
                found.rate().isPresent() ? Optional.of(found.rate().getAsDouble()) : Optional.empty();
        rate.ifPresent(root -> {
            double[] nets = expected.nets().stream()
                    .mapToDouble(net -> net.doubleValue())
                    .toArray();
            // a root to 1e-9 of the rate: the present value changes sign within that distance
            double step = 1e-9 * Math.max(1e-3, Math.abs(root));
            double below = InternalRateScan.relative(nets, root - step);
            double above = InternalRateScan.relative(nets, root + step);
            if (!(below * above <= 0) && Math.abs(InternalRateScan.relative(nets, root)) > 1e-13) {
                differences.add("irr is " + root + ", where the present value is not 0");
            }
            if (!should.equals("unsure")
                    && scan.changes.size() == 1
                    && Math.abs(Math.log((1 + root) / (1 + scan.changes.get(0)))) > 2e-3) {
                differences.add("irr is " + root + ", expected about " + scan.changes.get(0));
            }
        });
    }
}
