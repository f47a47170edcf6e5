package nl.mkba.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.mkba.scenario.Scenario;
import nl.mkba.testkit.naive.NaiveAppraisal;
import nl.mkba.testkit.naive.NaiveFigure;
import nl.mkba.testkit.naive.NaiveResult;
import nl.mkba.testkit.naive.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Holds an engine to the naive evaluation, figure by figure, over as many scenarios as it is given, and counts what it saw. Not for
 * more than one thread.
 */
public final class Agreement {

    /** How far a number may be off: this part of the figure, or of the absolute amounts behind it where these cancel. */
    public static final double TOLERANCE = 1e-9;

    /** No difference in money: what is left of a flow after decades of losing nearly all of itself each year. */
    private static final double NOTHING = 1e-15;

    private final Engine engine;
    private final SortedMap<String, Integer> refused = new TreeMap<>();
    private final SortedMap<String, Integer> internalRates = new TreeMap<>();
    private int scenarios;
    private int figures;
    private int unsure;
    private double largest;
    private String largestAt = "";

    /**
     * An engine that has not been held against anything yet.
     *
     * @param engine what is held against the naive evaluation
     */
    public Agreement(Engine engine) {
        this.engine = engine;
    }

    /** {@return how many figures were compared so far} */
    public int figures() {
        return figures;
    }

    /** {@return how many of them rounding decides, so that any value is right} */
    public int unsure() {
        return unsure;
    }

    /** {@return how often the naive evaluation refused a scenario, by its reason} */
    public SortedMap<String, Integer> refused() {
        return Collections.unmodifiableSortedMap(refused);
    }

    /** {@return how often an internal rate of return had to exist ({@code rate}), or be absent for a reason} */
    public SortedMap<String, Integer> internalRates() {
        return Collections.unmodifiableSortedMap(internalRates);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d scenarios, refused by both %s, %d figures, %d unsure, largest deviation %.1e (%s), rates %s",
                scenarios,
                refused,
                figures,
                unsure,
                largest,
                largestAt,
                internalRates);
    }

    /**
     * {@return what differs between the engine and the naive evaluation, in words; empty if nothing does} What the one refuses,
     * the other must refuse too.
     *
     * @param scenario any, such as one of {@link ScenarioArbitraries}
     */
    public List<String> differences(Scenario scenario) {
        scenarios++;
        List<NaiveResult> expected;
        try {
            expected = NaiveAppraisal.appraise(scenario);
        } catch (Refused refusal) {
            String why = String.valueOf(refusal.getMessage());
            refused.merge(why, 1, Integer::sum);
            return isRefused(scenario) ? List.of() : List.of("not refused, although: " + why);
        }
        List<EngineResult> found;
        try {
            found = engine.appraise(scenario);
        } catch (Refused refusal) {
            return List.of("refused: " + refusal.getMessage());
        }
        if (found.size() != expected.size()) {
            return List.of(found.size() + " results instead of " + expected.size());
        }
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            NaiveResult one = expected.get(i);
            differences(one, found.get(i))
                    .forEach(text -> differences.add(one.alternative() + "/" + one.outlook() + ": " + text));
        }
        return differences;
    }

    private boolean isRefused(Scenario scenario) {
        try {
            engine.appraise(scenario);
            return false;
        } catch (Refused alsoRefused) {
            return true;
        }
    }

    private List<String> differences(NaiveResult expected, EngineResult found) {
        if (!expected.alternative().equals(found.alternative())
                || !expected.outlook().equals(found.outlook())) {
            return List.of("it is " + found.alternative() + "/" + found.outlook());
        }
        List<String> differences = new ArrayList<>();
        Set<String> paths = new LinkedHashSet<>(expected.figures().keySet());
        paths.addAll(found.figures().keySet());
        paths.remove("irr");
        for (String path : paths) {
            figures++;
            difference(path, expected.figures().get(path), found.figures().get(path))
                    .ifPresent(differences::add);
        }
        internalRates.merge(expected.internalRate().expected(), 1, Integer::sum);
        Figure rate = found.figures().getOrDefault("irr", Figure.ABSENT);
        expected.internalRate().difference(rate.number(), rate.text()).ifPresent(differences::add);
        return differences;
    }

    private Optional<String> difference(String path, @Nullable NaiveFigure expected, @Nullable Figure found) {
        if (expected != null && expected.isUnsure() && found != null) {
            unsure++;
        }
        if (expected != null && expected.value() != null && found != null && found.value() != null) {
            double relative = relative(expected, expected.value().doubleValue(), found.value());
            if (relative > largest) {
                largest = relative;
                largestAt = path;
            }
        }
        return differs(path, expected, found);
    }

    /** What differs between a figure and the naive one, in words. */
    static Optional<String> differs(String path, @Nullable NaiveFigure expected, @Nullable Figure found) {
        if (expected == null || found == null) {
            return Optional.of(path + " is " + found + ", expected " + expected);
        }
        if (expected.isUnsure()) {
            return Optional.empty();
        }
        if (expected.value() == null || found.value() == null) {
            return expected.text().equals(found.text())
                    ? Optional.empty()
                    : Optional.of(path + " is " + found + ", expected " + expected);
        }
        double value = expected.value().doubleValue();
        return relative(expected, value, found.value()) <= TOLERANCE
                ? Optional.empty()
                : Optional.of(path + " is " + found + ", expected " + value);
    }

    /** How far a number is off, as a part of the figure or of the amounts that it is made of. */
    private static double relative(NaiveFigure expected, double value, double found) {
        double off = Math.abs(found - value);
        double size = Math.max(Math.abs(value), expected.size().doubleValue());
        return off < NOTHING ? 0 : off / size;
    }
}
