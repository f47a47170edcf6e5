package nl.mkba.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Shares;
import nl.mkba.scenario.Stakeholder;

/** Compiles who bears an amount. */
final class ShareCompiler {

    private final Compilation compilation;
    private final ProgramBuilder program;
    private final Map<String, Stakeholder> stakeholders;

    ShareCompiler(Compilation compilation) {
        this.compilation = compilation;
        this.program = compilation.program();
        this.stakeholders = compilation.compiled().scenario().stakeholders();
    }

    /** Each party's share, checked to add up to 1 and scaled to it. */
    Map<String, Integer> compile(Shares shares, String path) {
        Map<String, Integer> registers = new LinkedHashMap<>();
        shares.byStakeholder()
                .forEach((party, share) -> registers.put(party, compilation.fraction(share, path + "." + party)));
        if (registers.isEmpty()) {
            return registers;
        }
        int[] operands = registers.values().stream().mapToInt(Integer::intValue).toArray();
        program.emit(Op.CHECK_SUM, operands, new int[] {
            compilation.check(ProblemCode.SHARES_DO_NOT_ADD_UP, path, Check.VALUE)
        });
        int sum = operands[0];
        for (int i = 1; i < operands.length; i++) {
            sum = program.emit(Op.ADD, sum, operands[i]);
        }
        int total = sum;
        registers.replaceAll((party, share) -> program.emit(Op.DIVIDE, share, total));
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
