package nl.mkba.cli.render;

import java.util.Map;
import java.util.Optional;
import nl.mkba.appraisal.Account;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.cli.language.Messages;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Stakeholder;

/** Why there is no marginal value of public funds, and what one leaves out. */
public final class MarginalValueText {

    private MarginalValueText() {}

    /** The sentence; empty where there is a ratio, and where there is no government to spend. */
    public static Optional<String> absent(Scenario scenario, AlternativeResult result, Messages messages) {
        return result.marginalValue().absent().flatMap(reason -> switch (reason) {
            case NO_GOVERNMENT -> Optional.empty();
            case PAYS_FOR_ITSELF -> Optional.of(messages.text("absent.mvpf.pays_for_itself"));
            case NO_GAIN ->
                Optional.of(messages.text(othersLose(scenario, result) ? "absent.mvpf.loss" : "absent.mvpf.no_gain"));
        });
    }

    /** Whether governments gain or lose other than in cash, which counts neither as a cost nor as a gain of the others. */
    static boolean leavesOut(Scenario scenario, AlternativeResult result) {
        for (Map.Entry<String, Account> entry : result.stakeholders().entrySet()) {
            Stakeholder stakeholder = scenario.stakeholders().get(entry.getKey());
            if (stakeholder != null && stakeholder.counts() && stakeholder.isGovernment()) {
                double net = entry.getValue().net().value();
                double cash = entry.getValue().cash().value();
                if (!Negligible.isNegligible(net - cash, net, cash)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether those in society that are not government lose together. */
    private static boolean othersLose(Scenario scenario, AlternativeResult result) {
        double gains = 0;
        double whole = 0;
        for (Map.Entry<String, Account> entry : result.stakeholders().entrySet()) {
            Stakeholder stakeholder = scenario.stakeholders().get(entry.getKey());
            if (stakeholder != null && stakeholder.counts() && !stakeholder.isGovernment()) {
                double net = entry.getValue().net().value();
                gains += net;
                whole += Math.abs(net);
            }
        }
        return gains < 0 && !Negligible.isNegligible(gains, whole);
    }
}
