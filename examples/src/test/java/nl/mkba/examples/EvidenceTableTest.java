package nl.mkba.examples;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import nl.mkba.expression.Expression;
import nl.mkba.file.ScenarioFile;
import nl.mkba.file.catalogue.Catalogue;
import nl.mkba.file.catalogue.KeyFigure;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Scenario;
import nl.mkba.source.Quality;
import nl.mkba.source.QualityLevel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the examples rest on: the pages show what the build measures, and it does not get worse. */
class EvidenceTableTest {

    private static EvidenceTable table;

    @BeforeAll
    static void measure() throws IOException {
        table = EvidenceTable.of(Path.of("."));
    }

    static java.util.stream.Stream<Path> examples() throws IOException {
        return SourcedFiguresTest.examples();
    }

    @ParameterizedTest
    @CsvSource({"../docs/en/evidence.md, true", "../docs/nl/bewijs.md, false"})
    void thePageShowsWhatTheExamplesRestOn(Path page, boolean english) throws IOException {
        assertThat(EvidenceTable.IN_PAGE.in(page))
                .as("Has a scenario changed? examples/table makes the table again")
                .isEqualTo(english ? table.inEnglish() : table.inDutch());
    }

    @ParameterizedTest
    @CsvSource({"../docs/en/evidence.md, true", "../docs/nl/bewijs.md, false"})
    void thePageShowsWhatToMeasureFirst(Path page, boolean english) throws IOException {
        assertThat(MeasureFirstTable.IN_PAGE.in(page))
                .as("Has a scenario changed? examples/table makes the table again")
                .isEqualTo(
                        english
                                ? table.measureFirst().inEnglish()
                                : table.measureFirst().inDutch());
    }

    /** Counted wherever they stand: also in shares, in cashable parts, and in what only an outlook uses. */
    @Test
    void atMost45PercentOfTheParametersIsIllustrative() {
        assertThat(table.illustrativeShare(each -> true)).isLessThanOrEqualTo(0.45);
    }

    @Test
    void atMostHalfOfTheUncertainParametersIsIllustrative() {
        assertThat(table.illustrativeShare(EvidenceTable::isUncertain)).isLessThanOrEqualTo(0.50);
    }

    static List<String> largest() {
        return EvidenceTable.LARGEST;
    }

    @ParameterizedTest
    @MethodSource("largest")
    void halfOfAFlagshipsBenefitsRestOnNothingIllustrative(String flagship) {
        assertThat(table.benefits(flagship, level -> level != QualityLevel.CHOICE && !level.isGuess()))
                .isGreaterThanOrEqualTo(0.50);
    }

    /** What nobody measured is not known exactly either. Only a number of years is one that no draw can change. */
    @ParameterizedTest
    @MethodSource("examples")
    void whatNobodyMeasuredHasADistribution(Path example) {
        assertThat(ScenarioFile.read(example).parameters().values())
                .filteredOn(each -> each.provenance().quality() == Quality.ILLUSTRATIVE)
                .filteredOn(each ->
                        each.value() == null || each.value().references().isEmpty())
                .filteredOn(each -> each.unit() == null || !each.unit().says("year"))
                .filteredOn(each -> each.distribution() == null)
                .extracting(each -> each.id())
                .isEmpty();
    }

    private static final Set<Parameter> PRICES =
            Catalogue.read().keyFigures().stream().map(KeyFigure::parameter).collect(toSet());

    /** A head count, a price that an alternative replaces, and the claim that an example takes at its word and doubts apart. */
    private static final Set<String> TAKEN_AS_GIVEN = Set.of(
            "krachtwijken_utrecht.workers",
            "krachtwijken_utrecht.worker_cost",
            "preventie_klein.published_ratio",
            "preventie_klein.team_cost_central");

    /**
     * Nor is a judgement. What a formula computes is as uncertain as what it is made of; but a parameter that only repeats
     * another hides how well the one stands for the other. The prices of the catalogue are somebody else's.
     */
    @ParameterizedTest
    @MethodSource("examples")
    void aJudgementHasADistribution(Path example) {
        Scenario scenario = ScenarioFile.read(example);
        assertThat(EvidenceTable.behindFlows(scenario).stream()
                        .map(scenario.parameters()::get)
                        .filter(each -> each.provenance().quality() == Quality.WEAK && each.distribution() == null)
                        .filter(each -> isNumberOrRepeats(each.value()) && !PRICES.contains(each))
                        .filter(each -> each.unit() == null || !each.unit().says("year"))
                        .map(each -> scenario.id() + "." + each.id())
                        .filter(each -> !TAKEN_AS_GIVEN.contains(each)))
                .isEmpty();
    }

    private static boolean isNumberOrRepeats(@Nullable Expression value) {
        return value == null
                || value.references().isEmpty()
                || value.references().contains(value.text().strip());
    }
}
