package nl.mkba.engine.appraisal;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.mkba.engine.plan.Plan;
import nl.mkba.engine.plan.PlanStream;
import nl.mkba.engine.plan.Scalar;
import nl.mkba.scenario.Stream;

/** The yearly flows of a central estimate, added up for society and for each stakeholder. */
final class SocietyYears {

    private final CashFlows costs;
    private final CashFlows benefits;
    private final CashFlows net;
    private final CashFlows discounted;
    private final Map<String, CashFlows> stakeholderNet = new LinkedHashMap<>();
    private final Map<String, CashFlows> stakeholderCash = new LinkedHashMap<>();

    SocietyYears(Plan plan) {
        int years = plan.frame().horizon();
        costs = new CashFlows(years);
        benefits = new CashFlows(years);
        net = new CashFlows(years);
        discounted = new CashFlows(years);
        for (String stakeholder : plan.stakeholders().keySet()) {
            stakeholderNet.put(stakeholder, new CashFlows(years));
            stakeholderCash.put(stakeholder, new CashFlows(years));
        }
        for (PlanStream stream : plan.streams()) {
            for (PlanStream.ValueComponent part : stream.parts()) {
                add(plan, stream.stream().kind(), part);
            }
        }
    }

    private void add(Plan plan, Stream.Kind kind, PlanStream.ValueComponent part) {
        double[] flow = plan.years(part.flow());
        double society = plan.value(part.societyShare());
        double sign = kind == Stream.Kind.COST ? -1 : 1;
        if (kind == Stream.Kind.COST) {
            costs.add(society, flow);
        } else if (kind == Stream.Kind.EFFECT) {
            benefits.add(society, flow);
        }
        if (society != 0) {
            net.add(sign * society, flow);
            discounted.addDiscounted(sign * society, flow, plan.years(part.discountFactors()));
        }
        double cashable = plan.value(part.cashable());
        for (Map.Entry<String, Scalar> bearer : part.shares().entrySet()) {
            double share = sign * plan.value(bearer.getValue());
            CashFlows stakeholderFlows = stakeholderNet.get(bearer.getKey());
            CashFlows cashFlows = stakeholderCash.get(bearer.getKey());
            if (stakeholderFlows != null && cashFlows != null) {
                stakeholderFlows.add(share, flow);
                cashFlows.add(share * cashable, flow);
            }
        }
    }

    CashFlows costs() {
        return costs;
    }

    CashFlows benefits() {
        return benefits;
    }

    CashFlows net() {
        return net;
    }

    /** Each flow at its own discount factor. */
    CashFlows discounted() {
        return discounted;
    }

    CashFlows net(String stakeholder) {
        return stakeholderNet.getOrDefault(stakeholder, net);
    }

    CashFlows cash(String stakeholder) {
        return stakeholderCash.getOrDefault(stakeholder, net);
    }
}
