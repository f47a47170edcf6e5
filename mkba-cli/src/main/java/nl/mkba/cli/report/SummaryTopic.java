package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.mkba.appraisal.Account;
import nl.mkba.appraisal.Payback;
import nl.mkba.cli.render.QualityText;
import nl.mkba.cli.render.Uncertainty;
import nl.mkba.cli.report.Document.Bar;
import nl.mkba.cli.report.Document.Block;
import nl.mkba.cli.report.Document.Paragraph;
import nl.mkba.cli.report.Document.Section;
import nl.mkba.cli.report.Document.Segment;
import nl.mkba.cli.report.Document.Tile;
import nl.mkba.cli.report.Document.Tiles;
import nl.mkba.cli.report.Document.Tone;
import nl.mkba.cli.report.Findings.CaseFindings;
import nl.mkba.scenario.Stakeholder;
import nl.mkba.uncertainty.Statistics;

/** The answer on one page. */
final class SummaryTopic extends Topic {

    private final CaseFindings best;

    SummaryTopic(Findings findings, Words words) {
        super(findings, words);
        this.best = findings.best();
    }

    @Override
    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(Tone.LEAD, answer()));
        if (!findings.isUncertain()) {
            blocks.add(warning(words.text("certain.warning")));
        }
        blocks.add(tiles());
        blocks.add(new ReturnTopic(findings, words).chart());
        whoGains().ifPresent(text -> blocks.add(plain(text)));
        restsOn(blocks);
        int illustrative = Uncertainty.illustrative(findings.scenario());
        if (illustrative > 0) {
            blocks.add(warning(words.text(
                    illustrative == 1 ? "summary.illustrative.one" : "summary.illustrative",
                    illustrative,
                    findings.scenario().parameters().size())));
        }
        blocks.add(note(words.text(
                findings.isUncertain() ? "summary.how" : "summary.how.certain",
                findings.scenario().horizon(),
                findings.scenario().priceLevel(),
                words.numbers().whole(findings.draws()))));
        return new Section("summary", words.text("summary.heading"), blocks);
    }

    /** What the best alternative rests on: a sentence and a bar. */
    private void restsOn(List<Block> blocks) {
        QualityText quality = quality(best);
        quality.sentence().ifPresent(sentence -> blocks.add(plain(sentence)));
        if (quality.hasBenefits()) {
            blocks.add(new Bar(
                    words.shared("section.quality"),
                    quality.levels().stream()
                            .map(share -> new Segment(
                                    share.quality().id(),
                                    quality.name(share.quality()),
                                    share.benefits(),
                                    quality.percentage(share.benefits())))
                            .toList()));
        }
    }

    /** The answer in a few sentences. */
    String answer() {
        List<String> sentences = new ArrayList<>();
        if (findings.cases().size() > 1) {
            sentences.add(words.text(
                    best.result().npv().value() > 0 ? "answer.best" : "answer.best.negative",
                    findings.cases().size(),
                    words.alternative(best)));
        }
        OptionalDouble ratio = best.result().bcr();
        Optional<Statistics> drawn = best.simulated().bcr().statistics();
        if (ratio.isPresent()) {
            sentences.add(ratioSentence(ratio.getAsDouble()));
        } else {
            sentences.add(words.text(
                    "answer.no_ratio",
                    words.roughly(best.result().pvCosts().value()),
                    words.roughly(best.result().npv().value())));
        }
        if (!findings.isUncertain()) {
            return String.join(" ", sentences);
        }
        if (ratio.isPresent() && drawn.isPresent()) {
            sentences.add(words.text(
                    "answer.interval.ratio",
                    words.cents(drawn.get().p5()),
                    words.cents(drawn.get().p95()),
                    words.chance(best.simulated().bcr().probabilityAboveOne().orElse(0))));
        } else {
            Statistics npv = best.simulated().npv();
            sentences.add(words.text(
                    "answer.interval.npv",
                    words.roughly(npv.p5()),
                    words.roughly(npv.p95()),
                    words.chance(npv.probabilityPositive())));
        }
        return String.join(" ", sentences);
    }

    private String ratioSentence(double ratio) {
        double net = ratio - 1;
        String key = words.numbers().ratio(net).matches("-?0[.,]00")
                ? "answer.ratio.even"
                : net > 0 ? "answer.ratio.gain" : "answer.ratio.loss";
        return words.text(key, words.cents(ratio), words.cents(Math.abs(net)));
    }

    private Tiles tiles() {
        List<Tile> tiles = new ArrayList<>();
        tiles.add(ratioTile());
        Statistics npv = best.simulated().npv();
        tiles.add(new Tile(
                words.text("tile.npv"),
                words.roughly(best.result().npv().value()),
                findings.isUncertain()
                        ? words.between(words.roughly(npv.p5()), words.roughly(npv.p95()))
                        : words.text("tile.no_interval")));
        if (findings.isUncertain()) {
            tiles.add(new Tile(
                    words.text("tile.chance"),
                    words.chance(npv.probabilityPositive()),
                    words.text("tile.chance.detail", words.numbers().whole(findings.draws()))));
        }
        tiles.add(new Tile(
                words.text("tile.payback"),
                best.result().payback().year().isPresent()
                        ? String.valueOf(best.result().payback().year().getAsInt())
                        : NONE,
                payback()));
        return new Tiles(tiles);
    }

    private Tile ratioTile() {
        OptionalDouble ratio = best.result().bcr();
        if (ratio.isEmpty()) {
            return new Tile(words.text("tile.ratio"), NONE, words.text("tile.ratio.absent"));
        }
        String net = words.text("tile.ratio.net", words.cents(ratio.getAsDouble() - 1));
        Optional<Statistics> drawn = best.simulated().bcr().statistics();
        return new Tile(
                words.text("tile.ratio"),
                words.cents(ratio.getAsDouble()),
                findings.isUncertain() && drawn.isPresent()
                        ? words.between(
                                        words.cents(drawn.get().p5()),
                                        words.cents(drawn.get().p95()))
                                + "; " + net
                        : words.text("tile.no_interval") + "; " + net);
    }

    private String payback() {
        return best.result()
                .payback()
                .absent()
                .map(reason -> switch (reason) {
                    case NEVER ->
                        words.text("tile.payback.never", findings.scenario().horizon());
                    case NEVER_BELOW -> words.text("tile.payback.never_below");
                })
                .orElseGet(this::paybackDetail);
    }

    private String paybackDetail() {
        Payback payback = best.result().payback();
        String detail = words.text(
                "tile.payback.detail",
                payback.year().orElse(0) - findings.scenario().firstYear() + 1);
        return payback.belowAgainUntil().isPresent()
                ? words.text(
                        "tile.payback.below_again",
                        detail,
                        String.valueOf(payback.belowAgainUntil().getAsInt()))
                : detail;
    }

    /** The stakeholder that gains most and the one that loses most. */
    private Optional<String> whoGains() {
        List<Map.Entry<String, Account>> parties = best.result().stakeholders().entrySet().stream()
                .filter(entry -> {
                    Stakeholder party = findings.scenario().stakeholders().get(entry.getKey());
                    return party != null && party.counts();
                })
                .sorted(Comparator.comparingDouble(
                        entry -> entry.getValue().net().value()))
                .toList();
        if (parties.isEmpty()) {
            return Optional.empty();
        }
        Map.Entry<String, Account> least = parties.get(0);
        Map.Entry<String, Account> most = parties.get(parties.size() - 1);
        double loss = least.getValue().net().value();
        double gain = most.getValue().net().value();
        if (!(loss < 0 && gain > 0)) {
            return Optional.empty();
        }
        return Optional.of(words.text(
                "summary.who",
                words.labels().stakeholder(most.getKey()),
                words.roughly(gain),
                words.labels().stakeholder(least.getKey()),
                words.roughly(-loss)));
    }
}
