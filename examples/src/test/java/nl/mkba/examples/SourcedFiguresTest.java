package nl.mkba.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.mkba.expression.Expression;
import nl.mkba.expression.Expression.Node;
import nl.mkba.file.ScenarioFile;
import nl.mkba.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * In an example a figure stands under {@code parameters}, where {@code mkba check --strict} asks for its source. Outside
 * of these there are no numbers but 0 and 1, unless the stream says in {@code source} or {@code note} where it comes from.
 * What an alternative sets is its choice, of a parameter that has a source itself.
 */
class SourcedFiguresTest {

    private static final List<String> WITHOUT_FIGURES =
            List.of("interventions.", "outcomes.", "optimism_bias.", "outlooks.", "stakeholders.", "inflation");

    private static final String SCENARIO = """
            mkba: 1
            id: literals
            title: Getallen in stromen
            base_year: 2026
            price_level: 2025
            horizon: 9
            discounting: nl_2026
            include: ['catalogue:stakeholders']
            parameters: {price: 5}
            interventions:
              coach:
                start: 0
                costs:
                  salary: {paid_by: {municipality: 60%, state: 1 - 0.6}, amount: price * 2, when: {delay: 3, years: 1}}
                  room: {paid_by: municipality, amount: 7, note: Huur volgens de begroting}
                  phone: {paid_by: municipality, amount: 8, source: Begroting 2025}
                effects:
                  calm: {quantity: 1 - 0, value: 'min(price, 9)', accrues_to: resident}
            alternatives: {full: {interventions: [coach], set: {price: 6}}}
            outlooks:
              high: {set: {price: {times: 110%}}}
              old_rate: {discounting: nl_2021}
              own_rate: {discounting: 3%}
            """;

    @TempDir
    private Path folder;

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("."), 2)) {
            return files
                    .filter(file -> file.getNameCount() == 3 && file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyNumberInAnExampleHasASource(Path example) {
        assertThat(unsourced(ScenarioFile.read(example)))
                .as("make it a parameter with a source, or say in the stream's note where it comes from")
                .isEmpty();
    }

    @Test
    void numbersInStreamsAreFound() throws IOException {
        Path file = Files.writeString(folder.resolve("literals.yaml"), SCENARIO);

        assertThat(unsourced(ScenarioFile.read(file)))
                .containsExactlyInAnyOrder(
                        "interventions.coach.costs.salary.paid_by.municipality: 0.6",
                        "interventions.coach.costs.salary.paid_by.state: 0.6",
                        "interventions.coach.costs.salary.amount: 2.0",
                        "interventions.coach.costs.salary.when.delay: 3.0",
                        "interventions.coach.effects.calm.value: 9.0",
                        "outlooks.high.set.price.times: 1.1",
                        "outlooks.own_rate.discounting.standard: 0.03");
    }

    /** The numbers outside parameters that come from nowhere, with their path. */
    private static List<String> unsourced(Scenario scenario) {
        List<String> explained = new ArrayList<>();
        // A published discount policy has a source of its own.
        scenario.outlooks().values().stream()
                .filter(outlook ->
                        outlook.discounting() != null && outlook.discounting().name() != null)
                .forEach(outlook -> explained.add("outlooks." + outlook.id() + ".discounting."));
        scenario.interventions()
                .values()
                .forEach(intervention -> intervention.streams().stream()
                        .filter(stream -> stream.terms().source() != null
                                || stream.terms().note() != null)
                        .forEach(stream -> explained.add(intervention.path(stream) + ".")));
        List<String> unsourced = new ArrayList<>();
        scenario.forEachExpression((path, expression) -> {
            if (WITHOUT_FIGURES.stream().anyMatch(path::startsWith)
                    && explained.stream().noneMatch(path::startsWith)) {
                numbers(expression).stream()
                        .filter(number -> number != 0 && number != 1)
                        .forEach(number -> unsourced.add(path + ": " + number));
            }
        });
        return unsourced;
    }

    private static List<Double> numbers(Expression expression) {
        List<Double> numbers = new ArrayList<>();
        collect(expression.node(), numbers);
        return numbers;
    }

    private static void collect(Node node, List<Double> numbers) {
        if (node instanceof Node.Number number) {
            numbers.add(number.value());
        } else if (node instanceof Node.Negation negation) {
            collect(negation.operand(), numbers);
        } else if (node instanceof Node.Binary binary) {
            collect(binary.left(), numbers);
            collect(binary.right(), numbers);
        } else if (node instanceof Node.Call call) {
            call.arguments().forEach(argument -> collect(argument, numbers));
        }
    }
}
