package nl.mkba.engine.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nl.mkba.Mkba;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.distribution.Distribution;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.scenario.Simulation.Sampling;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.Statistics;
import nl.mkba.uncertainty.Workers;
import org.junit.jupiter.api.Test;

class CumulativeBalanceTest {

    /** 100 in the first year against {@code gain} in each of three years, at 25 % a year; a grant from outside of 10. */
    private static Scenario scenario(Distribution gain) {
        return Scenario.builder("programme")
                .title("Programme")
                .baseYear(2026)
                .priceLevel(2026)
                .horizon(3)
                .discounting(0.25)
                .stakeholder("city", s -> s.name("Gemeente").sector("public"))
                .stakeholder("donor", s -> s.name("Fonds").sector("private").counts(false))
                .parameter("gain", p -> p.value(gain.mean()).distribution(gain))
                .intervention(
                        "coach",
                        i -> i.cost("staff", c -> c.paidBy("city").amount(100).when(w -> w.in(0)))
                                .effect("rest", e -> e.quantity("gain").value(1).accruesTo("city"))
                                .transfer(
                                        "grant",
                                        t -> t.from("donor")
                                                .to("city")
                                                .amount(10)
                                                .when(w -> w.in(0))))
                .build();
    }

    private static KeptDraws draws(Scenario scenario, int count) {
        return KeptDraws.of(MonteCarlo.run(
                scenario,
                Selection.ALL,
                SimulationRequest.of(new Simulation(count, 1, Sampling.LATIN_HYPERCUBE)),
                Workers.callerOnly()));
    }

    /**
     * By hand, with gain 40 or 80: −100 + 10 + gain, then + gain/1.25, then + gain/1.5625: for 40 −50, −18 and 7.6; for 80
     * −10, 54 and 105.2. Latin hypercube draws are half the one and half the other.
     */
    @Test
    void addsUpWhatFlowsToSocietyYearByYear() {
        KeptDraws draws = draws(scenario(Distribution.discrete(List.of(40.0, 80.0), null)), 100);
        List<CumulativeBalance.Year> years = CumulativeBalance.of(draws, 0, Workers.callerOnly());
        assertThat(years).extracting(CumulativeBalance.Year::year).containsExactly(2026, 2027, 2028);
        double[][] expected = {{-50, -10}, {-18, 54}, {7.6, 105.2}};
        for (int y = 0; y < 3; y++) {
            Statistics balance = years.get(y).balance();
            assertThat(balance.p5()).isCloseTo(expected[y][0], within(1e-9));
            assertThat(balance.p95()).isCloseTo(expected[y][1], within(1e-9));
            assertThat(balance.mean()).isCloseTo((expected[y][0] + expected[y][1]) / 2, within(1e-9));
        }
    }

    @Test
    void endsWhereTheNetPresentValueStandsAndAgreesWithTheCentralCaseWithoutSpread() {
        Scenario certain = scenario(Distribution.discrete(List.of(50.0), null));
        List<CumulativeBalance.Year> years = CumulativeBalance.of(draws(certain, 7), 0, Workers.callerOnly());
        AlternativeResult central = Mkba.appraise(certain).results().get(0);
        for (int y = 0; y < 3; y++) {
            assertThat(years.get(y).balance().min())
                    .isEqualTo(years.get(y).balance().max());
            assertThat(years.get(y).balance().mean())
                    .isCloseTo(central.years().get(y).cumulativeNpv().value(), within(1e-9));
        }
        assertThat(years.get(2).balance().mean()).isCloseTo(central.npv().value(), within(1e-9));
    }

    @Test
    void memoryLimitsTheYearsAtATimeAndChangesNothing() {
        KeptDraws draws = draws(scenario(Distribution.discrete(List.of(40.0, 60.0, 80.0), null)), 1000);
        assertThat(CumulativeBalance.of(draws, List.of(0), Workers.callerOnly(), 1000)
                        .get(0))
                .isEqualTo(CumulativeBalance.of(draws, 0, Workers.callerOnly()))
                .isEqualTo(CumulativeBalance.of(draws, List.of(0), Workers.callerOnly(), 1)
                        .get(0));
    }
}
