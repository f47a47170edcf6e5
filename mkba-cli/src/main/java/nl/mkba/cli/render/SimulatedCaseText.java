package nl.mkba.cli.render;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.mkba.appraisal.UnpricedResult;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.engine.plan.Plan;
import nl.mkba.engine.plan.PlanStream;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Simulation.Sampling;
import nl.mkba.scenario.Stakeholder;
import nl.mkba.uncertainty.SimulationResult;
import nl.mkba.uncertainty.SimulationResult.SimulatedCase;
import nl.mkba.uncertainty.Statistics;

/** One alternative in one outlook, with its chances. */
final class SimulatedCaseText {

    /** Where there is no figure. */
    static final String ABSENT = "–";

    private static final String INDENT = "  ";

    /** How many parameters are shown. */
    private static final int MOST_PARAMETERS = 8;

    /** Standard errors in half of a 95 % interval. */
    private static final double HALF_INTERVAL = 1.96;

    /** The mean is known well enough within this part of the standard deviation. */
    private static final double MEAN_WITHIN = 0.02;

    /** A chance is known well enough within this. */
    private static final double CHANCE_WITHIN = 0.01;

    /**
     * A draw that makes up more than this part of the variance leaves the standard error itself unknown: the variance has a
     * relative standard error of {@code √((κ − 1)/n)} with kurtosis κ (Cramér 1946, §27.4), and one draw with a part d of
     * the sum of squares alone makes κ at least {@code n·d²}, so that it is about d or more. Of 9,604 normal draws
     * it is 0.2 %.
     */
    private static final double MOST_OF_ONE = 0.05;

    private final SimulationResult simulation;
    private final Scenario scenario;
    private final SimulatedCase result;
    private final Plan central;
    private final Messages messages;
    private final Numbers numbers;
    private final Labels labels;
    private final StringBuilder text;

    SimulatedCaseText(
            SimulationResult simulation, SimulatedCase result, Plan central, Messages messages, StringBuilder text) {
        this.simulation = simulation;
        this.scenario = simulation.scenario();
        this.result = result;
        this.central = central;
        this.messages = messages;
        this.numbers = new Numbers(messages.language(), scenario.currency());
        this.labels = new Labels(scenario, messages);
        this.text = text;
    }

    void write() {
        inWords();
        keyFigures();
        accuracy();
        units();
        stakeholders();
        whatMatters();
        new QualityText(result.quality(), messages, numbers).write(text);
    }

    private void units() {
        if (result.units().isEmpty()) {
            return;
        }
        text.append('\n').append(messages.text("section.units")).append('\n');
        TextTable table = new TextTable(
                        messages.text("column.intervention"),
                        messages.text("column.effect"),
                        messages.text("column.unit"),
                        messages.text("column.mean"),
                        "5%",
                        messages.text("column.median"),
                        "95%")
                .withTexts(3);
        for (PlanStream stream : central.streams()) {
            Statistics units = result.units().get(stream.id());
            if (units != null && stream.stream() instanceof Effect effect) {
                table.row(
                        labels.intervention(stream.intervention().id()),
                        labels.line(effect.label()),
                        effect.unit(scenario).map(labels::line).orElse(""),
                        numbers.rounded(units.mean()),
                        numbers.rounded(units.p5()),
                        numbers.rounded(units.p50()),
                        numbers.rounded(units.p95()));
            }
        }
        table.writeTo(text, INDENT);
    }

    private void inWords() {
        Headline headline = new Headline(labels, messages, new SentenceNumbers(messages, numbers, ' '));
        headline.caution(result).ifPresent(this::line);
        headline.answer(result, central.ratio()).forEach(this::line);
        Payers.of(scenario, central)
                .drawn(result)
                .sentences(labels, messages, new SentenceNumbers(messages, numbers, ' '))
                .forEach(this::line);
        new ResidualText(scenario, messages, new SentenceNumbers(messages, numbers, ' '))
                .sentence(central)
                .ifPresent(this::line);
        String unpriced = UnpricedText.sentence(UnpricedResult.of(scenario, result.alternative()), labels, messages);
        if (!unpriced.isEmpty()) {
            line(unpriced);
        }
    }

    private void keyFigures() {
        text.append('\n');
        TextTable table = new TextTable(
                "",
                messages.text("column.central"),
                messages.text("column.mean"),
                "5%",
                messages.text("column.median"),
                "95%",
                messages.text("column.chance"));
        boolean hasTransfers = Headline.hasTransfers(result.expected());
        OptionalDouble ratio = central.ratio();
        Optional<Statistics> bcr = result.bcr().statistics();
        if (bcr.isPresent()) {
            table.row(
                    messages.text(hasTransfers ? "figure.bcr.transfers" : "figure.bcr"),
                    ratio.isPresent() ? numbers.perEuro(ratio.getAsDouble()) : ABSENT,
                    result.expected().bcr().isPresent()
                            ? numbers.perEuro(result.expected().bcr().getAsDouble())
                            : ABSENT,
                    numbers.perEuro(bcr.get().p5()),
                    numbers.perEuro(bcr.get().p50()),
                    numbers.perEuro(bcr.get().p95()),
                    "> 1: " + numbers.chance(result.bcr().probabilityAboveOne().orElse(0)));
        }
        amounts(
                table,
                messages.text("figure.npv"),
                result.centralNpv(),
                result.npv(),
                "> 0: " + numbers.chance(result.npv().probabilityPositive()));
        Plan.Society society = central.society();
        amounts(
                table,
                INDENT + messages.text("figure.pv_benefits"),
                central.value(society.benefits()),
                result.pvBenefits(),
                "");
        amounts(table, INDENT + messages.text("figure.pv_costs"), central.value(society.costs()), result.pvCosts(), "");
        if (hasTransfers) {
            // Of the draws only their mean is kept: what the net is more than benefits less costs.
            table.row(
                    INDENT + messages.text("figure.transfers"),
                    numbers.money(central.value(society.transfers())),
                    numbers.money(result.npv().mean()
                            - result.pvBenefits().mean()
                            + result.pvCosts().mean()),
                    ABSENT,
                    ABSENT,
                    ABSENT,
                    "");
        }
        if (isWeighted()) {
            amounts(
                    table,
                    messages.text("figure.weighted_npv"),
                    central.value(society.weightedNpv()),
                    result.weightedNpv(),
                    "> 0: " + numbers.chance(result.weightedNpv().probabilityPositive()));
        }
        table.writeTo(text, INDENT);
        if (result.bcr().absent() > 0) {
            line(messages.text("simulate.bcr_absent", numbers.whole(result.bcr().absent())));
        }
    }

    /** Whether weights make a difference, in the central estimate or among the draws. */
    private boolean isWeighted() {
        return Weights.matter(result.npv(), result.weightedNpv())
                || Weights.matter(
                        result.centralNpv(), central.value(central.society().weightedNpv()));
    }

    private void amounts(TextTable table, String name, double centralValue, Statistics statistics, String chance) {
        table.row(
                name,
                numbers.money(centralValue),
                numbers.money(statistics.mean()),
                numbers.money(statistics.p5()),
                numbers.money(statistics.p50()),
                numbers.money(statistics.p95()),
                chance);
    }

    /** The part of the squared deviations that the draw furthest from the mean makes up alone. */
    private static double shareOfOne(Statistics npv) {
        double sd = npv.sd().orElse(0);
        double furthest = Math.max(npv.max() - npv.mean(), npv.mean() - npv.min()) / sd;
        return sd > 0 ? furthest * furthest / (npv.count() - 1) : 0;
    }

    /** How well the mean and the chance are known, and whether that is enough. */
    private void accuracy() {
        Statistics npv = result.npv();
        Sampling sampling = simulation.request().settings().sampling();
        if (npv.sd().isEmpty()) {
            line(messages.text("simulate.one_draw"));
            return;
        }
        double sd = npv.sd().getAsDouble();
        double error = npv.standardError().orElse(0);
        double chanceError = npv.probabilityStandardError().orElse(0);
        if (sd == 0) {
            line(messages.text("simulate.no_spread"));
            return;
        }
        line(messages.text(
                "simulate.errors",
                numbers.money(error),
                numbers.decimal(chanceError * 100, 2),
                sampling == Sampling.RANDOM ? "" : " " + messages.text("simulate.upper_bound", sampling.id())));
        boolean suffices = HALF_INTERVAL * error <= MEAN_WITHIN * sd && HALF_INTERVAL * chanceError <= CHANCE_WITHIN;
        double needed = Math.pow(HALF_INTERVAL / MEAN_WITHIN, 2);
        double ofOne = shareOfOne(npv);
        line(
                suffices
                        ? ofOne > MOST_OF_ONE
                                ? messages.text("simulate.heavy_tail", numbers.percentage(ofOne))
                                : messages.text("simulate.enough")
                        : messages.text(
                                sampling == Sampling.RANDOM ? "simulate.too_few" : "simulate.perhaps_too_few",
                                numbers.whole(Math.ceil(needed))));
        result.replication()
                .ifPresent(replication -> line(messages.text(
                        "simulate.replication",
                        replication.replicates(),
                        numbers.money(replication.mean()),
                        numbers.money(replication.halfWidth()),
                        numbers.decimal(replication.halfWidth() / sd * 100, 2) + "%")));
    }

    private void stakeholders() {
        text.append('\n').append(messages.text("simulate.stakeholders", numbers.currency()));
        text.append('\n');
        TextTable table = new TextTable(
                messages.text("column.stakeholder"),
                messages.text("column.net"),
                "5%",
                "95%",
                messages.text("column.gains"),
                messages.text("column.cash"),
                "5%",
                "95%",
                messages.text("column.gains"));
        boolean outsiders = false;
        for (Map.Entry<String, SimulationResult.StakeholderStatistics> entry :
                result.stakeholders().entrySet()) {
            Stakeholder stakeholder = scenario.stakeholders().get(entry.getKey());
            boolean counts = stakeholder == null || stakeholder.counts();
            outsiders |= !counts;
            Statistics net = entry.getValue().net();
            Statistics cash = entry.getValue().cash();
            table.row(
                    labels.stakeholder(entry.getKey()) + (counts ? "" : " *"),
                    numbers.whole(net.mean()),
                    numbers.whole(net.p5()),
                    numbers.whole(net.p95()),
                    numbers.chance(net.probabilityPositive()),
                    numbers.whole(cash.mean()),
                    numbers.whole(cash.p5()),
                    numbers.whole(cash.p95()),
                    numbers.chance(cash.probabilityPositive()));
        }
        table.rule();
        Statistics npv = result.npv();
        table.row(
                messages.text("row.society"),
                numbers.whole(npv.mean()),
                numbers.whole(npv.p5()),
                numbers.whole(npv.p95()),
                numbers.chance(npv.probabilityPositive()),
                "",
                "",
                "",
                "");
        table.writeTo(text, INDENT);
        line(messages.text("simulate.stakeholders.note"));
        line(messages.text("note.cash"));
        if (outsiders) {
            line(messages.text("note.outsiders"));
        }
    }

    private void whatMatters() {
        List<Map.Entry<String, OptionalDouble>> strongest = result.rankCorrelations().entrySet().stream()
                .filter(entry -> entry.getValue().isPresent())
                .sorted(Comparator.comparingDouble(
                        entry -> -Math.abs(entry.getValue().orElse(0))))
                .limit(MOST_PARAMETERS)
                .toList();
        if (strongest.isEmpty()) {
            return;
        }
        text.append('\n').append(messages.text("simulate.matters")).append('\n');
        boolean isNamed = strongest.stream()
                .anyMatch(entry -> !labels.parameter(entry.getKey()).equals(entry.getKey()));
        TextTable table = isNamed
                ? new TextTable(messages.text("column.parameter"), "", messages.text("column.rank_correlation"))
                        .withTexts(2)
                : new TextTable(messages.text("column.parameter"), messages.text("column.rank_correlation"));
        for (Map.Entry<String, OptionalDouble> entry : strongest) {
            String id = entry.getKey();
            double correlation = entry.getValue().orElse(0);
            String number = (correlation > 0 ? "+" : "") + numbers.decimal(correlation, 2);
            if (isNamed) {
                table.row(id, labels.parameter(id), number);
            } else {
                table.row(id, number);
            }
        }
        table.writeTo(text, INDENT);
        line(messages.text("simulate.matters.note"));
    }

    private void line(String line) {
        text.append(INDENT).append(line).append('\n');
    }
}
