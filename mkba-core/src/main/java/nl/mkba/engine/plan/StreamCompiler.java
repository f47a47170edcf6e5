package nl.mkba.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mkba.engine.time.TimeFrame;
import nl.mkba.expression.Expression;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Cost;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Shares;
import nl.mkba.scenario.Stream;
import nl.mkba.scenario.Transfer;
import org.jspecify.annotations.Nullable;

/** Compiles streams: units over the years, times an amount, priced and discounted, for the account of somebody. */
final class StreamCompiler {

    private final CompilationContext compilation;
    private final ProgramBuilder program;
    private final DiscountCompiler discounts;
    private final PriceCompiler prices;
    private final ShareCompiler shares;
    private final OutcomeCompiler outcomes;
    private final TimingCompiler timings;
    private final BiasCompiler bias;
    private final Map<String, EffectCompiler.Compiled> effects;
    private final List<PlanStream> streams = new ArrayList<>();
    private final GrossToNetCompiler grossToNet;

    /** The streams of the central estimate: every parameter at its value. Problems are added to {@code problems}. */
    static StreamCompiler central(Case theCase, Problems problems) {
        return of(theCase, Set.of(), problems);
    }

    /** The streams, with the values of some parameters as inputs. Problems are added to {@code problems}. */
    static StreamCompiler of(Case theCase, Set<String> inputs, Problems problems) {
        TimeFrame frame = theCase.timeFrame();
        return new StreamCompiler(new CompilationContext(theCase, frame, frame.lastYear(), inputs, problems));
    }

    /** The same streams over more years; runs without an end stop where the horizon ends. Problems were reported before. */
    StreamCompiler beyondHorizon(int years) {
        TimeFrame frame = compilation.frame();
        TimeFrame longer = new TimeFrame(frame.baseYear(), frame.firstYear(), years, frame.flowsAt());
        return new StreamCompiler(new CompilationContext(
                compilation.compiled(), longer, frame.lastYear(), compilation.inputs(), new Problems()));
    }

    StreamCompiler(CompilationContext compilation) {
        this.compilation = compilation;
        this.program = compilation.program();
        this.discounts = new DiscountCompiler(compilation);
        this.prices = new PriceCompiler(compilation, discounts);
        this.shares = new ShareCompiler(compilation);
        this.outcomes = new OutcomeCompiler(compilation, prices, discounts, shares);
        ProfileCompiler profiles = new ProfileCompiler(compilation);
        this.timings = new TimingCompiler(compilation, profiles);
        this.bias = new BiasCompiler(compilation);
        this.effects = new EffectCompiler(compilation, timings, outcomes, bias)
                .compile(compilation.compiled().interventions(), new InteractionCompiler(compilation, profiles));
        this.grossToNet = new GrossToNetCompiler(program);
        for (Intervention intervention : compilation.compiled().interventions()) {
            for (Stream stream : intervention.streams()) {
                compile(intervention, stream);
            }
        }
    }

    CompilationContext compilation() {
        return compilation;
    }

    /** The distributional weights of the stakeholders, by id. */
    Map<String, Integer> weights() {
        return shares.weights();
    }

    /** All streams, in the scenario's order. */
    List<PlanStream> streams() {
        return streams;
    }

    /** The standard discount factors. */
    DiscountCompiler discounts() {
        return discounts;
    }

    PriceCompiler prices() {
        return prices;
    }

    GrossToNetCompiler grossToNet() {
        return grossToNet;
    }

    private void compile(Intervention intervention, Stream stream) {
        String path = intervention.path(stream);
        if (stream instanceof Cost cost) {
            TimingCompiler.Timing timing = timings.timing(intervention, cost.terms(), path);
            add(intervention, stream, timing.span(), List.of(cost(intervention, cost, timing, path)));
        } else if (stream instanceof Effect effect) {
            EffectCompiler.Compiled compiled = compiled(path);
            PlanStream.Span span = compiled.timing().span();
            if (effect instanceof Effect.Reduction reduction) {
                List<PlanStream.ValueComponent> parts = reduction(reduction, compiled, path);
                streams.add(new PlanStream(
                        intervention, stream, span, parts, taken(reduction, compiled), units(compiled.units())));
            } else {
                List<PlanStream.ValueComponent> parts = List.of(valued((Effect.Valued) effect, compiled, path));
                streams.add(new PlanStream(intervention, stream, span, parts, null, units(compiled.units())));
            }
        } else if (stream instanceof Transfer transfer) {
            if (transfer.amount() instanceof Stream.Amount.PerUnitOf follower) {
                PlanStream.ValueComponent part = follower(intervention, transfer, follower, path);
                // When it flows is the effect's affair, of which it is said there.
                add(intervention, stream, new PlanStream.Span(0, PlanStream.Span.ENDLESS), List.of(part));
            } else {
                TimingCompiler.Timing timing = timings.timing(intervention, transfer.terms(), path);
                add(intervention, stream, timing.span(), List.of(transfer(intervention, transfer, timing, path)));
            }
        }
    }

    private void add(
            Intervention intervention, Stream stream, PlanStream.Span span, List<PlanStream.ValueComponent> parts) {
        streams.add(new PlanStream(intervention, stream, span, parts, null, PlanStream.NO_UNITS));
    }

    private int units(Units units) {
        return program.emit(Op.SCALE, units.time(), units.scalar());
    }

    /** The participants who enter each intervention each year, by its id; of those that have participants. */
    Map<String, Integer> participants() {
        return timings.participants();
    }

    private PlanStream.Taken taken(Effect.Reduction effect, EffectCompiler.Compiled compiled) {
        return new PlanStream.Taken(
                compiled.own().factors(),
                outcomes.baseline(effect.outcome()),
                compiled.reduction(),
                outcomes.together(effect.outcome()));
    }

    private PlanStream.ValueComponent cost(
            Intervention intervention, Cost cost, TimingCompiler.Timing timing, String path) {
        List<PlanStream.Factor> factors = new ArrayList<>();
        int amount = amount(cost.amount(), timing, path, factors);
        amount = compilation.ifCarriedOut(intervention, bias.cost(amount, cost.terms(), factors));
        return part(own(timing, factors), amount, cost.terms(), path, bearers(cost.paidBy(), path + ".paid_by"), 1);
    }

    private PlanStream.ValueComponent transfer(
            Intervention intervention, Transfer transfer, TimingCompiler.Timing timing, String path) {
        List<PlanStream.Factor> factors = new ArrayList<>();
        int amount = compilation.ifCarriedOut(intervention, amount(transfer.amount(), timing, path, factors));
        return part(own(timing, factors), amount, transfer.terms(), path, transferStakeholders(transfer), 1);
    }

    private PlanStream.ValueComponent follower(
            Intervention intervention, Transfer transfer, Stream.Amount.PerUnitOf follower, String path) {
        List<PlanStream.Factor> factors = new ArrayList<>();
        int each = factor("amount", follower.amount(), path + ".amount", factors);
        Units units = followed(intervention, follower.effect());
        factors.addAll(units.factors());
        int amount = program.emit(Op.MULTIPLY, each, units.scalar());
        return part(units.with(factors), amount, transfer.terms(), path, transferStakeholders(transfer), 1);
    }

    /** The units of an effect; of none, where an unknown effect was reported. */
    private Units followed(Intervention intervention, String effectId) {
        for (Effect effect : intervention.effects()) {
            if (effect.id().equals(effectId)) {
                return compiled(intervention.path(effect)).units();
            }
        }
        int never = program.everyYear(0);
        return new Units(List.of(), program.number(Double.NaN), -1, never, -1, never, null);
    }

    private EffectCompiler.Compiled compiled(String path) {
        EffectCompiler.Compiled compiled = effects.get(path);
        if (compiled == null) {
            throw new IllegalStateException("The effect (" + path + ") was not compiled");
        }
        return compiled;
    }

    private PlanStream.ValueComponent valued(Effect.Valued effect, EffectCompiler.Compiled compiled, String path) {
        List<PlanStream.Factor> factors = new ArrayList<>();
        factors.add(compiled.units().factors().get(0));
        int value = factor("value", effect.value(), path + ".value", factors);
        factors.addAll(
                compiled.units().factors().subList(1, compiled.units().factors().size()));
        int amount = program.emit(Op.MULTIPLY, compiled.units().scalar(), value);
        PlanStream.ValueComponent part = part(
                compiled.units().with(factors),
                amount,
                effect.terms(),
                path,
                bearers(effect.accruesTo(), path + ".accrues_to"),
                0);
        PriceCompiler.Growth growth =
                prices.growth(effect.terms().growth(), effect.terms().prices(), path + ".growth");
        int within = program.emit(Op.DOT, prices.priced(compiled.timing().strength(), growth), part.discountFactors());
        for (int k = 0; k < compiled.stages().size(); k++) {
            int staged = program.emit(Op.MULTIPLY, compiled.stages().get(k), value);
            int pv = program.emit(Op.MULTIPLY, staged, within);
            if (compiled.units().tail() != null) {
                DiscountCompiler.Schedule schedule =
                        discounts.schedule(effect.terms().rateClass(), path + ".rate_class");
                int sum = prices.tail(compiled.units().tail(), growth, schedule);
                pv = program.emit(Op.ADD, pv, tailValue(staged, sum, path));
            }
            grossToNet.add(k, part.societyShare(), pv);
        }
        grossToNet.addInteracting(part.societyShare(), part.presentValue());
        grossToNet.addNet(part.societyShare(), part.presentValue());
        return part;
    }

    private List<PlanStream.ValueComponent> reduction(
            Effect.Reduction effect, EffectCompiler.Compiled compiled, String path) {
        int baseline = outcomes.baseline(effect.outcome());
        List<PlanStream.ValueComponent> parts = new ArrayList<>();
        for (OutcomeCompiler.Value value : outcomes.values(effect.outcome())) {
            List<PlanStream.Factor> factors = List.of(PlanStream.Factor.of("value", value.expression(), value.value()));
            PlanStream.ValueComponent part = valuedPart(
                    value.id(),
                    compiled.units().with(factors),
                    value.value(),
                    value.growth(),
                    value.schedule(),
                    null,
                    path,
                    new Bearers(value.shares(), shares.society(value.shares())),
                    value.cashable());
            parts.add(part);
            for (int k = 0; k < compiled.stages().size(); k++) {
                grossToNet.add(
                        k,
                        part.societyShare(),
                        alone(
                                baseline,
                                compiled.timing().strength(),
                                compiled.stages().get(k),
                                value));
            }
            int time = compiled.own().interactions() < 0
                    ? compiled.timing().strength()
                    : program.emit(
                            Op.MULTIPLY_YEARS,
                            compiled.timing().strength(),
                            compiled.own().interactions());
            grossToNet.addInteracting(part.societyShare(), alone(baseline, time, compiled.corrected(), value));
            grossToNet.addNet(part.societyShare(), part.presentValue());
        }
        return parts;
    }

    /** What a reduction would be worth if it were the only one. */
    private int alone(int baseline, int time, int by, OutcomeCompiler.Value value) {
        int occurrences = program.emit(Op.MULTIPLY_YEARS, baseline, time);
        int perUnit = program.emit(
                Op.DOT,
                prices.priced(occurrences, value.growth()),
                value.schedule().factors());
        return program.emit(Op.MULTIPLY, program.emit(Op.MULTIPLY, by, perUnit), value.value());
    }

    private int amount(
            Stream.Amount amount, TimingCompiler.Timing timing, String path, List<PlanStream.Factor> factors) {
        if (!(amount instanceof Stream.Amount.Total)) {
            return factor("amount", amount.amount(), path + ".amount", factors);
        }
        int total = factor("total", amount.amount(), path + ".total", factors);
        int strengths = timing.profile().total();
        if (strengths < 0) {
            // A profile without an end was reported when the scenario was checked.
            return program.number(Double.NaN);
        }
        if (program.isConstant(strengths) && program.value(strengths) == 0) {
            compilation.refuse(ProblemCode.TOTAL_WITHOUT_STRENGTH, path + ".total");
            return program.number(Double.NaN);
        }
        int one = program.emit(Op.DIVIDE, program.number(1), strengths);
        factors.add(new PlanStream.Factor("when", "1 / Σ", Set.of(), one));
        return program.emit(Op.DIVIDE, total, strengths);
    }

    private int factor(String key, Expression expression, String path, List<PlanStream.Factor> factors) {
        int register = compilation.expression(expression, path);
        factors.add(PlanStream.Factor.of(key, expression, register));
        return register;
    }

    private Units own(TimingCompiler.Timing timing, List<PlanStream.Factor> factors) {
        return new Units(
                factors,
                program.number(1),
                timing.entering(),
                timing.strength(),
                -1,
                timing.strength(),
                timing.continuation());
    }

    private record Bearers(Map<String, Integer> shares, int society) {}

    private Bearers bearers(Shares written, String path) {
        Map<String, Integer> compiled = shares.compile(written, path);
        return new Bearers(compiled, shares.society(compiled));
    }

    /** What one pays another receives; society receives what comes from outside. */
    private Bearers transferStakeholders(Transfer transfer) {
        Map<String, Integer> signs = new LinkedHashMap<>();
        signs.put(transfer.from(), program.number(-1));
        signs.put(transfer.to(), program.number(1));
        double received = (shares.counts(transfer.to()) ? 1 : 0) - (shares.counts(transfer.from()) ? 1 : 0);
        return new Bearers(signs, program.number(received));
    }

    private PlanStream.ValueComponent part(
            Units units, int amount, Stream.Terms terms, String path, Bearers bearers, int cashableByDefault) {
        PriceCompiler.Growth growth = prices.growth(terms.growth(), terms.prices(), path + ".growth");
        Expression cashable = terms.cashable();
        int cash = cashable == null
                ? program.number(cashableByDefault)
                : compilation.fraction(cashable, path + ".cashable");
        return valuedPart(
                "",
                units,
                amount,
                growth,
                discounts.schedule(terms.rateClass(), path + ".rate_class"),
                units.tail(),
                path,
                bearers,
                cash);
    }

    private PlanStream.ValueComponent valuedPart(
            String id,
            Units units,
            int amount,
            PriceCompiler.Growth growth,
            DiscountCompiler.Schedule schedule,
            Units.@Nullable Continuation continuation,
            String path,
            Bearers bearers,
            int cashable) {
        int priced = prices.priced(units.time(), growth);
        int within = program.emit(Op.MULTIPLY, amount, program.emit(Op.DOT, priced, schedule.factors()));
        int tail = program.number(0);
        int present = within;
        if (continuation != null) {
            int flow = units.interactions() < 0
                    ? amount
                    : program.emit(Op.MULTIPLY, amount, program.emit(Op.LAST, units.interactions()));
            tail = tailValue(flow, prices.tail(continuation, growth, schedule), path);
            present = program.emit(Op.ADD, within, tail);
        }
        finite(present, path);
        return new PlanStream.ValueComponent(
                id,
                units.factors(),
                units.entering(),
                units.strength(),
                units.interactions(),
                growth.factors(),
                program.emit(Op.SCALE, priced, amount),
                schedule.factors(),
                within,
                tail,
                present,
                cashable,
                bearers.society(),
                bearers.shares());
    }

    private int tailValue(int flow, int sum, String path) {
        int check = compilation.check(ProblemCode.DOES_NOT_CONVERGE, path + ".beyond_horizon");
        return program.emit(Op.TAIL_VALUE, new int[] {flow, sum}, new int[] {check});
    }

    /** A present value that is too large for a number is refused. */
    private void finite(int presentValue, String path) {
        Problem tooLarge = Overflow.ofStream(compilation.compiled(), path);
        if (!program.isConstant(presentValue)) {
            compilation.requireFinite(presentValue, tooLarge);
        } else if (Double.isInfinite(program.value(presentValue))) {
            compilation.refuse(tooLarge);
        }
    }
}
