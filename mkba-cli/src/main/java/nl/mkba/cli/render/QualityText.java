package nl.mkba.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import nl.mkba.appraisal.QualityShare;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.source.QualityLevel;

/** What a result rests on, in one sentence and in one bar. */
public final class QualityText {

    private static final String INDENT = "  ";

    /** How many characters a bar has. */
    private static final int WIDTH = 40;

    private static final String HARDLY = "<1%";
    private static final String ALMOST = ">99%";

    private final List<QualityShare> shares;
    private final Messages messages;
    private final Numbers numbers;

    public QualityText(List<QualityShare> shares, Messages messages, Numbers numbers) {
        this.shares = shares;
        this.messages = messages;
        this.numbers = numbers;
    }

    /**
     * Which part of the benefits rests on what was measured and which on more than an assumption, and which part of the
     * uncertainty nobody measured; empty without either. The first alone would read as if nothing was measured: one weak
     * parameter in a long product makes it 0.
     */
    public Optional<String> sentence() {
        List<String> parts = new ArrayList<>();
        if (hasBenefits()) {
            double measured = sum(QualityShare::benefits, QualityLevel::isMeasured);
            double evidenced = sum(QualityShare::benefits, QualityLevel::isEvidence);
            parts.add(messages.text("quality.words.benefits", inWords(measured), inWords(evidenced)));
        }
        if (sum(QualityText::variance, level -> true) > 0) {
            double guessed = sum(QualityText::variance, QualityLevel::isGuess);
            parts.add(messages.text("quality.words.variance", inWords(guessed)));
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        String sentence = String.join("; ", parts) + ".";
        return Optional.of(Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1));
    }

    /** Whether there are benefits, so that there is a bar. */
    public boolean hasBenefits() {
        return sum(QualityShare::benefits, level -> true) > 0;
    }

    /** The levels that some of the benefits rest on, from strong to weak. */
    public List<QualityShare> levels() {
        List<QualityShare> levels = new ArrayList<>();
        for (QualityShare share : shares) {
            if (share.benefits() > 0) {
                levels.add(share);
            }
        }
        return levels;
    }

    /** What a level is called. */
    public String name(QualityLevel level) {
        return name(level, messages);
    }

    /** What a level is called. */
    public static String name(QualityLevel level, Messages messages) {
        return switch (level) {
            case OFFICIAL -> messages.text("quality.official");
            case STUDY -> messages.text("quality.study");
            case PRACTICE -> messages.text("quality.practice");
            case PRESS -> messages.text("quality.press");
            case WEAK -> messages.text("quality.weak");
            case ILLUSTRATIVE -> messages.text("quality.illustrative");
            case NONE -> messages.text("quality.none");
            case CHOICE -> messages.text("quality.choice");
        };
    }

    /** A share as a whole percentage; what is rounded to none or all says so. */
    public String percentage(double share) {
        String whole = numbers.decimal(share * 100, 0);
        if (share > 0 && whole.equals("0")) {
            return HARDLY;
        }
        return share < 1 && whole.equals("100") ? ALMOST : whole + "%";
    }

    /** The same as a part of a sentence. */
    private String inWords(double share) {
        return switch (percentage(share)) {
            case HARDLY -> messages.text("chance.hardly");
            case ALMOST -> messages.text("chance.almost");
            default -> percentage(share);
        };
    }

    private static double variance(QualityShare share) {
        return share.variance().orElse(0);
    }

    private double sum(ToDoubleFunction<QualityShare> part, Predicate<QualityLevel> levels) {
        double sum = 0;
        for (QualityShare share : shares) {
            if (levels.test(share.quality())) {
                sum += part.applyAsDouble(share);
            }
        }
        return sum;
    }

    /** Writes the sentence and the bar, if there is something to say. */
    void write(StringBuilder text) {
        Optional<String> sentence = sentence();
        if (sentence.isEmpty()) {
            return;
        }
        text.append('\n').append(messages.text("section.quality")).append('\n');
        text.append(INDENT).append(sentence.get()).append('\n');
        if (hasBenefits()) {
            List<String> legend = new ArrayList<>();
            for (QualityShare share : levels()) {
                legend.add(mark(share.quality()) + " " + name(share.quality()) + " " + percentage(share.benefits()));
            }
            text.append(INDENT).append(bar()).append('\n');
            text.append(INDENT).append(String.join("   ", legend)).append('\n');
        }
    }

    /** Every level gets the characters up to where it ends, so that they always fill the bar. */
    private String bar() {
        StringBuilder bar = new StringBuilder(WIDTH);
        double end = 0;
        for (QualityShare share : levels()) {
            end += share.benefits() * WIDTH;
            while (bar.length() < Math.min(WIDTH, Math.round(end))) {
                bar.append(mark(share.quality()));
            }
        }
        return bar.toString();
    }

    /** The fuller, the firmer. */
    private static char mark(QualityLevel level) {
        return switch (level) {
            case OFFICIAL -> '█';
            case STUDY -> '▇';
            case PRACTICE -> '▆';
            case PRESS -> '▄';
            case WEAK -> '▃';
            case ILLUSTRATIVE -> '▂';
            case NONE -> '▁';
            case CHOICE -> '·';
        };
    }
}
