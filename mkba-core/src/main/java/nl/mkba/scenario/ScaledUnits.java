package nl.mkba.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import nl.mkba.distribution.Distribution;
import nl.mkba.expression.Expression;
import nl.mkba.expression.Expression.Node;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Parameters whose unit is a percentage, or thousands or millions of something. Nothing is calculated with a unit: 10 with the unit
 * {@code %} is 10 and not 0.1. Only a formula that names the parameter and such a factor takes it into account.
 */
final class ScaledUnits {

    /** What a unit begins with, behind its currency. */
    private static final Map<String, Double> SCALES = scales(Map.of(
            0.01, "% procent percent pct pct.",
            1e3, "k€ €k keur keuro t€ 1000 1.000 x1000 x1.000 duizend thousand thousands",
            1e6, "mln mln. miljoen million millions mio m€ €m €mln",
            1e9, "mld mld. miljard billion billions bn €bn €mld"));

    private static final Set<String> PASSED_OVER = Set.of("x", "€", "eur", "euro", "euros");

    private static final double PERCENT = 0.01;

    private final Scenario scenario;
    private final Problems problems;

    ScaledUnits(Scenario scenario, Problems problems) {
        this.scenario = scenario;
        this.problems = problems;
    }

    /** Warns of each that is used as if its unit had no scale. */
    void run() {
        for (Parameter parameter : scenario.parameters().values()) {
            double scale = scale(parameter.unit());
            if (scale != 1) {
                check(parameter, scale);
            }
        }
    }

    private void check(Parameter parameter, double scale) {
        Expression value = parameter.value();
        Distribution distribution = parameter.distribution();
        double number = value != null && value.number().isPresent()
                ? value.number().getAsDouble()
                : value == null && distribution != null ? distribution.mean() : 0;
        boolean isPercentage = value != null && value.text().indexOf('%') >= 0;
        boolean isDoubtful = scale == PERCENT ? Math.abs(number) > 1 && !isPercentage : number != 0;
        Text unit = parameter.unit();
        if (!isDoubtful || unit == null || isConverted(parameter.id(), scale)) {
            return;
        }
        problems.add(
                ProblemCode.UNIT_WITH_SCALE,
                "parameters." + parameter.id() + ".unit",
                Problem.shown(unit.in(Locale.ENGLISH)),
                Problem.number(number),
                scale == PERCENT ? Problem.number(number) + "%" : Problem.number(number * scale));
    }

    private static double scale(@Nullable Text unit) {
        if (unit == null) {
            return 1;
        }
        String text = unit.in(Locale.ENGLISH).toLowerCase(Locale.ROOT);
        int slash = text.indexOf('/');
        StringTokenizer words = new StringTokenizer(
                (slash < 0 ? text : text.substring(0, slash)).replace('×', 'x').replace('*', 'x'));
        while (words.hasMoreTokens()) {
            String word = words.nextToken();
            if (!PASSED_OVER.contains(word)) {
                return SCALES.getOrDefault(word, 1.0);
            }
        }
        return 1;
    }

    private static Map<String, Double> scales(Map<Double, String> words) {
        Map<String, Double> scales = new HashMap<>();
        words.forEach((scale, all) -> {
            for (String word : all.split(" ")) {
                scales.put(word, scale);
            }
        });
        return scales;
    }

    /** Whether a formula names the parameter, and the scale or what it is one of. */
    private boolean isConverted(String parameter, double scale) {
        boolean[] found = {false};
        scenario.forEachExpression((path, expression) ->
                found[0] |= expression.references().contains(parameter) && hasScale(expression, scale));
        return found[0];
    }

    private static boolean hasScale(Expression expression, double scale) {
        List<Node> open = new ArrayList<>(List.of(expression.node()));
        while (!open.isEmpty()) {
            Node node = open.remove(open.size() - 1);
            if (node instanceof Node.Number number) {
                if (number.value() == scale || number.value() == 1 / scale) {
                    return true;
                }
            } else if (node instanceof Node.Negation negation) {
                open.add(negation.operand());
            } else if (node instanceof Node.Binary binary) {
                open.add(binary.left());
                open.add(binary.right());
            } else if (node instanceof Node.Call call) {
                open.addAll(call.arguments());
            }
        }
        return false;
    }
}
