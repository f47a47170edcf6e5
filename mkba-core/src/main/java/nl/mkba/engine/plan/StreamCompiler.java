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
    Map<String, Scalar> weights() {
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
        streams.add(new PlanStream(intervention, stream, span, parts, null, null));
    }

    private Vector units(Units units) {
        return program.vector(Op.SCALE, units.time(), units.scalar());
    }

    /** The participants who enter each intervention each year, by its id; of those that have participants. */
    Map<String, Vector> participants() {
        return timings.participants();
    }

    private PlanStream.Taken taken(Effect.Reduction effect, EffectCompiler.Compiled compiled) {
        return new PlanStream.Taken(
                compiled.own().factors(),
                outcomes.baseline(effect.outcome()),
                compiled.taken(),
                outcomes.together(effect.outcome()));
    }

    private PlanStream.ValueComponent cost(
            Intervention intervention, Cost cost, TimingCompiler.Timing timing, String path) {
        List<PlanStream.Factor> factors = new ArrayList<>();
        Scalar amount = amount(cost.amount(), timing, path, factors);
        amount = compilation.ifCarriedOut(intervention, bias.cost(amount, cost.terms(), factors));
        return part(own(timing, factors), amount, cost.terms(), path, bearers(cost.paidBy(), path + ".paid_by"), 1);
    }

    private PlanStream.ValueComponent transfer(
            Intervention intervention, Transfer transfer, TimingCompiler.Timing timing, String path) {
        List<PlanStream.Factor> factors = new ArrayList<>();
        Scalar amount = compilation.ifCarriedOut(intervention, amount(transfer.amount(), timing, path, factors));
        return part(own(timing, factors), amount, transfer.terms(), path, transferStakeholders(transfer), 1);
    }

    private PlanStream.ValueComponent follower(
            Intervention intervention, Transfer transfer, Stream.Amount.PerUnitOf follower, String path) {
        List<PlanStream.Factor> factors = new ArrayList<>();
        Scalar each = factor("amount", follower.amount(), path + ".amount", factors);
        Units units = followed(intervention, follower.effect());
        factors.addAll(units.factors());
        Scalar amount = program.scalar(Op.MULTIPLY, each, units.scalar());
        return part(units.with(factors), amount, transfer.terms(), path, transferStakeholders(transfer), 1);
    }

    /** The units of an effect; of none, where an unknown effect was reported. */
    private Units followed(Intervention intervention, String effectId) {
        for (Effect effect : intervention.effects()) {
            if (effect.id().equals(effectId)) {
                return compiled(intervention.path(effect)).units();
            }
        }
        Vector never = program.everyYear(0);
        return new Units(List.of(), program.number(Double.NaN), null, never, null, never, null);
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
        Scalar value = factor("value", effect.value(), path + ".value", factors);
        factors.addAll(
                compiled.units().factors().subList(1, compiled.units().factors().size()));
        Scalar amount = program.scalar(Op.MULTIPLY, compiled.units().scalar(), value);
        PlanStream.ValueComponent part = part(
                compiled.units().with(factors),
                amount,
                effect.terms(),
                path,
                bearers(effect.accruesTo(), path + ".accrues_to"),
                0);
        PriceCompiler.Growth growth =
                prices.growth(effect.terms().growth(), effect.terms().prices(), path + ".growth");
        Scalar within =
                program.scalar(Op.DOT, prices.priced(compiled.timing().strength(), growth), part.discountFactors());
        for (int k = 0; k < compiled.stages().size(); k++) {
            Scalar staged = program.scalar(Op.MULTIPLY, compiled.stages().get(k), value);
            Scalar pv = program.scalar(Op.MULTIPLY, staged, within);
            if (compiled.units().tail() != null) {
                DiscountCompiler.Schedule schedule =
                        discounts.schedule(effect.terms().rateClass(), path + ".rate_class");
                Scalar sum = prices.tail(compiled.units().tail(), growth, schedule);
                pv = program.scalar(Op.ADD, pv, tailValue(staged, sum, path));
            }
            grossToNet.add(k, part.societyShare(), pv);
        }
        grossToNet.addInteracting(part.societyShare(), part.presentValue());
        grossToNet.addNet(part.societyShare(), part.presentValue());
        return part;
    }

    private List<PlanStream.ValueComponent> reduction(
            Effect.Reduction effect, EffectCompiler.Compiled compiled, String path) {
        Vector baseline = outcomes.baseline(effect.outcome());
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
            Vector interactions = compiled.own().interactions();
            Vector time = interactions == null
                    ? compiled.timing().strength()
                    : program.vector(Op.MULTIPLY_YEARS, compiled.timing().strength(), interactions);
            grossToNet.addInteracting(part.societyShare(), alone(baseline, time, compiled.corrected(), value));
            grossToNet.addNet(part.societyShare(), part.presentValue());
        }
        return parts;
    }

    /** What a reduction would be worth if it were the only one. */
    private Scalar alone(Vector baseline, Vector time, Scalar by, OutcomeCompiler.Value value) {
        Vector occurrences = program.vector(Op.MULTIPLY_YEARS, baseline, time);
        Scalar perUnit = program.scalar(
                Op.DOT,
                prices.priced(occurrences, value.growth()),
                value.schedule().factors());
        return program.scalar(Op.MULTIPLY, program.scalar(Op.MULTIPLY, by, perUnit), value.value());
    }

    private Scalar amount(
            Stream.Amount amount, TimingCompiler.Timing timing, String path, List<PlanStream.Factor> factors) {
        if (!(amount instanceof Stream.Amount.Total)) {
            return factor("amount", amount.amount(), path + ".amount", factors);
        }
        Scalar total = factor("total", amount.amount(), path + ".total", factors);
        Scalar strengths = timing.profile().total();
        if (strengths == null) {
            // A profile without an end was reported when the scenario was checked.
            return program.number(Double.NaN);
        }
        if (program.isConstant(strengths) && program.value(strengths) == 0) {
            compilation.refuse(ProblemCode.TOTAL_WITHOUT_STRENGTH, path + ".total");
            return program.number(Double.NaN);
        }
        Scalar one = program.scalar(Op.DIVIDE, program.number(1), strengths);
        factors.add(new PlanStream.Factor("when", "1 / Σ", Set.of(), one));
        return program.scalar(Op.DIVIDE, total, strengths);
    }

    private Scalar factor(String key, Expression expression, String path, List<PlanStream.Factor> factors) {
        Scalar register = compilation.expression(expression, path);
        factors.add(PlanStream.Factor.of(key, expression, register));
        return register;
    }

    private Units own(TimingCompiler.Timing timing, List<PlanStream.Factor> factors) {
        return new Units(
                factors,
                program.number(1),
                timing.entering(),
                timing.strength(),
                null,
                timing.strength(),
                timing.continuation());
    }

    private record Bearers(Map<String, Scalar> shares, Scalar society) {}

    private Bearers bearers(Shares written, String path) {
        Map<String, Scalar> compiled = shares.compile(written, path);
        return new Bearers(compiled, shares.society(compiled));
    }

    /** What one pays another receives; society receives what comes from outside. */
    private Bearers transferStakeholders(Transfer transfer) {
        Map<String, Scalar> signs = new LinkedHashMap<>();
        signs.put(transfer.from(), program.number(-1));
        signs.put(transfer.to(), program.number(1));
        double received = (shares.counts(transfer.to()) ? 1 : 0) - (shares.counts(transfer.from()) ? 1 : 0);
        return new Bearers(signs, program.number(received));
    }

    private PlanStream.ValueComponent part(
            Units units, Scalar amount, Stream.Terms terms, String path, Bearers bearers, int cashableByDefault) {
        PriceCompiler.Growth growth = prices.growth(terms.growth(), terms.prices(), path + ".growth");
        Expression cashable = terms.cashable();
        Scalar cash = cashable == null
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
            Scalar amount,
            PriceCompiler.Growth growth,
            DiscountCompiler.Schedule schedule,
            Units.@Nullable Continuation continuation,
            String path,
            Bearers bearers,
            Scalar cashable) {
        Vector priced = prices.priced(units.time(), growth);
        Scalar within = program.scalar(Op.MULTIPLY, amount, program.scalar(Op.DOT, priced, schedule.factors()));
        Scalar tail = program.number(0);
        Scalar present = within;
        if (continuation != null) {
            Vector interactions = units.interactions();
            Scalar flow = interactions == null
                    ? amount
                    : program.scalar(Op.MULTIPLY, amount, program.scalar(Op.LAST, interactions));
            tail = tailValue(flow, prices.tail(continuation, growth, schedule), path);
            present = program.scalar(Op.ADD, within, tail);
        }
        finite(present, path);
        return new PlanStream.ValueComponent(
                id,
                units.factors(),
                units.entering(),
                units.strength(),
                units.interactions(),
                growth.factors(),
                program.vector(Op.SCALE, priced, amount),
                schedule.factors(),
                within,
                tail,
                present,
                cashable,
                bearers.society(),
                bearers.shares());
    }

    private Scalar tailValue(Scalar flow, Scalar sum, String path) {
        Check check = compilation.check(ProblemCode.DOES_NOT_CONVERGE, path + ".beyond_horizon");
        return program.scalar(Op.TAIL_VALUE, List.of(flow, sum), check.number());
    }

    /** A present value that is too large for a number is refused. */
    private void finite(Scalar presentValue, String path) {
        Problem tooLarge = Overflow.ofStream(compilation.compiled(), path);
        if (!program.isConstant(presentValue)) {
            compilation.requireFinite(presentValue, tooLarge);
        } else if (Double.isInfinite(program.value(presentValue))) {
            compilation.refuse(tooLarge);
        }
    }
}
