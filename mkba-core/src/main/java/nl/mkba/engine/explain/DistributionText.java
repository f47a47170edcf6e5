package nl.mkba.engine.explain;

import java.util.List;
import java.util.StringJoiner;
import nl.mkba.distribution.Distribution;
import nl.mkba.engine.distribution.DistributionForm;
import nl.mkba.engine.distribution.DistributionShape;
import nl.mkba.expression.Expression;

/** A distribution as a scenario file writes it, such as {@code pert [80000, 100000, 150000]} or {@code normal {mean: 5, sd: 1}}. */
final class DistributionText {

    private DistributionText() {}

    static String of(Distribution distribution) {
        DistributionShape shape = DistributionForm.shape(distribution);
        return distribution.form() + " " + (shape.row().isEmpty() ? keys(shape) : list(shape.row()));
    }

    private static String keys(DistributionShape shape) {
        StringJoiner keys = new StringJoiner(", ", "{", "}");
        shape.numbers().forEach((key, number) -> keys.add(key + ": " + number(number)));
        shape.lists().forEach((key, list) -> keys.add(key + ": " + list(list)));
        return keys.toString();
    }

    private static String list(List<Double> numbers) {
        StringJoiner list = new StringJoiner(", ", "[", "]");
        numbers.forEach(number -> list.add(number(number)));
        return list.toString();
    }

    private static String number(double number) {
        return Expression.of(number).text();
    }
}
