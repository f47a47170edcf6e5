package nl.mkba.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The zip with the documentation as a site. */
class SiteZipIT {

    @TempDir
    private Path folder;

    @Test
    void bothLanguagesTheirSearchAndTheLicencesAreThere() throws IOException {
        Path home = UnpackedZip.into(folder, "mkba.site.zip");

        assertThat(home.resolve("index.html")).content().contains("nl/index.html", "en/index.html");
        assertThat(home.resolve("nl/eerste-mkba.html")).content().contains("../site.css", "../site.js");
        assertThat(home.resolve("en/sections.js")).isNotEmptyFile();
        assertThat(home.resolve("scripts.LICENSE.txt")).content().contains("minisearch", "temml");
        assertThat(home.resolve("LICENSE")).isNotEmptyFile();
    }
}
