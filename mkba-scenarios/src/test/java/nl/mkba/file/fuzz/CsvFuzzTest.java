package nl.mkba.file.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.mkba.file.portfolio.PlaceTable;
import nl.mkba.fuzz.Fuzzing;
import nl.mkba.fuzz.TextMutator;
import nl.mkba.problem.InvalidScenarioException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a table of text, its cells are read or it is refused. */
@Tag("fuzz")
class CsvFuzzTest {

    private static final List<byte[]> SOUND = Stream.of(
                    "id,homes,rate\nBU01,200,5%\nBU02,150.5,4%\n",
                    "\uFEFF\"id\";\"homes\"\r\n\"BU01\";\"1e3\"\r\n\r\nBU02;7;\r\n",
                    "id,\"a;b\"\n1,\"x;\"\"y\"\"\nz\"\n")
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .toList();

    @TempDir
    private Path folder;

    @Test
    void tables() throws IOException {
        Fuzzing.run("csv", SOUND, new TextMutator(6), this::read);
    }

    private void read(byte[] input) throws IOException {
        try (PlaceTable table = PlaceTable.open(Files.write(folder.resolve("places.csv"), input))) {
            for (PlaceTable.RowBatch part = table.read(3); part.rows() > 0; part = table.read(3)) {
                for (int row = 0; row < part.rows(); row++) {
                    for (int column = 0; column < part.cells(row); column++) {
                        assertThat(part.text(row, column)).isNotNull();
                    }
                }
            }
        } catch (InvalidScenarioException refused) {
            assertThat(refused.problems()).isNotEmpty();
        }
    }
}
