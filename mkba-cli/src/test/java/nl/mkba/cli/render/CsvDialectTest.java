package nl.mkba.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
