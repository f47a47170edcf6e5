package nl.mkba.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.scenario.Stakeholder;
import nl.mkba.scenario.Stream;

/** Adds streams up per stakeholder and for society. */
final class AccountCompiler {

    private final CompilationContext compilation;
    private final ProgramBuilder program;
    private final List<PlanStream> streams;
    private final Map<String, Integer> weights;
    private final boolean balanced;
    private final Summands summands = new Summands();

    /** @param balanced whether accounts that balance but for rounding are 0 */
    AccountCompiler(StreamCompiler compiled, boolean balanced) {
        this.balanced = balanced;
        this.compilation = compiled.compilation();
        this.program = compilation.program();
        this.streams = compiled.streams();
        this.weights = compiled.weights();
    }

    /** What the sums that were made are made of. */
    Summands summands() {
        return summands;
    }

    /** The accounts of all stakeholders, by id. */
    Map<String, Plan.Account> stakeholders() {
        Map<String, Plan.Account> accounts = new LinkedHashMap<>();
        for (Stakeholder stakeholder :
                compilation.compiled().scenario().stakeholders().values()) {
            accounts.put(stakeholder.id(), account(stakeholder));
        }
        return accounts;
    }

    private Plan.Account account(Stakeholder stakeholder) {
        int costs = sum(Stream.Kind.COST, stakeholder.id(), false);
        int benefits = sum(Stream.Kind.EFFECT, stakeholder.id(), false);
        int transfers = sum(Stream.Kind.TRANSFER, stakeholder.id(), false);
        int weight = weights.getOrDefault(stakeholder.id(), program.number(1));
        return new Plan.Account(
                costs,
                benefits,
                transfers,
                balance(costs, benefits, transfers),
                balance(
                        sum(Stream.Kind.COST, stakeholder.id(), true),
                        sum(Stream.Kind.EFFECT, stakeholder.id(), true),
                        sum(Stream.Kind.TRANSFER, stakeholder.id(), true)),
                weight);
    }

    /** Society's account. */
    Plan.Society society(Map<String, Plan.Account> stakeholders) {
        int costs = societySum(Stream.Kind.COST);
        int benefits = societySum(Stream.Kind.EFFECT);
        int transfers = societySum(Stream.Kind.TRANSFER);
        List<Integer> weighted = new ArrayList<>();
        for (Stakeholder stakeholder :
                compilation.compiled().scenario().stakeholders().values()) {
            Plan.Account account = stakeholders.get(stakeholder.id());
            if (stakeholder.counts() && account != null) {
                weighted.add(account.weight());
                weighted.add(account.net());
            }
        }
        return new Plan.Society(costs, benefits, transfers, balance(costs, benefits, transfers), sumOf(weighted));
    }

    /** Society's net present value alone. */
    int npv() {
        return balance(societySum(Stream.Kind.COST), societySum(Stream.Kind.EFFECT), societySum(Stream.Kind.TRANSFER));
    }

    /** Society's discounted net flows, added up from the first year to each year, each flow at its own class. */
    int cumulative() {
        Map<Integer, List<Integer>> flowsByFactors = new LinkedHashMap<>();
        for (PlanStream stream : streams) {
            for (PlanStream.ValueComponent part : stream.parts()) {
                int share = stream.stream().kind() == Stream.Kind.COST
                        ? program.emit(Op.NEGATE, part.societyShare())
                        : part.societyShare();
                if (!program.isConstant(share) || program.value(share) != 0) {
                    flowsByFactors
                            .computeIfAbsent(part.discountFactors(), factors -> new ArrayList<>())
                            .add(scaled(part.flow(), share));
                }
            }
        }
        List<Integer> discounted = new ArrayList<>();
        flowsByFactors.forEach((factors, flows) ->
                discounted.add(program.emit(Op.MULTIPLY_YEARS, program.emit(Op.ADD_YEARS, flows, List.of()), factors)));
        return discounted.isEmpty()
                ? program.everyYear(0)
                : program.emit(Op.CUMULATE, program.emit(Op.ADD_YEARS, discounted, List.of()));
    }

    private int scaled(int flow, int share) {
        return program.isConstant(share) && program.value(share) == 1 ? flow : program.emit(Op.SCALE, flow, share);
    }

    /**
     * A stakeholder's net cash of every year, undiscounted.
     *
     * @param factors vector of price factors, or {@link Plan#NONE}
     */
    int cashPerYear(String stakeholder, int factors) {
        List<Integer> flows = new ArrayList<>();
        for (PlanStream stream : streams) {
            for (PlanStream.ValueComponent part : stream.parts()) {
                Integer share = part.shares().get(stakeholder);
                if (share != null) {
                    int cash = program.emit(Op.MULTIPLY, share, part.cashable());
                    flows.add(scaled(
                            part.flow(),
                            stream.stream().kind() == Stream.Kind.COST ? program.emit(Op.NEGATE, cash) : cash));
                }
            }
        }
        int net = flows.isEmpty() ? program.everyYear(0) : program.emit(Op.ADD_YEARS, flows, List.of());
        return factors == Plan.NONE ? net : program.emit(Op.MULTIPLY_YEARS, net, factors);
    }

    /** Scalars of the costs of single years. */
    int[] costsOfYears(YearCosts asked, int firstYear, int inflated) {
        if (asked.years().isEmpty()) {
            return new int[0];
        }
        List<Integer> flows = new ArrayList<>();
        for (PlanStream stream : streams) {
            if (stream.stream().kind() == Stream.Kind.COST) {
                for (PlanStream.ValueComponent part : stream.parts()) {
                    Integer share = asked.stakeholder().isEmpty()
                            ? Integer.valueOf(part.societyShare())
                            : part.shares().get(asked.stakeholder().get());
                    if (share != null) {
                        flows.add(program.emit(Op.SCALE, part.flow(), share));
                    }
                }
            }
        }
        int costs = flows.isEmpty() ? program.everyYear(0) : program.emit(Op.ADD_YEARS, flows, List.of());
        int priced = asked.nominal() ? program.emit(Op.MULTIPLY_YEARS, costs, inflated) : costs;
        int one = program.number(1);
        return asked.years().stream()
                .mapToInt(year -> program.emit(
                        Op.DOT, priced, program.emit(Op.SCATTER, new int[] {one}, new int[] {year - firstYear})))
                .toArray();
    }

    private int balance(int costs, int benefits, int transfers) {
        int balance = balanced
                ? program.emit(Op.BALANCE, benefits, costs, transfers)
                : program.emit(Op.ADD, program.emit(Op.SUBTRACT, benefits, costs), transfers);
        int one = program.number(1);
        summands.putBalance(balance, List.of(one, benefits, one, costs, one, transfers));
        return balance;
    }

    private int sum(Stream.Kind kind, String stakeholder, boolean cash) {
        List<Integer> pairs = new ArrayList<>();
        for (PlanStream stream : streams) {
            for (PlanStream.ValueComponent part : stream.parts()) {
                Integer share = part.shares().get(stakeholder);
                if (stream.stream().kind() == kind && share != null) {
                    pairs.add(cash ? program.emit(Op.MULTIPLY, share, part.cashable()) : share);
                    pairs.add(part.presentValue());
                }
            }
        }
        return sumOf(pairs);
    }

    private int societySum(Stream.Kind kind) {
        List<Integer> pairs = new ArrayList<>();
        for (PlanStream stream : streams) {
            if (stream.stream().kind() == kind) {
                for (PlanStream.ValueComponent part : stream.parts()) {
                    pairs.add(part.societyShare());
                    pairs.add(part.presentValue());
                }
            }
        }
        return sumOf(pairs);
    }

    private int sumOf(List<Integer> pairs) {
        int sum = program.emit(Op.SUM_OF_PRODUCTS, pairs, List.of());
        summands.put(sum, pairs);
        return sum;
    }
}
