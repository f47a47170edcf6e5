package nl.mkba.rules;

import static nl.mkba.golden.CashFlows.BASE_YEAR;
import static nl.mkba.rules.Appraised.SOCIETY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.distribution.Uniform;
import nl.mkba.expression.Expression;
import nl.mkba.golden.CashFlows;
import nl.mkba.price.PriceIndex;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Outlook;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Replacement;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.StreamTerms;
import nl.mkba.source.Provenance;
import nl.mkba.time.Profile;
import org.junit.jupiter.api.Test;

/** Price years, real price changes and nominal amounts. */
class PriceRulesTest {

    private static double npv(Scenario.Builder scenario, StreamTerms terms) {
        return Appraised.only(scenario.intervention(Intervention.builder("measure")
                                .effect(Effect.valued("gain", "1", "100", SOCIETY, terms))
                                .build())
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
                .inflation(Expression.parse(inflation))
                .priceLevel(priceLevel);
        double nominal = npv(scenario, StreamTerms.DEFAULT.nominal());
        double falling = npv(scenario, StreamTerms.DEFAULT.growing("1/(1 + " + inflation + ") - 1"));
        assertThat(nominal).isCloseTo(falling, within(1e-9 * falling));
    }

    @Property(tries = 100)
    void growthAtTheRateOfInflationKeepsANominalAmountReal(
            @ForAll @IntRange(max = 150) int inflationInTenths, @ForAll @IntRange(min = 1, max = 40) int years) {
        String inflation = inflationInTenths / 10.0 + "%";
        Scenario.Builder scenario = CashFlows.empty(years, DiscountPolicy.flat(0.03))
                .inflation(Expression.parse(inflation))
                .priceLevel(2020);
        double both = npv(scenario, StreamTerms.DEFAULT.nominal().growing(inflation));
        double plain = npv(scenario, StreamTerms.DEFAULT);
        assertThat(both).isCloseTo(plain, within(1e-9 * plain));
    }

    /** 100 fixed in money of 2022, in 2024 at 3 % inflation: 100 / 1.03² = 94.2596. */
    @Test
    void nominalCountsFromThePriceLevel() {
        Scenario.Builder scenario = CashFlows.empty(1, DiscountPolicy.flat(0.05))
                .inflation(Expression.parse("3%"))
                .priceLevel(BASE_YEAR - 2);
        assertThat(npv(scenario, StreamTerms.DEFAULT.nominal())).isCloseTo(100 / 1.0609, within(1e-10));
    }

    /** Prices that rise 1 % a year from 2022: 100 · 1.01² in 2024, 100 · 1.01^−1 in 2021. */
    @Test
    void growthCountsFromThePriceLevelAlsoBackwards() {
        Scenario.Builder scenario =
                CashFlows.empty(4, DiscountPolicy.flat(0)).firstYear(2021).priceLevel(2022);
        StreamTerms rising = StreamTerms.DEFAULT.growing("1%");
        assertThat(npv(scenario, rising.when(Profile.in(3)))).isCloseTo(102.01, within(1e-10));
        assertThat(npv(scenario, rising.when(Profile.in(0)))).isCloseTo(100 / 1.01, within(1e-10));
    }

    private static double valueOf(Parameter parameter, PriceIndex index, int priceLevel) {
        Scenario scenario = CashFlows.empty(1, DiscountPolicy.flat(0))
                .priceIndex(index)
                .priceLevel(priceLevel)
                .parameter(parameter)
                .intervention(Intervention.builder("measure")
                        .effect(Effect.valued("gain", "1", parameter.id(), SOCIETY, StreamTerms.DEFAULT))
                        .build())
                .build();
        return Appraised.only(scenario).npv().value();
    }

    /** Statistics Netherlands, consumer prices: 99.40 in 2014, 134.61 in 2025, 130.31 in 2024. */
    @Test
    void anAmountOf2014InPricesOf2025() {
        Parameter eviction = Parameter.of("eviction", Expression.of(7500)).inPricesOf(2014);
        assertThat(valueOf(eviction, PriceIndex.nlCpi(), 2025)).isCloseTo(7500 * 134.61 / 99.40, within(1e-9));
        assertThat(valueOf(eviction, PriceIndex.nlCpi(), 2014)).isEqualTo(7500);
        // backwards: an amount of 2025 in prices of 2024
        Parameter later = Parameter.of("eviction", Expression.of(1000)).inPricesOf(2025);
        assertThat(valueOf(later, PriceIndex.nlCpi(), 2024)).isCloseTo(968.0558, within(1e-4));
    }

    @Test
    void anIndexOnAnyBase() {
        PriceIndex index = PriceIndex.of(Map.of(2010, 80.0, 2020, 100.0));
        Parameter rent = Parameter.of("rent", Expression.of(400)).inPricesOf(2010);
        assertThat(valueOf(rent, index, 2020)).isCloseTo(500, within(1e-12));
    }

    @Test
    void aDistributionIsInPricesOfItsYearToo() {
        PriceIndex index = PriceIndex.of(Map.of(2010, 80.0, 2020, 100.0));
        Parameter rent = new Parameter("rent", null, new Uniform(300, 500), 2010, null, null, null, Provenance.NONE);
        assertThat(valueOf(rent, index, 2020)).isCloseTo(500, within(1e-12));
    }

    /** A new number is in prices of the parameter's year, an expression is not; times comes on top. */
    @Test
    void whatIsSetIsInPricesOfTheParametersYear() {
        PriceIndex index = PriceIndex.of(Map.of(2010, 80.0, 2020, 100.0));
        Scenario scenario = CashFlows.empty(1, DiscountPolicy.flat(0))
                .priceIndex(index)
                .priceLevel(2020)
                .parameter(Parameter.of("rent", Expression.of(400)).inPricesOf(2010))
                .parameter("other", "600")
                .intervention(Intervention.builder("measure")
                        .effect(Effect.valued("gain", "1", "rent", SOCIETY, StreamTerms.DEFAULT))
                        .build())
                .outlook(new Outlook("number", null, Map.of("rent", Replacement.by("480")), null))
                .outlook(new Outlook("formula", null, Map.of("rent", Replacement.by("other * 2")), null))
                .outlook(new Outlook("times", null, Map.of("rent", Replacement.times("150%")), null))
                .build();
        double[] values = Agreement.everything(scenario).results().stream()
                .mapToDouble(result -> result.npv().value())
                .toArray();
        // 400 · 1.25, 480 · 1.25, 600 · 2, 400 · 1.25 · 1.5
        assertThat(values).containsExactly(new double[] {500, 600, 1200, 750}, within(1e-9));
    }
}
