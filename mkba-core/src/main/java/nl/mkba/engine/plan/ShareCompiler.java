package nl.mkba.engine.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.expression.Expression;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.IncomeWeights;
import nl.mkba.scenario.Shares;
import nl.mkba.scenario.Stakeholder;

/** Compiles who bears an amount. */
final class ShareCompiler {

    private final CompilationContext compilation;
    private final ProgramBuilder program;
    private final Map<String, Stakeholder> stakeholders;
    private final Map<String, Integer> weights = new LinkedHashMap<>();

    ShareCompiler(CompilationContext compilation) {
        this.compilation = compilation;
        this.program = compilation.program();
        this.stakeholders = compilation.compiled().scenario().stakeholders();
        IncomeWeights incomeWeights = compilation.compiled().scenario().incomeWeights();
        int reference = -1;
        int elasticity = -1;
        if (incomeWeights != null) {
            reference = compilation.bounded(incomeWeights.reference(), Bound.POSITIVE, "income_weights.reference");
            elasticity =
                    compilation.bounded(incomeWeights.elasticity(), Bound.NOT_NEGATIVE, "income_weights.elasticity");
        }
        for (Stakeholder stakeholder : stakeholders.values()) {
            String path = "stakeholders." + stakeholder.id();
            int weight = compilation.expression(stakeholder.weight(), path + ".weight");
            if (stakeholder.income() != null) {
                int income = compilation.bounded(stakeholder.income(), Bound.POSITIVE, path + ".income");
                weight = incomeWeights == null ? weight : weight(reference, income, elasticity, path, stakeholder.id());
            }
            weights.put(stakeholder.id(), weight);
        }
    }

    /** {@code (reference / income)^elasticity}; one that is too large for a number is refused, and so is one that is too small. */
    private int weight(int reference, int income, int elasticity, String path, String id) {
        int weight = program.emit(Op.POW, program.emit(Op.DIVIDE, reference, income), elasticity);
        boolean wasReported = compilation.isPoisoned(reference)
                || compilation.isPoisoned(income)
                || compilation.isPoisoned(elasticity);
        if (wasReported) {
            return program.number(Double.NaN);
        }
        int finite = compilation.finite(weight, ProblemCode.OVERFLOW, path + ".income", "weight", id);
        return compilation.isPoisoned(finite)
                ? finite
                : compilation.normal(finite, ProblemCode.UNDERFLOW, path + ".income", "weight", id);
    }

    /** The distributional weights of the stakeholders, by id. */
    Map<String, Integer> weights() {
        return weights;
    }

    /** Each stakeholder's share, checked to add up to 1 and scaled to it. */
    Map<String, Integer> compile(Shares shares, String path) {
        Map<String, Integer> registers = new LinkedHashMap<>();
        for (Map.Entry<String, Expression> share : shares.byStakeholder().entrySet()) {
            registers.put(share.getKey(), compilation.fraction(share.getValue(), path + "." + share.getKey()));
        }
        List<Integer> operands = List.copyOf(registers.values());
        boolean allToOne = operands.size() == 1 && operands.get(0) == program.number(1);
        if (registers.isEmpty() || allToOne) {
            return registers;
        }
        program.emit(
                Op.CHECK_SUM,
                operands,
                List.of(compilation.check(ProblemCode.SHARES_DO_NOT_ADD_UP, path, Check.VALUE)));
        int sum = operands.get(0);
        for (int operand : operands.subList(1, operands.size())) {
            sum = program.emit(Op.ADD, sum, operand);
        }
        for (Map.Entry<String, Integer> share : registers.entrySet()) {
            share.setValue(program.emit(Op.DIVIDE, share.getValue(), sum));
        }
        return registers;
    }

    /** Society's part: of the stakeholders that count. */
    int society(Map<String, Integer> shares) {
        int sum = -1;
        boolean all = true;
        for (Map.Entry<String, Integer> share : shares.entrySet()) {
            if (counts(share.getKey())) {
                sum = sum < 0 ? share.getValue() : program.emit(Op.ADD, sum, share.getValue());
            } else {
                all = false;
            }
        }
        if (all && !shares.isEmpty()) {
            return program.number(1);
        }
        return sum < 0 ? program.number(shares.isEmpty() ? Double.NaN : 0) : sum;
    }

    boolean counts(String id) {
        Stakeholder stakeholder = stakeholders.get(id);
        return stakeholder == null || stakeholder.counts();
    }
}
