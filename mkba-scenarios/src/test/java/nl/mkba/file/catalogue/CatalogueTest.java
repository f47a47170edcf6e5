package nl.mkba.file.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mkba.distribution.Distribution;
import nl.mkba.price.PriceIndex;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Stakeholder;
import nl.mkba.source.Quality;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the catalogue to the table in which its figures were collected. */
class CatalogueTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private static final Catalogue CATALOGUE = Catalogue.read();

    private static final Map<String, Parameter> PARAMETERS = CATALOGUE.keyFigures().stream()
            .map(KeyFigure::parameter)
            .collect(Collectors.toMap(Parameter::id, Function.identity()));

    static Stream<CollectedFigure> collected() {
        return CollectedFigure.all().stream().filter(row -> !row.parameter().isEmpty());
    }

    @Test
    void everyCollectedFigureIsInTheCatalogueOrLeftOutForAReason() {
        assertThat(collected().map(CollectedFigure::parameter))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(PARAMETERS.keySet());
        assertThat(CollectedFigure.all())
                .hasSize(112)
                .allSatisfy(row -> assertThat(row.parameter().isEmpty())
                        .as(row.row())
                        .isNotEqualTo(row.leftOutBecause().isEmpty()));
    }

    @ParameterizedTest
    @MethodSource("collected")
    void theValueIsTheCentralFigureOfTheSource(CollectedFigure row) {
        Parameter parameter = parameter(row);
        assertThat(parameter.value() == null ? null : parameter.value().number().orElseThrow())
                .isEqualTo(row.central());
    }

    /** The source's year, unless the index does not reach it yet: then the index's last, and the note says so. */
    @ParameterizedTest
    @MethodSource("collected")
    void amountsStandInThePricesOfTheirSource(CollectedFigure row) {
        Parameter parameter = parameter(row);
        Integer year = row.priceYear();
        int last = PriceIndex.nlCpi().lastYear();
        if (!row.isMoney() || year == null) {
            assertThat(parameter.priceYear()).isNull();
        } else if (year > last) {
            assertThat(parameter.priceYear()).isEqualTo(last);
            assertThat(parameter.provenance().note())
                    .asString()
                    .contains("De bron noemt " + year, "tot en met " + last);
        } else {
            assertThat(parameter.priceYear()).isEqualTo(year);
        }
    }

    /**
     * A range about the central figure, or from it to one side, is a PERT distribution; a range without a central figure
     * is uniform. A bound that stands in no distribution is of something else, and the note names it.
     */
    @ParameterizedTest
    @MethodSource("collected")
    void theRangeOfTheSourceIsTheDistribution(CollectedFigure row) {
        Parameter parameter = parameter(row);
        List<Double> bounds =
                Stream.of(row.low(), row.high()).filter(Objects::nonNull).toList();
        if (parameter.distribution() != null) {
            assertThat(parameter.distribution())
                    .usingRecursiveComparison()
                    .withEqualsForType((found, published) -> Math.abs(found - published) < 1e-15, Double.class)
                    .withStrictTypeChecking()
                    .isEqualTo(range(row));
        } else if (row.central() != null) {
            List<Double> others = bounds.stream()
                    .filter(bound -> !bound.equals(row.central()))
                    .toList();
            assertThat(others)
                    .allSatisfy(bound -> assertThat(parameter.provenance().note())
                            .asString()
                            .contains(String.format(DUTCH, "%,.0f", bound) + " euro"));
        }
    }

    private static Distribution range(CollectedFigure row) {
        Double low = row.low();
        Double high = row.high();
        Double central = row.central();
        if (central == null) {
            return Distribution.uniform(Objects.requireNonNull(low), Objects.requireNonNull(high));
        }
        return Distribution.pert(low == null ? central : low, central, high == null ? central : high);
    }

    @ParameterizedTest
    @MethodSource("collected")
    void aRangeWithoutADistributionIsTheExceptionThatTheDocumentationNames(CollectedFigure row) {
        boolean range = row.low() != null || (row.high() != null && row.central() != null);
        Set<String> exceptions = Set.of(
                "absence_day_employer",
                "family_care_cost",
                "youth_care_cost",
                "damage_car_vandalism",
                "damage_bicycle_theft",
                "prison_day",
                "youth_detention_day",
                "low_literacy_cost");
        assertThat(parameter(row).distribution() != null).isEqualTo(range && !exceptions.contains(row.parameter()));
    }

    @ParameterizedTest
    @MethodSource("collected")
    void theQualityFollowsFromHowTheSourceOfTheCentralFigureIsDescribed(CollectedFigure row) {
        assertThat(parameter(row).provenance().quality()).isEqualTo(quality(row.described()));
    }

    /** The table of the page on the catalogue, from its first line down. */
    private static Quality quality(String described) {
        String central = described.replaceFirst("^.*\\bc: ([^;]*).*$", "$1");
        if (described.startsWith("zwak")) {
            return Quality.WEAK;
        }
        if (central.startsWith("pers") || central.contains("in pers") || central.contains("(pers)")) {
            return Quality.PRESS;
        }
        if (central.contains("branche") || central.startsWith("praktijk")) {
            return Quality.PRACTICE;
        }
        if (central.startsWith("studie")) {
            return Quality.STUDY;
        }
        // What is only called derived, is the quotient of two official figures.
        assertThat(central).matches("officieel.*|.*\\(afgeleid\\)");
        return Quality.OFFICIAL;
    }

    @ParameterizedTest
    @MethodSource("collected")
    void theUnitIsThatOfTheSource(CollectedFigure row) {
        String unit = Objects.requireNonNull(parameter(row).unit()).in(Locale.ENGLISH);
        assertThat(unit.startsWith("EUR")).isEqualTo(row.isMoney());
        assertThat(unit.contains("/year")).isEqualTo(row.unit().contains("/jaar"));
        assertThat(unit.contains("/hour")).isEqualTo(row.unit().contains("/uur"));
        assertThat(unit.endsWith("/day")).isEqualTo(row.unit().endsWith("/dag"));
    }

    @Test
    void everyFigureHasASourceAndAmountsAreVariedTogether() {
        assertThat(PARAMETERS.values()).allSatisfy(parameter -> {
            assertThat(parameter.name()).asString().isNotBlank();
            assertThat(parameter.provenance().source()).isNotBlank();
            assertThat(parameter.group())
                    .isEqualTo(
                            Objects.requireNonNull(parameter.unit())
                                            .in(Locale.ENGLISH)
                                            .startsWith("EUR")
                                    ? "prices"
                                    : null);
        });
    }

    @Test
    void everyTextIsThereInBothLanguages() {
        Stream<Text> ofStakeholders = CATALOGUE.stakeholders().stream()
                .map(stakeholder -> stakeholder.stakeholder().label());
        Stream<Parameter> parameters = Stream.concat(
                CATALOGUE.keyFigures().stream().map(KeyFigure::parameter),
                CATALOGUE.effects().stream().map(Effect::parameter));
        Stream<Text> ofParameters = parameters.flatMap(parameter ->
                Stream.of(parameter.label(), parameter.provenance().note()).filter(Objects::nonNull));
        assertThat(Stream.concat(ofStakeholders, ofParameters))
                .allSatisfy(text ->
                        assertThat(text.versions()).as(text.toString()).containsOnlyKeys(Text.DUTCH, Text.ENGLISH));
    }

    @Test
    void idsAreUniqueAcrossTheParts() {
        List<@Nullable String> ids = new ArrayList<>();
        CATALOGUE.keyFigures().forEach(figure -> ids.add(figure.parameter().id()));
        CATALOGUE.effects().forEach(effect -> ids.add(effect.parameter().id()));
        CATALOGUE
                .stakeholders()
                .forEach(stakeholder -> ids.add(stakeholder.stakeholder().id()));
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void householdsAreAskedForNoSidePayments() {
        assertThat(CATALOGUE.stakeholders())
                .map(CatalogueStakeholder::stakeholder)
                .allSatisfy(stakeholder -> assertThat(stakeholder.canPay())
                        .as(stakeholder.id())
                        .isEqualTo(!"households".equals(stakeholder.sector())));
        assertThat(CATALOGUE.stakeholders())
                .map(CatalogueStakeholder::stakeholder)
                .filteredOn(stakeholder -> !stakeholder.counts())
                .map(Stakeholder::id)
                .containsExactly("european_union");
    }

    private static Parameter parameter(CollectedFigure row) {
        return Objects.requireNonNull(PARAMETERS.get(row.parameter()), row.parameter());
    }
}
