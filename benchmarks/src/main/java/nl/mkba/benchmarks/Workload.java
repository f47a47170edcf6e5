package nl.mkba.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.mkba.distribution.Distribution;
import nl.mkba.scenario.Cost;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Outlook;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Stakeholder;

/**
 * The benchmark workload: 12 stakeholders, 15 cost and 45 benefit streams over 31 years, 41 parameters. W has all parameters
 * uncertain, W2 all but the fade-outs and the discount rate, so that time factors are the same in every draw; W3 has no
 * uncertainty, but a table of 14,000 neighbourhoods in 20 variants. Its numbers are in {@code workload.json}.
 */
final class Workload {

    private static final String[] SECTORS = {"public", "private", "households"};

    /** Knuth's multiplicative hash: it spreads the rows' values evenly and the same everywhere. */
    private static final long SPREAD = 2_654_435_761L;

    private static final double RANGE = 4_294_967_296.0;

    private final JsonNode data;

    Workload() {
        try (InputStream in = Workload.class.getResourceAsStream("workload.json")) {
            data = new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of neighbourhoods. */
    int rows() {
        return data.get("w3").get("neighbourhoods").asInt();
    }

    /** The number of variants. */
    int variants() {
        return data.get("w3").get("variants").asInt();
    }

    /** The parameters' names, in order. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        data.get("parameters")
                .forEach(parameter -> names.add(parameter.get("name").asText()));
        return names;
    }

    private double central(int parameter) {
        return data.get("parameters").get(parameter).get("central").asDouble();
    }

    /** The ids of the parameters that differ from row to row. */
    List<String> columns() {
        return names().stream()
                .filter(Workload::isByRow)
                .map(name -> name + "_base")
                .toList();
    }

    private static boolean isByRow(String name) {
        return !name.startsWith("fade") && !name.startsWith("discount") && !name.startsWith("costmult");
    }

    /** The value of a column in a row. */
    double value(int row, String column) {
        int parameter = names().indexOf(column.substring(0, column.length() - "_base".length()));
        double part = ((row * (parameter + 7) * SPREAD) % (1L << 32)) / RANGE;
        return central(parameter) * (0.8 + 0.4 * part);
    }

    /** Workload W. */
    Scenario uncertain() {
        return uncertain("w", Set.of());
    }

    /** Workload W2. */
    Scenario uncertainWithFixedTiming() {
        Set<Integer> fixed = new HashSet<>();
        data.get("fixedInW2").forEach(parameter -> fixed.add(parameter.asInt()));
        return uncertain("w2", fixed);
    }

    private Scenario uncertain(String id, Set<Integer> fixed) {
        Scenario.Builder scenario = base(id);
        List<String> names = names();
        for (int k = 0; k < names.size(); k++) {
            Parameter.Builder parameter = Parameter.builder(names.get(k)).value(central(k));
            if (!fixed.contains(k)) {
                parameter.distribution(distribution(data.get("parameters").get(k)));
            }
            scenario.parameter(parameter.build());
        }
        return scenario.intervention(programme(names)).build();
    }

    private static Distribution distribution(JsonNode parameter) {
        String kind = parameter.get("kind").asText();
        return switch (kind) {
            case "triangular" ->
                Distribution.triangular(number(parameter, "a"), number(parameter, "m"), number(parameter, "b"));
            case "pert" -> Distribution.pert(number(parameter, "a"), number(parameter, "m"), number(parameter, "b"));
            case "uniform" -> Distribution.uniform(number(parameter, "a"), number(parameter, "b"));
            case "normal" -> Distribution.normal(number(parameter, "mu"), number(parameter, "sd"), null, null);
            case "lognormal" -> lognormal(number(parameter, "mu"), number(parameter, "sd"));
            default -> throw new IllegalStateException(kind);
        };
    }

    /** By the mean and standard deviation of its logarithm. */
    private static Distribution lognormal(double mu, double sigma) {
        double mean = Math.exp(mu + sigma * sigma / 2);
        return Distribution.lognormal(mean, mean * Math.sqrt(Math.expm1(sigma * sigma)));
    }

    private static double number(JsonNode node, String key) {
        return node.get(key).asDouble();
    }

    private Scenario.Builder base(String id) {
        Scenario.Builder scenario = Scenario.builder(id)
                .title("Benchmark workload " + id.toUpperCase(Locale.ROOT))
                .baseYear(2026)
                .priceLevel(2025)
                .horizon(data.get("horizon").asInt() + 1)
                .discounting("discount");
        for (int stakeholder = 0; stakeholder < data.get("stakeholders").asInt(); stakeholder++) {
            scenario.stakeholder(Stakeholder.builder("stakeholder" + stakeholder)
                    .name("Stakeholder " + stakeholder)
                    .sector(SECTORS[stakeholder % SECTORS.length])
                    .build());
        }
        return scenario;
    }

    /** Workload W3, with an outlook per variant. */
    Scenario scenario() {
        Scenario.Builder scenario = base("w3");
        List<String> names = names();
        for (int k = 0; k < names.size(); k++) {
            String name = names.get(k);
            scenario.parameter(name + "_base", central(k))
                    .parameter(name + "_variant", "1")
                    .parameter(name, name + "_base * " + name + "_variant");
        }
        for (int variant = 0; variant < variants(); variant++) {
            Outlook.Builder outlook = Outlook.builder("variant" + variant);
            for (int k = 0; k < names.size(); k++) {
                outlook.set(names.get(k) + "_variant", 1 + 0.02 * (((variant * (k + 3)) % 11) - 5));
            }
            scenario.outlook(outlook.build());
        }
        return scenario.intervention(programme(names)).build();
    }

    private Intervention programme(List<String> names) {
        Intervention.Builder programme = Intervention.builder("programme");
        int number = 0;
        for (JsonNode cost : data.get("costs")) {
            programme.cost(Cost.builder("cost" + number++)
                    .paidBy("stakeholder" + cost.get("stakeholder").asInt())
                    .amount(cost.get("amount").asDouble() + " * " + name(names, cost, "mult"))
                    .when(w -> w.from(cost.get("start").asText())
                            .to(cost.get("end").asText()))
                    .build());
        }
        number = 0;
        for (JsonNode benefit : data.get("benefits")) {
            programme.effect(Effect.builder("effect" + number++)
                    .quantity(benefit.get("scale").asDouble()
                            + " * " + name(names, benefit, "participants")
                            + " * " + name(names, benefit, "success")
                            + " * " + name(names, benefit, "effect"))
                    .value(name(names, benefit, "price"))
                    .accruesTo("stakeholder" + benefit.get("stakeholder").asInt())
                    .when(w -> w.delay(benefit.get("lag").asText()).rampUp(3).dropOff(name(names, benefit, "fade")))
                    .build());
        }
        return programme.build();
    }

    private static String name(List<String> names, JsonNode stream, String key) {
        return names.get(stream.get(key).asInt());
    }
}
