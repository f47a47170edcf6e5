package nl.mkba.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;

/**
 * What an operation comes to, worked out by hand. Whatever carries operations out is held to these cases: the engine, the report's
 * page, the workbook.
 *
 * @param operands the numbers of each: one of a scalar, one for each year of a vector
 * @param result the numbers of the result; null if there is none, or it is refused
 * @param told what is told about the values: {@code nothing}, {@code clamped} or {@code refused}
 * @param name says which case it is
 */
public record OpCase(
        Op op,
        List<List<Double>> operands,
        List<Integer> immediates,
        @Nullable List<Double> result,
        String told,
        String name) {

    private static final String FILE = "/golden/vectors/ops.json";

    /** All cases. */
    public static List<OpCase> all() {
        try (InputStream in = OpCase.class.getResourceAsStream(FILE)) {
            List<OpCase> cases = new ArrayList<>();
            new ObjectMapper().readTree(in).get("cases").forEach(node -> cases.add(of(node)));
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OpCase of(JsonNode node) {
        JsonNode result = node.get("result");
        return new OpCase(
                Op.valueOf(node.get("op").asText()),
                elements(node.get("operands")).stream().map(OpCase::numbers).toList(),
                elements(node.path("immediates")).stream().map(JsonNode::asInt).toList(),
                result == null ? null : numbers(result),
                node.path("told").asText("nothing"),
                node.toString());
    }

    private static List<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    private static List<Double> numbers(JsonNode node) {
        return node.isArray() ? elements(node).stream().map(OpCase::number).toList() : List.of(number(node));
    }

    private static double number(JsonNode node) {
        return node.isTextual() ? Double.parseDouble(node.asText()) : node.doubleValue();
    }

    /** How many years a vector has. */
    public int years() {
        if (op.isVector()) {
            return Objects.requireNonNull(result).size();
        }
        for (int k = 0; k < operands.size(); k++) {
            if (op.operand(k) == Op.Kind.YEARS) {
                return operands.get(k).size();
            }
        }
        return 1;
    }

    /** Holds a number to the expected one: exactly, or as a part of it. */
    public static void same(double found, double expected, double within) {
        if (Double.isFinite(expected)) {
            assertThat(found).isCloseTo(expected, Offset.offset(within * Math.abs(expected)));
        } else {
            assertThat(Double.valueOf(found)).isEqualTo(Double.valueOf(expected));
        }
    }

    /** Those of {@code ops} that no case is of. */
    public static List<Op> without(List<OpCase> cases, Op... ops) {
        return Arrays.stream(ops)
                .filter(op -> cases.stream().noneMatch(each -> each.op == op))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
