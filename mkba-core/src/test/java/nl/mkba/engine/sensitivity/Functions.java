package nl.mkba.engine.sensitivity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Test functions with known indices, and the vectors that hold these. */
final class Functions {

    private Functions() {}

    /** A function of uniform inputs on 0 … 1. */
    record Unit(int inputs, ToDoubleFunction<double[]> function) implements BlockModel {

        @Override
        public Workspace block(int most) {
            double[][] columns = new double[inputs][most];
            double[] point = new double[inputs];
            return new Workspace() {
                @Override
                public double[] input(int index) {
                    return columns[index];
                }

                @Override
                public void quantiles(int input, double[] chances, double[] values, int n) {
                    System.arraycopy(chances, 0, values, 0, n);
                }

                @Override
                public void evaluate(int first, int n, double[] out) {
                    for (int k = 0; k < n; k++) {
                        for (int i = 0; i < inputs; i++) {
                            point[i] = columns[i][k];
                        }
                        out[first + k] = function.applyAsDouble(point);
                    }
                }
            };
        }
    }

    /** The entries of a list in a file of vectors. */
    static List<JsonNode> vectors(String file, String list) {
        try (InputStream in = Functions.class.getResourceAsStream("/golden/vectors/" + file)) {
            List<JsonNode> cases = new ArrayList<>();
            new ObjectMapper().readTree(in).get(list).forEach(cases::add);
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode vector(String file, String list, String id) {
        return vectors(file, list).stream()
                .filter(node -> node.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static double[] numbers(JsonNode node) {
        double[] numbers = new double[node.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = node.get(i).asDouble();
        }
        return numbers;
    }

    /** The function that a vector describes in words, over inputs on 0 … 1. */
    static Unit of(JsonNode vector) {
        String id = vector.get("id").asText();
        int inputs = vector.get("inputs").size();
        return switch (id) {
            case "ishigami_7_0.1" -> new Unit(inputs, u -> ishigami(angle(u[0]), angle(u[1]), angle(u[2])));
            case "sobol_g_salib6", "sobol_g_openturns3" -> {
                double[] a = numbers(vector.get("params").get("a"));
                yield new Unit(inputs, u -> {
                    double product = 1;
                    for (int i = 0; i < a.length; i++) {
                        product *= (Math.abs(4 * u[i] - 2) + a[i]) / (1 + a[i]);
                    }
                    return product;
                });
            }
            case "modified_sobol_g6" -> {
                double[] a = numbers(vector.get("params").get("a"));
                double[] alpha = numbers(vector.get("params").get("alpha"));
                yield new Unit(inputs, u -> {
                    double product = 1;
                    for (int i = 0; i < a.length; i++) {
                        double power = Math.pow(Math.abs(2 * u[i] - 1), alpha[i]);
                        product *= ((1 + alpha[i]) * power + a[i]) / (1 + a[i]);
                    }
                    return product;
                });
            }
            case "x1_plus_x2" -> new Unit(inputs, u -> u[0] + u[1]);
            case "x1x2_plus_x3" -> new Unit(inputs, u -> u[0] * u[1] + u[2]);
            case "null_contribution" -> new Unit(inputs, u -> 10 + 3 * (2 * u[0] - 1) + (2 * u[1] - 1));
            default -> throw new IllegalArgumentException(id);
        };
    }

    private static double angle(double u) {
        return -Math.PI + 2 * Math.PI * u;
    }

    static double ishigami(double x1, double x2, double x3) {
        return Math.sin(x1) + 7 * Math.sin(x2) * Math.sin(x2) + 0.1 * Math.pow(x3, 4) * Math.sin(x1);
    }
}
