package nl.mkba.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code mkba portfolio --report}: what is on the page, and what is refused. */
class PlacesPageTest {

    private record Run(int status, String out, String err) {}

    @TempDir
    private Path folder;

    @BeforeEach
    void copyFiles() throws IOException {
        for (String name : List.of("types.yaml", "pf.yaml")) {
            try (InputStream in = PlacesPageTest.class.getResourceAsStream("/nl/mkba/cli/tables/" + name)) {
                Files.write(folder.resolve(name), Objects.requireNonNull(in).readAllBytes());
            }
        }
        Files.writeString(folder.resolve("t.csv"), "id,x\na,0.5\nb,3\nc,2\n");
        Files.writeString(folder.resolve("map.geojson"), map("a", "b", "e"));
    }

    /** Squares beside each other. */
    private static String map(String... ids) {
        List<String> features = new ArrayList<>();
        for (int k = 0; k < ids.length; k++) {
            int x = 1000 * k;
            features.add("{\"type\":\"Feature\",\"properties\":{\"code\":\"" + ids[k]
                    + "\"},\"geometry\":{\"type\":\"Polygon\","
                    + "\"coordinates\":[[[" + x + ",400000],[" + (x + 1000) + ",400000],[" + (x + 1000) + ",401000],["
                    + x
                    + ",401000],[" + x + ",400000]]]}}");
        }
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private Run portfolio(String scenario, String... more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] words = Stream.concat(Stream.of("portfolio", scenario, "--lang", "en"), Stream.of(more))
                .map(word ->
                        word.startsWith("@") ? folder.resolve(word.substring(1)).toString() : word)
                .toArray(String[]::new);
        int status = new Program(new Console(out, err, false)).run(words);
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Run page(String... more) {
        return portfolio(
                "@types.yaml",
                Stream.concat(Stream.of("--table", "@t.csv", "--report", "@page.html"), Stream.of(more))
                        .toArray(String[]::new));
    }

    private String html() throws IOException {
        return Files.readString(folder.resolve("page.html"));
    }

    /** What the page says, without its scripts. */
    private String said() throws IOException {
        String html = html();
        return html.substring(html.indexOf("<body"), html.indexOf("id=\"places\""))
                .replaceAll("(?s)<script.*?</script>", "");
    }

    private JsonNode data() throws IOException {
        String html = html();
        String begin = "<script type=\"application/json\" id=\"places\">";
        int from = html.indexOf(begin) + begin.length();
        return new ObjectMapper().readTree(html.substring(from, html.indexOf("</script>", from)));
    }

    private static List<Double> numbers(JsonNode list) {
        return IntStream.range(0, list.size())
                .mapToObj(k -> list.get(k).isNull() ? Double.NaN : list.get(k).asDouble())
                .toList();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** 261.2 + 522.7 − 783.9 is 0 as decimals and 1.1e-13 as doubles: of places whose costs cancel out there is no return. */
    @ParameterizedTest
    @ValueSource(strings = {"", "20"})
    void costsOfPlacesThatCancelOutGiveNoReturn(String draws) throws IOException {
        Files.writeString(
                folder.resolve("even.yaml"),
                Files.readString(folder.resolve("types.yaml"))
                        .replace("amount: 1}", "amount: x}")
                        .replace("value: x,", "value: 3,"));
        Files.writeString(folder.resolve("t.csv"), "id,x\na,261.2\nb,522.7\nc,-783.9\n");
        String[] options = draws.isEmpty() ? new String[0] : new String[] {"--draws", draws};
        String tile = draws.isEmpty() ? ">Benefits per euro of costs<" : ">Expected benefits per euro of costs<";
        assertThat(page(options).status()).isZero();
        assertThat(said()).contains(tile);
        String[] even = Stream.concat(Stream.of("--table", "@t.csv", "--report", "@page.html"), Stream.of(options))
                .toArray(String[]::new);
        Run run = portfolio("@even.yaml", even);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(said()).doesNotContain(tile);
    }

    /** Each place costs 1 and gains x in each of 50 years, undiscounted: so x is its return, and 50 (x − 1) its net. */
    @Test
    void thePageHasTheFiguresOfEveryPlaceAndNeedsNoOtherOutput() throws IOException {
        Run run = page();
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo("3 places on the page " + folder.resolve("page.html") + "\n");
        assertThat(run.err()).isEmpty();
        assertThat(names()).containsExactly("map.geojson", "page.html", "pf.yaml", "t.csv", "types.yaml");
        JsonNode data = data();
        assertThat(data.get("ids")).extracting(JsonNode::asText).containsExactly("a", "b", "c");
        JsonNode theCase = data.get("cases").get(0);
        assertThat(numbers(theCase.get("costs"))).containsExactly(50.0, 50.0, 50.0);
        assertThat(numbers(theCase.get("npv"))).containsExactly(-25.0, 100.0, 50.0);
        assertThat(numbers(theCase.get("ratio"))).containsExactly(0.5, 3.0, 2.0);
        assertThat(html())
                .contains("In 2 of 3 places the net present value is above 0. All places together: €125.")
                .contains("There is no interval, because nothing was drawn")
                .contains("With €100 everything that adds something is paid for. The last step is c, at 1.00")
                .contains("From the table come, for each place: x.")
                .contains("In 2 van de 3 buurten ligt het saldo boven 0.");
        assertThat(said()).doesNotContain("NaN").doesNotContain("null");
    }

    /** With 50 to spend the choice is b, and c is the first that no longer fits. */
    @Test
    void aBudgetChoosesAndNamesWhatComesNext() throws IOException {
        Run run = page("--budget", "50", "--out", "@out.csv");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(numbers(data().get("choices").get(0).get("chosen"))).containsExactly(-1.0, 0.0, -1.0);
        assertThat(html())
                .contains("With €50 the choice is 1 of 3 places: €100 (net present value, central estimate).")
                .contains("The first step in the ranking that no longer fits is c: €50, at 1.00");
        assertThat(Files.readAllLines(folder.resolve("out.csv"))).hasSize(4);
    }

    /**
     * With draws the expectation leads: costs of 72,000 for four years are certain, gains vary. The expected return is 1 + E[npv] / E[costs],
     * where the costs are those of the file of figures.
     */
    @Test
    void withDrawsTheExpectationLeads() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "id,cost\na,72000\nb,50000\n");
        Run run = portfolio(
                "@pf.yaml", "--table", "@t.csv", "--report", "@page.html", "--out", "@out.csv", "--draws", "200");
        assertThat(run.status()).as(run.err()).isZero();
        List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
        List<String> names = Arrays.asList(lines.get(0).split(","));
        JsonNode theCase = data().get("cases").get(0);
        for (int place = 0; place < 2; place++) {
            String[] cells = lines.get(place + 1).split(",");
            double costs = Double.parseDouble(cells[names.indexOf("pv_costs")]);
            double npv = Double.parseDouble(cells[names.indexOf("npv_mean")]);
            assertThat(theCase.get("costs").get(place).asDouble()).isCloseTo(costs, within(0.5));
            assertThat(theCase.get("npv").get(place).asDouble()).isCloseTo(npv, within(0.5));
            assertThat(theCase.get("ratio").get(place).asDouble()).isCloseTo(1 + npv / costs, within(1e-4));
            assertThat(theCase.get("central").get(place).asDouble())
                    .isCloseTo(Double.parseDouble(cells[names.indexOf("npv")]), within(0.5));
            assertThat(theCase.get("low").get(place).asDouble())
                    .isCloseTo(Double.parseDouble(cells[names.indexOf("npv_p5")]), within(0.5));
            assertThat(theCase.get("chance").get(place).asDouble())
                    .isCloseTo(Double.parseDouble(cells[names.indexOf("probability_positive")]), within(1e-4));
        }
        assertThat(html())
                .contains("the expected net present value is above 0")
                .contains("come from 200 draws")
                .contains("Expected benefits per euro")
                .contains("The order and the choice follow the central estimate.");
    }

    /**
     * Three places of one kind and three of another, with x of 1, 2, 6 and 3, 5, 9. There are five others, so all of them count: of the
     * first the median of 2, 6, 3, 5, 9 is 5.
     */
    @Test
    void besideEachPlaceStandsTheMedianOfThoseLikeIt() throws IOException {
        Files.writeString(
                folder.resolve("t.csv"),
                "id,x,homes,same\na,1,10,4\nb,2,11,4\nc,6,12,4\nd,3,50,4\ne,5,51,4\nf,9,52,4\ng,7,,4\n");
        Run run = page("--benchmark", "homes, same");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("`same` has one value for all places")
                .contains("1 place has no number in some column of --benchmark (homes, same)");
        JsonNode theCase = data().get("cases").get(0);
        assertThat(numbers(theCase.get("like_ratio"))).containsExactly(5.0, 5.0, 3.0, 5.0, 3.0, 3.0, Double.NaN);
        assertThat(numbers(theCase.get("like_npv"))).startsWith(200.0, 200.0, 100.0);
        assertThat(said()).contains("the median of the 5 that are nearest").doesNotContain("NaN");
    }

    /**
     * The same six places with their homes as a Dutch table has them, once with points between thousands and once without: 1.000,5 is no
     * 1.0005, and −99997 and an empty cell are no homes. Compared by the column, its id, or a parameter that only the mapping has.
     */
    @ParameterizedTest
    @CsvSource({"homes", "h", "thousands", "'Homes, all'"})
    void theColumnsToCompareByAreReadAsThoseOfEveryFormula(String column) throws IOException {
        String heading = column.equals("homes") ? "homes" : "Homes, all";
        Files.writeString(
                folder.resolve("k.yaml"),
                "id: code\ndecimal: ','\nmissing: ['-99997,0']\n"
                        + (column.equals("homes") ? "" : "columns: {h: 'Homes, all'}\n")
                        + "parameters: {x: x" + (column.equals("thousands") ? ", thousands: h / 1000" : "") + "}\n");
        String before = "";
        for (String thousand : List.of("1.000,5", "1000,5")) {
            Files.writeString(
                    folder.resolve("t.csv"),
                    "code;x;" + heading + "\na;1;990\nb;2;" + thousand + "\nc;6;1010\nd;3;10,0\ne;5;11\nf;9;12,5\n"
                            + "g;7;-99997\nh;7;-99.997,0\ni;7;-99997.0\nj;7;\n");
            Run run = page("--columns", "@k.yaml", "--benchmark", column.contains(",") ? "h" : column);
            assertThat(run.status()).as(run.err()).isZero();
            assertThat(run.err()).contains("4 places have no number in some column of --benchmark");
            String like = data().get("cases").get(0).get("like_ratio").toString();
            assertThat(like).doesNotContain("NaN");
            assertThat(before.isEmpty() ? like : before).isEqualTo(like);
            before = like;
        }
        assertThat(numbers(data().get("cases").get(0).get("like_ratio"))).startsWith(5.0, 5.0, 3.0, 5.0, 3.0, 3.0);
    }

    /** 1.5 is refused where commas are decimal, as in every other column; a word is no number, and its place is counted. */
    @Test
    void aNumberToCompareByThatMayBeMisreadIsRefused() throws IOException {
        Files.writeString(folder.resolve("k.yaml"), "id: code\ndecimal: ','\nparameters: {x: x}\n");
        Files.writeString(folder.resolve("t.csv"), "code;x;homes\na;1;1.5\nb;2;none\nc;6;3\n");
        Run run = page("--columns", "@k.yaml", "--benchmark", "homes");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("t.csv:2:1: homes:").contains("`1.5`").doesNotContain("t.csv:3");
    }

    @Test
    void thousandsAmongTheNumbersToCompareByAreToldOnceAColumn() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "id,x,homes\na,1,1.320\nb,2,1.400\nc,6,900\n");
        Run run = page("--benchmark", "homes");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err()).containsOnlyOnce("`1.320` is read as a number with three decimals");
    }

    @Test
    void idsWithoutAnAreaAndAreasWithoutARowAreCountedAndNamed() throws IOException {
        Run run = page("--map", "@map.geojson", "--map-id", "code");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err())
                .isEqualTo("mkba: 1 place is not on the map: c.\nmkba: 1 area of the map is not in the table: e.\n");
        assertThat(html())
                .contains("1 place of the table is not on the map: c.")
                .contains("1 area of the map is not in the table, and grey: e.");
        assertThat(numbers(data().get("places"))).containsExactly(0.0, 1.0, -1.0);
        assertThat(data().get("others")).extracting(JsonNode::asText).containsExactly("e");
        assertThat(data().get("shapes")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--report @page.html --map @map.geojson|--map can only be used with --map-id",
                "--report @page.html --map-id code|--map-id can only be used with --map",
                "--out @o.csv --map @map.geojson --map-id code|--map can only be used with --report",
                "--out @o.csv --benchmark x|--benchmark can only be used with --report",
                "--report @page.txt|must end in .html",
                "--report /dev/fd/1 --out -|cannot be the same file",
                "--report @page.html --resume|--resume can only be used with --out",
                "--report @page.html --benchmark x,,y|names of columns with commas between them",
                "--report @page.html --benchmark x,y|the table has no column `y`",
                "--report @page.html --map @none.geojson --map-id code|cannot be read: it does not exist",
                "--report @page.html --map @t.csv --map-id code|t.csv:1:1: -: this is not GeoJSON: this is not how GeoJSON is written",
                "--report @page.html --map @map.geojson --map-id cod|the properties there are: code",
                "--report @page.html --csv excel-nl|--csv",
                "--report @t.html --map @t.html --map-id x|would overwrite",
            })
    void whatIsWrongIsToldAndNothingIsWritten(String words, String message) throws IOException {
        Files.writeString(folder.resolve("t.html"), "{}");
        List<String> before = names();
        Run run = portfolio(
                "@types.yaml",
                Stream.concat(Stream.of("--table", "@t.csv"), Stream.of(words.split(" ")))
                        .toArray(String[]::new));
        assertThat(run.err()).contains(message);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void anIdThatComesBackIsRefused() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "id,x\na,1\na,3\n");
        Run run = page();
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("duplicate id `a` (rows 2, 3): with --report each id must be unique");
        assertThat(names()).doesNotContain("page.html");
    }

    @Test
    void whatIsNotTheFilesOwnStandsAboveTheTitle() throws IOException {
        assertThat(page("--set", "p=20%", "--effects", "50%").status()).isZero();
        String html = html();
        assertThat(html.indexOf("class=\"departures warning\"")).isPositive().isLessThan(html.indexOf("<h1"));
        assertThat(html).contains("50%").contains("20%");
    }

    @Test
    void aMapThatKnowsNoPlaceOfTheTableIsRefusedAndNothingIsWritten() throws IOException {
        Files.writeString(folder.resolve("map.geojson"), map("BU1", "BU2", "BU3", "BU4"));
        Run run = page("--map", "@map.geojson", "--map-id", "code", "--out", "@out.csv");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .contains("--map-id code: no area of the map is a place of the table."
                        + " The map has BU1, BU2, BU3, …; the table has a, b, c.");
        assertThat(names()).containsExactly("map.geojson", "pf.yaml", "t.csv", "types.yaml");
    }

    @Test
    void whatIsOddInAMapIsTold() throws IOException {
        String flat = "{\"type\":\"Feature\",\"properties\":{\"code\":\"c\"},\"geometry\":{\"type\":\"Polygon\","
                + "\"coordinates\":[[[5,52],[6,53],[7,54],[5,52]]]}}]";
        Files.writeString(folder.resolve("map.geojson"), map("a", "b", "a").replaceFirst("]}$", "," + flat + "}"));
        Run run = page("--map", "@map.geojson", "--map-id", "code");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err())
                .contains(
                        "mkba: 1 place has more than one feature on the map; they are taken as parts of one place: a.")
                .contains("mkba: 1 area of the map is not drawn, because all points lie on one line: c.")
                .contains("mkba: 1 area of the map has coordinates like degrees, and others metres: c.");
    }

    /** Whatever a table or a map calls its places, it shows as it is and does nothing. */
    @Test
    void namesOfPlacesAreHarmless() throws IOException {
        String nasty = "</script><script>harm()</script><img src=x onerror=harm()>";
        Files.writeString(folder.resolve("t.csv"), "id,x\n\"" + nasty + "\",3\nb,1\n");
        Files.writeString(folder.resolve("map.geojson"), map("b", "</p><script>harm()</script>"));
        Run run = page("--map", "@map.geojson", "--map-id", "code");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(html()).doesNotContain("<script>harm").doesNotContain("<img");
        assertThat(data().get("ids").get(0).asText()).isEqualTo(nasty);
    }

    @Test
    void theSameFilesGiveTheSamePageWithHoweverManyThreads() throws IOException {
        StringBuilder table = new StringBuilder("id,cost,other\n");
        for (int k = 0; k < 1500; k++) {
            table.append("n")
                    .append(k)
                    .append(',')
                    .append(40_000 + 37 * k % 50_000)
                    .append(',')
                    .append(k % 91)
                    .append('\n');
        }
        Files.writeString(folder.resolve("t.csv"), table);
        List<String> pages = new ArrayList<>();
        for (String threads : List.of("1", "3")) {
            Run run = portfolio(
                    "@pf.yaml",
                    "--table",
                    "@t.csv",
                    "--report",
                    "@page.html",
                    "--draws",
                    "64",
                    "--benchmark",
                    "other,cost",
                    "--budget",
                    "5000000",
                    "--threads",
                    threads);
            assertThat(run.status()).as(run.err()).isZero();
            pages.add(html());
        }
        assertThat(pages.get(0)).isEqualTo(pages.get(1));
    }

    @Test
    void badRowsAreLeftOutAndCounted() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "id,x,y\na,1,5\nb,?,6\nc,2,7\n");
        Run run = page("--skip-bad-rows", "--benchmark", "y");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(data().get("ids")).extracting(JsonNode::asText).containsExactly("a", "c");
        assertThat(numbers(data().get("cases").get(0).get("like_npv"))).containsExactly(50.0, 0.0);
        assertThat(html()).contains("1 row of the table is wrong and was left out.");
    }

    @Test
    void aPageOnStandardOutputIsThePageAlone() {
        Run run = portfolio("@types.yaml", "--table", "@t.csv", "--report", "-");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
        assertThat(run.err()).contains("3 places on the page -");
    }
}
