package nl.mkba.engine.appraisal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mkba.appraisal.Account;
import nl.mkba.appraisal.AlternativeResult.LabelResult;
import nl.mkba.appraisal.Amount;
import nl.mkba.appraisal.UnpricedResult;
import nl.mkba.engine.plan.Plan;
import nl.mkba.engine.plan.PlanStream;
import nl.mkba.label.Labels;
import nl.mkba.scenario.Alternative;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Outcome;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Stream;
import nl.mkba.scenario.UnpricedItem;

/** Cuts a plan's present values by label. */
public final class LabelAppraiser {

    private final Plan plan;
    private final Scenario scenario;
    private final String currency;

    LabelAppraiser(Plan plan) {
        this.plan = plan;
        this.scenario = plan.compiled().scenario();
        this.currency = scenario.currency();
    }

    /**
     * {@return the keys of the labels of everything that stands in some alternative, in the scenario's order: an
     * intervention's, those of its streams and of what these reduce, those of its unpriced items}
     *
     * @param scenario the analysis
     */
    public static Set<String> keys(Scenario scenario) {
        Set<String> keys = new LinkedHashSet<>();
        for (Intervention intervention : scenario.interventions().values()) {
            if (isCarriedOut(intervention, scenario)) {
                addKeys(intervention, scenario, keys);
            }
        }
        return keys;
    }

    private static boolean isCarriedOut(Intervention intervention, Scenario scenario) {
        for (Alternative alternative : scenario.alternatives().values()) {
            if (alternative.interventions().contains(intervention.id())) {
                return true;
            }
        }
        return false;
    }

    private static void addKeys(Intervention intervention, Scenario scenario, Set<String> keys) {
        List<Stream> streams = intervention.streams();
        if (!streams.isEmpty() || !intervention.unpriced().isEmpty()) {
            add(intervention.labels(), keys);
        }
        for (Stream stream : streams) {
            add(stream.terms().labels(), keys);
            if (stream instanceof Effect.Reduction reduction) {
                Outcome outcome = scenario.outcomes().get(reduction.outcome());
                if (outcome != null) {
                    for (Outcome.Value value : outcome.values().values()) {
                        add(value.labels(), keys);
                    }
                }
            }
        }
        for (UnpricedItem item : intervention.unpriced()) {
            add(item.labels(), keys);
        }
    }

    private static void add(Labels labels, Set<String> keys) {
        keys.addAll(labels.texts().keySet());
    }

    /** Under every key, every text of the alternative; what has none last. */
    Map<String, Map<String, LabelResult>> results() {
        Map<String, Map<String, LabelResult>> results = new LinkedHashMap<>();
        for (String key : keys(scenario)) {
            results.put(key, texts(key));
        }
        return results;
    }

    private Map<String, LabelResult> texts(String key) {
        Map<String, Cut> cuts = new LinkedHashMap<>();
        for (PlanStream stream : plan.streams()) {
            for (PlanStream.ValueComponent part : stream.parts()) {
                cut(cuts, stream.labels(scenario, part).text(key))
                        .add(stream.stream().kind(), part);
            }
        }
        for (Intervention intervention : plan.compiled().interventions()) {
            for (UnpricedItem item : intervention.unpriced()) {
                cut(cuts, item.labels().within(intervention.labels()).text(key))
                        .unpriced
                        .add(new UnpricedResult(intervention.id(), item));
            }
        }
        Cut without = cuts.remove(Labels.NONE_TEXT);
        Map<String, LabelResult> results = new LinkedHashMap<>();
        cuts.forEach((text, cut) -> results.put(text, cut.result()));
        if (without != null) {
            results.put(Labels.NONE_TEXT, without.result());
        }
        return results;
    }

    private Cut cut(Map<String, Cut> cuts, String text) {
        return cuts.computeIfAbsent(text, unseen -> new Cut());
    }

    /** What carries one label. */
    private final class Cut {
        private final Sums society = new Sums();
        private final Map<String, Sums> stakeholders = new LinkedHashMap<>();
        private final List<UnpricedResult> unpriced = new ArrayList<>();

        Cut() {
            plan.stakeholders().keySet().forEach(stakeholder -> stakeholders.put(stakeholder, new Sums()));
        }

        void add(Stream.Kind kind, PlanStream.ValueComponent part) {
            double present = plan.value(part.presentValue());
            double cashable = plan.value(part.cashable());
            society.add(kind, plan.value(part.societyShare()) * present, cashable);
            part.shares().forEach((stakeholder, share) -> {
                Sums sums = stakeholders.get(stakeholder);
                if (sums != null) {
                    sums.add(kind, plan.value(share) * present, cashable);
                }
            });
        }

        LabelResult result() {
            Map<String, Account> accounts = new LinkedHashMap<>();
            stakeholders.forEach((stakeholder, sums) -> accounts.put(stakeholder, sums.account()));
            return new LabelResult(society.account(), accounts, unpriced);
        }
    }

    private final class Sums {
        private final Tally costs = new Tally();
        private final Tally benefits = new Tally();
        private final Tally transfers = new Tally();
        private final Tally cash = new Tally();

        void add(Stream.Kind kind, double amount, double cashable) {
            switch (kind) {
                case COST -> costs.add(amount);
                case EFFECT -> benefits.add(amount);
                case TRANSFER -> transfers.add(amount);
            }
            cash.add((kind == Stream.Kind.COST ? -amount : amount) * cashable);
        }

        Account account() {
            return new Account(
                    amount(costs.value()),
                    amount(benefits.value()),
                    amount(transfers.value()),
                    amount(Tally.net(benefits, costs, transfers)),
                    amount(cash.value()));
        }

        private Amount amount(double value) {
            return new Amount(value, currency);
        }
    }
}
