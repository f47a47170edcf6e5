package nl.mkba.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.mkba.expression.Expression;
import nl.mkba.file.ScenarioFile;
import nl.mkba.file.catalogue.Catalogue;
import nl.mkba.file.catalogue.KeyFigure;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Scenario;
import nl.mkba.source.Quality;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of the catalogue's page, "Quality", held by what a source is called and where it was read. */
class GradesTest {

    private static final Catalogue CATALOGUE = Catalogue.read();

    private static final Set<String> NEWSPAPERS = Set.of(
            "ad.nl",
            "blikopnieuws.nl",
            "destentor.nl",
            "gelderlander.nl",
            "nhnieuws.nl",
            "nos.nl",
            "nrc.nl",
            "nu.nl",
            "parool.nl",
            "trouw.nl",
            "volkskrant.nl");

    /** Associations of an industry, and a foundation of practitioners. */
    private static final List<String> ASSOCIATIONS =
            List.of("Aedes", "Divosa", "NVVK", "VeiligheidNL", "Verbond van Verzekeraars");

    private record Graded(Parameter parameter, @Nullable String address) {

        boolean isInNewspaper() {
            return address != null
                            && NEWSPAPERS.contains(URI.create(address).getHost().replaceFirst("^www\\.", ""))
                    || Stream.of(
                                    "gelezen bij NOS",
                                    "gelezen bij NU.nl",
                                    "gelezen bij NH Nieuws",
                                    "gelezen bij Blik op Nieuws")
                            .anyMatch(source()::contains);
        }

        String source() {
            return Optional.ofNullable(parameter.provenance().source()).orElse("");
        }

        @Nullable
        Quality quality() {
            return parameter.provenance().quality();
        }

        @Override
        public String toString() {
            return parameter.id() + ": " + quality() + ", " + source() + ", " + address;
        }
    }

    private static List<Graded> graded() throws IOException {
        Stream<Graded> effects = CATALOGUE.effects().stream()
                .map(effect -> new Graded(
                        effect.parameter(),
                        Optional.ofNullable(effect.parameter().provenance().url())
                                .orElse(effect.evidence().readAt())));
        Stream<Parameter> others = Stream.concat(
                CATALOGUE.keyFigures().stream().map(KeyFigure::parameter),
                SourcedFiguresTest.examples()
                        .flatMap(example -> ScenarioFile.read(example).parameters().values().stream()));
        return Stream.concat(
                        effects,
                        others.map(each -> new Graded(each, each.provenance().url())))
                .toList();
    }

    /** Also where a newspaper passes on an official figure or a study. */
    @Test
    void whatWasReadInANewspaperIsPressOrLess() throws IOException {
        assertThat(graded())
                .filteredOn(Graded::isInNewspaper)
                .hasSizeGreaterThan(15)
                .allSatisfy(each -> assertThat(each.quality())
                        .as(each.toString())
                        .isNotIn(Quality.OFFICIAL, Quality.STUDY, Quality.PRACTICE));
    }

    @Test
    void anAssociationIsPractice() throws IOException {
        assertThat(graded())
                .filteredOn(each -> ASSOCIATIONS.stream().anyMatch(each.source()::contains))
                .hasSizeGreaterThan(10)
                .allSatisfy(
                        each -> assertThat(each.quality()).as(each.toString()).isNotEqualTo(Quality.OFFICIAL));
    }

    /** What a note calls net has left out already what would have happened anyway, or what others did. */
    @ParameterizedTest
    @MethodSource("nl.mkba.examples.SourcedFiguresTest#examples")
    void whatIsNetHasNoDeadweight(Path example) {
        Scenario scenario = ScenarioFile.read(example);
        for (Intervention intervention : scenario.interventions().values()) {
            for (Effect effect : intervention.effects()) {
                List<String> net = new ArrayList<>();
                scenario.forEachExpressionOfFlow(
                        intervention,
                        effect,
                        (path, expression) -> expression.references().stream()
                                .filter(id -> isNet(scenario.parameters().get(id)))
                                .forEach(net::add));
                assertThat(net.isEmpty()
                                || effect.corrections().deadweight().equals(Expression.ZERO)
                                        && effect.corrections().dueToOthers().equals(Expression.ZERO))
                        .as(intervention.path(effect) + ": " + net)
                        .isTrue();
            }
        }
    }

    private static boolean isNet(@Nullable Parameter parameter) {
        return parameter != null
                && parameter.provenance().note() != null
                && parameter.provenance().note().in(Locale.ENGLISH).matches("(?s)Net\\b.*");
    }

    /** Nobody decides whether interventions need or strengthen each other. */
    @ParameterizedTest
    @MethodSource("nl.mkba.examples.SourcedFiguresTest#examples")
    void howInterventionsCombineIsNoChoice(Path example) {
        Scenario scenario = ScenarioFile.read(example);
        assertThat(scenario.interventions().values().stream()
                        .flatMap(each -> each.interactions().stream())
                        .flatMap(each -> each.times().references().stream())
                        .map(scenario.parameters()::get)
                        .map(Objects::requireNonNull))
                .allSatisfy(each -> assertThat(each.provenance().quality())
                        .as(each.id())
                        .isNotIn(Quality.CHOICE, Quality.DEFINITION));
    }

    /** "Decided" is what somebody decides. How long an effect lasts, the world does. */
    @Test
    void howLongAnEffectLastsIsNoChoice() throws IOException {
        assertThat(graded())
                .filteredOn(each -> Set.of(
                                "effect_years",
                                "active_years",
                                "counted_years",
                                "work_years",
                                "remaining_years",
                                "lock_years",
                                "rental_years",
                                "job_years",
                                "loss_years",
                                "yield_years",
                                "referral_years",
                                "comfort_years",
                                "volunteering_years",
                                "participation_years")
                        .contains(each.parameter().id()))
                .hasSizeGreaterThan(15)
                .allSatisfy(each ->
                        assertThat(each.quality()).as(each.toString()).isIn(Quality.WEAK, Quality.ILLUSTRATIVE));
    }
}
