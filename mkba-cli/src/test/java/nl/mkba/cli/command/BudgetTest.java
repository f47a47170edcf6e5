package nl.mkba.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code mkba budget} as it is typed. */
class BudgetTest {

    private static final String FILE =
            "../mkba-testkit/src/main/resources/nl/mkba/testkit/conformance/additions/budget_labels.yaml";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int budget(String... options) {
        out.reset();
        err.reset();
        List<String> words = new ArrayList<>(List.of("budget", FILE));
        words.addAll(List.of(options));
        return new Program(new Console(out, err, false)).run(words.toArray(String[]::new));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String told() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** In 2027 the city pays 140 in prices of 2026, and 2 % more in those of 2027: 142.8. */
    @Test
    void theTextHasARowForEachYearAndForEachLabelInFull() {
        assertThat(budget("--stakeholder", "city", "--label", "taakveld", "--years", "2027", "--lang", "en"))
                .isZero();
        assertThat(printed())
                .contains("Budget of city (€)")
                .contains("  2027          143       0  -143\n")
                .contains("6.3 Inkomensregelingen        2027          143       0  -143\n")
                .contains("3.1 Economische ontwikkeling  –               0       0     0\n")
                .contains("In prices of each year, with the expected inflation.");
    }

    @Test
    void csvHasALineForEachRowAndYear() {
        assertThat(budget("--stakeholder", "city", "--label", "taakveld", "--prices", "real", "--format", "csv"))
                .isZero();
        assertThat(printed().lines())
                .hasSize(1 + 3 * 5)
                .contains(
                        "scenario,alternative,outlook,stakeholder,prices,row,label,year,expenditure,income,net,net_p5,net_p95",
                        "budget_labels,all,,city,real,label,7.1 Volksgezondheid,2028,0.0,60.0,60.0,,",
                        "budget_labels,all,,city,real,total,,2028,147.0,60.0,-87.0,,");
        assertThat(budget("--stakeholder", "city", "--prices", "real", "--format", "csv", "--csv", "excel-nl"))
                .isZero();
        assertThat(printed()).contains("budget_labels;all;;city;real;total;;2028;147,0;60,0;-87,0;;");
    }

    @Test
    void whatIsAskedForMustBeThere() {
        assertThat(budget()).isEqualTo(2);
        assertThat(told()).contains("--stakeholder");
        assertThat(budget("--stakeholder", "cty", "--label", "taakvelt", "--years", "2020..2027"))
                .isEqualTo(2);
        assertThat(told())
                .contains("--stakeholder: er is geen partij `cty`. Misschien `city`?")
                .contains("--label: niets in het bestand heeft een label `taakvelt`. Misschien `taakveld`?")
                .contains("--years: 2020 valt buiten wat mag: 2026 … 2028");
        assertThat(budget("--stakeholder", "city", "--years", "2030..2026")).isEqualTo(2);
        assertThat(told()).contains("--years kan niet `2030..2026` zijn");
        assertThat(budget("--stakeholder", "city", "--prices", "rael")).isEqualTo(2);
        assertThat(told()).contains("Misschien `real`?");
        assertThat(printed()).isEmpty();
    }
}
