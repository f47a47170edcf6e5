package nl.mkba.rules;

import static nl.mkba.golden.CashFlows.BASE_YEAR;
import static nl.mkba.rules.Appraised.SOCIETY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.distribution.Distribution;
import nl.mkba.golden.CashFlows;
import nl.mkba.price.PriceIndex;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Prices;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Stream;
import org.junit.jupiter.api.Test;

/** Price years, real price changes and nominal amounts. */
class PriceRulesTest {

    private static double npv(Scenario.Builder scenario, Consumer<Stream.Builder<?>> terms) {
        return Appraised.only(scenario.intervention(
                                "measure",
                                i -> i.effect(
                                        "gain",
                                        e -> terms.accept(
                                                e.quantity(1).value(100).accruesTo(SOCIETY))))
                        .build())
                .npv()
                .value();
    }

    /** (1 + g) = 1/(1 + i): an amount fixed in money loses its worth at the rate of inflation. */
    @Property(tries = 200)
    void nominalIsAFallOfPricesByInflation(
            @ForAll @IntRange(max = 150) int inflationInTenths,
            @ForAll @IntRange(min = 1, max = 40) int years,
            @ForAll @IntRange(min = 2015, max = 2030) int priceLevel) {
        String inflation = inflationInTenths / 10.0 + "%";
        Scenario.Builder scenario = CashFlows.empty(years, DiscountPolicy.published("nl_2026"))
                .inflation(inflation)
                .priceLevel(priceLevel);
        double nominal = npv(scenario, gain -> gain.prices(Prices.NOMINAL));
        double falling = npv(scenario, gain -> gain.growth("1/(1 + " + inflation + ") - 1"));
        assertThat(nominal).isCloseTo(falling, within(1e-9 * falling));
    }

    @Property(tries = 100)
    void growthAtTheRateOfInflationKeepsANominalAmountReal(
            @ForAll @IntRange(max = 150) int inflationInTenths, @ForAll @IntRange(min = 1, max = 40) int years) {
        String inflation = inflationInTenths / 10.0 + "%";
        Scenario.Builder scenario = CashFlows.empty(years, DiscountPolicy.flat(0.03))
                .inflation(inflation)
                .priceLevel(2020);
        double both = npv(scenario, gain -> gain.prices(Prices.NOMINAL).growth(inflation));
        double plain = npv(scenario, gain -> {});
        assertThat(both).isCloseTo(plain, within(1e-9 * plain));
    }

    /** 100 fixed in money of 2022, in 2024 at 3 % inflation: 100 / 1.03² = 94.2596. */
    @Test
    void nominalCountsFromThePriceLevel() {
        Scenario.Builder scenario =
                CashFlows.empty(1, DiscountPolicy.flat(0.05)).inflation("3%").priceLevel(BASE_YEAR - 2);
        assertThat(npv(scenario, gain -> gain.prices(Prices.NOMINAL))).isCloseTo(100 / 1.0609, within(1e-10));
    }

    /** Prices that rise 1 % a year from 2022: 100 · 1.01² in 2024, 100 · 1.01^−1 in 2021. */
    @Test
    void growthCountsFromThePriceLevelAlsoBackwards() {
        Scenario.Builder scenario =
                CashFlows.empty(4, DiscountPolicy.flat(0)).firstYear(2021).priceLevel(2022);
        assertThat(npv(scenario, gain -> gain.growth("1%").when(w -> w.in(3)))).isCloseTo(102.01, within(1e-10));
        assertThat(npv(scenario, gain -> gain.growth("1%").when(w -> w.in(0)))).isCloseTo(100 / 1.01, within(1e-10));
    }

    private static double valueOf(Parameter parameter, PriceIndex index, int priceLevel) {
        Scenario scenario = CashFlows.empty(1, DiscountPolicy.flat(0))
                .priceIndex(index)
                .priceLevel(priceLevel)
                .parameter(parameter)
                .intervention(
                        "measure",
                        i -> i.effect(
                                "gain", e -> e.quantity(1).value(parameter.id()).accruesTo(SOCIETY)))
                .build();
        return Appraised.only(scenario).npv().value();
    }

    /** Statistics Netherlands, consumer prices: 99.40 in 2014, 134.61 in 2025, 130.31 in 2024. */
    @Test
    void anAmountOf2014InPricesOf2025() {
        Parameter eviction =
                Parameter.builder("eviction").value(7500).priceYear(2014).build();
        assertThat(valueOf(eviction, PriceIndex.nlCpi(), 2025)).isCloseTo(7500 * 134.61 / 99.40, within(1e-9));
        assertThat(valueOf(eviction, PriceIndex.nlCpi(), 2014)).isEqualTo(7500);
        // backwards: an amount of 2025 in prices of 2024
        Parameter later =
                Parameter.builder("eviction").value(1000).priceYear(2025).build();
        assertThat(valueOf(later, PriceIndex.nlCpi(), 2024)).isCloseTo(968.0558, within(1e-4));
    }

    @Test
    void anIndexOnAnyBase() {
        PriceIndex index = PriceIndex.of(Map.of(2010, 80.0, 2020, 100.0));
        Parameter rent = Parameter.builder("rent").value(400).priceYear(2010).build();
        assertThat(valueOf(rent, index, 2020)).isCloseTo(500, within(1e-12));
    }

    @Test
    void aDistributionIsInPricesOfItsYearToo() {
        PriceIndex index = PriceIndex.of(Map.of(2010, 80.0, 2020, 100.0));
        Parameter rent = Parameter.builder("rent")
                .distribution(Distribution.uniform(300, 500))
                .priceYear(2010)
                .build();
        assertThat(valueOf(rent, index, 2020)).isCloseTo(500, within(1e-12));
    }

    /** A new number is in prices of the parameter's year, an expression is not; times comes on top. */
    @Test
    void whatIsSetIsInPricesOfTheParametersYear() {
        PriceIndex index = PriceIndex.of(Map.of(2010, 80.0, 2020, 100.0));
        Scenario scenario = CashFlows.empty(1, DiscountPolicy.flat(0))
                .priceIndex(index)
                .priceLevel(2020)
                .parameter("rent", p -> p.value(400).priceYear(2010))
                .parameter("other", "600")
                .intervention(
                        "measure",
                        i -> i.effect("gain", e -> e.quantity(1).value("rent").accruesTo(SOCIETY)))
                .outlook("number", o -> o.set("rent", 480))
                .outlook("formula", o -> o.set("rent", "other * 2"))
                .outlook("times", o -> o.set("rent", r -> r.times("150%")))
                .build();
        double[] values = Appraised.everything(scenario).stream()
                .mapToDouble(result -> result.npv().value())
                .toArray();
        // 400 · 1.25, 480 · 1.25, 600 · 2, 400 · 1.25 · 1.5
        assertThat(values).containsExactly(new double[] {500, 600, 1200, 750}, within(1e-9));
    }

    /** {@code price_year} stays the parameter's, also where an alternative's formula went before the outlook's number: 480 · 1.25. */
    @Test
    void aNumberBehindAFormulaIsInPricesOfTheParametersYear() {
        Scenario scenario = CashFlows.empty(1, DiscountPolicy.flat(0))
                .priceIndex(PriceIndex.of(Map.of(2010, 80.0, 2020, 100.0)))
                .priceLevel(2020)
                .parameter("rent", p -> p.value(400).priceYear(2010))
                .parameter("other", "600")
                .intervention(
                        "measure",
                        i -> i.effect("gain", e -> e.quantity(1).value("rent").accruesTo(SOCIETY)))
                .alternative("formula", a -> a.interventions("measure").set("rent", "other * 2"))
                .outlook("number", o -> o.set("rent", 480))
                .build();

        assertThat(Appraised.everything(scenario).stream()
                        .map(result -> result.npv().value()))
                .containsExactly(1200.0, 600.0);
    }
}
