package nl.mkba.engine.portfolio;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import nl.mkba.appraisal.ResultFigure;

/** The figures of a line and their places in it. */
final class Figures {

    static final int COSTS = 0;
    static final int BENEFITS = 1;
    static final int NPV = 2;
    static final int RATIO = 3;

    static final int WEIGHTED = 4;

    /** The first stakeholder's net; the others follow. */
    static final int NET = 5;

    private static final List<String> CENTRAL = List.of(
            ResultFigure.PV_COSTS.key(),
            ResultFigure.PV_BENEFITS.key(),
            ResultFigure.NPV.key(),
            ResultFigure.BCR.key(),
            ResultFigure.WEIGHTED_NPV.key());
    private static final List<String> DRAWN =
            List.of("npv_mean", "npv_p5", "npv_p50", "npv_p95", "probability_positive");

    private Figures() {}

    static List<String> names(
            Collection<String> stakeholders, List<String> units, List<String> costs, boolean isDrawn) {
        List<String> names = new ArrayList<>(CENTRAL);
        stakeholders.forEach(stakeholder -> names.add("net_" + stakeholder));
        if (isDrawn) {
            names.addAll(DRAWN);
        }
        names.addAll(units);
        names.addAll(costs);
        return List.copyOf(names);
    }
}
