package nl.mkba.cli.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import nl.mkba.problem.InvalidScenarioException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceMapTest {

    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    @TempDir
    private Path folder;

    private PlaceMap read(String json) throws IOException {
        return read(json, "code");
    }

    private PlaceMap read(String json, String property) throws IOException {
        Path file = Files.writeString(folder.resolve("map.geojson"), json);
        return PlaceMap.read(file, "map.geojson", property);
    }

    static String feature(String id, String geometry) {
        return "{\"type\":\"Feature\",\"properties\":{\"name\":\"x\",\"code\":" + id + "},\"geometry\":" + geometry
                + "}";
    }

    static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\"},\"features\":[" + String.join(",", features)
                + "]}";
    }

    static String square(double x, double y, double size) {
        return String.format(
                Locale.ROOT,
                "{\"type\":\"Polygon\",\"coordinates\":[[[%f,%f],[%f,%f],[%f,%f],[%f,%f],[%f,%f]]]}",
                x,
                y,
                x + size,
                y,
                x + size,
                y + size,
                x,
                y + size,
                x,
                y);
    }

    /** What a page makes of an area's text: rings of points, read from the description of the form alone. */
    static List<List<List<Long>>> rings(PlaceMap.Shape shape) {
        int[] at = {0};
        List<List<List<Long>>> rings = new ArrayList<>();
        long x = 0;
        long y = 0;
        for (long ring = number(shape.rings(), at); ring > 0; ring--) {
            List<List<Long>> points = new ArrayList<>();
            for (long point = number(shape.rings(), at); point > 0; point--) {
                x += signed(number(shape.rings(), at));
                y += signed(number(shape.rings(), at));
                points.add(List.of(x, y));
            }
            rings.add(points);
        }
        assertThat(at[0]).isEqualTo(shape.rings().length());
        return rings;
    }

    private static long signed(long value) {
        return value % 2 == 0 ? value / 2 : -(value + 1) / 2;
    }

    private static long number(String text, int[] at) {
        long value = 0;
        for (long weight = 1; ; weight *= 32) {
            int digit = DIGITS.indexOf(text.charAt(at[0]++));
            value += digit % 32 * weight;
            if (digit < 32) {
                return value;
            }
        }
    }

    /** A square of 1,000 m is the whole map: 2,000 cells of half a metre, north up. */
    @Test
    void aSquareOfTheNationalGridStaysASquare() throws IOException {
        PlaceMap map = read(collection(feature("\"A\"", square(120_000, 480_000, 1000))));
        assertThat(map.width()).isEqualTo(2000);
        assertThat(map.height()).isEqualTo(2000);
        assertThat(new HashSet<>(rings(map.shapes().get(0)).get(0)))
                .isEqualTo(Set.of(List.of(0L, 0L), List.of(2000L, 0L), List.of(2000L, 2000L), List.of(0L, 2000L)));
    }

    /** At 60° north a degree to the east is half as long as one to the north. */
    @Test
    void degreesAreLaidFlatAtTheMiddleLatitude() throws IOException {
        PlaceMap map = read(collection(feature("\"A\"", square(5, 59.5, 1))));
        assertThat(map.width() / (double) map.height()).isCloseTo(0.5, within(0.001));
    }

    @Test
    void everyKindOfAreaIsReadAndWhatIsNoneIsPassedOver() throws IOException {
        String withHole = "{\"type\":\"Polygon\",\"coordinates\":[[[0,0,7],[90,0,7],[90,90,7],[0,90,7],[0,0,7]],"
                + "[[30,30],[60,30],[60,60],[30,60],[30,30]]]}";
        String several =
                "{\"coordinates\":[[[[100,0],[150,0],[150,50],[100,50]]],[[[100,60],[150,60],[150,99],[100,60]]]],"
                        + "\"type\":\"MultiPolygon\"}";
        String mixed = "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[1,2]},"
                + square(200, 0, 50) + "," + square(200, 60, 30) + "]}";
        String point = "{\"type\":\"Point\",\"coordinates\":[1,2]}";
        PlaceMap map = read(collection(
                feature("\" A \"", withHole),
                feature("363", several),
                feature("\"C\"", mixed),
                feature("\"D\"", point),
                feature("\"E\"", "null"),
                feature("\"A\"", square(0, 100, 20)),
                feature("null", square(0, 130, 20))));
        assertThat(map.shapes()).extracting(PlaceMap.Shape::id).containsExactly("A", "363", "C");
        assertThat(map.shapes()).extracting(shape -> rings(shape).size()).containsExactly(3, 2, 2);
        assertThat(map.notes().withoutId()).isEqualTo(1);
        assertThat(map.notes().inParts()).containsExactly("A");
        assertThat(map.notes().perhapsDegrees()).isEmpty();
    }

    @Test
    void aFeatureAloneAndItsOwnIdAreRead() throws IOException {
        PlaceMap map = read(
                "{\"geometry\":" + square(0, 0, 9) + ",\"id\":\"Z\",\"properties\":null,\"type\":\"Feature\"}", "id");
        assertThat(map.shapes()).extracting(PlaceMap.Shape::id).containsExactly("Z");
    }

    /** Two places on both sides of a crooked border, one 1,000 times as large as the other would like it: no gap opens between them. */
    @Test
    void neighboursKeepTheirCommonBorder() throws IOException {
        Random random = new Random(5);
        List<String> border = new ArrayList<>();
        for (int k = 0; k <= 400; k++) {
            border.add(String.format(Locale.ROOT, "[%.2f,%d]", 5000 + random.nextGaussian() * 40, k * 25));
        }
        String up = String.join(",", border);
        String left = "{\"type\":\"Polygon\",\"coordinates\":[[[0,0]," + up + ",[0,10000],[0,0]]]}";
        List<String> reversed = new ArrayList<>(border);
        java.util.Collections.reverse(reversed);
        String right = "{\"type\":\"Polygon\",\"coordinates\":[[[6000,10000]," + String.join(",", reversed)
                + ",[6000,0],[6000,10000]]]}";
        PlaceMap map = read(collection(feature("1", left), feature("2", right)));
        Set<List<Long>> ofLeft = new HashSet<>(rings(map.shapes().get(0)).get(0));
        Set<List<Long>> ofRight = new HashSet<>(rings(map.shapes().get(1)).get(0));
        assertThat(ofLeft.size()).isBetween(5, 200);
        Set<List<Long>> common = new HashSet<>(ofLeft);
        common.retainAll(ofRight);
        // Each has two corners of its own, on its far side.
        assertThat(common).hasSize(ofLeft.size() - 2).hasSize(ofRight.size() - 2);
    }

    /** Three arms that are lines on the grid, and a bow tie: what a border drawn by hand may hold, or a dyke of a metre wide. */
    @Test
    void aBorderThatTouchesOrCrossesItselfIsDrawn() throws IOException {
        String arms = "{\"type\":\"Polygon\",\"coordinates\":[[[3,3],[2,2],[0,3],[2,2],[1,0],[2,2],[3,3]]]}";
        String tie = "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[9,9],[9,0],[0,9],[0,0]]]}";
        PlaceMap map = read(collection(feature("1", arms), feature("2", tie), feature("3", square(9, 0, 9))));
        assertThat(map.shapes()).extracting(PlaceMap.Shape::id).containsExactly("1", "2", "3");
        assertThat(rings(map.shapes().get(1))).hasSize(2);
        map.shapes().forEach(shape -> assertThat(rings(shape).get(0)).hasSizeGreaterThan(2));
    }

    @Test
    void noBordersAreTooOddToBeDrawn() throws IOException {
        Random random = new Random(7);
        for (int times = 0; times < 300; times++) {
            List<String> places = new ArrayList<>();
            for (int place = 0; place < 3; place++) {
                List<String> points = new ArrayList<>();
                for (int k = 0; k < 4 + random.nextInt(7); k++) {
                    points.add("[" + random.nextInt(4) + "," + random.nextInt(4) + "]");
                }
                points.add(points.get(0));
                places.add(feature(
                        "\"" + place + "\"",
                        "{\"type\":\"Polygon\",\"coordinates\":[[" + String.join(",", points) + "]]}"));
            }
            assertThat(read(collection(places.toArray(String[]::new))).shapes())
                    .allSatisfy(shape -> assertThat(rings(shape)).isNotEmpty());
        }
    }

    @Test
    void aPlaceSmallerThanACellIsStillThere() throws IOException {
        PlaceMap map = read(collection(
                feature("1", square(0, 0, 100_000)),
                feature("2", square(5, 5, 0.001)),
                feature("3", square(0, 0, 90_000))));
        assertThat(rings(map.shapes().get(1)).get(0)).hasSizeGreaterThan(2);
    }

    @Test
    void ringsThatCrossThemselvesAndPlacesThatOverlapAreDrawnAsTheyAre() throws IOException {
        String bowTie = "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[10,10],[10,0],[0,10],[0,0]]]}";
        String flat = "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[5,0],[10,0],[0,0]]]}";
        PlaceMap map = read(collection(
                feature("1", bowTie),
                feature("2", square(2, 2, 5)),
                feature("3", square(2, 2, 5)),
                feature("4", flat)));
        assertThat(map.shapes()).hasSize(4);
        // The halves of the bow tie cancel out, yet there is something to see.
        assertThat(map.notes().withoutArea()).containsExactly("4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|1:1|this is not how GeoJSON is written, or the file breaks off here",
                "`mkba: 1`|1:|this is not how GeoJSON is written",
                "`[1]`|1:1|a FeatureCollection, a feature or a geometry is expected",
                "`{\"type\":\"FeatureCollection\",\"features\":[`|1:|breaks off here",
                "`{\"type\":\"FeatureCollection\",\"features\":[]}`|1:1|there is no polygon in it",
                "`{\"type\":\"Topology\",\"objects\":{},\"arcs\":[]}`|1:1|this is TopoJSON",
                "`{\"features\":[7]}`|1:14|a FeatureCollection, a feature or a geometry is expected",
                "`{\"type\":\"Polygon\",\"coordinates\":[[[1],[2,3],[4,5],[1,2]]]}`|1:|two or three numbers",
                "`{\"type\":\"Polygon\",\"coordinates\":[[[1,\"2\"],[2,3],[4,5],[1,2]]]}`|1:|two or three numbers",
                "`{\"type\":\"Polygon\",\"coordinates\":[[[1,1e999],[2,3],[4,5],[1,2]]]}`|1:|larger than any on a map",
                "`{\"type\":\"Polygon\",\"coordinates\":[[[-1e308,1],[2,3],[4,5],[1,2]]]}`|1:36|larger than any on a map",
                "`{\"type\":\"Polygon\",\"coordinates\":[[[1,100000001],[2,3],[4,5],[1,2]]]}`|1:|larger than any on a map",
                "`{\"type\":\"Polygon\",\"coordinates\":[[[1,2],[1,2]]]}`|1:1|four positions or more",
                "`{\"type\":\"Polygon\",\"coordinates\":[[1,2],[1,2]]}`|1:1|four positions or more",
                "`{\"type\":\"Polygon\",\"coordinates\":[[[1,2],[1,3],[2,2],[1,2]]]} x`|1:|this is not how GeoJSON is written",
            })
    void whatIsNoGeoJsonIsToldWithItsPlace(String json, String place, String message) {
        assertThatThrownBy(() -> read(json == null ? "" : json))
                .isInstanceOfSatisfying(
                        InvalidScenarioException.class,
                        refused -> assertThat(refused.problems().get(0).format(Locale.ENGLISH))
                                .startsWith("map.geojson:" + place)
                                .contains(message));
    }

    /** 120 km to the east cannot be degrees, and 5 to 6 by 52 to 53 can hardly be metres; a grid of one's own may begin at 0. */
    @Test
    void degreesAndMetresInOneMapAreNoticed() throws IOException {
        PlaceMap mixed = read(collection(feature("1", square(5, 52, 1)), feature("2", square(120_000, 487_000, 900))));
        assertThat(mixed.notes().perhapsDegrees()).containsExactly("1");
        PlaceMap own = read(collection(feature("1", square(0, 0, 80)), feature("2", square(300, 0, 80))));
        assertThat(own.notes().perhapsDegrees()).isEmpty();
    }

    /** The largest that is allowed is still drawn. */
    @Test
    void aMapOfTheLargestCoordinatesIsDrawn() throws IOException {
        PlaceMap map = read(collection(feature("1", square(-1e8, -1e8, 2e8))));
        assertThat(rings(map.shapes().get(0)).get(0)).hasSize(4);
    }

    @Test
    void aPropertyThatNoPolygonHasIsRefusedWithThoseThatAreThere() {
        assertThatThrownBy(() -> read(collection(feature("1", square(0, 0, 9))), "cod"))
                .isInstanceOfSatisfying(
                        InvalidScenarioException.class,
                        refused -> assertThat(refused.problems().get(0).format(Locale.ENGLISH))
                                .contains("no polygon has the property `cod`; the properties there are: name, code")
                                .contains("Maybe `code`?"));
    }

    @Test
    void aFileThatIsNotThereIsToldSo() {
        assertThatThrownBy(() -> PlaceMap.read(folder.resolve("none"), "none", "code"))
                .isInstanceOf(InvalidScenarioException.class)
                .hasMessageContaining("none");
    }
}
