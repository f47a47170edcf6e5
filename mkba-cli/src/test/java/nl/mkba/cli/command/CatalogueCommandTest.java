package nl.mkba.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.mkba.discounting.PublishedPolicy;
import nl.mkba.file.catalogue.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code mkba catalogue}. */
class CatalogueCommandTest {

    private static final String IN_DUTCH = """
            Kengetallen
            -----------

              eviction_cost
              Huisuitzetting, directe kosten
                Waarde         7.500 EUR/huisuitzetting, prijzen van 2014
                Bandbreedte    5.000 – 10.000 (pert)
                Bron           Quickscan versterken preventie huisuitzettingen (Stichting Eropaf!, 2014) (praktijk)
                               https://eropaf.nl/index.php/2014/10/30/quickscan-versterken-preventie-huisuitzettingen/
                Toelichting    Drager: huurder; feitelijk de verhuurder of corporatie. De bron noemt 5.000 tot
                               10.000 euro; 7.500 is het midden.
                Gebruik        include: ['catalogue:housing']
            """;

    private static final String IN_ENGLISH = """
            Parameters
            ----------

              eviction_cost
              Eviction, direct cost
                Value          7,500 EUR/eviction, prices of 2014
                Range          5,000 – 10,000 (pert)
                Source         Quickscan versterken preventie huisuitzettingen (Stichting Eropaf!, 2014) (practice)
                               https://eropaf.nl/index.php/2014/10/30/quickscan-versterken-preventie-huisuitzettingen/
                Note           Borne by: tenant; in fact the landlord or housing corporation. The source says 5,000
                               to 10,000 euros; 7,500 is the middle.
                To use         include: ['catalogue:housing']
            """;

    private static String catalogue(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] line = new String[words.length + 1];
        line[0] = "catalogue";
        System.arraycopy(words, 0, line, 1, words.length);
        int status = new Program(new Console(out, err, false)).run(line);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(status).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aFigureIsShownWithItsSourceAndHowToUseIt() {
        assertThat(catalogue("directe", "huisuitzetting")).isEqualTo(IN_DUTCH);
        assertThat(catalogue("direct", "eviction", "--lang", "en")).isEqualTo(IN_ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void withoutWordsEverythingIsListed(String language) {
        Catalogue all = Catalogue.read();
        String text = catalogue("--lang", language);

        assertThat(all.keyFigures())
                .allSatisfy(figure ->
                        assertThat(text).contains("\n  " + figure.parameter().id() + " "));
        assertThat(all.stakeholders())
                .allSatisfy(stakeholder -> assertThat(text)
                        .contains("\n  " + stakeholder.stakeholder().id() + " "));
        assertThat(PublishedPolicy.ids()).allSatisfy(policy -> assertThat(text).contains("discounting: " + policy));
        assertThat(all.templates()).allSatisfy(template -> assertThat(text).contains(template.title()));
    }

    @Test
    void aMisspeltWordGetsTheNearestOne() {
        assertThat(catalogue("evicton")).isEqualTo("Niets gevonden voor `evicton`. Misschien `eviction`?\n");
        assertThat(catalogue("qqqqqqqq")).isEqualTo("Niets gevonden voor `qqqqqqqq`.\n");
        assertThat(catalogue("evicton", "--format", "json")).contains("\"key_figures\":[]");
    }

    @Test
    void jsonAndCsvHaveBothLanguagesAndTheFigureOfTheSource() {
        assertThat(catalogue("direct", "eviction", "--format", "json"))
                .startsWith("{\"catalogue_version\":\"" + Catalogue.VERSION
                        + "\",\"key_figures\":[{\"id\":\"eviction_cost\",\"include\":\"catalogue:housing\","
                        + "\"name\":{\"nl\":\"Huisuitzetting, directe kosten\",\"en\":\"Eviction, direct cost\"},"
                        + "\"value\":7500.0,\"distribution\":\"pert\",\"low\":5000.0,\"high\":10000.0,"
                        + "\"unit\":\"EUR/eviction\",\"price_year\":2014,")
                .isEqualTo(catalogue("directe", "uitzetting", "--format", "json", "--lang", "en"));
        assertThat(catalogue("direct", "eviction", "--format", "csv").lines().toList())
                .hasSize(2)
                .satisfies(lines -> assertThat(lines.get(0)).startsWith("include,id,name_nl,name_en,value,"))
                .satisfies(lines -> assertThat(lines.get(1))
                        .startsWith("catalogue:housing,eviction_cost,\"Huisuitzetting, directe kosten\",\"Eviction, "
                                + "direct cost\",7500.0,pert,5000.0,10000.0,EUR/eviction,2014,practice,"));
        assertThat(catalogue("--format", "csv").lines()).hasSize(1 + 108 + 166 + 25 + 29);
    }

    @Test
    void anEffectIsShownWithHowItWasFound() {
        assertThat(catalogue("effects", "sport_referral_wales", "--lang", "en")).isEqualTo("""
                Effects
                -------

                  sport_referral_wales
                  Exercises more after a year, Wales, odds ratio
                    Value          1.19
                    Range          0.99 – 1.43 (95% interval, lognormal)
                    Programme      National Exercise Referral Scheme, Wales
                    Among          2,160 inactive patients
                    Compared with  a control group, by lot
                    Kind of number odds ratio
                    Found          no effect
                    Study          randomised trial, GB, 2012
                    Source         NERS Wales (Cardiff University, JECH, 2012) (weak)
                                   https://pmc.ncbi.nlm.nih.gov/articles/PMC3402741
                    Note           Not significant over the whole group; it is for those with heart risk (1.29;
                                   1.04-1.60).
                    To use         include: ['catalogue:effects']
                """);
        assertThat(catalogue("effects", "outreach_trajectory_share"))
                .contains("    Waarde         0,2625 = outreach_contact * outreach_acceptance\n")
                .contains("    Onderzoek      eigen omrekening, NL, 2023\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void theWordEffectsShowsTheEffectsAlone(String language) {
        String text = catalogue("effects", "--lang", language);

        assertThat(Catalogue.read().effects())
                .hasSize(166)
                .allSatisfy(effect ->
                        assertThat(text).contains("\n  " + effect.parameter().id() + " "));
        assertThat(text).doesNotContain("eviction_cost ", "discounting:");
    }

    @Test
    void jsonAndCsvOfAnEffectHaveItsEvidence() {
        assertThat(catalogue("effects", "sport_referral_wales", "--format", "json"))
                .contains("\"low\":0.99,\"high\":1.43,")
                .contains("\"population\":{\"nl\":\"2.160 inactieve patiënten\",\"en\":\"2,160 inactive patients\"},"
                        + "\"comparison\":\"randomised\",\"scale\":\"odds_ratio\",\"interval\":\"confidence_95\",")
                .contains("\"country\":\"GB\",\"design\":\"rct\",\"year\":2012,\"finding\":\"none\"")
                .contains("\"key_figures\":[]", "\"templates\":[]");
        assertThat(catalogue("effects", "--format", "csv").lines()).hasSize(1 + 166);
    }

    @Test
    void aPolicyIsShownWithItsValidityAndItsSource() {
        assertThat(List.of(catalogue("nl_2021").split("\n")))
                .contains("  discounting: nl_2021", "    Geldig         2021-01-01 tot en met 2025-12-31");
        assertThat(catalogue("nl_2026", "--lang", "en")).contains("Valid          from 2026-01-01");
    }
}
