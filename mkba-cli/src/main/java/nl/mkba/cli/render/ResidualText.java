package nl.mkba.cli.render;

import java.util.Optional;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.cli.language.Messages;
import nl.mkba.engine.plan.Plan;
import nl.mkba.scenario.Scenario;

/** How much of the net present value of the central estimate comes after the horizon, in one sentence. */
public final class ResidualText {

    private final Scenario scenario;
    private final Messages messages;
    private final SentenceNumbers numbers;

    public ResidualText(Scenario scenario, Messages messages, SentenceNumbers numbers) {
        this.scenario = scenario;
        this.messages = messages;
        this.numbers = numbers;
    }

    /** Of an alternative; empty if nothing comes after the horizon. */
    public Optional<String> sentence(AlternativeResult result) {
        return sentence(result.residualValue().value(), result.npv().value());
    }

    /** Of the central estimate of an alternative that was drawn. */
    Optional<String> sentence(Plan central) {
        return sentence(central.residualValue(), central.value(central.society().npv()));
    }

    private Optional<String> sentence(double residual, double npv) {
        if (Negligible.isNegligible(residual, npv)) {
            return Optional.empty();
        }
        return Optional.of(messages.text(
                "answer.residual",
                numbers.roughly(residual),
                String.valueOf(scenario.lastYear()),
                numbers.roughly(npv),
                numbers.roughly(npv - residual)));
    }
}
