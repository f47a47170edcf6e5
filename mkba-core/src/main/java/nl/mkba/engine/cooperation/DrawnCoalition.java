package nl.mkba.engine.cooperation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import nl.mkba.cooperation.Coalition;
import nl.mkba.cooperation.Coalition.SidePayment;
import nl.mkba.engine.plan.Evaluator;
import nl.mkba.engine.plan.Rounding;
import nl.mkba.engine.uncertainty.KeptDraws;
import nl.mkba.uncertainty.Cancellation;

/**
 * Counts over the draws how often the agreement of the central estimate turns out well. What is rounding is told by the amounts
 * of the central estimate, which are of the same size.
 */
final class DrawnCoalition {

    /** After this many draws it is asked whether the chances are still wanted. */
    private static final int OFTEN = 4096;

    private final Coalition central;
    private final List<StakeholderPosition> positions;
    private final int count;

    /** What each stakeholder gains in each draw. */
    private final double[][] nets;

    /** What each stakeholder receives, or pays where negative, by the side payments. */
    private final double[] received;

    /** @param theCase the index of the case in the draws */
    DrawnCoalition(Coalition central, List<StakeholderPosition> positions, KeptDraws draws, int theCase) {
        this.central = central;
        this.positions = positions;
        this.count = draws.count();
        this.nets = new double[positions.size()][];
        this.received = new double[positions.size()];
        List<String> stakeholders = draws.cases().get(theCase).evaluator().stakeholders();
        for (int p = 0; p < nets.length; p++) {
            String stakeholder = positions.get(p).stakeholder();
            int index = stakeholders.indexOf(stakeholder);
            nets[p] = draws.column(
                    theCase,
                    switch (central.basis()) {
                        case NET -> Evaluator.net(index);
                        case CASH -> Evaluator.cash(index);
                    });
            received[p] = received(stakeholder);
        }
    }

    private double received(String stakeholder) {
        double sum = 0;
        for (SidePayment payment : central.sidePayments()) {
            if (payment.to().equals(stakeholder)) {
                sum += payment.amount().value();
            } else if (payment.from().equals(stakeholder)) {
                sum -= payment.amount().value();
            }
        }
        return sum;
    }

    /** @param cancellation asked between draws */
    Coalition.Chances chances(Cancellation cancellation) {
        Map<String, Coalition.Whole> stakeholders = new LinkedHashMap<>();
        for (int p = 0; p < nets.length; p++) {
            int stakeholder = p;
            stakeholders.put(
                    positions.get(p).stakeholder(),
                    new Coalition.Whole(
                            share(draw -> isWholeBefore(stakeholder, draw), cancellation),
                            share(draw -> isWholeAfter(stakeholder, draw), cancellation)));
        }
        return new Coalition.Chances(
                share(this::isCovered, cancellation),
                central.smallestCoalition()
                        .map(this::membersOf)
                        .map(members -> share(draw -> holds(members, draw), cancellation)),
                share(
                        draw -> everyStakeholder().allMatch(stakeholder -> isWholeBefore(stakeholder, draw)),
                        cancellation),
                share(
                        draw -> everyStakeholder().allMatch(stakeholder -> isWholeAfter(stakeholder, draw)),
                        cancellation),
                stakeholders);
    }

    private double share(IntPredicate isWell, Cancellation cancellation) {
        int well = 0;
        for (int draw = 0; draw < count; draw++) {
            if (draw % OFTEN == 0) {
                cancellation.throwIfCancelled();
            }
            well += isWell.test(draw) ? 1 : 0;
        }
        return well / (double) count;
    }

    private IntStream everyStakeholder() {
        return IntStream.range(0, nets.length);
    }

    private boolean isWholeBefore(int stakeholder, int draw) {
        return isNoLoss(nets[stakeholder][draw], positions.get(stakeholder).size());
    }

    private boolean isWholeAfter(int stakeholder, int draw) {
        return isNoLoss(
                nets[stakeholder][draw] + received[stakeholder],
                positions.get(stakeholder).size());
    }

    private static boolean isNoLoss(double sum, double size) {
        return Rounding.cleaned(sum, size) >= 0;
    }

    /** Whether those who gain in this draw and can pay gain enough to compensate those who lose in it. */
    private boolean isCovered(int draw) {
        double sum = 0;
        double size = 0;
        for (int p = 0; p < nets.length; p++) {
            double net = nets[p][draw];
            if (net < 0 || positions.get(p).canPay()) {
                sum += net;
                size += positions.get(p).size();
            }
        }
        return isNoLoss(sum, size);
    }

    private int[] membersOf(List<String> coalition) {
        return everyStakeholder()
                .filter(p -> coalition.contains(positions.get(p).stakeholder()))
                .toArray();
    }

    private boolean holds(int[] members, int draw) {
        double sum = 0;
        double size = 0;
        for (int p : members) {
            sum += nets[p][draw];
            size += positions.get(p).size();
        }
        return isNoLoss(sum, size);
    }
}
