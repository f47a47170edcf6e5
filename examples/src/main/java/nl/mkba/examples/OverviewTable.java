package nl.mkba.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.mkba.Mkba;
import nl.mkba.appraisal.Account;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.file.ScenarioFile;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Stakeholder;
import nl.mkba.source.Quality;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.SimulationResult.Ratio;
import nl.mkba.uncertainty.SimulationResult.SimulatedCase;
import nl.mkba.uncertainty.Statistics;
import nl.mkba.uncertainty.Workers;

/**
 * One table of all example scenarios: what a euro yields and how sure that is, the net, who gains, who loses, and how many
 * figures have a source. Shows how to go through a folder of scenarios.
 */
public final class OverviewTable {

    /** The lines between which the table stands in a page. */
    static final String BEGIN = "<!-- begin: made by examples/table -->\n";

    static final String END = "<!-- end -->\n";

    private static final String HEAD = """
            | scenario | alternative | return per euro (5 to 95 %) | chance above 1 | net, € million (5 to 95 %) | gains | loses | parameters with a source |
            |---|---|---|---|---|---|---|---|
            """;

    private static final int NAMED = 3;
    private static final String NONE = "–";

    private OverviewTable() {}

    /** @param arguments the folder of scenarios, and the page in which the table is to be replaced */
    public static void main(String[] arguments) throws IOException {
        Path page = Path.of(arguments[1]);
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        Files.writeString(page, text.substring(0, begin) + of(Path.of(arguments[0])) + text.substring(end));
    }

    /** The table of the scenarios in the subfolders of a folder. */
    static String of(Path folder) throws IOException {
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            Workers workers = Workers.on(executor, 2);
            StringBuilder table = new StringBuilder(HEAD);
            for (Path file : scenarios(folder)) {
                table.append(row(ScenarioFile.read(file), workers));
            }
            return table.toString();
        } finally {
            executor.shutdown();
        }
    }

    /** The scenarios in the subfolders of a folder, each called as its folder. */
    static List<Path> scenarios(Path folder) throws IOException {
        try (Stream<Path> subfolders = Files.list(folder)) {
            return subfolders
                    .map(each -> each.resolve(each.getFileName() + ".yaml"))
                    .filter(Files::exists)
                    .sorted()
                    .toList();
        }
    }

    private static String row(Scenario scenario, Workers workers) {
        Selection main = Selection.ALL.alternatives(mainAlternative(scenario));
        AlternativeResult central = Mkba.appraise(scenario, main).results().get(0);
        SimulatedCase drawn = Mkba.simulate(
                        scenario,
                        main,
                        SimulationRequest.of(scenario.simulation()).withoutRankCorrelations(),
                        workers)
                .results()
                .get(0);
        return "| "
                + String.join(
                        " | ",
                        "[" + scenario.id() + "](" + scenario.id() + "/README.md)",
                        central.alternative(),
                        ratio(central, drawn.bcr()),
                        chance(drawn.bcr().probabilityAboveOne()),
                        millions(central.npv().value(), drawn.npv()),
                        stakeholders(scenario, central, 1),
                        stakeholders(scenario, central, -1),
                        sourced(scenario))
                + " |\n";
    }

    /** The whole programme where it is called so, otherwise the first alternative. */
    static String mainAlternative(Scenario scenario) {
        return scenario.alternatives().containsKey("full")
                ? "full"
                : scenario.alternatives().keySet().iterator().next();
    }

    private static String ratio(AlternativeResult central, Ratio drawn) {
        Optional<Statistics> spread = drawn.statistics();
        if (central.bcr().isEmpty() || spread.isEmpty()) {
            return NONE;
        }
        return perEuro(central.bcr().getAsDouble()) + " ("
                + perEuro(spread.get().p5()) + " to " + perEuro(spread.get().p95()) + ")";
    }

    /** Of less than nothing only that it is: the more it costs, the nearer to 0 the ratio would be. */
    private static String perEuro(double ratio) {
        return ratio <= -0.005 ? "< 0" : String.format(Locale.ROOT, "%.2f", Math.max(0, ratio));
    }

    private static String chance(OptionalDouble share) {
        return share.isEmpty() ? NONE : String.format(Locale.ROOT, "%.0f %%", 100 * share.getAsDouble());
    }

    private static String millions(double central, Statistics drawn) {
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", central / 1e6, drawn.p5() / 1e6, drawn.p95() / 1e6);
    }

    /** The stakeholders whose net times the sign is above 0, the largest first. */
    private static String stakeholders(Scenario scenario, AlternativeResult result, int sign) {
        Map<String, Account> accounts = result.stakeholders();
        List<String> names = scenario.stakeholders().values().stream()
                .filter(stakeholder -> sign * net(accounts, stakeholder) > 0)
                .sorted(Comparator.comparingDouble(stakeholder -> -sign * net(accounts, stakeholder)))
                .map(stakeholder -> stakeholder.label().in(Locale.ENGLISH))
                .toList();
        if (names.isEmpty()) {
            return NONE;
        }
        String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() <= NAMED ? first : first + " +" + (names.size() - NAMED);
    }

    private static double net(Map<String, Account> accounts, Stakeholder stakeholder) {
        Account account = accounts.get(stakeholder.id());
        return account == null ? 0 : account.net().value();
    }

    /** Of the figures that are not calculated from others, how many have a source. */
    private static String sourced(Scenario scenario) {
        List<Parameter> figures = scenario.parameters().values().stream()
                .filter(OverviewTable::isFigure)
                .toList();
        long with = figures.stream()
                .filter(each ->
                        each.provenance().source() != null && each.provenance().quality() != Quality.ILLUSTRATIVE)
                .count();
        return with + " of " + figures.size();
    }

    private static boolean isFigure(Parameter parameter) {
        return parameter.value() == null || parameter.value().number().isPresent();
    }
}
