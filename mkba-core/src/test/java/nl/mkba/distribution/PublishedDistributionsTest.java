package nl.mkba.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Densities, chances, quantiles and variances that other projects test for; {@code distributions.md} beside the file says which. */
class PublishedDistributionsTest {

    private static final int ROWS = 956;
    private static final int EXCLUDED = 16;
    private static final Pattern CELL = Pattern.compile("\"((?:[^\"]|\"\")*)\"(?:,|$)|([^,]*)(?:,|$)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Row(
            String form, JsonNode parameters, String function, String argument, double expected, double tolerance) {

        double parameter(String name) {
            JsonNode node = parameters.get(name);
            return node.isTextual() ? infinite(node.asText()) : node.asDouble();
        }

        private static double infinite(String text) {
            return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }

        boolean excluded() {
            return form.equals("pert")
                    ? parameter("lambda") != 4
                    : function.equals("pdf") && form.equals("truncatednormal") && parameter("upper") == 7.1000001;
        }

        Distribution distribution() {
            return switch (form) {
                case "uniformcontinuous" -> new Uniform(parameter("lower"), parameter("upper"));
                case "triangular" -> new Triangular(parameter("min"), parameter("mode"), parameter("max"));
                case "pert" -> new Pert(parameter("min"), parameter("mode"), parameter("max"));
                case "normal" -> new Normal(parameter("mean"), parameter("sd"), null, null);
                case "truncatednormal" ->
                    new Normal(
                            parameter("mean"), parameter("sd"), finite(parameter("lower")), finite(parameter("upper")));
                case "lognormal" -> ofLogarithm(parameter("mu"), parameter("sigma"));
                case "lognormal_mean_sd" -> new Lognormal(parameter("mean"), parameter("sd"));
                case "beta" -> new Beta(parameter("alpha"), parameter("beta"), null, null);
                case "gamma" -> new Gamma(parameter("shape"), parameter("scale"));
                default -> throw new AssertionError(form);
            };
        }

        private static Double finite(double end) {
            return Double.isInfinite(end) ? null : end;
        }

        private static Lognormal ofLogarithm(double mean, double sd) {
            double of = Math.exp(mean + sd * sd / 2);
            return new Lognormal(of, of * Math.sqrt(Math.expm1(sd * sd)));
        }

        double found() {
            Distribution distribution = distribution();
            return switch (function) {
                case "pdf" -> ((Continuous) distribution).density(Double.parseDouble(argument));
                case "cdf" -> distribution.cumulative(Double.parseDouble(argument));
                case "quantile" -> distribution.quantile(Double.parseDouble(argument));
                case "variance" -> distribution.standardDeviation() * distribution.standardDeviation();
                case "alpha" -> ((Pert) distribution).beta().alpha();
                case "beta" -> ((Pert) distribution).beta().beta();
                case "sigma" -> ((Lognormal) distribution).logSd();
                default -> throw new AssertionError(function);
            };
        }
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        try (InputStream file =
                PublishedDistributionsTest.class.getResourceAsStream("/golden/vectors/distributions.csv")) {
            assertNotNull(file);
            BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rows.add(row(line));
            }
        }
        return rows;
    }

    private static Row row(String line) throws IOException {
        List<String> cells = new ArrayList<>();
        Matcher cell = CELL.matcher(line);
        while (cells.size() < 8 && cell.find()) {
            cells.add(cell.group(1) != null ? cell.group(1).replace("\"\"", "\"") : cell.group(2));
        }
        return new Row(
                cells.get(0),
                JSON.readTree(cells.get(1)),
                cells.get(2),
                cells.get(3),
                Double.parseDouble(cells.get(4)),
                Double.parseDouble(cells.get(5)));
    }

    @TestFactory
    List<DynamicTest> everyRowHoldsWithinItsTolerance() throws IOException {
        return rows().stream()
                .filter(row -> !row.excluded())
                .map(row -> DynamicTest.dynamicTest(
                        row.form() + row.parameters() + " " + row.function() + " " + row.argument(),
                        () -> assertEquals(row.expected(), row.found(), row.tolerance())))
                .toList();
    }

    @Test
    void everyRowIsRunOrExcluded() throws IOException {
        List<Row> rows = rows();
        assertEquals(ROWS, rows.size());
        assertEquals(EXCLUDED, rows.stream().filter(Row::excluded).count());
    }
}
