package nl.mkba.engine.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import nl.mkba.engine.time.TimeFrame;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Stream;

/**
 * A case compiled once, to be evaluated many times: a program, and where in its registers the results are. Immutable and
 * safe for any number of threads. Without inputs everything is calculated already, and {@link #value} and {@link #years}
 * give the central estimate.
 */
public final class Plan {

    private final CompilationContext compilation;
    private final TimeFrame frame;
    private final ProgramBuilder registers;
    private final RegisterValues values;
    private final Map<String, Scalar> parameters;
    private final List<PlanStream> streams;
    private final Map<String, Vector> participants;
    private final Map<String, Account> stakeholders;
    private final Society society;
    private final List<Scalar> grossToNet;
    private final Vector discountFactors;
    private final Scalar annuityWithin;
    private final Scalar annuityBeyond;
    private final Map<String, Scalar> unitTotals;
    private final Vector inflated;
    private final Scalar gains;
    private final List<Scalar> yearCosts;
    private final Summands summands;
    private final Map<Scalar, Scalar> sizes;

    /** How sums are told from rounding. */
    private enum Sums {
        /** As they are: whoever reads them measures them, and a search for a zero goes by what they are beside it. */
        PLAIN,
        /** Costs, benefits and transfers that balance are 0: nobody measures every draw. */
        BALANCED,
        /** The same, and what they are made of is in registers too. */
        MEASURED,
        /** As they are, and what they are made of is in registers too. */
        PLAIN_MEASURED
    }

    /**
     * Where a stakeholder's account is.
     *
     * @param costs what it pays for interventions
     * @param benefits what it gains
     * @param transfers received − paid
     * @param net benefits − costs + transfers
     * @param cash the part of it that is cash
     * @param weight its distributional weight
     */
    public record Account(Scalar costs, Scalar benefits, Scalar transfers, Scalar net, Scalar cash, Scalar weight) {}

    /**
     * Where society's account is.
     *
     * @param costs present value of costs
     * @param benefits present value of benefits
     * @param transfers net transfers from outside society
     * @param npv net present value
     * @param weightedNpv sum of each stakeholder's net times its weight
     */
    public record Society(Scalar costs, Scalar benefits, Scalar transfers, Scalar npv, Scalar weightedNpv) {}

    Plan(CompiledStreams streams) {
        this(streams, YearCosts.NONE, Sums.PLAIN);
    }

    private Plan(CompiledStreams streams, YearCosts costs, Sums sums) {
        this.compilation = streams.compilation();
        this.frame = compilation.frame();
        this.registers = compilation.program();
        this.values = registers;
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(compilation.parameters()));
        this.streams = List.copyOf(streams.streams());
        this.participants = Map.copyOf(streams.participants());
        boolean balanced = sums == Sums.BALANCED || sums == Sums.MEASURED;
        AccountCompiler accounts = new AccountCompiler(streams, balanced);
        this.stakeholders = Collections.unmodifiableMap(accounts.stakeholders());
        this.society = accounts.society(stakeholders);
        if (!registers.isConstant(society.npv())) {
            compilation.requireFinite(society.npv(), Overflow.problem(compiled(), "npv"));
        }
        boolean isWeighted =
                stakeholders.values().stream().anyMatch(account -> account.weight() != registers.number(1));
        if (isWeighted && !registers.isConstant(society.weightedNpv())) {
            compilation.requireFinite(society.weightedNpv(), Overflow.problem(compiled(), "weighted_npv"));
        }
        this.grossToNet = streams.grossToNet().stages();
        DiscountCompiler.Schedule standard = streams.discounts().standard();
        this.discountFactors = standard.factors();
        this.annuityWithin = registers.scalar(Op.TOTAL, discountFactors);
        Scalar zero = registers.number(0);
        this.annuityBeyond = streams.prices()
                .tail(
                        new Units.Continuation(0, new Strength.Open(zero, 1, 1)),
                        new PriceCompiler.Growth(zero, zero, null),
                        standard);
        this.unitTotals = unitTotals();
        this.inflated = streams.prices().inflated();
        this.gains = balanced
                ? registers.scalar(Op.BALANCE, society.benefits(), zero, society.transfers())
                : registers.scalar(Op.ADD, society.benefits(), society.transfers());
        this.yearCosts = accounts.costsOfYears(costs, frame.firstYear(), inflated);
        this.summands = accounts.summands();
        this.sizes = emitSizes(sums);
    }

    /** The same plan with these values in its registers. */
    private Plan(Plan plan, RegisterValues values) {
        this.compilation = plan.compilation;
        this.frame = plan.frame;
        this.registers = plan.registers;
        this.values = values;
        this.parameters = plan.parameters;
        this.streams = plan.streams;
        this.participants = plan.participants;
        this.stakeholders = plan.stakeholders;
        this.society = plan.society;
        this.grossToNet = plan.grossToNet;
        this.discountFactors = plan.discountFactors;
        this.annuityWithin = plan.annuityWithin;
        this.annuityBeyond = plan.annuityBeyond;
        this.unitTotals = plan.unitTotals;
        this.inflated = plan.inflated;
        this.gains = plan.gains;
        this.yearCosts = plan.yearCosts;
        this.summands = plan.summands;
        this.sizes = plan.sizes;
    }

    /** The same plan, read as if what these registers hold were its central estimate. */
    Plan reading(RegisterValues evaluated) {
        return new Plan(this, evaluated);
    }

    private Map<Scalar, Scalar> emitSizes(Sums sums) {
        Map<Scalar, Scalar> emitted = new LinkedHashMap<>();
        List<Scalar> measured = new ArrayList<>();
        if (sums == Sums.MEASURED || sums == Sums.PLAIN_MEASURED) {
            measured.add(society.costs());
            measured.add(society.benefits());
            stakeholders.values().forEach(account -> measured.add(account.net()));
        }
        if (sums == Sums.PLAIN_MEASURED) {
            measured.add(society.npv());
        }
        for (Scalar sum : measured) {
            if (summands.isSum(sum)) {
                emitted.put(sum, summands.emitSize(sum, registers));
            }
        }
        return emitted;
    }

    /** {@return the scalar of the absolute nets that the weighted net present value is made of, each times its weight, added up} */
    public Scalar weightedSize() {
        List<Scalar> products = new ArrayList<>();
        compiled().scenario().stakeholders().forEach((id, stakeholder) -> {
            Account account = stakeholders.get(id);
            if (stakeholder.counts() && account != null) {
                products.add(registers.scalar(Op.ABS, account.weight()));
                products.add(registers.scalar(Op.ABS, account.net()));
            }
        });
        return registers.scalar(Op.SUM_OF_PRODUCTS, products);
    }

    private Map<String, Scalar> unitTotals() {
        Map<String, Scalar> totals = new LinkedHashMap<>();
        for (PlanStream stream : streams) {
            if (stream.units() != null) {
                totals.put(stream.id(), registers.scalar(Op.TOTAL, stream.units()));
            }
        }
        return Collections.unmodifiableMap(totals);
    }

    /**
     * {@return a plan whose inputs are the values, as written, of these parameters}
     *
     * @param theCase an alternative, in an outlook or without
     * @param inputs ids of the parameters whose values are given with each evaluation
     */
    public static Plan of(Case theCase, Set<String> inputs) {
        Problems problems = new Problems();
        return of(StreamCompiler.compile(compilation(theCase, inputs, problems)), YearCosts.NONE, Sums.PLAIN, problems);
    }

    /**
     * {@return the same for draws: costs, benefits and transfers of an account that balance but for {@link Rounding rounding} are 0 in
     * each of them}
     *
     * @param theCase an alternative, in an outlook or without
     * @param inputs ids of the parameters whose values are given with each evaluation
     */
    public static Plan ofDraws(Case theCase, Set<String> inputs) {
        Problems problems = new Problems();
        return of(
                StreamCompiler.compile(compilation(theCase, inputs, problems)),
                YearCosts.NONE,
                Sums.BALANCED,
                problems);
    }

    /**
     * {@return the same for rows of a table, which also gives costs of single years, and what the costs and benefits of a row are made of}
     *
     * @param theCase an alternative, in an outlook or without
     * @param inputs ids of the parameters whose values are given with each evaluation
     * @param costs which costs of which years
     */
    public static Plan ofRows(Case theCase, Set<String> inputs, YearCosts costs) {
        Problems problems = new Problems();
        return of(StreamCompiler.compile(compilation(theCase, inputs, problems)), costs, Sums.MEASURED, problems);
    }

    /**
     * {@return a plan in which what the accounts are made of is calculated too, so that whoever carries it out elsewhere can tell
     * rounding from 0}
     *
     * @param theCase an alternative, in an outlook or without
     * @param inputs ids of the parameters whose values are given with each evaluation
     */
    public static Plan ofSized(Case theCase, Set<String> inputs) {
        Problems problems = new Problems();
        return of(
                StreamCompiler.compile(compilation(theCase, inputs, problems)),
                YearCosts.NONE,
                Sums.PLAIN_MEASURED,
                problems);
    }

    /**
     * {@return a plan for every part of a package of interventions: as {@link #of}, and whether each intervention is carried
     * out is an input too} With all of them it gives the same bits as the plan of the case, with some the same as the plan of
     * {@link Case#only those}.
     *
     * @param theCase an alternative, in an outlook or without
     * @param inputs ids of the parameters whose values are given with each evaluation
     */
    public static Plan inParts(Case theCase, Set<String> inputs) {
        Problems problems = new Problems();
        return of(
                StreamCompiler.compile(compilation(theCase, inputs, problems).inParts()),
                YearCosts.NONE,
                Sums.BALANCED,
                problems);
    }

    /**
     * {@return an evaluator that gives one stakeholder's net cash of every year: see {@link Evaluator.DrawBlock#copyYear}; of
     * values in which nothing is refused} Each is times the factor from prices of the price level to those of the year, if it
     * is nominal.
     *
     * @param theCase an alternative, in an outlook or without
     * @param inputs ids of the parameters whose values are given with each evaluation
     * @param stakeholder the stakeholder's id
     * @param nominal whether in prices of each year, rather than of the price level
     */
    public static Evaluator budgetEvaluator(Case theCase, Set<String> inputs, String stakeholder, boolean nominal) {
        Problems problems = new Problems();
        CompiledStreams streams = StreamCompiler.compile(compilation(theCase, inputs, problems));
        Vector net = new AccountCompiler(streams, false)
                .cashPerYear(stakeholder, nominal ? streams.prices().inflated() : null);
        problems.throwIfErrors();
        return new Evaluator(streams.compilation(), net);
    }

    /**
     * {@return an evaluator that gives society's cumulative discounted net of every year: see {@link
     * Evaluator.DrawBlock#copyYear}; of values in which nothing is refused}
     *
     * @param theCase an alternative, in an outlook or without
     * @param inputs ids of the parameters whose values are given with each evaluation
     */
    public static Evaluator balanceEvaluator(Case theCase, Set<String> inputs) {
        Problems problems = new Problems();
        CompiledStreams streams = StreamCompiler.compile(compilation(theCase, inputs, problems));
        Vector cumulative = new AccountCompiler(streams, false).cumulative();
        problems.throwIfErrors();
        return new Evaluator(streams.compilation(), cumulative);
    }

    private static CompilationContext compilation(Case theCase, Set<String> inputs, Problems problems) {
        TimeFrame frame = theCase.timeFrame();
        return new CompilationContext(theCase, frame, frame.lastYear(), inputs, problems);
    }

    private static Plan of(CompiledStreams streams, YearCosts costs, Sums sums, Problems problems) {
        Plan plan = new Plan(streams, costs, sums);
        problems.throwIfErrors();
        return plan;
    }

    /** The whole program, every register of which can be read. */
    Program wholeProgram() {
        return registers.buildWhole();
    }

    /** What its parts were compiled in. */
    CompilationContext compilation() {
        return compilation;
    }

    /** {@return the case it was compiled from} */
    public Case compiled() {
        return compilation.compiled();
    }

    /** {@return the years counted} */
    public TimeFrame frame() {
        return frame;
    }

    /**
     * {@return a scalar of the central estimate; of an account of which {@link Rounding rounding} alone is left, 0}
     *
     * @param register of this plan
     */
    public double value(Scalar register) {
        return summands.value(register, values);
    }

    /**
     * {@return the absolute present values that an account of the central estimate is made of, added up}
     *
     * @param register of an account
     */
    public double size(Scalar register) {
        return summands.size(register, values);
    }

    /**
     * {@return what an account cannot be told from 0 below, by {@link Rounding} of what it is made of in the central estimate} 0 where
     * its amounts do not cancel out in ways that an evaluation does not see: costs, benefits and transfers that balance, it does.
     *
     * @param register of an account
     */
    public double rounding(Scalar register) {
        return summands.mayLeaveRounding(register, values) ? Rounding.of(size(register)) : 0;
    }

    /**
     * {@return a vector of the central estimate, year by year}
     *
     * @param register of this plan
     */
    public double[] years(Vector register) {
        return values.years(register);
    }

    /** {@return the registers of all parameters, by id} */
    public Map<String, Scalar> parameters() {
        return parameters;
    }

    /** {@return the streams of the case, in the scenario's order} */
    public List<PlanStream> streams() {
        return streams;
    }

    /**
     * {@return the vectors of the participants who enter each year, by the id of the intervention; of those that have
     * participants}
     */
    public Map<String, Vector> participants() {
        return participants;
    }

    /**
     * {@return the scalars of the units of every effect over the horizon, by {@code INTERVENTION.EFFECT}, in the scenario's
     * order}
     */
    public Map<String, Scalar> units() {
        return unitTotals;
    }

    /** {@return the scalars of the costs of single years, in the order in which they were asked for} */
    public List<Scalar> yearCosts() {
        return yearCosts;
    }

    /** {@return the accounts of all stakeholders, by id} */
    public Map<String, Account> stakeholders() {
        return stakeholders;
    }

    /** {@return society's account} */
    public Society society() {
        return society;
    }

    /**
     * {@return the benefit-cost ratio of the central estimate: benefits and net transfers from outside per euro of costs} Empty
     * unless costs are above 0.
     */
    public OptionalDouble ratio() {
        double costs = value(society.costs());
        return costs > 0
                ? OptionalDouble.of((value(society.benefits()) + value(society.transfers())) / costs)
                : OptionalDouble.empty();
    }

    /**
     * {@return society's part of what flows after the horizon in the central estimate: part of the net present value, costs
     * below 0}
     */
    public double residualValue() {
        double residual = 0;
        double size = 0;
        for (PlanStream stream : streams) {
            int sign = stream.stream().kind() == Stream.Kind.COST ? -1 : 1;
            for (PlanStream.ValueComponent part : stream.parts()) {
                double tail = sign * (value(part.societyShare()) * value(part.tail()));
                residual += tail;
                size += Math.abs(tail);
            }
        }
        return Rounding.cleaned(residual, size);
    }

    /**
     * {@return the scalar of the absolute present values that an account is made of, added up} Of society's costs and benefits and each stakeholder's net in a plan of rows,
     * of society's costs, benefits and net and of each stakeholder's net in one that is {@link #ofSized sized}; empty for others, and
     * where it is made of one amount.
     *
     * @param sum register of an account
     */
    public Optional<Scalar> sizeRegister(Scalar sum) {
        return Optional.ofNullable(sizes.get(sum));
    }

    /** {@return the registers of society's present value of effects, gross and after each correction} */
    public List<Scalar> grossToNet() {
        return grossToNet;
    }

    /** {@return the vector of standard discount factors} */
    public Vector discountFactors() {
        return discountFactors;
    }

    /**
     * {@return the vector of what one unit of money of the price level is in prices of each year: {@code (1 + inflation)^(y −
     * price level)}}
     */
    public Vector inflated() {
        return inflated;
    }

    /** {@return the sum of the standard discount factors over the horizon} */
    public Scalar annuityWithin() {
        return annuityWithin;
    }

    /** {@return the sum of the standard discount factors after the horizon; infinite if it does not converge} */
    public Scalar annuityBeyond() {
        return annuityBeyond;
    }

    /**
     * {@return the ids of the parameters that shape the plan, because a whole number such as a year or a number of years
     * depends on them} They cannot be inputs: for another value the case is compiled again.
     */
    public Set<String> shaping() {
        return Collections.unmodifiableSet(compilation.shaping());
    }

    /** {@return an evaluator of the plan for many values of its inputs} */
    public Evaluator evaluator() {
        return evaluator(List.of());
    }

    /**
     * {@return the same, which gives more figures}
     *
     * @param further what is to be a figure too, after all others
     */
    public Evaluator evaluator(List<Scalar> further) {
        return new Evaluator(compilation, society, gains, stakeholders, further);
    }

    /**
     * {@return what is calculated, as data: to be carried out, or shown, elsewhere}
     *
     * @param figures the registers that are wanted, by name
     */
    public PlanDescription describe(Map<String, ? extends Register> figures) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        figures.forEach((name, register) -> numbers.put(name, register.number()));
        return registers
                .build(ProgramBuilder.numbersOf(List.copyOf(figures.values())))
                .describe(compilation.inputIds(), numbers);
    }
}
