package nl.mkba.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.scenario.Stakeholder;
import nl.mkba.scenario.Stream;
import org.jspecify.annotations.Nullable;

/** Adds streams up per stakeholder and for society. */
final class AccountCompiler {

    private final CompilationContext compilation;
    private final ProgramBuilder program;
    private final List<PlanStream> streams;
    private final Map<String, Scalar> weights;
    private final boolean balanced;
    private final Summands summands = new Summands();

    /** @param balanced whether accounts that balance but for rounding are 0 */
    AccountCompiler(CompiledStreams compiled, boolean balanced) {
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
        Scalar costs = sum(Stream.Kind.COST, stakeholder.id(), false);
        Scalar benefits = sum(Stream.Kind.EFFECT, stakeholder.id(), false);
        Scalar transfers = sum(Stream.Kind.TRANSFER, stakeholder.id(), false);
        Scalar weight = weights.getOrDefault(stakeholder.id(), program.number(1));
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
        Scalar costs = societySum(Stream.Kind.COST);
        Scalar benefits = societySum(Stream.Kind.EFFECT);
        Scalar transfers = societySum(Stream.Kind.TRANSFER);
        List<Scalar> weighted = new ArrayList<>();
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
    Scalar npv() {
        return balance(societySum(Stream.Kind.COST), societySum(Stream.Kind.EFFECT), societySum(Stream.Kind.TRANSFER));
    }

    /** Society's discounted net flows, added up from the first year to each year, each flow at its own class. */
    Vector cumulative() {
        Map<Vector, List<Vector>> flowsByFactors = new LinkedHashMap<>();
        for (PlanStream stream : streams) {
            for (PlanStream.ValueComponent part : stream.parts()) {
                Scalar share = stream.stream().kind() == Stream.Kind.COST
                        ? program.scalar(Op.NEGATE, part.societyShare())
                        : part.societyShare();
                if (!program.isConstant(share) || program.value(share) != 0) {
                    flowsByFactors
                            .computeIfAbsent(part.discountFactors(), factors -> new ArrayList<>())
                            .add(scaled(part.flow(), share));
                }
            }
        }
        List<Vector> discounted = new ArrayList<>();
        flowsByFactors.forEach((factors, flows) ->
                discounted.add(program.vector(Op.MULTIPLY_YEARS, program.vector(Op.ADD_YEARS, flows), factors)));
        return discounted.isEmpty()
                ? program.everyYear(0)
                : program.vector(Op.CUMULATE, program.vector(Op.ADD_YEARS, discounted));
    }

    private Vector scaled(Vector flow, Scalar share) {
        return program.isConstant(share) && program.value(share) == 1 ? flow : program.vector(Op.SCALE, flow, share);
    }

    /**
     * A stakeholder's net cash of every year, undiscounted.
     *
     * @param factors price factors, or null
     */
    Vector cashPerYear(String stakeholder, @Nullable Vector factors) {
        List<Vector> flows = new ArrayList<>();
        for (PlanStream stream : streams) {
            for (PlanStream.ValueComponent part : stream.parts()) {
                Scalar share = part.shares().get(stakeholder);
                if (share != null) {
                    Scalar cash = program.scalar(Op.MULTIPLY, share, part.cashable());
                    flows.add(scaled(
                            part.flow(),
                            stream.stream().kind() == Stream.Kind.COST ? program.scalar(Op.NEGATE, cash) : cash));
                }
            }
        }
        Vector net = flows.isEmpty() ? program.everyYear(0) : program.vector(Op.ADD_YEARS, flows);
        return factors == null ? net : program.vector(Op.MULTIPLY_YEARS, net, factors);
    }

    /** The costs of single years. */
    List<Scalar> costsOfYears(YearCosts asked, int firstYear, Vector inflated) {
        if (asked.years().isEmpty()) {
            return List.of();
        }
        List<Vector> flows = new ArrayList<>();
        for (PlanStream stream : streams) {
            if (stream.stream().kind() == Stream.Kind.COST) {
                for (PlanStream.ValueComponent part : stream.parts()) {
                    Scalar share = asked.stakeholder().isEmpty()
                            ? part.societyShare()
                            : part.shares().get(asked.stakeholder().get());
                    if (share != null) {
                        flows.add(program.vector(Op.SCALE, part.flow(), share));
                    }
                }
            }
        }
        Vector costs = flows.isEmpty() ? program.everyYear(0) : program.vector(Op.ADD_YEARS, flows);
        Vector priced = asked.nominal() ? program.vector(Op.MULTIPLY_YEARS, costs, inflated) : costs;
        Scalar one = program.number(1);
        return asked.years().stream()
                .map(year -> program.scalar(Op.DOT, priced, program.vector(Op.SCATTER, List.of(one), year - firstYear)))
                .toList();
    }

    private Scalar balance(Scalar costs, Scalar benefits, Scalar transfers) {
        Scalar balance = balanced && !isOneAlone(costs, benefits, transfers)
                ? program.scalar(Op.BALANCE, benefits, costs, transfers)
                : program.scalar(Op.ADD, program.scalar(Op.SUBTRACT, benefits, costs), transfers);
        Scalar one = program.number(1);
        summands.putBalance(balance, List.of(one, benefits, one, costs, one, transfers));
        return balance;
    }

    /** Whether at most one of these is anything: it is no balance. */
    private boolean isOneAlone(Scalar... sums) {
        int present = 0;
        for (Scalar sum : sums) {
            present += program.isConstant(sum) && program.value(sum) == 0 ? 0 : 1;
        }
        return present <= 1;
    }

    private Scalar sum(Stream.Kind kind, String stakeholder, boolean cash) {
        List<Scalar> pairs = new ArrayList<>();
        for (PlanStream stream : streams) {
            for (PlanStream.ValueComponent part : stream.parts()) {
                Scalar share = part.shares().get(stakeholder);
                if (stream.stream().kind() == kind && share != null) {
                    pairs.add(cash ? program.scalar(Op.MULTIPLY, share, part.cashable()) : share);
                    pairs.add(part.presentValue());
                }
            }
        }
        return sumOf(pairs);
    }

    private Scalar societySum(Stream.Kind kind) {
        List<Scalar> pairs = new ArrayList<>();
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

    private Scalar sumOf(List<Scalar> pairs) {
        Scalar sum = program.scalar(Op.SUM_OF_PRODUCTS, pairs);
        summands.put(sum, pairs);
        return sum;
    }
}
