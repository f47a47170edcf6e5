package nl.mkba.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.mkba.cli.language.Messages;
import nl.mkba.uncertainty.SimulationResult.Expected;
import nl.mkba.uncertainty.SimulationResult.ProbabilityBest;
import nl.mkba.uncertainty.SimulationResult.SimulatedCase;
import nl.mkba.uncertainty.Statistics;

/**
 * The answer in sentences. The expected value leads; the central estimate stands beside it under its own name. Where nothing varies
 * the two are one, and the sentences say that it is the central estimate.
 */
public final class Headline {

    /** Of more alternatives, those that never are the best are only counted. */
    private static final int MOST_CHANCES = 4;

    private final Labels labels;
    private final Messages messages;
    private final SentenceNumbers numbers;

    public Headline(Labels labels, Messages messages, SentenceNumbers numbers) {
        this.labels = labels;
        this.messages = messages;
        this.numbers = numbers;
    }

    /** Whether the net present value differs between draws. */
    public static boolean isUncertain(SimulatedCase result) {
        return result.npv().max() > result.npv().min();
    }

    /** The one with the highest expected net present value, of several the first; empty if that is not above 0. */
    public static Optional<SimulatedCase> leader(List<SimulatedCase> alternatives) {
        SimulatedCase best = null;
        for (SimulatedCase each : alternatives) {
            double npv = each.expected().npv();
            boolean isAboveZero = npv > 0
                    && !Negligible.isNegligible(
                            npv, each.expected().pvCosts(), each.expected().pvBenefits());
            if (isAboveZero && (best == null || npv > best.expected().npv())) {
                best = each;
            }
        }
        return Optional.ofNullable(best);
    }

    /** What to read before all else: the central estimate is exceptional among the draws. */
    public Optional<String> caution(SimulatedCase result) {
        Statistics npv = result.npv();
        double central = result.centralNpv();
        if (!isUncertain(result) || (central >= npv.p5() && central <= npv.p95())) {
            return Optional.empty();
        }
        return Optional.of(messages.text(
                central > npv.p95() ? "answer.caution.above" : "answer.caution.below",
                numbers.roughly(central),
                numbers.roughly(result.expected().npv())));
    }

    /** Which alternative has the highest expected net present value, doing nothing being one of them. */
    public List<String> choice(List<SimulatedCase> alternatives, ProbabilityBest best) {
        boolean isUncertain = alternatives.stream().anyMatch(Headline::isUncertain);
        Optional<SimulatedCase> leader = leader(alternatives);
        int count = alternatives.size();
        List<String> sentences = new ArrayList<>();
        if (leader.isEmpty()) {
            if (count == 1) {
                sentences.add(messages.text(isUncertain ? "answer.none.one" : "answer.none.one.certain"));
            } else {
                sentences.add(messages.text(isUncertain ? "answer.none" : "answer.none.certain", count));
                if (isUncertain) {
                    sentences.add(messages.text("answer.chances", chances(best)));
                }
            }
        } else if (count > 1) {
            String id = leader.get().alternative();
            sentences.add(
                    messages.text(isUncertain ? "answer.best" : "answer.best.certain", count, labels.alternative(id)));
            if (isUncertain) {
                sentences.add(messages.text("answer.chances", chances(best)));
            }
        }
        return sentences;
    }

    /** The chance of each; of many, those that never are the best are only counted. */
    private String chances(ProbabilityBest best) {
        List<String> chances = new ArrayList<>();
        int never = 0;
        for (double chance : best.alternatives().values()) {
            never += chance == 0 ? 1 : 0;
        }
        boolean isCounted = best.alternatives().size() > MOST_CHANCES && never > 1;
        best.alternatives().forEach((id, chance) -> {
            if (chance > 0 || !isCounted) {
                chances.add(chance(labels.alternative(id), chance));
            }
        });
        chances.add(chance(messages.text("answer.nothing"), best.reference()));
        if (isCounted) {
            chances.add(messages.text("answer.chances.never", never));
        }
        return String.join("; ", chances);
    }

    private String chance(String name, double chance) {
        return name + " (" + numbers.chance(chance) + ")";
    }

    /** What one alternative brings. */
    public List<String> answer(SimulatedCase result, OptionalDouble centralBcr) {
        List<String> sentences = new ArrayList<>();
        boolean isUncertain = isUncertain(result);
        sentences.add(ratio(result.expected(), isUncertain));
        if (!isUncertain) {
            sentences.add(messages.text("answer.certain", numbers.roughly(result.centralNpv())));
            return sentences;
        }
        Statistics npv = result.npv();
        sentences.add(messages.text(
                "answer.interval",
                numbers.roughly(result.expected().npv()),
                numbers.roughly(npv.p5()),
                numbers.roughly(npv.p95()),
                numbers.chance(npv.probabilityPositive())));
        sentences.add(central(result, centralBcr));
        return sentences;
    }

    private String ratio(Expected expected, boolean isUncertain) {
        String when = messages.text(isUncertain ? "answer.when.expected" : "answer.when.central");
        double gains = expected.npv() + expected.pvCosts();
        boolean hasTransfers = !Negligible.isNegligible(
                gains - expected.pvBenefits(), expected.npv(), expected.pvBenefits(), expected.pvCosts());
        String what = messages.text(hasTransfers ? "answer.of.transfers" : "answer.of.benefits");
        if (expected.bcr().isEmpty()) {
            return messages.text("answer.no_ratio", when, numbers.roughly(expected.pvCosts()));
        }
        double ratio = expected.bcr().getAsDouble();
        if (ratio < 0) {
            return messages.text(
                    "answer.ratio.negative", when, what, numbers.roughly(expected.pvCosts()), numbers.roughly(-gains));
        }
        if (numbers.isEven(ratio)) {
            return messages.text("answer.ratio.even", when, what, numbers.cents(ratio));
        }
        return messages.text(
                ratio > 1 ? "answer.ratio.gain" : "answer.ratio.loss",
                when,
                what,
                numbers.cents(ratio),
                numbers.cents(Math.abs(ratio - 1)));
    }

    /** The central estimate under its own name, and whether it lies outside the middle half of the draws. */
    private String central(SimulatedCase result, OptionalDouble bcr) {
        double npv = result.centralNpv();
        String sentence = bcr.isPresent() && bcr.getAsDouble() >= 0
                ? messages.text("answer.central.ratio", numbers.roughly(npv), numbers.cents(bcr.getAsDouble()))
                : messages.text("answer.central", numbers.roughly(npv));
        if (caution(result).isPresent()) {
            return sentence;
        }
        if (npv > result.npv().p75()) {
            return sentence + " " + messages.text("answer.central.above");
        }
        return npv < result.npv().p25() ? sentence + " " + messages.text("answer.central.below") : sentence;
    }
}
