package nl.mkba.file.schema;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.mkba.file.ScenarioFile;
import nl.mkba.scenario.Scenario;
import nl.mkba.testkit.ScenarioArbitraries;

/** The schema accepts every scenario that can be written, with every key of the format. */
class ScenarioSchemaRulesTest {

    @Provide
    Arbitrary<Scenario> scenarios() {
        return ScenarioArbitraries.alsoRefused();
    }

    @Property(tries = 200)
    void acceptsEveryScenarioThatIsWritten(@ForAll("scenarios") Scenario scenario) {
        assertThat(ScenarioSchemaTest.errors(ScenarioFile.write(scenario))).isEmpty();
    }
}
