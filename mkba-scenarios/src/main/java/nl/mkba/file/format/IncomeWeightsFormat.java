package nl.mkba.file.format;

import java.util.Map;
import nl.mkba.expression.Expression;
import nl.mkba.file.yaml.Node;
import nl.mkba.scenario.IncomeWeights;

/** How incomes weigh: {@code income_weights}. */
final class IncomeWeightsFormat {

    private static final Key<Expression> REFERENCE = Key.of(
            "reference",
            Kind.EXPRESSION,
            "Het besteedbaar jaarinkomen met gewicht 1, boven 0.",
            "The yearly disposable income with weight 1, above 0.");
    private static final Key<Expression> ELASTICITY = Key.of(
            "elasticity",
            Kind.EXPRESSION,
            "Elasticiteit van het grensnut van inkomen, 0 of meer; het Green Book neemt 1,3.",
            "Elasticity of the marginal utility of income, 0 or more; the Green Book uses 1.3.");
    private static final Keys KEYS = Keys.of(REFERENCE, ELASTICITY);

    private IncomeWeightsFormat() {}

    static IncomeWeights read(Value value) {
        Section keys = value.section(KEYS);
        return new IncomeWeights(keys.required(REFERENCE), keys.required(ELASTICITY));
    }

    static Node write(IncomeWeights weights) {
        return new MapBuilder()
                .put(REFERENCE, weights.reference())
                .put(ELASTICITY, weights.elasticity())
                .map();
    }

    static Map<String, Object> schema() {
        return KEYS.schema()
                .like(REFERENCE, 32000)
                .like(ELASTICITY, 1.3)
                .needs(REFERENCE, ELASTICITY)
                .entries();
    }
}
