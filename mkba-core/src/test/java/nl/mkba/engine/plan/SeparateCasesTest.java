package nl.mkba.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import nl.mkba.uncertainty.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SeparateCasesTest {

    private static final List<Integer> CASES = IntStream.range(0, 99).boxed().toList();

    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void resultsAndWarningsHaveTheOrderOfTheCasesAndEachWarningIsToldOnce() {
        BiFunction<Integer, Problems, Integer> work = (number, problems) -> {
            problems.add(ProblemCode.MUCH_AFTER_HORIZON, "effects.e" + number % 3 + ".when", "50", "2030");
            return number * number;
        };
        Problems problems = new Problems();
        assertThat(SeparateCases.each(CASES, problems, Workers.on(threads, 4), work))
                .isEqualTo(CASES.stream().map(number -> number * number).toList());
        assertThat(problems.all())
                .extracting(Problem::path)
                .containsExactly("effects.e0.when", "effects.e1.when", "effects.e2.when");
    }

    /** Case 3 has an error at a place; from there on what is wrong below it is a consequence, as one after the other. */
    @Test
    void whatFollowsFromAnErrorInAnEarlierCaseIsLeftOut() {
        BiFunction<Integer, Problems, Integer> work = (number, problems) -> {
            if (number == 3) {
                problems.add(ProblemCode.NOT_FINITE, "parameters.p", "1 / 0");
            }
            problems.add(ProblemCode.NOT_FINITE, "parameters.p.case" + number, "1 / 0");
            return number;
        };
        Problems problems = new Problems();
        assertThat(SeparateCases.each(CASES, problems, Workers.on(threads, 4), work))
                .isEqualTo(CASES);
        assertThat(problems.all())
                .extracting(Problem::path)
                .containsExactly("parameters.p.case0", "parameters.p.case1", "parameters.p.case2", "parameters.p");
    }

    @Test
    void whatWasWrongBeforeIsKnownInEveryCase() {
        Problems problems = new Problems();
        problems.silence("effects.e");
        SeparateCases.each(CASES, problems, Workers.on(threads, 4), (number, found) -> {
            found.add(ProblemCode.NOT_FINITE, "effects.e.value", "1 / 0");
            found.add(ProblemCode.MUCH_AFTER_HORIZON, "effects.e" + number + ".when", "50", "2030");
            return number;
        });
        assertThat(problems.hasErrors()).isFalse();
        assertThat(problems.all()).hasSize(CASES.size());
    }
}
