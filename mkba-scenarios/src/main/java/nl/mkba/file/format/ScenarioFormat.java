package nl.mkba.file.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.mkba.file.yaml.ScalarNode;
import nl.mkba.price.PriceIndex;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Correlation;
import nl.mkba.scenario.Expectation;
import nl.mkba.scenario.OptimismBias;
import nl.mkba.scenario.Outcome;
import nl.mkba.scenario.Outlook;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Simulation;
import nl.mkba.source.Provenance;
import nl.mkba.text.Text;
import nl.mkba.time.FlowTiming;
import org.jspecify.annotations.Nullable;

/** A whole scenario: the keys at the top of the file, of which most hold sections with a class of their own. */
final class ScenarioFormat {

    private static final String[] KEYS = {
        "mkba",
        "id",
        "title",
        "description",
        "authors",
        "notes",
        "currency",
        "base_year",
        "first_year",
        "horizon",
        "price_level",
        "price_index",
        "inflation",
        "income_weights",
        "flows_at",
        "discounting",
        "stakeholders",
        "parameters",
        "outcomes",
        "interventions",
        "alternatives",
        "outlooks",
        "optimism_bias",
        "correlations",
        "simulation",
        "expect",
        "include"
    };

    private final Section file;

    private ScenarioFormat(Section file) {
        this.file = file;
    }

    /** The parts of a scenario, not yet checked together. */
    static Scenario.Builder read(Value value) {
        return new ScenarioFormat(value.section(KEYS)).read();
    }

    private Scenario.Builder read() {
        file.required("mkba");
        Text title = file.required("title").inLanguages();
        Scenario.Builder scenario = Scenario.builder(file.required("id").id())
                .title(title == null ? Text.of("") : title)
                .description(file.words("description"))
                .authors(authors())
                .notes(file.words("notes"));
        String currency = file.text("currency");
        if (currency != null) {
            scenario.currency(currency);
        }
        years(scenario);
        Value inflation = file.optional("inflation");
        scenario.inflation(inflation == null ? null : inflation.expression("expression"));
        scenario.incomeWeights(file.read("income_weights", IncomeWeightsFormat::read));
        scenario.flowsAt(file.choice("flows_at", FlowTiming.class, FlowTiming.START));
        sections(scenario);
        return scenario;
    }

    private List<String> authors() {
        Value authors = file.optional("authors");
        if (authors == null || authors.isFaulty()) {
            return List.of();
        }
        if (authors.isList()) {
            return authors.items().stream().map(Value::words).toList();
        }
        if (!authors.isText()) {
            authors.wrongType("text_or_list");
        }
        return List.of(authors.words());
    }

    private void years(Scenario.Builder scenario) {
        Integer baseYear = Kind.YEAR.read(file.required("base_year"));
        if (baseYear != null) {
            scenario.baseYear(baseYear);
        }
        Integer horizon = horizon(file.required("horizon"), baseYear);
        if (horizon != null) {
            scenario.horizon(horizon);
        }
        Integer firstYear = file.read("first_year", Kind.YEAR::read);
        if (firstYear != null) {
            scenario.firstYear(firstYear);
        }
        Integer priceLevel = file.read("price_level", Kind.YEAR::read);
        if (priceLevel != null) {
            scenario.priceLevel(priceLevel);
        }
        PriceIndex index = file.read("price_index", ScenarioFormat::priceIndex);
        if (index != null) {
            scenario.priceIndex(index);
        }
    }

    /** How many years; of a calendar year the number is suggested that would end with it. */
    private static @Nullable Integer horizon(Value value, @Nullable Integer baseYear) {
        Integer year = value.node() instanceof ScalarNode scalar
                        && scalar.text().strip().matches("[12]\\d{3}")
                ? Integer.valueOf(scalar.text().strip())
                : null;
        if (year != null && baseYear != null && year >= baseYear && year < baseYear + Scenario.LONGEST_HORIZON) {
            value.refuse(
                    Problem.of(ProblemCode.OUT_OF_RANGE, value.path(), value.found(), "1 … " + Scenario.LONGEST_HORIZON)
                            .suggesting(Integer.toString(year - baseYear + 1)));
            return null;
        }
        return value.wholeInt(1, Scenario.LONGEST_HORIZON);
    }

    private static @Nullable PriceIndex priceIndex(Value value) {
        if (value.isMap()) {
            SortedMap<Integer, Double> numbers = new TreeMap<>();
            value.years().forEach((year, entry) -> {
                Double number = entry.number();
                if (number != null && number > 0) {
                    numbers.put(year, number);
                } else if (number != null) {
                    entry.refuse(ProblemCode.OUT_OF_RANGE, entry.id(), "> 0");
                }
            });
            return numbers.isEmpty() ? null : new PriceIndex(null, numbers, Provenance.NONE);
        }
        if (!value.isText()) {
            value.wrongType("index");
            return null;
        }
        String name = value.id();
        PriceIndex index = PriceIndex.builtIn(name).orElse(null);
        if (index == null) {
            value.refuse(Problem.of(ProblemCode.UNKNOWN_PRICE_INDEX, value.path(), name)
                    .suggesting(value.problems().nearest(name, PriceIndex.builtInNames())));
        }
        return index;
    }

    private void sections(Scenario.Builder scenario) {
        Value stakeholders = file.optional("stakeholders");
        if (stakeholders != null) {
            for (Map.Entry<String, Value> stakeholder :
                    stakeholders.someEntries().entrySet()) {
                scenario.stakeholder(StakeholderFormat.read(stakeholder.getKey(), stakeholder.getValue()));
            }
        }
        List<String> parameters = new ArrayList<>();
        for (Parameter parameter : file.each("parameters", ParameterFormat::read)) {
            parameters.add(parameter.id());
            scenario.parameter(parameter);
        }
        DiscountingFormat discounting = new DiscountingFormat(parameters);
        scenario.discounting(discounting.read(file.required("discounting")));
        for (Outcome outcome : file.each("outcomes", OutcomeFormat::read)) {
            scenario.outcome(outcome);
        }
        for (Map.Entry<String, Value> measure :
                file.required("interventions").entries().entrySet()) {
            scenario.intervention(InterventionFormat.read(measure.getKey(), measure.getValue()));
        }
        alternatives(scenario);
        for (Outlook outlook : file.each("outlooks", (id, value) -> OutlookFormat.read(id, value, discounting))) {
            scenario.outlook(outlook);
        }
        Map<String, OptimismBias> bias = file.read("optimism_bias", OptimismBiasFormat::read);
        if (bias != null) {
            scenario.optimismBias(bias);
        }
        for (Correlation correlation : file.items("correlations", CorrelationFormat::read)) {
            scenario.correlation(correlation);
        }
        Simulation simulation = file.read("simulation", SimulationFormat::read);
        if (simulation != null) {
            scenario.simulation(simulation);
        }
        for (Expectation expectation : file.items("expect", ExpectationFormat::read)) {
            scenario.expect(expectation);
        }
    }

    private void alternatives(Scenario.Builder scenario) {
        Value alternatives = file.optional("alternatives");
        if (alternatives != null) {
            for (Map.Entry<String, Value> entry : alternatives.someEntries().entrySet()) {
                scenario.alternative(AlternativeFormat.read(entry.getKey(), entry.getValue()));
            }
        }
    }
}
