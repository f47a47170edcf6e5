package nl.mkba.file.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.mkba.scenario.Parameter;
import nl.mkba.source.Quality;
import nl.mkba.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the effects to the table in which they were collected, and to the rules by which they are given. */
class EffectsTest {

    private static final Catalogue CATALOGUE = Catalogue.read();

    private static final Map<String, Effect> EFFECTS = CATALOGUE.effects().stream()
            .collect(Collectors.toMap(effect -> effect.parameter().id(), Function.identity()));

    private static final Set<String> REASONS =
            Set.of("no_number", "price", "foreign_money", "not_used_dutch", "not_used_foreign");

    private static List<String[]> collected() throws IOException {
        try (InputStream in = EffectsTest.class.getResourceAsStream("/catalogue/collected-effects.tsv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .toList();
        }
    }

    /** Looked for after the collection, as evidence against an example. */
    private static final Set<String> FOUND_LATER =
            Set.of("language_course_employment", "language_workplace_course", "sport_absence_moderate");

    private static List<String> found(String... words) {
        return CATALOGUE.effectsOnly().matching(List.of(words)).effects().stream()
                .map(effect -> effect.parameter().id())
                .toList();
    }

    @Test
    void everyCollectedRowIsInTheCatalogueOrLeftOutForAReason() throws IOException {
        Set<String> figures = CATALOGUE.keyFigures().stream()
                .map(figure -> figure.parameter().id())
                .collect(Collectors.toSet());
        List<String[]> rows = collected();
        assertThat(rows).hasSize(337);
        for (String[] row : rows) {
            if (row[1].isEmpty()) {
                assertThat(REASONS).as(row[0]).contains(row[2]);
            } else {
                assertThat(row[1].split(" "))
                        .as(row[0])
                        .allMatch(id -> EFFECTS.containsKey(id) || figures.contains(id));
            }
        }
        assertThat(rows.stream().flatMap(row -> List.of(row[1].split(" ")).stream()))
                .containsAll(EFFECTS.keySet().stream()
                        .filter(id -> !FOUND_LATER.contains(id))
                        .toList());
    }

    @Test
    void everyEffectHasItsTextsInBothLanguagesAndASource() {
        assertThat(EFFECTS.values()).allSatisfy(effect -> {
            Parameter parameter = effect.parameter();
            for (Text text : new Text[] {
                parameter.name(),
                parameter.provenance().note(),
                effect.evidence().programme(),
                effect.evidence().population()
            }) {
                assertThat(text).as(parameter.id()).isNotNull();
                assertThat(text.versions()).as(parameter.id()).containsOnlyKeys("nl", "en");
            }
            assertThat(parameter.provenance().source()).as(parameter.id()).isNotBlank();
            assertThat(parameter.unit()).as(parameter.id()).isNotNull();
        });
    }

    /** The address of a source is that of the publication; a page that passes it on is named as the place of reading. */
    @Test
    void whatWasReadElsewhereSaysSo() {
        assertThat(EFFECTS.values()).allSatisfy(effect -> {
            String url = effect.parameter().provenance().url();
            assertThat(url == null || effect.evidence().readAt() == null)
                    .as(effect.parameter().id())
                    .isTrue();
            assertThat(url == null && effect.evidence().readAt() == null)
                    .as(effect.parameter().id())
                    .isEqualTo(effect.evidence().design() == Evidence.Design.DERIVED
                            || effect.parameter().id().startsWith("study_"));
        });
    }

    @Test
    void aJudgementLowersTheQuality() {
        assertThat(EFFECTS.values())
                .filteredOn(effect -> effect.parameter().distribution() != null
                        && Objects.requireNonNull(
                                        effect.parameter().provenance().note())
                                .toString()
                                .contains("oordeel"))
                .hasSizeGreaterThan(5)
                .allSatisfy(effect ->
                        assertThat(effect.parameter().provenance().quality()).isEqualTo(Quality.WEAK));
    }

    /** Elsewhere is not here, however good the study; and a centre halfway between two ends is not of the source. */
    @Test
    void whatWasFoundAbroadIsWeakHere() {
        assertThat(EFFECTS.values())
                .filteredOn(effect -> !effect.evidence().country().equals("NL"))
                .hasSizeGreaterThan(50)
                .allSatisfy(effect -> assertThat(effect.parameter().provenance().quality())
                        .as(effect.parameter().id())
                        .isEqualTo(Quality.WEAK));
        assertThat(EFFECTS.values())
                .filteredOn(effect -> effect.parameter().distribution() != null
                        && effect.parameter().distribution().form().equals("uniform"))
                .hasSizeGreaterThan(3)
                .allSatisfy(effect -> assertThat(effect.parameter().provenance().quality())
                        .as(effect.parameter().id())
                        .isEqualTo(Quality.WEAK));
    }

    /** Of 95 in 100 draws: half of the rest lies below the interval, half above. */
    @Test
    void aConfidenceIntervalIsThatOfTheDraws() {
        assertThat(EFFECTS.values())
                .filteredOn(effect -> effect.evidence().confidenceInterval() != null)
                .hasSizeGreaterThan(10)
                .allSatisfy(effect -> {
                    Evidence.Interval interval =
                            Objects.requireNonNull(effect.evidence().confidenceInterval());
                    double width = interval.high() - interval.low();
                    assertThat(Objects.requireNonNull(effect.parameter().distribution())
                                    .quantile(0.025))
                            .as(effect.parameter().id())
                            .isCloseTo(interval.low(), within(0.03 * width));
                    assertThat(Objects.requireNonNull(effect.parameter().distribution())
                                    .quantile(0.975))
                            .as(effect.parameter().id())
                            .isCloseTo(interval.high(), within(0.03 * width));
                });
    }

    /** Nothing found is 0, or an interval that contains no change: 0 of a difference, 1 of a ratio. */
    @Test
    void nullFindingsAreThereAsSuch() {
        assertThat(EFFECTS.values())
                .filteredOn(effect -> effect.evidence().finding() == Evidence.Finding.NONE)
                .hasSizeGreaterThan(35)
                .allSatisfy(effect -> {
                    Evidence.Interval interval = effect.evidence().confidenceInterval();
                    boolean ratio = Set.of(Evidence.Scale.RELATIVE_RISK, Evidence.Scale.ODDS_RATIO)
                            .contains(effect.evidence().scale());
                    assertThat(effect.central() == 0
                                    || (interval != null
                                            && interval.low() <= (ratio ? 1 : 0)
                                            && interval.high() >= (ratio ? 1 : 0)))
                            .as(effect.parameter().id())
                            .isTrue();
                });
    }

    /** A rate, a share of costs or how much of a plan is carried out is no effect, and no harm either. */
    @Test
    void aRateIsNoFinding() {
        assertThat(EFFECTS.values())
                .filteredOn(effect -> effect.evidence().scale() == Evidence.Scale.BASE_RATE
                        || effect.evidence().scale() == Evidence.Scale.CONVERSION
                                && effect.evidence().comparison() == Evidence.Comparison.NONE
                                && !effect.parameter().id().equals("loneliness_qaly_year"))
                .hasSizeGreaterThan(10)
                .allSatisfy(effect -> assertThat(effect.evidence().finding())
                        .as(effect.parameter().id())
                        .isNull());
        assertThat(List.of("outreach_contact", "green_care_share", "crime_plans_carried_out"))
                .allSatisfy(id -> assertThat(Objects.requireNonNull(EFFECTS.get(id))
                                .evidence()
                                .finding())
                        .isNull());
    }

    /**
     * By hand: 1 / 1.5; mean of PERT (0.35 + 4 × 0.75 + 0.90) / 6 is not used, as the value is given: 0.75 × 0.35; 0.25 ×
     * 0.64; 0.034 × 3000 / 8134; that × 0.73; 22.6 / 365 / 0.15; 0.05 × 0.13; 0.45 / 5 × 0.07; 1 − 0.21 / 0.32; 4.7 / 19.5
     * × 8.2; 0.09 × 0.25; 1.8 / 10 × 0.0245.
     */
    @ParameterizedTest
    @CsvSource({
        "work_rotterdam_south_deadweight, 0.6666667",
        "outreach_trajectory_share, 0.2625",
        "debt_solved_per_applicant, 0.16",
        "eviction_rate_arrears, 0.0125400",
        "eviction_prevented_arrears, 0.0091542",
        "shelter_years_per_entry, 0.4127854",
        "mental_qaly_per_participant, 0.0065",
        "loneliness_qaly_year, 0.0063",
        "sport_first_year_loss, 0.34375",
        "sport_absence_days, 1.9764103",
        "sport_depression_cases, 0.0225",
        "sport_emergency_visits, 0.00441"
    })
    void aConversionKeepsItsPartsVisible(String id, double byHand) {
        Effect effect = Objects.requireNonNull(EFFECTS.get(id));
        assertThat(effect.formula()).isPresent();
        assertThat(effect.evidence().design()).isEqualTo(Evidence.Design.DERIVED);
        assertThat(effect.central()).isCloseTo(byHand, within(1e-7));
    }

    @Test
    void bothLanguagesFindTheSameEffectsAndNullFindingsToo() {
        assertThat(found("rotterdam", "buurtapp", "geen effect"))
                .isEqualTo(found("rotterdam", "neighbourhood", "app", "no effect"))
                .containsExactly("burglary_app_rotterdam");
        assertThat(found("buurtapp")).contains("burglary_app_tilburg", "burglary_app_rotterdam");
        assertThat(found("geen effect")).isEqualTo(found("no effect")).hasSizeGreaterThan(35);
        assertThat(found("eenzaamheid"))
                .contains("loneliness_befriending", "loneliness_link_worker_glasgow", "loneliness_trials");
        assertThat(found("Phillips")).contains("eviction_assistance_relative");
        assertThat(CATALOGUE.matching(List.of("loneliness")).effects()).isNotEmpty();
    }

    /** Whoever looks for a theme finds what did not work too: in either language, in the singular and the plural. */
    @ParameterizedTest
    @CsvSource({
        "inbraak, burglary_app_tilburg burglary_app_rotterdam burglary_app burglary_app_displacement",
        "inbraken, burglary_app_rotterdam burglary_locks_other_crime",
        "burglary, burglary_app_rotterdam burglary_app_displacement",
        "huizenprijzen, homes_demolition_detroit homes_demolition_buffalo homes_sold_price home_value_named_district",
        "house prices, homes_demolition_detroit homes_demolition_buffalo homes_sold_price home_value_named_district",
        "home prices, homes_demolition_detroit homes_demolition_buffalo homes_sold_price home_value_named_district",
        "house price, homes_demolition_detroit homes_demolition_buffalo",
        "woningwaarde, homes_demolition_detroit homes_demolition_buffalo",
        "jeugd, family_programme_first_phase family_conference_cost family_multisystemic_recidivism",
        "youth, family_programme_first_phase family_conference_cost family_multisystemic_recidivism",
        "vandalism, crime_hot_spots_displacement district_estate_renewal",
        "vernieling, crime_hot_spots_displacement district_estate_renewal",
        "vernielingen, crime_hot_spots_displacement",
        "eenzaamheid, loneliness_befriending",
        "loneliness, loneliness_befriending"
    })
    void aThemeBringsWhatDidNotWork(String theme, String ids) {
        assertThat(found(theme)).contains(ids.split(" "));
        assertThat(found(theme.split(" "))).contains(ids.split(" "));
    }

    @Test
    void bothLanguagesFindOneTheme() {
        assertThat(found("huizenprijzen"))
                .isEqualTo(found("house prices"))
                .isEqualTo(found("house", "prices"))
                .isEqualTo(found("home price"))
                .doesNotContain("homes_maintenance");
        assertThat(found("jeugd")).isEqualTo(found("youth"));
        assertThat(found("vernieling")).isEqualTo(found("vandalism"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "null finding", "null findings", "nulvondst", "nulvondsten", "no effect"})
    void whatFoundNothingIsFoundByItsNames(String words) {
        assertThat(found(words)).isEqualTo(found("geen effect"));
    }
}
