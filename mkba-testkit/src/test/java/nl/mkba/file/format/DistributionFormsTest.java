package nl.mkba.file.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

    private static List<Distribution> generated() {
        List<Distribution> distributions = new ArrayList<>();
        for (long seed = 1; seed <= SCENARIOS; seed++) {
            Scenario scenario = ScenarioArbitraries.ofSeed(seed);
            for (Parameter parameter : scenario.parameters().values()) {
                Distribution distribution = parameter.distribution();
                if (distribution != null) {
                    distributions.add(distribution);
                }
            }
        }
        return distributions;
    }

    @Test
    void everyClassIsGenerated() {
        assertThat(new HashSet<Object>(List.of(Distribution.class.getPermittedSubclasses())))
                .isEqualTo(generated().stream().map(Object::getClass).collect(Collectors.toSet()));
    }

    @Test
    void everyFormIsRead() {
        assertThat(new TreeSet<>(DistributionForm.words()))
                .isEqualTo(generated().stream().map(Distribution::form).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** What differs when it is written with other words, or made of them, would be lost between a file and a program. */
    @Test
    void whatIsWrittenIsMadeAgain() {
        assertThat(generated())
                .allSatisfy(distribution -> assertThat(
                                DistributionForm.of(distribution).make(DistributionForm.shape(distribution)))
                        .isEqualTo(distribution));
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
