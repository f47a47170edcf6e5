package nl.mkba.cli.render;

import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.engine.portfolio.Objective;

/** What a choice of places is to have the most of, in words and numbers: an amount of money, or a number of units. */
public final class ObjectiveText {

    private static final double MILLION = 1_000_000;

    private final Objective objective;
    private final Labels labels;
    private final Messages messages;
    private final Numbers numbers;

    public ObjectiveText(Objective objective, Labels labels, Messages messages, Numbers numbers) {
        this.objective = objective;
        this.labels = labels;
        this.messages = messages;
        this.numbers = numbers;
    }

    /** What it is called. */
    public String name() {
        if (objective instanceof Objective.Net net) {
            return messages.text("choice.net_of", labels.stakeholder(net.stakeholder()));
        }
        if (objective instanceof Objective.Units units) {
            return messages.text("choice.units_of", labels.effect(units.effect()));
        }
        return messages.text(objective instanceof Objective.NetPresentValue ? "choice.npv" : "choice.weighted_npv");
    }

    /** What it is called within a sentence. */
    public String nameWithin() {
        String name = name();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** Whether it is a number of units and no money. */
    public boolean isUnits() {
        return objective instanceof Objective.Units;
    }

    /** An amount of money, or a number of units. */
    public String value(double value) {
        return isUnits() ? numbers.rounded(value) : numbers.money(value);
    }

    /** What a euro of the budget brings as it is shown: of money per euro; units for a euro are few, and are told for a million. */
    public double shownPerEuro(double value) {
        return isUnits() ? value * MILLION : value;
    }

    /** That number, of which {@link #unitOfCosts} says whether it is per euro. */
    public String perEuro(double value) {
        return isUnits() ? numbers.rounded(shownPerEuro(value)) : numbers.ratio(value);
    }

    /** For how much money that number is: per euro, or per million. */
    public String unitOfCosts() {
        return messages.text(isUnits() ? "choice.per_million" : "choice.per_euro");
    }

    /** The heading of a column of such numbers. */
    public String headingPerEuro() {
        String unit = unitOfCosts();
        return Character.toUpperCase(unit.charAt(0)) + unit.substring(1);
    }

    /** The number with what it is per, within a sentence. */
    public String withUnitOfCosts(double value) {
        return perEuro(value) + " " + unitOfCosts();
    }
}
