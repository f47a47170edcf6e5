package nl.mkba.engine.cooperation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.engine.plan.Rounding;

/**
 * The side payments that bring every loser to 0, by the gainers that can pay, each in proportion to its gain.
 *
 * @param shortfall what these are missing, 0 if it is feasible
 * @param payments payer by payer; none if it is not feasible
 * @param after what everybody gains after them, by id
 */
record Settlement(double shortfall, List<Payment> payments, Map<String, Double> after) {

    /** One payment. */
    record Payment(String from, String to, double amount) {}

    boolean feasible() {
        return shortfall == 0;
    }

    static Settlement of(List<StakeholderPosition> positions) {
        List<StakeholderPosition> payers = positions.stream()
                .filter(stakeholder -> stakeholder.gains() && stakeholder.canPay())
                .toList();
        List<StakeholderPosition> losers =
                positions.stream().filter(StakeholderPosition::loses).toList();
        double gains = sum(payers);
        double losses = -sum(losers);
        double missing = Rounding.cleaned(losses - gains, size(payers) + size(losers));
        Map<String, Double> after = new LinkedHashMap<>();
        positions.forEach(stakeholder -> after.put(stakeholder.stakeholder(), stakeholder.net()));
        // Who has nothing cannot pay, not even what is next to nothing.
        if (missing > 0 || (payers.isEmpty() && !losers.isEmpty())) {
            return new Settlement(losses - gains, List.of(), after);
        }
        List<Payment> payments = new ArrayList<>();
        for (StakeholderPosition payer : payers) {
            double part = payer.net() / gains;
            losers.forEach(
                    loser -> payments.add(new Payment(payer.stakeholder(), loser.stakeholder(), part * -loser.net())));
            // The part is at most 1 but for rounding, and rounding is not to bring a gainer below 0.
            after.put(payer.stakeholder(), Math.max(0, payer.net() - part * losses));
        }
        losers.forEach(loser -> after.put(loser.stakeholder(), 0.0));
        return new Settlement(0, payments, after);
    }

    private static double sum(List<StakeholderPosition> positions) {
        return positions.stream().mapToDouble(StakeholderPosition::net).sum();
    }

    private static double size(List<StakeholderPosition> positions) {
        return positions.stream().mapToDouble(StakeholderPosition::size).sum();
    }
}
