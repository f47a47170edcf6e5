package nl.mkba.file.format;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.mkba.expression.Expression;
import nl.mkba.file.yaml.Node;
import nl.mkba.scenario.Shares;

/** Who bears an amount: one stakeholder's id, or a map from stakeholders to shares. */
final class SharesFormat {

    private SharesFormat() {}

    static Shares read(Value value) {
        if (value.isMap()) {
            // With a stakeholder named twice they do not add up either.
            boolean isRepeated = value.problems().isInDoubt(value.path());
            Map<String, Expression> shares = new LinkedHashMap<>();
            for (Map.Entry<String, Value> share : value.someEntries().entrySet()) {
                Expression read = share.getValue().expression();
                shares.put(share.getKey(), isRepeated ? Expression.UNKNOWN : read);
            }
            return new Shares(shares);
        }
        if (!value.isText()) {
            value.wrongType("shares");
            return Shares.UNKNOWN;
        }
        return Shares.of(value.id());
    }

    static Node write(Shares shares) {
        if (shares.byStakeholder().size() == 1 && shares.byStakeholder().containsValue(Expression.ONE)) {
            return MapBuilder.scalar(shares.byStakeholder().keySet().iterator().next());
        }
        return MapBuilder.map(shares.byStakeholder(), MapBuilder::expression);
    }
}
