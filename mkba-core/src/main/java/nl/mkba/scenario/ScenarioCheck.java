package nl.mkba.scenario;

import static nl.mkba.scenario.ScenarioExpressions.streamPath;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.discounting.PublishedPolicy;
import nl.mkba.distribution.Distribution;
import nl.mkba.expression.Expression;
import nl.mkba.expression.Function;
import nl.mkba.price.PriceIndex;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import nl.mkba.problem.Spelling;
import nl.mkba.time.Profile;
import nl.mkba.time.TimeFrame;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong in a scenario as a whole without calculating: ids, references, and parts that do not fit. */
final class ScenarioCheck {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*");
    private static final int LAST_CALENDAR_YEAR = 9999;

    private final Scenario scenario;
    private final Problems problems;

    ScenarioCheck(Scenario scenario, Problems problems) {
        this.scenario = scenario;
        this.problems = problems;
    }

    void run() {
        value("id", scenario.id());
        currency();
        years();
        stakeholders();
        parameters();
        references();
        discounting();
        for (Outcome outcome : scenario.outcomes().values()) {
            outcome(outcome);
        }
        for (Intervention intervention : scenario.interventions().values()) {
            intervention(intervention);
        }
        alternatives();
        for (Outlook outlook : scenario.outlooks().values()) {
            id("outlooks." + outlook.id(), outlook.id());
            sets("outlooks." + outlook.id() + ".set", outlook.set());
        }
        if (scenario.interventions().isEmpty()) {
            problems.add(ProblemCode.EMPTY, "interventions");
        }
        new CorrelationCheck(scenario, problems).run();
        expectations();
    }

    private void currency() {
        String code = scenario.currency();
        if (!code.equals("EUR")
                && Currency.getAvailableCurrencies().stream()
                        .noneMatch(known -> known.getCurrencyCode().equals(code))) {
            problems.add(ProblemCode.UNKNOWN_CURRENCY, "currency", code);
        }
    }

    private void years() {
        range("base_year", scenario.baseYear(), TimeFrame.FIRST_CALENDAR_YEAR, LAST_CALENDAR_YEAR);
        stated("first_year", scenario.statedFirstYear());
        stated("price_level", scenario.statedPriceLevel());
        range("horizon", scenario.horizon(), 1, Scenario.LONGEST_HORIZON);
        if (scenario.statedPriceLevel() == null && priceLevelIsKnown() && priceLevelMatters()) {
            problems.add(ProblemCode.PRICE_LEVEL_TAKEN, "price_level", String.valueOf(scenario.priceLevel()));
        }
        if (scenario.simulation().draws() < 1) {
            problems.add(
                    ProblemCode.OUT_OF_RANGE,
                    "simulation.draws",
                    "" + scenario.simulation().draws(),
                    "≥ 1");
        }
    }

    private void stated(String path, @Nullable Integer year) {
        if (year != null) {
            range(path, year, TimeFrame.FIRST_CALENDAR_YEAR, LAST_CALENDAR_YEAR);
        }
    }

    private boolean priceLevelIsKnown() {
        return !problems.isFaulty("base_year")
                && !problems.isFaulty("price_level")
                && !problems.isFaulty("price_index");
    }

    private boolean priceLevelMatters() {
        for (Parameter parameter : scenario.parameters().values()) {
            if (parameter.priceYear() != null) {
                return true;
            }
        }
        for (Intervention intervention : scenario.interventions().values()) {
            for (Stream stream : intervention.streams()) {
                if (changesInPrice(stream.terms().growth(), stream.terms().prices())) {
                    return true;
                }
            }
        }
        for (Outcome outcome : scenario.outcomes().values()) {
            for (OutcomeValue value : outcome.values().values()) {
                if (changesInPrice(value.growth(), value.prices())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean changesInPrice(Expression growth, Prices prices) {
        return prices == Prices.NOMINAL || !growth.equals(Expression.ZERO);
    }

    private void range(String path, int number, int least, int most) {
        if (number < least || number > most) {
            problems.add(ProblemCode.OUT_OF_RANGE, path, String.valueOf(number), least + " … " + most);
        }
    }

    private void id(String path, String id) {
        if (!ID.matcher(id).matches()) {
            problems.add(Problem.ofKey(ProblemCode.NOT_AN_ID, path, id).suggesting(snakeCase(id)));
        }
    }

    private void value(String path, @Nullable String id) {
        if (id != null && !ID.matcher(id).matches()) {
            problems.add(Problem.of(ProblemCode.NOT_AN_ID, path, id).suggesting(snakeCase(id)));
        }
    }

    private static @Nullable String snakeCase(String id) {
        String snake = id.strip()
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .replaceAll("^_+|_+$", "")
                .toLowerCase(Locale.ROOT);
        return ID.matcher(snake).matches() ? snake : null;
    }

    private void stakeholders() {
        if (scenario.stakeholders().isEmpty() && !problems.isIncomplete("stakeholders")) {
            problems.add(Problem.ofKey(ProblemCode.MISSING_KEY, "stakeholders", "stakeholders"));
            problems.markIncomplete("stakeholders");
        }
        for (Stakeholder party : scenario.stakeholders().values()) {
            id("stakeholders." + party.id(), party.id());
            value("stakeholders." + party.id() + ".sector", party.sector());
        }
    }

    private void parameters() {
        for (Parameter parameter : scenario.parameters().values()) {
            String path = "parameters." + parameter.id();
            id(path, parameter.id());
            if (Function.named(parameter.id()).isPresent()
                    || PublishedPolicy.find(parameter.id()).isPresent()) {
                problems.add(Problem.ofKey(ProblemCode.RESERVED_NAME, path, parameter.id()));
            }
            value(path + ".group", parameter.group());
            if (parameter.value() == null && parameter.distribution() == null) {
                problems.add(Problem.ofKey(ProblemCode.MISSING_KEY, path + ".value", "value"));
            }
            valueAndDistribution(path, parameter);
            Integer year = parameter.priceYear();
            if (year != null) {
                priceYear(path + ".price_year", year);
            }
        }
    }

    private void valueAndDistribution(String path, Parameter parameter) {
        var value = parameter.value();
        if (value == null || value.isUnknown()) {
            return;
        }
        boolean formula = value.number().isEmpty();
        if (parameter.distribution() != null) {
            if (formula) {
                problems.add(Problem.ofKey(ProblemCode.DISTRIBUTION_OF_FORMULA, path + ".distribution", value.text()));
            } else {
                support(path + ".value", value.number().getAsDouble(), parameter.distribution());
            }
        }
        if (parameter.priceYear() != null && formula) {
            problems.add(Problem.ofKey(ProblemCode.PRICE_YEAR_OF_FORMULA, path + ".price_year", value.text()));
        }
    }

    private void support(String path, double value, Distribution distribution) {
        if (value < distribution.lowest() || value > distribution.highest()) {
            problems.add(
                    ProblemCode.VALUE_OUTSIDE_DISTRIBUTION,
                    path,
                    Problem.number(value),
                    Problem.number(distribution.lowest()) + " … " + Problem.number(distribution.highest()));
        }
    }

    private void priceYear(String path, int year) {
        PriceIndex index = scenario.priceIndex();
        if (priceLevelIsKnown()
                && year != scenario.priceLevel()
                && index.factor(year, scenario.priceLevel()).isEmpty()) {
            boolean levelMissing = !index.values().containsKey(scenario.priceLevel());
            int missing = levelMissing ? scenario.priceLevel() : year;
            problems.add(
                    ProblemCode.YEAR_NOT_IN_INDEX,
                    levelMissing && scenario.statedPriceLevel() != null ? "price_level" : path,
                    String.valueOf(missing),
                    index.values().firstKey() + " … " + index.lastYear());
        }
    }

    /** Every id in every expression is a parameter's. */
    private void references() {
        if (problems.isIncomplete("parameters")) {
            return;
        }
        Collection<String> known = scenario.parameters().keySet();
        ScenarioExpressions.forEach(scenario, (path, expression) -> {
            if (!known.containsAll(expression.references())) {
                unknownReferences(path, expression, known);
            }
        });
    }

    private void unknownReferences(String path, Expression expression, Collection<String> known) {
        List<Problem> unknown = new ArrayList<>();
        for (String reference : expression.references()) {
            if (!known.contains(reference) && !problems.isFull()) {
                unknown.add(Problem.of(ProblemCode.UNKNOWN_PARAMETER, path, reference)
                        .suggesting(Spelling.nearest(reference, known)));
            }
        }
        problems.addTogether(unknown);
    }

    /** Whether the id is one of a section's; a problem is reported otherwise. */
    private boolean known(ProblemCode code, String path, String id, String section, Collection<String> known) {
        if (known.contains(id)) {
            return true;
        }
        unknown(Problem.of(code, path, id), section, known);
        return false;
    }

    /** Reports an unknown id, unless it may be one that an earlier problem keeps from being known. */
    private void unknown(Problem problem, String section, Collection<String> known) {
        if (!problems.isIncomplete(section) && !problems.isFull()) {
            problems.add(problem.suggesting(Spelling.nearest(problem.arguments().get(0), known)));
        }
    }

    private void discounting() {
        DiscountPolicy policy = scenario.discounting();
        if (policy.standard().steps().get(0) == null) {
            problems.add(Problem.ofKey(ProblemCode.MISSING_KEY, "discounting.standard.steps.0", "0"));
        }
        for (String rateClass : policy.classes().keySet()) {
            id("discounting.classes." + rateClass, rateClass);
        }
    }

    private void rateClass(String path, @Nullable String rateClass) {
        DiscountPolicy policy = scenario.discounting();
        if (rateClass == null
                || rateClass.equals(DiscountPolicy.STANDARD)
                || policy.classes().containsKey(rateClass)
                || problems.isIncomplete("discounting.classes")) {
            return;
        }
        if (policy.classes().isEmpty()) {
            problems.add(ProblemCode.POLICY_WITHOUT_CLASSES, path, rateClass);
        } else {
            known(
                    ProblemCode.UNKNOWN_RATE_CLASS,
                    path,
                    rateClass,
                    "discounting.classes",
                    policy.classes().keySet());
        }
    }

    private void shares(String path, Shares shares) {
        for (String party : shares.byStakeholder().keySet()) {
            String sharePath = path + "." + party;
            if (!scenario.stakeholders().containsKey(party)) {
                unknown(
                        Problem.ofKey(ProblemCode.UNKNOWN_STAKEHOLDER, sharePath, party),
                        "stakeholders",
                        scenario.stakeholders().keySet());
            }
        }
    }

    private void stakeholder(String path, String id) {
        known(
                ProblemCode.UNKNOWN_STAKEHOLDER,
                path,
                id,
                "stakeholders",
                scenario.stakeholders().keySet());
    }

    private void outcome(Outcome outcome) {
        String path = "outcomes." + outcome.id();
        id(path, outcome.id());
        if (outcome.values().isEmpty()) {
            problems.add(ProblemCode.EMPTY, path + ".values");
        }
        outcome.values().forEach((id, value) -> {
            String valuePath = ScenarioExpressions.valuePath(outcome, id);
            id(valuePath, id);
            shares(valuePath + ".borne_by", value.borneBy());
            rateClass(valuePath + ".rate_class", value.rateClass());
        });
        if (outcome.baseline() instanceof Baseline.Path levels) {
            calendarYears(path + ".baseline", levels.levels().keySet(), scenario.firstYear());
            if (levels.levels().isEmpty()) {
                problems.add(ProblemCode.EMPTY, path + ".baseline");
            }
        }
    }

    /** No year is named twice, once as a calendar year and once as an offset. */
    private void calendarYears(String path, Set<Integer> years, int start) {
        Set<Integer> seen = new HashSet<>();
        for (int year : years) {
            int calendar = TimeFrame.isCalendarYear(year) ? year : start + year;
            if (!seen.add(calendar)) {
                problems.add(Problem.ofKey(ProblemCode.YEAR_NAMED_TWICE, path + "." + year, "" + calendar));
            }
        }
    }

    private void intervention(Intervention intervention) {
        String path = "interventions." + intervention.id();
        id(path, intervention.id());
        Set<String> ids = new HashSet<>();
        for (Stream stream : intervention.streams()) {
            String streamPath = streamPath(intervention, stream);
            id(streamPath, stream.id());
            if (!ids.add(stream.id())) {
                problems.add(Problem.ofKey(ProblemCode.DUPLICATE_STREAM, streamPath, stream.id()));
            }
            stream(intervention, stream, streamPath);
        }
        for (int i = 0; i < intervention.unpriced().size(); i++) {
            UnpricedItem item = intervention.unpriced().get(i);
            stakeholder(path + ".unpriced[" + i + "].stakeholder", item.stakeholder());
        }
        Profile active = intervention.active();
        if (active != null) {
            profile(path + ".active", active);
        }
        Participants participants = intervention.participants();
        if (participants != null) {
            profile(path + ".participants.when", participants.when());
        }
        for (int i = 0; i < intervention.interactions().size(); i++) {
            Interaction interaction = intervention.interactions().get(i);
            String other = interaction.other();
            String key =
                    path + ".interactions[" + i + "]." + interaction.condition().id();
            if (other.equals(intervention.id())) {
                problems.add(ProblemCode.INTERACTS_WITH_ITSELF, key, other);
            } else if (known(
                    ProblemCode.UNKNOWN_INTERVENTION,
                    key,
                    other,
                    "interventions",
                    scenario.interventions().keySet())) {
                activeStated(scenario.interventions().get(other));
            }
        }
    }

    private void activeStated(@Nullable Intervention other) {
        if (other != null
                && other.active() == null
                && other.costs().stream().anyMatch(cost -> hasEnd(cost.terms().when()))) {
            problems.add(Problem.ofKey(ProblemCode.ACTIVE_NOT_STATED, "interventions." + other.id(), other.id()));
        }
    }

    private static boolean hasEnd(Profile profile) {
        return !(profile instanceof Profile.Run run) || !run.isOpen();
    }

    private void stream(Intervention intervention, Stream stream, String path) {
        StreamTerms terms = stream.terms();
        profile(path + ".when", terms.when());
        if (terms.perParticipant()) {
            if (intervention.participants() == null) {
                problems.add(ProblemCode.NO_PARTICIPANTS, path + ".per", intervention.id());
            }
            if (terms.continues()) {
                problems.add(ProblemCode.CANNOT_CONTINUE, path + ".beyond_horizon", "per: participant");
            }
        } else if (terms.continues() && hasEnd(terms.when())) {
            problems.add(ProblemCode.CANNOT_CONTINUE, path + ".beyond_horizon", "when");
        }
        rateClass(path + ".rate_class", terms.rateClass());
        String grade = terms.evidence();
        if (grade != null && scenario.optimismBias() != null) {
            known(
                    ProblemCode.UNKNOWN_GRADE,
                    path + ".evidence",
                    grade,
                    "optimism_bias",
                    scenario.optimismBias().keySet());
        }
        if (stream instanceof Cost cost) {
            shares(path + ".paid_by", cost.paidBy());
            amount(path, cost.amount(), terms);
        } else if (stream instanceof Transfer transfer) {
            transfer(intervention, transfer, path);
        } else if (stream instanceof Effect.Valued valued) {
            shares(path + ".accrues_to", valued.accruesTo());
        } else if (stream instanceof Effect.Reduction reduction) {
            known(
                    ProblemCode.UNKNOWN_OUTCOME,
                    path + ".reduces",
                    reduction.outcome(),
                    "outcomes",
                    scenario.outcomes().keySet());
            ownTermsOnly(path, terms);
        }
    }

    private void transfer(Intervention intervention, Transfer transfer, String path) {
        stakeholder(path + ".from", transfer.from());
        stakeholder(path + ".to", transfer.to());
        if (transfer.from().equals(transfer.to())) {
            problems.add(ProblemCode.TRANSFER_TO_ITSELF, path + ".to", transfer.to());
        }
        if (transfer.amount() instanceof StreamAmount.PerUnitOf follower) {
            List<String> effects = new ArrayList<>();
            for (Effect effect : intervention.effects()) {
                effects.add(effect.id());
            }
            String section = "interventions." + intervention.id() + ".effects";
            known(ProblemCode.UNKNOWN_EFFECT, path + ".follows", follower.effect(), section, effects);
            if (!transfer.terms().when().equals(Profile.ALWAYS)) {
                problems.add(Problem.ofKey(ProblemCode.NOT_WITH, path + ".when", "when", "follows"));
            }
            if (transfer.terms().perParticipant()) {
                problems.add(Problem.ofKey(ProblemCode.NOT_WITH, path + ".per", "per", "follows"));
            }
            if (transfer.terms().continues()) {
                problems.add(
                        Problem.ofKey(ProblemCode.NOT_WITH, path + ".beyond_horizon", "beyond_horizon", "follows"));
            }
        } else {
            amount(path, transfer.amount(), transfer.terms());
        }
    }

    private void amount(String path, StreamAmount amount, StreamTerms terms) {
        if (!(amount instanceof StreamAmount.Total)) {
            return;
        }
        if (!hasEnd(terms.when())) {
            problems.add(Problem.ofKey(ProblemCode.TOTAL_WITHOUT_END, path + ".total"));
        } else if (terms.when() instanceof Profile.Run run && run.fadeOut() != null) {
            problems.add(Problem.ofKey(ProblemCode.NOT_WITH, path + ".when.fade_out", "fade_out", "total"));
        }
    }

    /** A reduction has no prices, class or tail of its own: those are its outcome's. */
    private void ownTermsOnly(String path, StreamTerms terms) {
        StreamTerms plain = StreamTerms.DEFAULT;
        notWithReduces(path, "growth", terms.growth().equals(plain.growth()));
        notWithReduces(path, "prices", terms.prices() == plain.prices());
        notWithReduces(path, "rate_class", terms.rateClass() == null);
        notWithReduces(path, "beyond_horizon", !terms.continues());
        notWithReduces(path, "cashable", terms.cashable() == null);
    }

    private void notWithReduces(String path, String key, boolean absent) {
        if (!absent) {
            problems.add(Problem.ofKey(ProblemCode.NOT_WITH, path + "." + key, key, "reduces"));
        }
    }

    private void profile(String path, Profile profile) {
        if (profile instanceof Profile.Run run) {
            if (run.to() != null && run.years() != null) {
                problems.add(Problem.ofKey(ProblemCode.NOT_WITH, path + ".years", "years", "to"));
            }
            if (run.every() != null) {
                notWithEvery(path, "ramp_up", run.rampUp());
                notWithEvery(path, "drop_off", run.dropOff());
                notWithEvery(path, "fade_out", run.fadeOut());
            }
            if (run.fadeOut() != null && run.isOpen()) {
                problems.add(Problem.ofKey(ProblemCode.FADE_OUT_WITHOUT_END, path + ".fade_out"));
            }
        }
    }

    private void notWithEvery(String path, String key, @Nullable Object value) {
        if (value != null) {
            problems.add(Problem.ofKey(ProblemCode.NOT_WITH, path + "." + key, key, "every"));
        }
    }

    private void alternatives() {
        for (Alternative alternative : scenario.alternatives().values()) {
            String path = "alternatives." + alternative.id();
            id(path, alternative.id());
            Set<String> named = new HashSet<>();
            for (int i = 0; i < alternative.interventions().size(); i++) {
                String intervention = alternative.interventions().get(i);
                String entry = path + ".interventions[" + i + "]";
                known(
                        ProblemCode.UNKNOWN_INTERVENTION,
                        entry,
                        intervention,
                        "interventions",
                        scenario.interventions().keySet());
                if (!named.add(intervention)) {
                    problems.add(ProblemCode.NAMED_TWICE, entry, intervention);
                }
            }
            sets(path + ".set", alternative.set());
            String other = alternative.comparedWith();
            if (other != null) {
                if (other.equals(alternative.id())) {
                    problems.add(ProblemCode.COMPARED_WITH_ITSELF, path + ".compared_with", other);
                } else {
                    known(
                            ProblemCode.UNKNOWN_ALTERNATIVE,
                            path + ".compared_with",
                            other,
                            "alternatives",
                            scenario.alternatives().keySet());
                }
            }
        }
    }

    private void sets(String path, Map<String, Replacement> set) {
        for (Map.Entry<String, Replacement> change : set.entrySet()) {
            String id = change.getKey();
            Replacement replacement = change.getValue();
            String entry = path + "." + id;
            if (!scenario.parameters().containsKey(id)) {
                unknown(
                        Problem.ofKey(ProblemCode.UNKNOWN_PARAMETER, entry, id),
                        "parameters",
                        scenario.parameters().keySet());
            } else if (replacement instanceof Replacement.Value value && value.distribution() != null) {
                var number = value.value();
                if (number != null && !number.isUnknown()) {
                    if (number.number().isEmpty()) {
                        problems.add(Problem.ofKey(
                                ProblemCode.DISTRIBUTION_OF_FORMULA, entry + ".distribution", number.text()));
                    } else {
                        support(entry + ".value", number.number().getAsDouble(), value.distribution());
                    }
                }
            }
        }
    }

    private void expectations() {
        for (int i = 0; i < scenario.expectations().size(); i++) {
            Expectation expectation = scenario.expectations().get(i);
            String path = "expect[" + i + "]";
            if (expectation.alternative() != null) {
                known(
                        ProblemCode.UNKNOWN_ALTERNATIVE,
                        path + ".alternative",
                        expectation.alternative(),
                        "alternatives",
                        scenario.alternatives().keySet());
            }
            if (expectation.outlook() != null) {
                known(
                        ProblemCode.UNKNOWN_OUTLOOK,
                        path + ".outlook",
                        expectation.outlook(),
                        "outlooks",
                        scenario.outlooks().keySet());
            }
        }
    }
}
