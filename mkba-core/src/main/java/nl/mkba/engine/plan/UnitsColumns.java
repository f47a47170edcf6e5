package nl.mkba.engine.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;

/** What the columns of tables are called that hold the units of effects: {@code units_INTERVENTION_EFFECT}. */
public final class UnitsColumns {

    private UnitsColumns() {}

    /**
     * {@return the names of the columns}
     *
     * @param effects as {@code INTERVENTION.EFFECT}
     * @throws InvalidScenarioException if two would have the same name
     */
    public static List<String> of(Collection<String> effects) {
        Map<String, String> effectsByName = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (String effect : effects) {
            String name = "units_" + effect.replace('.', '_');
            String twin = effectsByName.putIfAbsent(name, effect);
            if (twin != null) {
                problems.add(Problem.of(ProblemCode.SAME_UNITS_COLUMN, path(effect), effect, twin, name));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidScenarioException(problems);
        }
        return List.copyOf(effectsByName.keySet());
    }

    private static String path(String effect) {
        int dot = effect.indexOf('.');
        return "interventions." + effect.substring(0, dot) + ".effects" + effect.substring(dot);
    }
}
