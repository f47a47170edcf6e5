package nl.mkba.engine.appraisal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import nl.mkba.appraisal.QualityShare;
import nl.mkba.engine.plan.Case;
import nl.mkba.engine.plan.Plan;
import nl.mkba.engine.plan.PlanStream;
import nl.mkba.scenario.Stream;
import nl.mkba.source.Provenance;
import nl.mkba.source.QualityLevel;

/**
 * What results rest on. A stream has the quality of the weakest among all parameters that its flows depend on, directly or
 * through expressions; what is decided or true by definition is left out of that.
 */
public final class QualityShares {

    private QualityShares() {}

    /** Amounts by level. */
    private static final class Sums {
        private final Map<QualityLevel, Double> byLevel = new EnumMap<>(QualityLevel.class);
        private double all;

        void add(QualityLevel level, double amount) {
            byLevel.merge(level, amount, Double::sum);
            all += amount;
        }

        double of(QualityLevel level) {
            return byLevel.getOrDefault(level, 0.0);
        }

        /** A level's part of the whole; 0 where there is nothing. */
        double share(QualityLevel level) {
            return all == 0 ? 0 : of(level) / all;
        }
    }

    /**
     * {@return what the central estimate of a plan rests on: a share for every level, from strong to weak}
     *
     * @param plan a compiled case
     */
    public static List<QualityShare> of(Plan plan) {
        Case theCase = plan.compiled();
        Set<String> all = new LinkedHashSet<>();
        Sums costs = new Sums();
        Sums benefits = new Sums();
        for (PlanStream stream : plan.streams()) {
            Set<String> parameters = parameters(theCase, stream);
            all.addAll(parameters);
            Stream.Kind kind = stream.stream().kind();
            if (kind != Stream.Kind.TRANSFER) {
                Sums sums = kind == Stream.Kind.COST ? costs : benefits;
                sums.add(quality(theCase, stream.stream(), parameters), size(plan, stream));
            }
        }
        Sums counts = new Sums();
        for (String id : all) {
            counts.add(level(theCase, id), 1);
        }
        List<QualityShare> shares = new ArrayList<>();
        for (QualityLevel level : QualityLevel.values()) {
            shares.add(new QualityShare(
                    level, (int) counts.of(level), costs.share(level), benefits.share(level), OptionalDouble.empty()));
        }
        return shares;
    }

    /**
     * {@return the same, with what the variance rests on}
     *
     * @param plan a compiled case
     * @param rankCorrelations of the uncertain parameters with the net present value, by id; one without spread is empty
     */
    public static List<QualityShare> of(Plan plan, Map<String, OptionalDouble> rankCorrelations) {
        Sums squares = new Sums();
        rankCorrelations.forEach((id, correlation) -> {
            double r = correlation.orElse(0);
            squares.add(level(plan.compiled(), id), r * r);
        });
        List<QualityShare> shares = new ArrayList<>();
        for (QualityShare share : of(plan)) {
            shares.add(new QualityShare(
                    share.quality(),
                    share.parameters(),
                    share.costs(),
                    share.benefits(),
                    OptionalDouble.of(squares.share(share.quality()))));
        }
        return shares;
    }

    /**
     * {@return the quality of one stream of a case}
     *
     * @param theCase an alternative, in an outlook or without
     * @param stream of the plan's case
     */
    public static QualityLevel of(Case theCase, PlanStream stream) {
        return quality(theCase, stream.stream(), parameters(theCase, stream));
    }

    /** Society's part of a stream's present value, without its sign. */
    private static double size(Plan plan, PlanStream stream) {
        double present = 0;
        for (PlanStream.ValueComponent part : stream.parts()) {
            present += plan.value(part.societyShare()) * plan.value(part.presentValue());
        }
        return Math.abs(present);
    }

    private static QualityLevel quality(Case theCase, Stream stream, Set<String> parameters) {
        if (parameters.isEmpty()) {
            return stream.terms().source() == null ? QualityLevel.NONE : QualityLevel.STUDY;
        }
        QualityLevel weakest = QualityLevel.CHOICE;
        for (String id : parameters) {
            weakest = weakest.weaker(level(theCase, id));
        }
        return weakest;
    }

    private static QualityLevel level(Case theCase, String id) {
        return QualityLevel.of(theCase.parameter(id).provenance());
    }

    /** The parameters that a stream's flows depend on, without those that claim nothing. */
    private static Set<String> parameters(Case theCase, PlanStream stream) {
        Deque<String> left = new ArrayDeque<>();
        theCase.scenario()
                .forEachExpressionOfFlow(
                        stream.intervention(),
                        stream.stream(),
                        (path, expression) -> left.addAll(expression.references()));
        Set<String> seen = new LinkedHashSet<>();
        Set<String> claiming = new LinkedHashSet<>();
        while (!left.isEmpty()) {
            String id = left.pop();
            if (seen.add(id)) {
                left.addAll(theCase.references(id));
                if (claims(theCase, id)) {
                    claiming.add(id);
                }
            }
        }
        return claiming;
    }

    /** A parameter whose value names others, without a quality or source of its own, claims nothing. */
    private static boolean claims(Case theCase, String id) {
        Provenance origin = theCase.parameter(id).provenance();
        return origin.quality() != null || origin.source() != null || !theCase.isComputed(id);
    }
}
