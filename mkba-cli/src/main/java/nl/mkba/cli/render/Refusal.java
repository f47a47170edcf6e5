package nl.mkba.cli.render;

import java.util.List;
import nl.mkba.cli.language.Messages;
import nl.mkba.json.tree.Plain;
import nl.mkba.problem.Problem;

/** Why something that stands beside a result has no figure. */
public final class Refusal {

    private Refusal() {}

    /** The first error, as it would be told if what is refused had been asked for. */
    public static String reason(List<Problem> refused, Messages messages) {
        for (Problem problem : refused) {
            if (problem.severity() == Problem.Severity.ERROR) {
                return Plain.line(OptionHint.line(problem, messages.language().locale()));
            }
        }
        throw new IllegalStateException("Refused without an error: " + refused);
    }
}
