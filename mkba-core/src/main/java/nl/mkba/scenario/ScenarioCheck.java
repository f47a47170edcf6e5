package nl.mkba.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.discounting.DiscountPolicy.RateSchedule;
import nl.mkba.discounting.PublishedPolicy;
import nl.mkba.engine.input.WrittenNumber;
import nl.mkba.engine.number.CheckedNumber;
import nl.mkba.engine.time.TimeFrame;
import nl.mkba.expression.Expression;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong in a scenario as a whole without calculating: ids, references, and parts that do not fit. */
final class ScenarioCheck {

    /** Keys that hold a yearly rate of change. */
    private static final Set<String> RATES = Set.of("inflation", "growth", "trend");

    private final Scenario scenario;
    private final Problems problems;
    private final IdCheck ids;
    private final LabelCheck labels;
    private final YearCheck years;
    private final ParameterCheck parameters;
    private final InterventionCheck interventions;

    ScenarioCheck(Scenario scenario, Problems problems) {
        this.scenario = scenario;
        this.problems = problems;
        this.ids = new IdCheck(scenario, problems);
        this.labels = new LabelCheck(ids, problems);
        this.years = new YearCheck(scenario, problems);
        this.parameters = new ParameterCheck(scenario, ids, years, problems);
        this.interventions = new InterventionCheck(scenario, ids, labels, problems);
    }

    void run() {
        ids.value("id", scenario.id());
        currency();
        years.years();
        stakeholders();
        for (Parameter parameter : scenario.parameters().values()) {
            parameters.parameter(parameter);
        }
        discounting();
        references();
        for (Outcome outcome : scenario.outcomes().values()) {
            outcome(outcome);
        }
        for (Intervention intervention : scenario.interventions().values()) {
            interventions.intervention(intervention);
        }
        if (scenario.interventions().isEmpty()) {
            problems.add(ProblemCode.EMPTY, "interventions");
            problems.markIncomplete("interventions");
        }
        alternatives();
        for (Outlook outlook : scenario.outlooks().values()) {
            ids.id("outlooks." + outlook.id(), outlook.id());
            ids.free("outlooks." + outlook.id(), outlook.id(), ReservedIds.isOutlook(outlook.id()));
            parameters.sets("outlooks." + outlook.id() + ".set", outlook.set());
            DiscountPolicy policy = outlook.discounting();
            if (policy != null) {
                policy("outlooks." + outlook.id() + ".discounting", policy);
            }
        }
        new CorrelationCheck(scenario, problems).run();
        rates();
        new ScaledUnits(scenario, problems).run();
        draws();
        expectations();
        if (!problems.hasErrors()) {
            placeholders();
        }
    }

    /** What stands for a faulty expression is no value of its own: where nothing was reported, a value is missing. */
    private void placeholders() {
        scenario.forEachExpression((path, expression) -> {
            if (expression.isUnknown() && !problems.isFaulty(path)) {
                problems.add(Problem.ofKey(ProblemCode.MISSING_KEY, path, path.substring(path.lastIndexOf('.') + 1)));
            }
        });
    }

    /** A rate or a factor that is written without a percent sign. */
    private void rates() {
        scenario.forEachExpression((path, expression) -> perhapsPercentage(path, expression.text())
                .ifPresent(
                        number -> problems.add(ProblemCode.PERHAPS_PERCENTAGE, path, number.toArray(String[]::new))));
    }

    private Optional<List<String>> perhapsPercentage(String path, String text) {
        if (isRate(path)) {
            return WrittenNumber.perhapsPercentage(text);
        }
        return path.endsWith(".times") ? WrittenNumber.perhapsPercentageAsFactor(text) : Optional.empty();
    }

    private static boolean isRate(String path) {
        return RATES.contains(path.substring(path.lastIndexOf('.') + 1))
                || path.startsWith("optimism_bias.")
                || path.startsWith("discounting.")
                || path.contains(".discounting.");
    }

    private void currency() {
        String code = scenario.currency();
        if (!code.equals("EUR")
                && Currency.getAvailableCurrencies().stream()
                        .noneMatch(known -> known.getCurrencyCode().equals(code))) {
            problems.add(ProblemCode.UNKNOWN_CURRENCY, "currency", code);
        }
    }

    private void draws() {
        if (scenario.simulation().draws() < 1) {
            problems.add(
                    ProblemCode.OUT_OF_RANGE,
                    "simulation.draws",
                    "" + scenario.simulation().draws(),
                    "≥ 1");
        }
    }

    private void stakeholders() {
        if (scenario.stakeholders().isEmpty() && !problems.isIncomplete("stakeholders")) {
            problems.add(Problem.ofKey(ProblemCode.MISSING_KEY, "stakeholders", "stakeholders"));
            problems.markIncomplete("stakeholders");
        }
        if (scenario.incomeWeights() != null
                && !problems.isIncomplete("stakeholders")
                && scenario.stakeholders().values().stream().allMatch(stakeholder -> stakeholder.income() == null)) {
            problems.add(ProblemCode.NO_INCOMES, "income_weights");
        }
        for (Stakeholder stakeholder : scenario.stakeholders().values()) {
            ids.id("stakeholders." + stakeholder.id(), stakeholder.id());
            sector("stakeholders." + stakeholder.id() + ".sector", stakeholder.sector());
            if (scenario.incomeWeights() != null
                    && stakeholder.income() != null
                    && stakeholder.statedWeight() != null) {
                String key = "stakeholders." + stakeholder.id() + ".weight";
                problems.add(Problem.ofKey(ProblemCode.NOT_WITH, key, "weight", "income"));
            }
        }
    }

    private void sector(String path, @Nullable String sector) {
        ids.value(path, sector);
        if (sector == null) {
            return;
        }
        String meant = KnownSectors.meant(sector);
        if (meant != null) {
            problems.add(ProblemCode.PERHAPS_SECTOR, path, sector, meant);
        }
    }

    /** Every id in every expression is a parameter's. */
    private void references() {
        boolean complete = !problems.isIncomplete("parameters");
        Collection<String> known = scenario.parameters().keySet();
        scenario.forEachExpression((path, expression) -> {
            if (complete && !known.containsAll(expression.references())) {
                unknownReferences(path, expression, known);
            }
        });
    }

    private void unknownReferences(String path, Expression expression, Collection<String> known) {
        List<Problem> unknown = new ArrayList<>();
        for (String reference : expression.references()) {
            if (known.contains(reference) || problems.isFull()) {
                continue;
            }
            List<String> near = problems.nearest(reference, known);
            if (!ids.isReportedAsKey(reference, "parameters", near)) {
                unknown.add(Problem.of(ProblemCode.UNKNOWN_PARAMETER, path, reference)
                        .suggesting(near));
            }
        }
        problems.addTogether(unknown);
    }

    private void discounting() {
        DiscountPolicy policy = scenario.discounting();
        policy("discounting", policy);
        for (String rateClass : policy.classes().keySet()) {
            ids.id("discounting.classes." + rateClass, rateClass);
        }
    }

    private void policy(String path, DiscountPolicy policy) {
        if (!problems.isFaulty("base_year")) {
            policy.check(scenario.baseYear()).forEach(problem -> problems.add(problem.at(path + "." + problem.path())));
        }
        RateSchedule standard = policy.standard();
        Expression rate = standard.isFlat() ? standard.steps().get(0) : null;
        if (rate != null
                && rate.references().contains(rate.text())
                && !scenario.parameters().containsKey(rate.text())
                && policy.classes().isEmpty()
                && !problems.isIncomplete("parameters")) {
            List<String> known = new ArrayList<>(PublishedPolicy.ids());
            known.addAll(scenario.parameters().keySet());
            problems.add(Problem.of(ProblemCode.UNKNOWN_POLICY, path, rate.text())
                    .suggesting(problems.nearest(rate.text(), known)));
        }
    }

    private void outcome(Outcome outcome) {
        String path = "outcomes." + outcome.id();
        ids.id(path, outcome.id());
        if (outcome.values().isEmpty()) {
            problems.add(ProblemCode.EMPTY, path + ".values");
        }
        outcome.values().forEach((id, value) -> {
            String valuePath = outcome.path(id);
            ids.id(valuePath, id);
            ids.shares(valuePath + ".borne_by", value.borneBy());
            ids.rateClass(valuePath + ".rate_class", value.rateClass());
            labels.check(valuePath, value.labels());
        });
        if (outcome.baseline() instanceof Outcome.Baseline.Path levels) {
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

    private void alternatives() {
        for (Alternative alternative : scenario.alternatives().values()) {
            String path = "alternatives." + alternative.id();
            ids.id(path, alternative.id());
            ids.free(path, alternative.id(), ReservedIds.isAlternative(alternative.id()));
            Set<String> named = new HashSet<>();
            for (int i = 0; i < alternative.interventions().size(); i++) {
                String intervention = alternative.interventions().get(i);
                String entry = path + ".interventions[" + i + "]";
                ids.known(
                        ProblemCode.UNKNOWN_INTERVENTION,
                        entry,
                        intervention,
                        "interventions",
                        scenario.interventions().keySet());
                if (!named.add(intervention)) {
                    problems.add(ProblemCode.NAMED_TWICE, entry, intervention);
                }
            }
            parameters.sets(path + ".set", alternative.set());
            String other = alternative.comparedWith();
            if (other != null) {
                if (other.equals(alternative.id())) {
                    problems.add(ProblemCode.COMPARED_WITH_ITSELF, path + ".compared_with", other);
                } else {
                    ids.known(
                            ProblemCode.UNKNOWN_ALTERNATIVE,
                            path + ".compared_with",
                            other,
                            "alternatives",
                            scenario.alternatives().keySet());
                }
            }
        }
    }

    private void expectations() {
        for (int i = 0; i < scenario.expectations().size(); i++) {
            Expectation expectation = scenario.expectations().get(i);
            String path = "expect[" + i + "]";
            if (expectation.value() instanceof Expectation.Value.Number expected) {
                CheckedNumber.refusal(expected.number(), String.valueOf(expected.number()))
                        .ifPresent(problem -> problems.add(problem.at(path + ".value")));
            }
            double within = expectation.within().amount();
            if (!(within >= 0 && Double.isFinite(within))) {
                problems.add(ProblemCode.OUT_OF_RANGE, path + ".within", Problem.number(within), "≥ 0");
            }
            if (expectation.alternative() != null) {
                ids.known(
                        ProblemCode.UNKNOWN_ALTERNATIVE,
                        path + ".alternative",
                        expectation.alternative(),
                        "alternatives",
                        scenario.alternatives().keySet());
            }
            if (expectation.outlook() != null) {
                ids.known(
                        ProblemCode.UNKNOWN_OUTLOOK,
                        path + ".outlook",
                        expectation.outlook(),
                        "outlooks",
                        scenario.outlooks().keySet());
            }
        }
    }
}
