package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.AlternativeResult.Payback;
import nl.mkba.cli.render.Conventions;
import nl.mkba.cli.render.GainersText;
import nl.mkba.cli.render.Headline;
import nl.mkba.cli.render.PaybackText;
import nl.mkba.cli.render.Payers;
import nl.mkba.cli.render.QualityText;
import nl.mkba.cli.render.Refusal;
import nl.mkba.cli.render.Uncertainty;
import nl.mkba.cli.render.UnpricedText;
import nl.mkba.cli.report.Document.Bar;
import nl.mkba.cli.report.Document.Block;
import nl.mkba.cli.report.Document.Cell;
import nl.mkba.cli.report.Document.Paragraph;
import nl.mkba.cli.report.Document.Section;
import nl.mkba.cli.report.Document.Segment;
import nl.mkba.cli.report.Document.Table;
import nl.mkba.cli.report.Document.Tile;
import nl.mkba.cli.report.Document.Tiles;
import nl.mkba.cli.report.Document.Tone;
import nl.mkba.cli.report.Findings.CaseFindings;
import nl.mkba.cli.report.Findings.OutlookFindings;
import nl.mkba.uncertainty.SimulationResult.SimulatedCase;
import nl.mkba.uncertainty.Statistics;

/** The answer on one page: the question, the answer, and what the reader needs to weigh it. */
final class SummaryTopic extends Topic {

    /** A sentence of the description that begins so, and what follows it, is what the file says against itself. */
    private static final Pattern COUNTER_EVIDENCE =
            Pattern.compile("(?:^|(?<=[.?!:]\\s))(?:Tegenbewijs|Counter-evidence)\\b");

    SummaryTopic(Findings findings, Words words) {
        super(findings, words);
    }

    @Override
    Section section() {
        List<Block> blocks = new ArrayList<>(perAlternative(false, this::caution));
        String description = description();
        int counter = counterEvidence(description);
        if (counter > 0) {
            blocks.add(plain(description.substring(0, counter).strip()));
        }
        choice().forEach(sentence -> blocks.add(new Paragraph(Tone.LEAD, sentence)));
        blocks.addAll(perAlternative(this::answer));
        if (!isNothingPriced()) {
            blocks.add(new ReturnTopic(findings, words).chart());
        }
        blocks.addAll(perAlternative(false, this::behind));
        if (counter < description.length()) {
            blocks.add(plain(description.substring(counter)));
        }
        blocks.add(note(basis()));
        return new Section("summary", words.text("summary.heading"), blocks);
    }

    private String description() {
        String text = words.labels().words(findings.scenario().texts().description());
        return text == null ? "" : text.replaceAll("\\s+", " ").strip();
    }

    private static int counterEvidence(String description) {
        Matcher matcher = COUNTER_EVIDENCE.matcher(description);
        return matcher.find() ? matcher.start() : description.length();
    }

    private List<Block> caution(CaseFindings theCase) {
        return words.headline().caution(theCase.simulated()).stream()
                .<Block>map(this::warning)
                .toList();
    }

    /** Which alternative leads, as one paragraph; none where there is nothing to choose. */
    List<String> choice() {
        if (isNothingPriced()) {
            return List.of();
        }
        List<SimulatedCase> alternatives =
                findings.cases().stream().map(CaseFindings::simulated).toList();
        List<String> sentences = words.headline().choice(alternatives, findings.probabilityBest());
        return sentences.isEmpty() ? List.of() : List.of(String.join(" ", sentences));
    }

    /** What one alternative brings, in sentences. */
    String sentences(CaseFindings theCase) {
        if (isNothingPriced(theCase)) {
            return nothingPriced(theCase);
        }
        List<String> sentences = new ArrayList<>(
                words.headline().answer(theCase.simulated(), theCase.result().bcr()));
        words.residual(theCase.result()).ifPresent(sentences::add);
        return String.join(" ", sentences);
    }

    /** That there is nothing in money, and what there is instead. */
    private String nothingPriced(CaseFindings theCase) {
        String items = UnpricedText.all(theCase.result().unpriced(), words.labels(), words.sharedMessages());
        return items.isEmpty() ? words.text("summary.nothing") : words.text("summary.nothing_priced") + " " + items;
    }

    private List<Block> answer(CaseFindings theCase) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(Tone.LEAD, sentences(theCase)));
        if (isNothingPriced(theCase)) {
            return blocks;
        }
        transfers(theCase).ifPresent(text -> blocks.add(warning(text)));
        if (!findings.isUncertain()) {
            blocks.add(warning(words.text("certain.warning")));
        }
        blocks.add(tiles(theCase));
        return blocks;
    }

    /** Where more changes hands within society than it costs: what those who pay get back. */
    Optional<String> transfers(CaseFindings theCase) {
        List<String> sentences =
                words.payers(Payers.of(findings.scenario(), theCase.result()).drawn(theCase.simulated()));
        return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
    }

    private Tiles tiles(CaseFindings theCase) {
        boolean isUncertain = Headline.isUncertain(theCase.simulated());
        Statistics npv = theCase.simulated().npv();
        List<Tile> tiles = new ArrayList<>();
        tiles.add(ratioTile(theCase, isUncertain));
        tiles.add(new Tile(
                words.text(isUncertain ? "tile.npv.expected" : "tile.npv"),
                words.roughly(theCase.simulated().expected().npv()),
                isUncertain
                        ? interval(
                                npv,
                                words.roughly(npv.p5()),
                                words.roughly(npv.p95()),
                                words.roughly(theCase.result().npv().value()))
                        : words.text("tile.no_interval")));
        if (isUncertain) {
            tiles.add(new Tile(
                    words.text("tile.chance"),
                    words.chance(npv.probabilityPositive()),
                    words.text("tile.chance.detail", words.numbers().whole(findings.draws()))));
        }
        tiles.add(new Tile(
                words.text("tile.payback"),
                theCase.result().payback().year().isPresent()
                        ? String.valueOf(theCase.result().payback().year().getAsInt())
                        : PaybackText.absent(theCase.result(), words.sharedMessages()),
                payback(theCase.result())));
        return new Tiles(tiles);
    }

    private String interval(Statistics drawn, String low, String high, String central) {
        return drawn.max() > drawn.min()
                ? words.text("tile.interval", low, high, central)
                : words.text("tile.no_spread", central);
    }

    private Tile ratioTile(CaseFindings theCase, boolean isUncertain) {
        boolean hasTransfers = Headline.hasTransfers(theCase.simulated().expected());
        String certain = hasTransfers ? "tile.ratio.transfers" : "tile.ratio";
        String expected = hasTransfers ? "tile.ratio.transfers.expected" : "tile.ratio.expected";
        String label = words.text(isUncertain ? expected : certain);
        OptionalDouble ratio = theCase.simulated().expected().bcr();
        if (ratio.isEmpty()) {
            return new Tile(label, NONE, words.text("tile.ratio.absent"));
        }
        if (ratio.getAsDouble() < 0) {
            return new Tile(
                    label, NONE, words.text(hasTransfers ? "tile.ratio.transfers.negative" : "tile.ratio.negative"));
        }
        Optional<Statistics> drawn = theCase.simulated().bcr().statistics();
        OptionalDouble central = theCase.result().bcr();
        String detail = isUncertain && drawn.isPresent()
                ? interval(
                        drawn.get(),
                        words.perEuro(drawn.get().p5()),
                        words.perEuro(drawn.get().p95()),
                        central.isPresent() ? words.perEuro(central.getAsDouble()) : NONE)
                : words.text("tile.no_interval");
        return new Tile(label, words.cents(ratio.getAsDouble()), detail);
    }

    private String payback(AlternativeResult result) {
        Payback payback = result.payback();
        return payback.absent()
                .map(reason -> switch (reason) {
                    case NEVER ->
                        words.text("tile.payback.never", findings.scenario().horizon());
                    case NEVER_BELOW ->
                        words.text(result.streams().isEmpty() ? "tile.payback.nothing" : "tile.payback.never_below");
                })
                .orElseGet(() -> paybackDetail(payback));
    }

    private String paybackDetail(Payback payback) {
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

    /** Who gains and who loses, what it rests on, and what it is in every outlook. */
    private List<Block> behind(CaseFindings theCase) {
        if (isNothingPriced(theCase)) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        String who = whoGains(theCase);
        if (!who.isEmpty()) {
            blocks.add(plain(who));
        }
        restsOn(theCase, blocks);
        blocks.addAll(inOutlooks(theCase, ""));
        return blocks;
    }

    /**
     * An alternative's result in every outlook, and why there is none where it is refused; nothing where the file has no outlooks.
     *
     * @param name what stands above it before the caption; empty for nothing
     */
    List<Block> inOutlooks(CaseFindings theCase, String name) {
        if (isNothingPriced(theCase)) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        List<OutlookFindings> outlooks = findings.outlooks().stream()
                .filter(each -> each.alternative().equals(theCase.result().alternative()))
                .toList();
        if (!outlooks.isEmpty()) {
            blocks.add(outlooks(outlooks, name));
        }
        for (OutlookFindings each : outlooks) {
            if (!each.refused().isEmpty()) {
                blocks.add(plain(words.shared(
                        "run.outlooks.refused",
                        outlook(each),
                        Refusal.reason(each.refused(), words.sharedMessages()))));
            }
        }
        return blocks;
    }

    /** Who gains and who loses, in expectation. */
    String whoGains(CaseFindings theCase) {
        Map<String, Double> nets = new LinkedHashMap<>();
        theCase.simulated()
                .stakeholders()
                .forEach((id, stakeholder) -> nets.put(id, stakeholder.net().mean()));
        GainersText gainers =
                new GainersText(findings.scenario(), words.labels(), words.sharedMessages(), words::roughly);
        return Headline.isUncertain(theCase.simulated()) ? gainers.ofExpected(nets) : gainers.of(nets);
    }

    /** What an alternative rests on: a sentence, a bar, and what nobody gave a range. */
    private void restsOn(CaseFindings theCase, List<Block> blocks) {
        QualityText quality = quality(theCase);
        List<String> sentences = new ArrayList<>();
        quality.sentence().ifPresent(sentences::add);
        int narrow = Uncertainty.illustrativeWithoutRange(findings.scenario());
        int illustrative = Uncertainty.illustrative(findings.scenario());
        if (illustrative > 0) {
            int all = findings.scenario().parameters().size();
            String some = illustrative == all ? "summary.illustrative.all" : "summary.illustrative";
            sentences.add(words.text(illustrative == 1 ? "summary.illustrative.one" : some, illustrative, all));
        }
        if (narrow > 0 && findings.isUncertain()) {
            sentences.add(words.text(narrow == 1 ? "summary.narrow.one" : "summary.narrow", narrow));
        }
        if (!sentences.isEmpty()) {
            blocks.add(plain(String.join(" ", sentences)));
        }
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

    /** The result in every outlook, the file without one being the first. */
    private Table outlooks(List<OutlookFindings> outlooks, String name) {
        String caption = words.text("summary.outlooks", words.numbers().currency());
        TableMaker table = new TableMaker(name.isEmpty() ? caption : words.text("compare.answer", name, caption))
                .texts(words.shared("column.outlook"));
        boolean isUncertain = findings.isUncertain();
        if (isUncertain) {
            table.numbers(
                    words.shared("column.expected_net"), words.text("column.per_euro"), words.text("column.chance"));
        }
        table.numbers(words.text("column.central_net"));
        for (OutlookFindings each : outlooks) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.of(outlook(each)));
            if (each.simulated().isPresent()) {
                SimulatedCase drawn = each.simulated().get();
                if (isUncertain) {
                    cells.add(money(drawn.expected().npv()));
                    cells.add(ratio(drawn.expected().bcr()));
                    cells.add(chance(drawn.npv().probabilityPositive()));
                }
                cells.add(money(drawn.centralNpv()));
            } else {
                for (int i = 0; i < (isUncertain ? 4 : 1); i++) {
                    cells.add(Cell.of(NONE));
                }
            }
            table.row(false, cells);
        }
        return table.make();
    }

    private String outlook(OutlookFindings each) {
        return each.outlook().map(words.labels()::outlook).orElseGet(() -> words.text("summary.without_outlook"));
    }

    /** What stands under a result: how it was discounted, in which prices, from how many draws, and what has no source. */
    String basis() {
        List<String> sentences =
                new ArrayList<>(Conventions.basis(findings.scenario(), findings.selection(), words.sharedMessages()));
        if (findings.isUncertain()) {
            sentences.add(words.text("summary.draws", words.numbers().whole(findings.draws())));
            boolean isFewer = findings.outlooks().stream()
                    .flatMap(each -> each.simulated().stream())
                    .anyMatch(drawn -> drawn.npv().count() < findings.draws());
            if (isFewer) {
                sentences.add(
                        words.text("summary.draws.outlooks", words.numbers().whole(Findings.FEW)));
            }
        }
        return String.join(" ", sentences);
    }
}
