package nl.mkba.cli.render;

import java.util.Optional;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.AlternativeResult.Payback;
import nl.mkba.cli.language.Messages;

/** What stands in a table where there is no payback year. */
public final class PaybackText {

    private static final String ABSENT = "–";

    private PaybackText() {}

    /** That there was nothing to earn back, or a dash if it is never earned back or nothing happens at all. */
    public static String absent(AlternativeResult result, Messages messages) {
        Optional<Payback.Reason> absent = result.payback().absent();
        // Written out: the virtual machine keeps no filter of its own ready.
        boolean isNeverBelow = absent.isPresent() && absent.get() == Payback.Reason.NEVER_BELOW;
        return isNeverBelow && !result.streams().isEmpty() ? messages.text("payback.at_once") : ABSENT;
    }
}
