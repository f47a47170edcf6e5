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

    /** Whether the draws say something else than the central estimate alone: they differ, or their mean is another net. */
    public static boolean isUncertain(SimulatedCase result) {
        return hasSpread(result) || result.pvCosts().max() > result.pvCosts().min() || isOtherThanCentral(result);
    }

    private static boolean isOtherThanCentral(SimulatedCase result) {
        Expected expected = result.expected();
        return !Negligible.isNegligible(
                expected.npv() - result.centralNpv(), result.centralNpv(), expected.pvCosts(), expected.pvBenefits());
    }

    private static boolean hasSpread(SimulatedCase result) {
        return result.npv().max() > result.npv().min();
    }

    /** Whether transfers across society's border are a part of the gains per euro of costs, so that these are not benefits alone. */
    public static boolean hasTransfers(Expected expected) {
        return !Negligible.isNegligible(
                gains(expected) - expected.pvBenefits(), expected.npv(), expected.pvBenefits(), expected.pvCosts());
    }

    private static double gains(Expected expected) {
        return expected.npv() + expected.pvCosts();
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
        boolean isExceptional =
                hasSpread(result) ? central < npv.p5() || central > npv.p95() : isOtherThanCentral(result);
        if (!isExceptional) {
            return Optional.empty();
        }
        String key = central > npv.p95() ? "answer.caution.above" : "answer.caution.below";
        if (!hasSpread(result)) {
            key = npv.count() == 1 ? "answer.caution.one_draw" : "answer.caution.no_spread";
        }
        return Optional.of(messages.text(
                key, numbers.roughly(central), numbers.roughly(result.expected().npv())));
    }

    /** Which alternative has the highest expected net present value, doing nothing being one of them. */
    public List<String> choice(List<SimulatedCase> alternatives, ProbabilityBest best) {
        boolean isUncertain = alternatives.stream().anyMatch(Headline::isUncertain);
        Optional<SimulatedCase> leader = leader(alternatives);
        int count = alternatives.size();
        List<String> sentences = new ArrayList<>();
        if (leader.isPresent() && count == 1) {
            return sentences;
        }
        // Those that do as well as the best: as the leader, or as doing nothing.
        List<String> equals = new ArrayList<>();
        double highest = leader.isPresent() ? leader.get().expected().npv() : 0;
        for (SimulatedCase each : alternatives) {
            double below = highest - each.expected().npv();
            if (Negligible.isNegligible(
                    below, highest, each.expected().pvCosts(), each.expected().pvBenefits())) {
                equals.add(messages.text("answer.quoted", labels.alternative(each.alternative())));
            }
        }
        String expected;
        String certain;
        if (leader.isPresent()) {
            expected = equals.size() > 1 ? "answer.best.equal" : "answer.best";
            certain = equals.size() > 1 ? "answer.best.equal.certain" : "answer.best.certain";
        } else if (count == 1) {
            expected = !equals.isEmpty() ? "answer.none.one.equal" : "answer.none.one";
            certain = !equals.isEmpty() ? "answer.none.one.equal.certain" : "answer.none.one.certain";
        } else {
            expected = !equals.isEmpty() ? "answer.none.equal" : "answer.none";
            certain = !equals.isEmpty() ? "answer.none.equal.certain" : "answer.none.certain";
        }
        sentences.add(messages.text(isUncertain ? expected : certain, count, and(equals)));
        if (isUncertain && count > 1) {
            sentences.add(messages.text("answer.chances", chances(best)));
        }
        return sentences;
    }

    private String and(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : messages.text("answer.and", String.join(", ", names.subList(0, last)), names.get(last));
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
        String same = npv.count() == 1 ? "answer.one_draw" : "answer.no_spread";
        sentences.add(messages.text(
                hasSpread(result) ? "answer.interval" : same,
                numbers.roughly(result.expected().npv()),
                numbers.roughly(npv.p5()),
                numbers.roughly(npv.p95()),
                numbers.chance(npv.probabilityPositive())));
        sentences.add(central(result, centralBcr));
        return sentences;
    }

    private String ratio(Expected expected, boolean isUncertain) {
        String when = messages.text(isUncertain ? "answer.when.expected" : "answer.when.central");
        boolean hasTransfers = hasTransfers(expected);
        String what = messages.text(hasTransfers ? "answer.of.transfers" : "answer.of.benefits");
        if (expected.bcr().isEmpty()) {
            boolean isNothing = Negligible.isNegligible(expected.pvCosts(), gains(expected));
            return isNothing
                    ? messages.text("answer.no_ratio", when)
                    : messages.text("answer.no_ratio.saving", when, numbers.roughly(-expected.pvCosts()));
        }
        double ratio = expected.bcr().getAsDouble();
        if (ratio < 0) {
            return messages.text(
                    hasTransfers ? "answer.ratio.negative.transfers" : "answer.ratio.negative",
                    when,
                    numbers.roughly(expected.pvCosts()),
                    numbers.roughly(-gains(expected)));
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
