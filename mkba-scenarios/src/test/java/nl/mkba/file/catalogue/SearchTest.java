package nl.mkba.file.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.mkba.discounting.PublishedPolicy;
import nl.mkba.price.PriceIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding things in the catalogue. */
class SearchTest {

    private static final Catalogue CATALOGUE = Catalogue.read();

    private static List<String> figures(String... words) {
        return CATALOGUE.matching(List.of(words)).keyFigures().stream()
                .map(figure -> figure.parameter().id())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"eviction", "uitzetting", "HUISUITZETTING", "evict", "eviction_cost"})
    void bothLanguagesFindTheSameFigures(String word) {
        assertThat(figures(word)).containsExactly("eviction_cost", "eviction_cost_society");
    }

    /** Three letters are in too many words: tree in street, vat in private. A compound that begins with them is found. */
    @Test
    void aShortWordIsFoundAtTheBeginningOfWordsAlone() {
        assertThat(figures("vat")).containsExactlyInAnyOrder("vat_standard", "vat_reduced");
        assertThat(CATALOGUE.matching(List.of("vat")).effects()).isEmpty();
    }

    @Test
    void allWordsMustBeFound() {
        assertThat(figures("eviction", "direct")).containsExactly("eviction_cost");
        assertThat(figures("uitzetting", "direct")).containsExactly("eviction_cost");
        assertThat(figures("eviction", "detention")).isEmpty();
    }

    /** Nothing in the catalogue has one of these words; what it has of the homeless is under opvang. */
    @ParameterizedTest
    @ValueSource(strings = {"daklozen", "dakloze", "thuisloos"})
    void otherFormsAndOtherWordsForTheSameAreFound(String word) {
        List<String> shelter = figures("opvang");
        assertThat(shelter).isNotEmpty();
        assertThat(figures(word)).containsAll(shelter);
    }

    /** What people look for in their own words, in the singular or the plural; nothing has these words itself. */
    @ParameterizedTest
    @CsvSource({
        "thuislozen, opvang",
        "zwervers, opvang",
        "schuldsanering, schulden",
        "armoede, bijstand",
        "zelfdoding, ggz",
        "hangjongeren, overlast",
        "burenruzies, overlast",
        "thuiszorg, wmo",
        "schoolverlaters, school",
        "inburgering, taalcursus",
        "alcohol, verslaving",
        "huiselijk, geweld",
        "zonnepanelen, energie"
    })
    void aWordOfDailyLifeFindsWhatTheFieldCallsIt(String word, String ofTheField) {
        Catalogue known = CATALOGUE.matching(List.of(ofTheField));
        assertThat(known.isEmpty()).as(ofTheField).isFalse();
        Catalogue found = CATALOGUE.matching(List.of(word));
        assertThat(found.keyFigures()).containsAll(known.keyFigures());
        assertThat(found.templates()).containsAll(known.templates());
        assertThat(found.isEmpty()).isFalse();
    }

    @Test
    void otherWordsAreOnlyLookedForWhereNothingHasTheWordItself() {
        assertThat(figures("huisuitzettingen")).isEqualTo(figures("huisuitzetting"));
        assertThat(figures("eropaf")).containsExactly("eviction_cost");
    }

    @Test
    void accentsDoNotMatter() {
        assertThat(figures("geisoleerd")).containsExactly("participation_step_1");
        assertThat(figures("GEÏSOLEERD")).containsExactly("participation_step_1");
    }

    @Test
    void theSourceAndThePartAreSearchedToo() {
        assertThat(figures("eropaf")).containsExactly("eviction_cost");
        assertThat(figures("schulden", "inwoners")).contains("debt_help_execution");
    }

    @Test
    void stakeholdersPoliciesIndicesAndTemplatesAreFoundToo() {
        assertThat(CATALOGUE.matching(List.of("zorgverzekeraar")).stakeholders())
                .map(stakeholder -> stakeholder.stakeholder().id())
                .containsExactly("insurer");
        assertThat(CATALOGUE.matching(List.of("nl_2026")).policies()).containsExactly(PublishedPolicy.NL_2026);
        assertThat(CATALOGUE.matching(List.of("consumentenprijsindex")).indices())
                .map(PriceIndex::name)
                .containsExactly("nl_cpi");
        assertThat(CATALOGUE.matching(List.of("herstructurering")).templates())
                .map(Template::id)
                .contains("herstructurering");
    }

    @Test
    void withoutWordsEverythingIsFound() {
        assertThat(CATALOGUE.matching(List.of())).isEqualTo(CATALOGUE);
    }

    @Test
    void aMisspeltWordHasANearestOne() {
        assertThat(CATALOGUE.matching(List.of("evicton")).isEmpty()).isTrue();
        assertThat(CATALOGUE.nearest("evicton")).isEqualTo("eviction");
        assertThat(CATALOGUE.nearest("huisuitzeting")).isEqualTo("huisuitzetting");
        assertThat(CATALOGUE.nearest("qqqqqqqqqq")).isNull();
    }
}
