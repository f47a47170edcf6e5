package nl.mkba.cli.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.mkba.fuzz.Fuzzing;
import nl.mkba.fuzz.TextMutator;
import nl.mkba.problem.InvalidScenarioException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a map, its areas are read or it is refused. */
@Tag("fuzz")
class PlaceMapFuzzTest {

    private static final byte[] SOUND = PlaceMapTest.collection(
                    PlaceMapTest.feature("1", PlaceMapTest.square(0, 0, 100)),
                    PlaceMapTest.feature(
                            "\"b\"",
                            "{\"type\":\"GeometryCollection\",\"geometries\":[" + PlaceMapTest.square(100, 0, 80)
                                    + "]}"),
                    PlaceMapTest.feature(
                            "\"c\"",
                            "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,100],[50,100],[50,150],[0,100]]]]}"))
            .getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void maps() throws IOException {
        Fuzzing.run("map", List.of(SOUND), new TextMutator(3), this::read);
    }

    private void read(byte[] input) throws IOException {
        Path file = Files.write(folder.resolve("places.geojson"), input);
        try {
            PlaceMap.read(file, "places.geojson", "code").shapes().forEach(PlaceMapTest::rings);
        } catch (InvalidScenarioException refused) {
            assertThat(refused.problems()).isNotEmpty();
        }
    }
}
