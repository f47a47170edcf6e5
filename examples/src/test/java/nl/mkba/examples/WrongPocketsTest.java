package nl.mkba.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WrongPocketsTest {

    @Test
    void theMunicipalityPaysAndTheHouseholdsGain() {
        PrintStream before = System.out;
        Locale locale = Locale.getDefault();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            Locale.setDefault(Locale.ENGLISH);
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            WrongPockets.main(new String[] {
                Path.of("achter_de_voordeur", "achter_de_voordeur.yaml").toString()
            });
        } finally {
            System.setOut(before);
            Locale.setDefault(locale);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("full: -2,751,312 for society")
                .contains("  Gemeente loses 1,948,173 and pays 3,277,733")
                .contains("  Begeleide huishoudens gains 591,488 and pays 0");
    }
}
