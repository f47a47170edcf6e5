package nl.mkba.file.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.mkba.file.ScenarioFile;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write wrong in numbers is refused by the schema and by the reader, and what is right by neither. */
class SchemaAgreementTest {

    /** A scenario with a value in the place of an amount, and one in the place of a share. */
    static String scenario(String amount, String share) {
        return """
                mkba: 1
                id: wijk
                title: Wijk
                base_year: 2026
                horizon: 10
                discounting: nl_2026
                stakeholders:
                  city: {sector: public}
                  family: {sector: households}
                parameters:
                  coaches: 2
                  visits: 0.25
                interventions:
                  coach:
                    costs:
                      staff:
                        paid_by: city
                        amount: AMOUNT
                    effects:
                      calm:
                        quantity: 1
                        value: 10
                        accrues_to: family
                        deadweight: SHARE
                """.replace("AMOUNT", amount).replace("SHARE", share);
    }

    @TempDir
    private Path folder;

    static boolean isRead(String scenario, Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("scenario.yaml"), scenario);
        try {
            ScenarioFile.load(file, List.of());
            return true;
        } catch (InvalidScenarioException e) {
            return e.problems().stream().noneMatch(problem -> problem.severity() == Problem.Severity.ERROR);
        }
    }

    private void assertRefused(String scenario) throws IOException {
        assertThat(isRead(scenario, folder)).as("read").isFalse();
        assertThat(ScenarioSchemaTest.errors(scenario)).isNotEmpty();
    }

    private void assertAccepted(String scenario) throws IOException {
        assertThat(isRead(scenario, folder)).as("read").isTrue();
        assertThat(ScenarioSchemaTest.errors(scenario)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "180,50",
                "1,5",
                "0,05",
                "€ 70.000",
                "€70000",
                "70.000,-",
                "70.000 euro",
                "EUR 70000",
                "$ 100",
                "1.234.567",
                "1,234,567",
                "1,000",
                "1,000.50",
                "1 000",
                "70 000",
                "70k",
                "1,5 miljoen",
                "coaches x 70000",
                "coaches × 70000",
                "2coaches",
                "coaches 70000",
                "Coaches * 2",
                "12,5%",
                "2.8 procent",
                "5%%",
                "20-40",
                "20%-40%",
                "2026-01-01",
                "'(5)'",
                "'-'",
                "'+5'",
                "'*'",
                "''",
                "'  '",
                "circa 500",
                "'> 5'",
                "'5.'",
                "1.5.2",
                "70000/jaar,",
                "[1, 2]",
                "{a: 1}"
            })
    void aWrongAmountIsRefusedByBoth(String amount) throws IOException {
        assertRefused(scenario(amount, "25%"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "70000",
                "70000.50",
                "-5",
                "1e6",
                "1.5E-3",
                ".5",
                "12.5%",
                "12.5 %",
                "coaches * 70000",
                "coaches*70000",
                "-coaches",
                "--coaches",
                "'- coaches'",
                "(coaches + 1) * -2",
                "((coaches))",
                "max(1, coaches)",
                "max(coaches, min(2, 3) * 4, -1)",
                "pow(1 + 2%, 3)",
                "sqrt( abs( -coaches ) )",
                "max (1, 2)",
                "coaches / visits - 25%",
                "' 5 '",
                "'5'",
                "\"coaches\\n * 2\""
            })
    void aRightAmountIsAcceptedByBoth(String amount) throws IOException {
        assertAccepted(scenario(amount, "25%"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "25",
                "1.5",
                "-0.1",
                "150%",
                "-25%",
                "'100.5%'",
                "50,5%",
                "0,5",
                "half",
                "'1.01'",
                "100.1 %",
                "2e0"
            })
    void aWrongShareIsRefusedByTheReader(String share) throws IOException {
        assertThat(isRead(scenario("5", share), folder)).isFalse();
        // numbers with an exponent are left to the reader, and so is a word, which may be a parameter
        if (!share.equals("half") && !share.equals("2e0")) {
            assertThat(ScenarioSchemaTest.errors(scenario("5", share))).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "1",
                "0.25",
                ".25",
                "25%",
                "100%",
                "100.0 %",
                "0%",
                "-0%",
                "99.99%",
                "'1.00'",
                "visits",
                "1 - visits",
                "min(1, coaches)",
                "2.5e-1",
                "5e1%"
            })
    void aRightShareIsAcceptedByBoth(String share) throws IOException {
        assertAccepted(scenario("5", share));
    }
}
