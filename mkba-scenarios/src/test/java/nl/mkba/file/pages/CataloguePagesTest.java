package nl.mkba.file.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import nl.mkba.file.ScenarioFile;
import nl.mkba.file.catalogue.CatalogueSection;
import nl.mkba.scenario.Parameter;
import nl.mkba.source.Quality;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages about the catalogue: what they show works, and they name every part and quality. */
class CataloguePagesTest {

    private static final String SCENARIO = """
            mkba: 1
            id: page
            title: Bij de bladzijde
            base_year: 2026
            price_level: 2025
            horizon: 5
            discounting: nl_2026
            interventions: {coach: {costs: {staff: {paid_by: municipality, amount: eviction_cost}}}}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en/catalogue.md", "nl/catalogus.md"})
    void whatIsIncludedCanBeUsed(String page) throws IOException {
        List<String> snippets = Page.of(page).yaml();
        assertThat(snippets).hasSize(1);
        Path file = Files.writeString(folder.resolve("page.yaml"), SCENARIO + snippets.get(0));

        assertThat(ScenarioFile.read(file).parameters().values())
                .map(Parameter::id)
                .containsExactly("eviction_cost");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en/catalogue.md", "nl/catalogus.md"})
    void everyPartAndQualityIsNamed(String page) throws IOException {
        String text = Files.readString(Page.DOCS.resolve(page));

        assertThat(Arrays.stream(CatalogueSection.values()))
                .allSatisfy(part -> assertThat(text).contains("| `" + part.include() + "` |"));
        assertThat(Quality.values()).allSatisfy(quality -> assertThat(text).contains("`" + quality.id() + "`"));
    }
}
