package nl.mkba.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvDialectTest {

    private static final String PLAIN =
            "item,value\n\"Rijk, en meer\",-1.5\nyear;2026,2026\n'=x,1.0E-5\nempty,\n\"say \"\"no\"\"\",4.x\n";

    /** Numbers get a comma; texts stay as they are, in quotes where a semicolon or a quote stands in them. */
    @Test
    void dutchExcelGetsSemicolonsAndDecimalCommas() {
        assertThat(CsvDialect.EXCEL_NL.from(PLAIN))
                .isEqualTo("\uFEFFitem;value\r\nRijk, en meer;-1,5\r\n\"year;2026\";2026\r\n'=x;1,0E-5\r\nempty;\r\n"
                        + "\"say \"\"no\"\"\";4.x\r\n");
    }

    @Test
    void plainStaysPlain() {
        assertThat(CsvDialect.PLAIN.from(PLAIN)).isEqualTo(PLAIN);
    }

    /** What Excel with Dutch settings makes of such a text: a number, a date, a time or a truth. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0363",
                "007",
                "1E5",
                "1e5",
                "1-2",
                "1/2",
                "1.2",
                "1,5",
                "1.234,5",
                "12:30",
                "1:30 PM",
                "MAR1",
                "mrt-26",
                "1 jan",
                "mei 2026",
                "1 december 2026",
                "50%",
                "€ 5",
                "5-",
                "(5)",
                "1234567890123456",
                "waar",
                "ONWAAR",
                "TRUE"
            })
    void anIdThatExcelWouldReadAsSomethingElseStaysAText(String id) {
        String cell = CsvDialect.EXCEL_NL.text(id);
        String quoted = "\"=\"\"" + id + "\"\"\"";
        assertThat(cell).isEqualTo(quoted);
        assertThat(CsvDialect.EXCEL_NL.from("id,npv\n\"" + id + "\",1.5\n"))
                .isEqualTo("\uFEFFid;npv\r\n" + quoted + ";1,5\r\n");
        assertThat(CsvDialect.PLAIN.text(id).replace("\"", "")).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BU00140000",
                "GM0363",
                "363",
                "0",
                "2026",
                "noord",
                "mei",
                "marktplein",
                "Rijk",
                "e",
                "a-b",
                "WK1",
                ""
            })
    void anyOtherIdStaysAsItIs(String id) {
        assertThat(CsvDialect.EXCEL_NL.text(id)).isEqualTo(id);
        assertThat(CsvDialect.EXCEL_NL.from("id,npv\n" + id + ",1.5\n"))
                .isEqualTo("\uFEFFid;npv\r\n" + id + ";1,5\r\n");
    }

    @Test
    void noTextIsAFormulaNorMoreThanALine() {
        assertThat(CsvDialect.EXCEL_NL.text("=cmd|' /C calc'!A0")).isEqualTo("'=cmd|' /C calc'!A0");
        assertThat(CsvDialect.EXCEL_NL.text("@a;\"b\"")).isEqualTo("\"'@a;\"\"b\"\"\"");
        assertThat(CsvDialect.EXCEL_NL.text("-5")).isEqualTo("'-5");
        assertThat(CsvDialect.EXCEL_NL.text("\t=1\r\n\u202e")).isEqualTo("'=1");
        assertThat(CsvDialect.PLAIN.text("a\nb,\u001b")).isEqualTo("\"a b,\"");
    }
}
