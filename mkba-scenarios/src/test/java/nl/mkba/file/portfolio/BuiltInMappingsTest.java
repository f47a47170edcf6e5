package nl.mkba.file.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.file.MappingFile;
import nl.mkba.file.format.ColumnMapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built-in mappings, each on a small made-up file in exactly the form in which such files come. Expected values by hand. */
class BuiltInMappingsTest {

    @TempDir
    private Path folder;

    private ColumnsPreview read(Path file, ColumnMapping mapping) throws IOException {
        try (PlaceTable table =
                PlaceTable.openAsItComes(file, file.getFileName().toString(), null)) {
            List<String> all = new ArrayList<>(mapping.parameters().keySet());
            return ColumnsPreview.of(TableColumns.mapped(table, mapping, all, null), mapping, 9);
        }
    }

    private static Map<String, Double> values(ColumnsPreview preview, int place) {
        Map<String, Double> values = new HashMap<>();
        for (int i = 0; i < preview.parameters().size(); i++) {
            values.put(
                    preview.parameters().get(i).parameter(),
                    preview.places().get(place).values().get(i).orElse(Double.NaN));
        }
        return values;
    }

    private static final String KWB_HEAD =
            "gwb_code_10|gwb_code_8|regio|gm_naam|recs|gwb_code|ind_wbz|a_inw|a_hh|a_1p_hh|a_hh_m_k|a_woning"
                    + "|g_wozbag|p_huurw|p_wcorpw|g_ink_pi|p_hh_li|p_hh_osm|a_soz_wb";

    /** The workbook: numbers, and a full stop as a text where nothing is known; rows of municipality, district and neighbourhood. */
    @Test
    void theYearlyWorkbookOfStatisticsNetherlands() throws IOException {
        Path file = Workbooks.write(
                folder.resolve("kwb-2023.xlsx"),
                Workbooks.parts(
                        Map.of(
                                "KWB2023",
                                Workbooks.rows(
                                        KWB_HEAD,
                                        "GM9999|9999|Voorbeeldstad|Voorbeeldstad|Gemeente|GM9999|1|5000|2400|1000|800|2500|310|40|30|27.5|38|7|110",
                                        "WK999901|999901|Wijk 01|Voorbeeldstad|Wijk|WK999901|.|2000|950|400|300|1000|290|45|35|26|41|8|60",
                                        "BU99990101|99990101|Havenkwartier|Voorbeeldstad|Buurt   |BU99990101|1|1000|500|250|150|520|287.5|60|50|24.5|52.5|12.5|35",
                                        "BU99990102|99990102|Vliegveld|Voorbeeldstad|Buurt|BU99990102|1|10|5|5|0|5|.|.|.|.|.|.|.|"))));
        ColumnMapping mapping = MappingFile.read(
                "extends: cbs:kwb\nif_missing: {" + every("keep", MappingFile.read(Path.of("cbs:kwb"))) + "}\n");
        ColumnsPreview preview = read(file, mapping);
        assertThat(preview.problems()).isEmpty();
        assertThat(preview.passedOver()).isEqualTo(2);
        assertThat(preview.places())
                .extracting(ColumnsPreview.Place::name)
                .containsExactly("Havenkwartier", "Vliegveld");
        assertThat(values(preview, 0))
                .containsEntry("inhabitants", 1000.0)
                .containsEntry("households", 500.0)
                .containsEntry("single_households", 250.0)
                .containsEntry("households_with_children", 150.0)
                .containsEntry("low_income_households", 262.5)
                .containsEntry("low_income_share", 0.525)
                .containsEntry("poor_households", 62.5)
                .containsEntry("poor_share", 0.125)
                .containsEntry("homes", 520.0)
                .containsEntry("rented_homes", 312.0)
                .containsEntry("corporation_homes", 260.0)
                .containsEntry("rented_share", 0.6)
                .containsEntry("corporation_share", 0.5)
                .containsEntry("price_of_home", 287_500.0)
                .containsEntry("income_per_inhabitant", 24_500.0)
                .containsEntry("social_assistance", 35.0)
                .hasSize(16);
        assertThat(values(preview, 1)).containsEntry("homes", 5.0).containsEntry("price_of_home", Double.NaN);
    }

    private static String every(String what, ColumnMapping mapping) {
        return String.join(": " + what + ", ", mapping.parameters().keySet()) + ": " + what;
    }

    /** The same as CSV of a Dutch spreadsheet program: semicolons, decimal commas, points between thousands, Windows-1252. */
    @Test
    void theSameWorkbookSavedAsCsv() throws IOException {
        String text = KWB_HEAD.replace('|', ';')
                + "\r\nBU99990101;99990101;Caf\u00e9kwartier;Voorbeeldstad;Buurt;BU99990101;1;1.000;500;250;150;520;287,5;60;50;24,5;52,5;12,5;35\r\n";
        Path file = Files.write(folder.resolve("kwb.csv"), text.getBytes(StandardCharsets.ISO_8859_1));
        ColumnsPreview preview = read(file, MappingFile.read(Path.of("cbs:kwb")));
        assertThat(preview.problems()).isEmpty();
        assertThat(preview.places().get(0).name()).isEqualTo("Cafékwartier");
        assertThat(values(preview, 0)).containsEntry("inhabitants", 1000.0).containsEntry("price_of_home", 287_500.0);
    }

    /** StatLine: a byte order mark, semicolons, every field quoted, values padded on the left and codes on the right. */
    @Test
    void statLine() throws IOException {
        String text =
                "\uFEFF\"Perioden\";\"Wijken en buurten\";\"Regioaanduiding/Soort regio (omschrijving)\";\"Regioaanduiding/Codering (code)\";"
                        + "\"Bevolking/Aantal inwoners (aantal)\";\"Bevolking/Particuliere huishoudens/Huishoudens totaal (aantal)\";"
                        + "\"Bevolking/Particuliere huishoudens/Eenpersoonshuishoudens (aantal)\";\"Bevolking/Particuliere huishoudens/Huishoudens met kinderen (aantal)\";"
                        + "\"Wonen en vastgoed/Woningen naar type/Percentage meergezinswoning (%)\";\"Inkomen/Huishoudens/Gem. gestandaardiseerd inkomen (x 1 000 euro)\"\n"
                        + "\"2023\";\"Voorbeeldstad\";\"Gemeente  \";\"GM9999    \";\"    5000\";\"    2400\";\"    1000\";\"     800\";\"      40\";\"    32.5\"\n"
                        + "\"2023\";\"Havenkwartier\";\"Buurt     \";\"BU99990101\";\"    1000\";\"     500\";\"     250\";\"     150\";\"      61\";\"    28.4\"\n"
                        + "\"2023\";\"Vliegveld\";\"Buurt     \";\"BU99990102\";\"      10\";\"       5\";\"       x\";\"       0\";\"       .\";\"       .\"\n";
        Path file = Files.writeString(folder.resolve("Kerncijfers.csv"), text);
        ColumnsPreview preview = read(file, MappingFile.read(Path.of("cbs:statline")));
        assertThat(preview.passedOver()).isEqualTo(1);
        assertThat(preview.places())
                .singleElement()
                .satisfies(place -> assertThat(place.id()).isEqualTo("BU99990101"));
        assertThat(values(preview, 0))
                .containsEntry("inhabitants", 1000.0)
                .containsEntry("households", 500.0)
                .containsEntry("single_households", 250.0)
                .containsEntry("households_with_children", 150.0)
                .containsEntry("multi_family_share", 0.61)
                .containsEntry("household_income", 28_400.0)
                .hasSize(6);
        assertThat(preview.problems()).hasSize(3);
        assertThat(preview.problems().get(0).toString())
                .startsWith("Kerncijfers.csv:4:1: Bevolking/Particuliere huishoudens/Eenpersoonshuishoudens (aantal): "
                        + "no value here for `single_households`: `x` was found");
    }

    /** The Leefbaarometer: commas, decimal points, a row for each neighbourhood and year, an index without a name first. */
    @Test
    void theLeefbaarometerOfOneYear() throws IOException {
        String text = ",bu_code,bu_naam,jaar,lbm,afw,fys,onv,soc,vrz,won\n"
                + "0,BU99990101,Havenkwartier,2022,4.1,0.05,0.01,0.01,0.01,0.01,0.01\n"
                + "1,BU99990101,Havenkwartier,2024,4.270599604867483,0.1683347537237974,0.0064002230091221,0.044195112697823,"
                + "-0.0036676345541941,0.1670640836394402,-0.045657031068394\n";
        Path file = Files.writeString(folder.resolve("Leefbaarometer-scores buurten 2002-2024.csv"), text);
        ColumnsPreview preview = read(file, MappingFile.read("extends: leefbaarometer\nwhere: {jaar: 2024}\n"));
        assertThat(preview.problems()).isEmpty();
        assertThat(values(preview, 0))
                .containsEntry("liveability", 4.270599604867483)
                .containsEntry("liveability_deviation", 0.1683347537237974)
                .containsEntry("liveability_cohesion", -0.0036676345541941)
                .containsEntry("liveability_housing", -0.045657031068394)
                .hasSize(7);
        ColumnsPreview all = read(file, MappingFile.read(Path.of("leefbaarometer")));
        assertThat(all.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .contains(":3:1: bu_code: the place `BU99990101` is in row 2 too", "where: {jaar: 2024}"));
    }

    @Test
    void everyBuiltInOneSaysWhatItIsForInBothLanguages() {
        for (String name : MappingFile.builtIn()) {
            ColumnMapping mapping = MappingFile.read(Path.of(name));
            assertThat(mapping.title()).as(name).isNotNull();
            assertThat(mapping.title().versions()).containsKeys("nl", "en");
            assertThat(mapping.provenance().source()).isNotBlank();
            assertThat(mapping.provenance().url()).isNotBlank();
        }
        assertThatThrownBy(() -> MappingFile.read(Path.of("cbs:kbw"))).hasMessageContaining("Maybe `cbs:kwb`?");
        assertThatThrownBy(() -> MappingFile.read(Path.of("nothing")))
                .hasMessageContaining("cbs:statline, leefbaarometer");
    }
}
