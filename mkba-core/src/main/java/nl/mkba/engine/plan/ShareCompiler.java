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
    private final Map<String, Scalar> weights = new LinkedHashMap<>();

    ShareCompiler(CompilationContext compilation) {
        this.compilation = compilation;
        this.program = compilation.program();
        this.stakeholders = compilation.compiled().scenario().stakeholders();
        IncomeWeights incomeWeights = compilation.compiled().scenario().incomeWeights();
        Rule rule = incomeWeights == null ? null : rule(incomeWeights);
        for (Stakeholder stakeholder : stakeholders.values()) {
            String path = "stakeholders." + stakeholder.id();
            Scalar weight = compilation.expression(stakeholder.weight(), path + ".weight");
            if (stakeholder.income() != null) {
                Scalar income = compilation.bounded(stakeholder.income(), Bound.POSITIVE, path + ".income");
                weight = rule == null ? weight : weight(rule, income, path, stakeholder.id());
            }
            weights.put(stakeholder.id(), weight);
        }
    }

    /** How weights follow from incomes. */
    private record Rule(Scalar reference, Scalar elasticity) {}

    private Rule rule(IncomeWeights written) {
        return new Rule(
                compilation.bounded(written.reference(), Bound.POSITIVE, "income_weights.reference"),
                compilation.bounded(written.elasticity(), Bound.NOT_NEGATIVE, "income_weights.elasticity"));
    }

    /** {@code (reference / income)^elasticity}; one that is too large for a number is refused, and so is one that is too small. */
    private Scalar weight(Rule rule, Scalar income, String path, String id) {
        Scalar weight = program.scalar(Op.POW, program.scalar(Op.DIVIDE, rule.reference(), income), rule.elasticity());
        boolean wasReported = compilation.isPoisoned(rule.reference())
                || compilation.isPoisoned(income)
                || compilation.isPoisoned(rule.elasticity());
        if (wasReported) {
            return program.number(Double.NaN);
        }
        Scalar finite = compilation.finite(weight, ProblemCode.OVERFLOW, path + ".income", "weight", id);
        return compilation.isPoisoned(finite)
                ? finite
                : compilation.normal(finite, ProblemCode.UNDERFLOW, path + ".income", "weight", id);
    }

    /** The distributional weights of the stakeholders, by id. */
    Map<String, Scalar> weights() {
        return weights;
    }

    /** Each stakeholder's share, checked to add up to 1 and scaled to it. */
    Map<String, Scalar> compile(Shares shares, String path) {
        Map<String, Scalar> registers = new LinkedHashMap<>();
        for (Map.Entry<String, Expression> share : shares.byStakeholder().entrySet()) {
            registers.put(share.getKey(), compilation.fraction(share.getValue(), path + "." + share.getKey()));
        }
        List<Scalar> operands = List.copyOf(registers.values());
        boolean allToOne = operands.size() == 1 && operands.get(0) == program.number(1);
        if (registers.isEmpty() || allToOne) {
            return registers;
        }
        program.check(Op.CHECK_SUM, compilation.check(ProblemCode.SHARES_DO_NOT_ADD_UP, path, Check.VALUE), operands);
        Scalar sum = operands.get(0);
        for (Scalar operand : operands.subList(1, operands.size())) {
            sum = program.scalar(Op.ADD, sum, operand);
        }
        for (Map.Entry<String, Scalar> share : registers.entrySet()) {
            share.setValue(program.scalar(Op.DIVIDE, share.getValue(), sum));
        }
        return registers;
    }

    /** Society's part: of the stakeholders that count. */
    Scalar society(Map<String, Scalar> shares) {
        Scalar sum = null;
        boolean all = true;
        for (Map.Entry<String, Scalar> share : shares.entrySet()) {
            if (counts(share.getKey())) {
                sum = sum == null ? share.getValue() : program.scalar(Op.ADD, sum, share.getValue());
            } else {
                all = false;
            }
        }
        if (all && !shares.isEmpty()) {
            return program.number(1);
        }
        return sum == null ? program.number(shares.isEmpty() ? Double.NaN : 0) : sum;
    }

    boolean counts(String id) {
        Stakeholder stakeholder = stakeholders.get(id);
        return stakeholder == null || stakeholder.counts();
    }
}
