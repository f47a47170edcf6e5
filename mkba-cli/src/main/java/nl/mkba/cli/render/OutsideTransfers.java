package nl.mkba.cli.render;

import java.util.List;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.AlternativeResult.Increment;

/** What society receives on balance in transfers across its border: neither costs nor benefits, but a part of its net. */
final class OutsideTransfers {

    private OutsideTransfers() {}

    /** Present value of those of an alternative; below 0 if society pays them. */
    static double of(AlternativeResult result) {
        return result.npv().value()
                - result.pvBenefits().value()
                + result.pvCosts().value();
    }

    /** How much more than in the alternative that it is compared with. */
    static double of(Increment more) {
        return more.npv().value() - more.pvBenefits().value() + more.pvCosts().value();
    }

    /** Whether an alternative has any. */
    static boolean matter(AlternativeResult result) {
        return !Negligible.isNegligible(
                of(result),
                result.npv().value(),
                result.pvBenefits().value(),
                result.pvCosts().value());
    }

    /** Whether one of the alternatives has any. */
    static boolean matter(List<AlternativeResult> results) {
        // Written out: the virtual machine keeps no matcher of its own ready.
        for (AlternativeResult result : results) {
            if (matter(result)) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is more or less of it than in the alternative that it is compared with. */
    static boolean matter(Increment more) {
        return !Negligible.isNegligible(
                of(more),
                more.npv().value(),
                more.pvBenefits().value(),
                more.pvCosts().value());
    }
}
