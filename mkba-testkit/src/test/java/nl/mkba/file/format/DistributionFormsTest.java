package nl.mkba.file.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.mkba.distribution.Distribution;
import nl.mkba.engine.distribution.DistributionForm;
import nl.mkba.file.schema.ScenarioSchema;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Scenario;
import nl.mkba.testkit.ScenarioArbitraries;
import org.junit.jupiter.api.Test;

/** The classes of distributions, the generator, the reader, the schema and both pages have the same forms. */
class DistributionFormsTest {

    private static final int SCENARIOS = 500;

    /** By class, the form that generated scenarios have of it. */
    private static Map<String, String> generated() {
        Map<String, String> forms = new TreeMap<>();
        for (long seed = 1; seed <= SCENARIOS; seed++) {
            Scenario scenario = ScenarioArbitraries.ofSeed(seed);
            for (Parameter parameter : scenario.parameters().values()) {
                Distribution distribution = parameter.distribution();
                if (distribution != null) {
                    forms.put(distribution.getClass().getSimpleName(), distribution.form());
                }
            }
        }
        return forms;
    }

    private static Stream<Class<?>> classes(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(DistributionFormsTest::classes)
                : Stream.of(type);
    }

    @Test
    void everyClassIsGenerated() {
        assertThat(classes(Distribution.class).map(Class::getSimpleName))
                .containsExactlyInAnyOrderElementsOf(generated().keySet());
    }

    @Test
    void everyFormIsRead() {
        assertThat(DistributionForm.words())
                .containsExactlyInAnyOrderElementsOf(new TreeSet<>(generated().values()));
    }

    @Test
    void everyFormIsInTheSchema() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(ScenarioSchema.json());
        Set<String> keys = new LinkedHashSet<>();
        schema.at("/$defs/distribution/properties").fieldNames().forEachRemaining(keys::add);
        assertThat(keys).containsExactlyElementsOf(DistributionForm.words());
    }

    @Test
    void bothPagesHaveARowOfEveryForm() throws IOException {
        for (String page : List.of("en/scenario-file.md", "nl/scenariobestand.md")) {
            List<String> rows = Files.readAllLines(Path.of("..", "docs").resolve(page));
            for (String form : DistributionForm.words()) {
                assertThat(rows)
                        .as(form + " in " + page)
                        .anyMatch(row -> row.startsWith("| `") && row.contains("`" + form + ": "));
            }
        }
    }
}
