package nl.mkba.rules;

import static nl.mkba.golden.CashFlows.BASE_YEAR;
import static nl.mkba.rules.Appraised.SOCIETY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.AlternativeResult.InternalRate;
import nl.mkba.appraisal.AlternativeResult.InternalRate.Reason;
import nl.mkba.appraisal.AlternativeResult.Payback;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.golden.CashFlows;
import nl.mkba.scenario.Intervention;
import nl.mkba.time.FlowTiming;
import org.junit.jupiter.api.Test;

/** Internal rate of return, payback year, equal yearly amount, and what counts as nothing. */
class ReturnRulesTest {

    private static AlternativeResult result(double rate, double... flows) {
        return Appraised.only(CashFlows.scenario(flows, DiscountPolicy.flat(rate), FlowTiming.START));
    }

    private static InternalRate internalRate(double... flows) {
        return result(0.03, flows).internalRate();
    }

    @Test
    void theInternalRateIsWhereThePresentValueIsZero() {
        // 100 grows to 110, to 121, to 100 · 1.1^30
        assertThat(internalRate(-100, 110).rate().orElseThrow()).isCloseTo(0.1, within(1e-14));
        assertThat(internalRate(-100, 0, 121).rate().orElseThrow()).isCloseTo(0.1, within(1e-14));
        // a loan: first the gain, then the loss
        assertThat(internalRate(100, -103).rate().orElseThrow()).isCloseTo(0.03, within(1e-14));
        // half of it lost: −0.4, inside the range
        assertThat(internalRate(-100, 60).rate().orElseThrow()).isCloseTo(-0.4, within(1e-14));
        // the upper end belongs to the range
        assertThat(internalRate(-100, 1000).rate().orElseThrow()).isCloseTo(9, within(1e-12));
    }

    /** Nine significant digits also of a rate of a millionth. */
    @Test
    void aSmallRateIsFoundToNineDigits() {
        assertThat(internalRate(-1_000_000, 1_000_001).rate().orElseThrow()).isCloseTo(1e-6, within(1e-15));
        assertThat(internalRate(-1_000_000, 1_001_923.2).rate().orElseThrow()).isCloseTo(0.0019232, within(1e-13));
    }

    private static AlternativeResult costing(double... amounts) {
        Intervention.Builder project = Intervention.builder("project");
        for (int k = 0; k < amounts.length; k++) {
            double amount = amounts[k];
            project.cost("cost_" + k, c -> c.paidBy(SOCIETY).amount(amount));
        }
        project.effect("gain", e -> e.quantity(10).value(200).accruesTo(SOCIETY));
        return Appraised.only(1, 0, project);
    }

    /** 261.2 + 522.7 − 783.9 is 0 as decimals and 1.1e-13 as doubles. 10 beside 2e12 is 5e-12 of it, and so a cost: 2000 / 10. */
    @Test
    void costsThatCancelOutAreDividedByNoMoreThanCostsOfNothing() {
        assertThat(costing(261.2, 522.7, -783.9).bcr()).isEmpty();
        assertThat(costing(261.2, 522.7, -783.9).npv().value()).isCloseTo(2000, within(1e-9));
        assertThat(costing(0).bcr()).isEmpty();
        assertThat(costing(1e12, 10 - 1e12).bcr()).hasValue(200);
        assertThat(costing(1e-9).bcr()).hasValue(2000 / 1e-9);
    }

    @Test
    void theReasonsWhyThereIsNoInternalRate() {
        assertThat(internalRate(1, 2, 3).absent()).contains(Reason.NO_SIGN_CHANGE);
        assertThat(internalRate(-1, -2).absent()).contains(Reason.NO_SIGN_CHANGE);
        assertThat(internalRate(0, 0).absent()).contains(Reason.NO_SIGN_CHANGE);
        // at 1100 % and at −75 %, both out of range
        assertThat(internalRate(-1, 12).absent()).contains(Reason.NO_ROOT);
        assertThat(internalRate(-100, 25).absent()).contains(Reason.NO_ROOT);
        // −50 % itself is out of range
        assertThat(internalRate(-100, 50).absent()).contains(Reason.NO_ROOT);
        // 100 − 200 v + 150 v² has no root
        assertThat(internalRate(100, -200, 150).absent()).contains(Reason.NO_ROOT);
        // (v − 1/1.1)(v − 1/1.2): at 10 % and at 20 %
        assertThat(internalRate(100, -230, 132).absent()).contains(Reason.MULTIPLE_ROOTS);
        // (v − 1/1.1)²: touches 0 at 10 %, which counts as two
        assertThat(internalRate(100, -220, 121).absent()).contains(Reason.MULTIPLE_ROOTS);
        // (v − 1/11)²: touches 0 at the upper end of the range, which belongs to it
        assertThat(internalRate(1, -22, 121).absent()).contains(Reason.MULTIPLE_ROOTS);
        // (v − 1/11)(1 − v/2): at 1000 % it changes sign, and at −50 % it is out of range
        assertThat(internalRate(-2, 23, -11).rate()).hasValue(10);
    }

    @Property(tries = 200)
    void neitherTheTimingNorTheDiscountRateChangesTheInternalRate(
            @ForAll @IntRange(min = 1, max = 1000) int invested,
            @ForAll @IntRange(min = 1, max = 1000) int returned,
            @ForAll FlowTiming timing,
            @ForAll @IntRange(max = 10) int rate) {
        double[] flows = {-invested, returned / 2.0, returned};
        InternalRate one = internalRate(flows);
        InternalRate other = Appraised.only(CashFlows.scenario(flows, DiscountPolicy.flat(rate / 100.0), timing))
                .internalRate();
        assertThat(other.absent()).isEqualTo(one.absent());
        if (one.rate().isPresent()) {
            assertThat(other.rate().orElseThrow()).isCloseTo(one.rate().orElseThrow(), within(1e-12));
        }
    }

    @Test
    void thePaybackYearIsTheFirstAtWhoseEndNothingIsOwed() {
        // 90 repaid after two years, 100 after three
        assertThat(result(0, -100, 45, 45, 10).payback().year()).hasValue(BASE_YEAR + 3);
        assertThat(result(0, -100, 60, 45, 10).payback().year()).hasValue(BASE_YEAR + 2);
        // discounted at 5 %: 95.24 in year 1 is not enough for 100
        assertThat(result(0.05, -100, 100, 10).payback().year()).hasValue(BASE_YEAR + 2);
        // the first time, though it goes below again
        assertThat(result(0, -100, 100, -50, 10).payback().year()).hasValue(BASE_YEAR + 1);
    }

    /** At 0 %, balances −100, 50, −50, 10, −5 and 5: below 0 again at the end of the third and the fifth year. */
    @Test
    void theLastYearBelowZeroAfterThePaybackYear() {
        Payback payback = result(0, -100, 150, -100, 60, -15, 10).payback();
        assertThat(payback.year()).hasValue(BASE_YEAR + 1);
        assertThat(payback.belowAgainUntil()).hasValue(BASE_YEAR + 4);
        assertThat(result(0, -100, 150, -50).payback().belowAgainUntil()).isEmpty();
        assertThat(result(0, -100, 60).payback().belowAgainUntil()).isEmpty();
        assertThat(result(0, 100, -50).payback().belowAgainUntil()).isEmpty();
        // 150/1.03 − 100 = 45.63 at the end of the second year; 100/1.03² = 94.26 more than that is spent in the third
        assertThat(result(0.03, -100, 150, -100).payback().belowAgainUntil()).hasValue(BASE_YEAR + 2);
    }

    /** −100, 230, −132 is 0 at 10 % and 20 %; −1, 2(1 + a), −(1 + a)² + b²: at a ± b. */
    @Test
    void aClosePairOfInternalRatesIsTwo() {
        assertThat(internalRate(-100, 230, -132).absent()).contains(Reason.MULTIPLE_ROOTS);
        for (double apart : new double[] {1e-2, 1e-3, 1e-4, 1e-5}) {
            for (double middle = 0.02; middle < 0.5; middle += 0.0137) {
                double v = 1 + middle;
                assertThat(internalRate(-1, 2 * v, -v * v + apart * apart).absent())
                        .as("%s ± %s", middle, apart)
                        .contains(Reason.MULTIPLE_ROOTS);
            }
        }
    }

    /** Of a loan and of three changes of sign, in units of the currency a milliardth and a milliard as large. */
    @Test
    void theInternalRateDoesNotDependOnTheSizeOfTheCurrency() {
        double[][] flows = {{-100, 60, 60}, {-100, 230, -132.5}, {100, -50, 20, -90}, {-5, 1, 1, 1, -2, 9}};
        for (double[] flow : flows) {
            InternalRate rate = internalRate(flow);
            for (double size : new double[] {1e-9, 1e9, 1e-250, 1e250}) {
                double[] scaled = Arrays.stream(flow).map(each -> each * size).toArray();
                InternalRate found = internalRate(scaled);
                assertThat(found.absent()).isEqualTo(rate.absent());
                if (rate.rate().isPresent()) {
                    assertThat(found.rate().orElseThrow()).isCloseTo(rate.rate().orElseThrow(), within(1e-12));
                }
            }
        }
    }

    @Test
    void theReasonsWhyThereIsNoPaybackYear() {
        assertThat(result(0, 100, -50).payback().absent()).contains(Payback.Reason.NEVER_BELOW);
        assertThat(result(0, 0, 0).payback().absent()).contains(Payback.Reason.NEVER_BELOW);
        assertThat(result(0, -100, 60, 30).payback().absent()).contains(Payback.Reason.NEVER);
        assertThat(result(0.05, -100, 100).payback().absent()).contains(Payback.Reason.NEVER);
    }

    /** 0.1 + 0.2 − 0.3 is 5.6e-17 in binary numbers, and nothing in money. */
    @Test
    void whatIsLessThanATrillionthIsNothing() {
        AlternativeResult result = Appraised.only(
                2,
                0,
                Intervention.builder("measure")
                        .effect("one", e -> e.quantity(1).value(0.1).accruesTo(SOCIETY))
                        .effect("two", e -> e.quantity(1).value(0.2).accruesTo(SOCIETY))
                        .cost("three", c -> c.paidBy(SOCIETY).amount(0.3)));
        result.years().forEach(year -> {
            assertThat(year.net().value()).isEqualTo(0.0);
            assertThat(year.cumulativeNpv().value()).isEqualTo(0.0);
            assertThat(year.stakeholders().get("society").net().value()).isEqualTo(0.0);
        });
        assertThat(result.internalRate().absent()).contains(Reason.NO_SIGN_CHANGE);
        assertThat(result.payback().absent()).contains(Payback.Reason.NEVER_BELOW);
    }

    /** What is a billionth of the amounts is something. */
    @Test
    void whatIsMoreThanATrillionthIsSomething() {
        AlternativeResult result = result(0, -1e9, 1e9 + 1);
        assertThat(result.years().get(1).cumulativeNpv().value()).isEqualTo(1);
        assertThat(result.payback().year()).hasValue(BASE_YEAR + 1);
    }

    /** A loan of 1,000 paid back in ten years at 3 %, from now on: 1,000 / 8.786109 = 113.816. */
    @Test
    void theEqualYearlyAmountIsThatOfALoan() {
        double[] flows = new double[10];
        flows[0] = 1000;
        AlternativeResult result = result(0.03, flows);
        assertThat(result.equivalentAnnualValue().orElseThrow().value()).isCloseTo(1000 / 8.786109, within(1e-5));
    }

    @Test
    void thereIsNoRatioWithoutCosts() {
        assertThat(result(0.03, 100, 50).bcr()).isEmpty();
        assertThat(result(0.03, -100, 50).bcr().orElseThrow()).isCloseTo(50 / 1.03 / 100, within(1e-14));
        AlternativeResult saved = Appraised.only(
                1,
                0,
                Intervention.builder("measure")
                        .cost("saved", c -> c.paidBy(SOCIETY).amount(-5)));
        assertThat(saved.bcr()).isEmpty();
        assertThat(saved.npv().value()).isEqualTo(5);
    }
}
