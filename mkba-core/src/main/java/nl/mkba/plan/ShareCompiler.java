package nl.mkba.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.expression.Expression;
import nl.mkba.problem.ProblemCode;
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
        for (Stakeholder party : stakeholders.values()) {
            weights.put(party.id(), compilation.expression(party.weight(), "stakeholders." + party.id() + ".weight"));
        }
    }

    /** The distributional weights of the parties, by id. */
    Map<String, Integer> weights() {
        return weights;
    }

    /** Each party's share, checked to add up to 1 and scaled to it. */
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

    /** Society's part: of the parties that count. */
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

    boolean counts(String party) {
        Stakeholder stakeholder = stakeholders.get(party);
        return stakeholder == null || stakeholder.counts();
    }
}
