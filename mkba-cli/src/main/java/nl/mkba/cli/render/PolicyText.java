package nl.mkba.cli.render;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.discounting.DiscountPolicy.RateSchedule;
import nl.mkba.discounting.PublishedPolicy;
import nl.mkba.engine.time.TimeFrame;
import nl.mkba.expression.Expression;
import nl.mkba.json.tree.Plain;
import nl.mkba.source.Provenance;
import nl.mkba.source.Quality;

/** A discount policy in a line. */
final class PolicyText {

    private final Messages messages;
    private final Numbers numbers;

    PolicyText(Messages messages, Numbers numbers) {
        this.messages = messages;
        this.numbers = numbers;
    }

    /** Its name, if it has one, its rates, and where a published one was read. */
    String named(DiscountPolicy policy) {
        String name = policy.name();
        if (name == null) {
            return rates(policy);
        }
        String text = name + ": " + rates(policy);
        Optional<PublishedPolicy> published = PublishedPolicy.find(name);
        Provenance origin = published.map(PublishedPolicy::provenance).orElse(Provenance.NONE);
        if (origin.source() == null) {
            return text;
        }
        String key = origin.quality() == Quality.OFFICIAL ? "convention.source" : "convention.source.second_hand";
        return messages.text(key, text, origin.source());
    }

    /** Its rates: the standard ones, and those of each class. */
    String rates(DiscountPolicy policy) {
        StringBuilder text = new StringBuilder(rates(policy.standard()));
        for (Map.Entry<String, RateSchedule> entry : policy.classes().entrySet()) {
            text.append("; ").append(entry.getKey()).append(' ').append(rates(entry.getValue()));
        }
        return text.toString();
    }

    private String rates(RateSchedule schedule) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<Integer, Expression> step : schedule.steps().entrySet()) {
            String rate = rate(step.getValue());
            String key =
                    TimeFrame.isCalendarYear(step.getKey()) ? "convention.from_calendar_year" : "convention.from_year";
            text.append(text.isEmpty() ? rate : ", " + messages.text(key, String.valueOf(step.getKey()), rate));
        }
        return text.toString();
    }

    /** A number, or the expression it is. */
    String amount(Expression expression) {
        OptionalDouble number = expression.number();
        return number.isPresent() ? numbers.precise(number.getAsDouble()) : Plain.line(expression.text());
    }

    /** A rate as a percentage, or the expression it is. */
    String rate(Expression expression) {
        OptionalDouble number = expression.number();
        return number.isPresent() ? numbers.precisePercentage(number.getAsDouble()) : Plain.line(expression.text());
    }
}
