package nl.mkba.rules;

import static nl.mkba.rules.Appraised.assertSame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.mkba.appraisal.Account;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.AlternativeResult.YearResult;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.golden.CashFlows;
import nl.mkba.scenario.Scenario;
import nl.mkba.testkit.ScenarioArbitraries;
import nl.mkba.testkit.ScenarioChanges;
import org.junit.jupiter.api.Test;

/** Who pays and who gains. */
class StakeholderRulesTest {

    @Property(tries = 150)
    void transfersNetToZeroWithinSociety(@ForAll("scenarios") Scenario scenario) {
        List<AlternativeResult> before = Appraised.everything(scenario);
        List<AlternativeResult> after = Appraised.everything(ScenarioChanges.withoutTransfersWithinSociety(scenario));
        for (int i = 0; i < before.size(); i++) {
            AlternativeResult with = before.get(i);
            AlternativeResult bare = after.get(i);
            // to the last bit
            assertThat(with.npv()).isEqualTo(bare.npv());
            assertThat(with.pvCosts()).isEqualTo(bare.pvCosts());
            assertThat(with.pvBenefits()).isEqualTo(bare.pvBenefits());
            assertThat(with.residualValue()).isEqualTo(bare.residualValue());
            assertThat(with.internalRate()).isEqualTo(bare.internalRate());
            assertThat(with.payback()).isEqualTo(bare.payback());
            assertThat(with.years().stream().map(YearResult::net))
                    .isEqualTo(bare.years().stream().map(YearResult::net).toList());
        }
    }

    /** Paid 70 / 30, a benefit of 200 to the household, 40 from the state outside, 50 from city to household. */
    private static Scenario anchor() {
        return CashFlows.empty(1, DiscountPolicy.flat(0.03))
                .stakeholder("city", s -> s.name("City").sector("public"))
                .stakeholder("housing", s -> s.name("Housing").sector("private"))
                .stakeholder(
                        "household",
                        s -> s.name("Household").sector("households").weight(2))
                .stakeholder("state", s -> s.name("State").sector("public").counts(false))
                .intervention(
                        "measure",
                        i -> i.cost(
                                        "work",
                                        c -> c.paidBy("city", "70%")
                                                .paidBy("housing", "30%")
                                                .amount(100))
                                .effect(
                                        "income",
                                        e -> e.quantity(1)
                                                .value(200)
                                                .accruesTo("household")
                                                .cashable("25%"))
                                .transfer(
                                        "grant", t -> t.from("state").to("city").amount(40))
                                .transfer(
                                        "benefit",
                                        t -> t.from("city")
                                                .to("household")
                                                .amount(50)
                                                .cashable("80%")))
                .build();
    }

    @Test
    void accountsOfFourStakeholders() {
        AlternativeResult result = Appraised.only(anchor());
        Map<String, Account> stakeholders = result.stakeholders();
        // city −70 + 40 − 50, housing −30, household 200 + 50, state −40
        assertSame(stakeholders.get("city").net(), -80, within(1e-12));
        assertSame(stakeholders.get("housing").net(), -30, within(1e-12));
        assertSame(stakeholders.get("household").net(), 250, within(1e-12));
        assertSame(stakeholders.get("state").net(), -40, within(1e-12));
        // in the till: −70 + 40 − 0.8 · 50; 0.25 · 200 + 0.8 · 50
        assertSame(stakeholders.get("city").cash(), -70, within(1e-12));
        assertSame(stakeholders.get("household").cash(), 90, within(1e-12));
        // society: 200 − 100 + 40, the state's 40 being a gain from outside
        assertSame(result.npv(), 140, within(1e-12));
        assertThat(result.bcr().orElseThrow()).isCloseTo(2.4, within(1e-12));
        // −80 − 30 + 2 · 250
        assertSame(result.weightedNpv(), 390, within(1e-12));
        // the public sector holds the state too
        assertSame(result.sectors().get("public").net(), -120, within(1e-12));
        assertSame(result.sectors().get("public").transfers(), -50, within(1e-12));
        assertSame(result.sectors().get("public").costs(), 70, within(1e-12));
        assertSame(result.sectors().get("public").benefits(), 0, within(1e-12));
        assertSame(result.sectors().get("public").cash(), -110, within(1e-12));
        assertSame(result.sectors().get("households").costs(), 0, within(1e-12));
        assertSame(result.sectors().get("households").benefits(), 200, within(1e-12));
        assertSame(result.sectors().get("households").cash(), 90, within(1e-12));
    }

    @Provide
    Arbitrary<Scenario> scenarios() {
        return ScenarioArbitraries.any();
    }
}
