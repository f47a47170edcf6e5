package nl.mkba.engine.plan;

import java.util.List;
import java.util.Map;
import nl.mkba.expression.Expression;
import nl.mkba.scenario.OptimismBias;
import nl.mkba.scenario.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles the correction of amounts for weak evidence: always against the project, whatever the amount's sign. */
final class BiasCompiler {

    private final CompilationContext compilation;
    private final ProgramBuilder program;
    private final @Nullable Map<String, OptimismBias> grades;

    BiasCompiler(CompilationContext compilation) {
        this.compilation = compilation;
        this.program = compilation.program();
        this.grades = compilation.compiled().optimismBias();
        if (grades != null) {
            for (Map.Entry<String, OptimismBias> grade : grades.entrySet()) {
                costs(grade.getKey(), grade.getValue());
                effects(grade.getKey(), grade.getValue());
            }
        }
    }

    private Scalar costs(String grade, OptimismBias bias) {
        return compilation.bounded(bias.costs(), Bound.NOT_NEGATIVE, "optimism_bias." + grade + ".costs");
    }

    private Scalar effects(String grade, OptimismBias bias) {
        return compilation.bounded(bias.effects(), Bound.MINUS_ONE_TO_ZERO, "optimism_bias." + grade + ".effects");
    }

    /** A cost: {@code 1 + costs} times as much; a negative one {@code 1 − costs} times. */
    Scalar cost(Scalar amount, Stream.Terms terms, List<PlanStream.Factor> factors) {
        OptimismBias bias = bias(terms);
        return bias == null
                ? amount
                : corrected(amount, amount, costs(grade(terms), bias), bias.costs(), terms, factors);
    }

    /**
     * An effect: {@code 1 + effects} times as much; a loss {@code 1 − effects} times.
     *
     * @param signed the amount whose sign decides
     */
    Scalar effect(Scalar amount, Scalar signed, Stream.Terms terms, List<PlanStream.Factor> factors) {
        OptimismBias bias = bias(terms);
        return bias == null
                ? amount
                : corrected(amount, signed, effects(grade(terms), bias), bias.effects(), terms, factors);
    }

    private Scalar corrected(
            Scalar amount,
            Scalar signed,
            Scalar correction,
            Expression written,
            Stream.Terms terms,
            List<PlanStream.Factor> factors) {
        if (correction == program.number(0)) {
            return amount;
        }
        Scalar factor = program.scalar(Op.AGAINST, signed, correction);
        factors.add(
                new PlanStream.Factor("evidence", grade(terms) + ": " + written.text(), written.references(), factor));
        return program.scalar(Op.MULTIPLY, amount, factor);
    }

    private static String grade(Stream.Terms terms) {
        String grade = terms.evidence();
        return grade == null ? "" : grade;
    }

    private @Nullable OptimismBias bias(Stream.Terms terms) {
        return grades == null || terms.evidence() == null ? null : grades.get(terms.evidence());
    }
}
