package nl.mkba.file.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
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

    /** Texts out of what formulas are made of, and out of what people write in numbers. */
    @Provide
    Arbitrary<String> written() {
        return Arbitraries.of(
                        "1",
                        "25",
                        "0.5",
                        ".5",
                        "1e3",
                        "70.000",
                        "1,5",
                        "%",
                        " ",
                        "+",
                        "-",
                        "*",
                        "/",
                        "(",
                        ")",
                        ",",
                        ".",
                        "coaches",
                        "visits",
                        "max(",
                        "min (",
                        "abs(",
                        "Max",
                        "€",
                        "x",
                        "_",
                        "'",
                        "20-40",
                        "2026-01-01")
                .list()
                .ofMinSize(1)
                .ofMaxSize(7)
                .map(parts -> String.join("", parts));
    }

    /** What the reader accepts the schema accepts, in the place of an amount and in that of a share. */
    @Property(tries = 2000)
    void acceptsEveryNumberThatTheReaderAccepts(@ForAll("written") String text) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/schema"));
        String quoted = '"' + text + '"';
        for (String scenario :
                List.of(SchemaAgreementTest.scenario(quoted, "25%"), SchemaAgreementTest.scenario("5", quoted))) {
            if (SchemaAgreementTest.isRead(scenario, folder)) {
                assertThat(ScenarioSchemaTest.errors(scenario)).as(scenario).isEmpty();
            }
        }
    }
}
