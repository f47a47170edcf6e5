package nl.mkba.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mkba.engine.time.TimeFrame;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Cost;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Stream;
import nl.mkba.scenario.Transfer;

/** Compiles the streams of a case, each by the compiler of its kind. */
final class StreamCompiler {

    private final CostCompiler costs;
    private final TransferCompiler transfers;
    private final ValuedEffectCompiler valued;
    private final ReductionCompiler reductions;
    private final Map<String, EffectCompiler.Compiled> effects;

    private StreamCompiler(
            CostCompiler costs,
            TransferCompiler transfers,
            ValuedEffectCompiler valued,
            ReductionCompiler reductions,
            Map<String, EffectCompiler.Compiled> effects) {
        this.costs = costs;
        this.transfers = transfers;
        this.valued = valued;
        this.reductions = reductions;
        this.effects = effects;
    }

    /** The streams of the central estimate: every parameter at its value. Problems are added to {@code problems}. */
    static CompiledStreams central(Case theCase, Problems problems) {
        return compile(theCase, Set.of(), problems);
    }

    /** The streams, with the values of some parameters as inputs. Problems are added to {@code problems}. */
    static CompiledStreams compile(Case theCase, Set<String> inputs, Problems problems) {
        TimeFrame frame = theCase.timeFrame();
        return compile(new CompilationContext(theCase, frame, frame.lastYear(), inputs, problems));
    }

    /** The streams of a case; everything that they refer to is compiled first. */
    static CompiledStreams compile(CompilationContext compilation) {
        ProgramBuilder program = compilation.program();
        List<Intervention> interventions = compilation.compiled().interventions();
        DiscountCompiler discounts = new DiscountCompiler(compilation);
        PriceCompiler prices = new PriceCompiler(compilation, discounts);
        ShareCompiler shares = new ShareCompiler(compilation);
        OutcomeCompiler outcomes = new OutcomeCompiler(compilation, prices, discounts, shares);
        ProfileCompiler profiles = new ProfileCompiler(compilation);
        TimingCompiler timings = new TimingCompiler(compilation, profiles);
        BiasCompiler bias = new BiasCompiler(compilation);
        Map<String, EffectCompiler.Compiled> effects = new EffectCompiler(compilation, timings, outcomes, bias)
                .compile(interventions, new InteractionCompiler(compilation, profiles));
        GrossToNetCompiler grossToNet = new GrossToNetCompiler(program);
        AmountCompiler amounts = new AmountCompiler(compilation, discounts, prices, shares);
        StreamCompiler compiler = new StreamCompiler(
                new CostCompiler(compilation, timings, bias, amounts),
                new TransferCompiler(compilation, timings, shares, amounts, effects),
                new ValuedEffectCompiler(program, discounts, prices, amounts, grossToNet),
                new ReductionCompiler(program, prices, shares, outcomes, amounts, grossToNet),
                effects);
        List<PlanStream> streams = new ArrayList<>();
        for (Intervention intervention : interventions) {
            for (Stream stream : intervention.streams()) {
                streams.add(compiler.stream(intervention, stream));
            }
        }
        return new CompiledStreams(
                compilation, discounts, prices, shares.weights(), timings.participants(), streams, grossToNet);
    }

    private PlanStream stream(Intervention intervention, Stream stream) {
        String path = intervention.path(stream);
        if (stream instanceof Cost cost) {
            return costs.compile(intervention, cost, path);
        }
        if (stream instanceof Transfer transfer) {
            return transfers.compile(intervention, transfer, path);
        }
        EffectCompiler.Compiled compiled = EffectCompiler.compiled(effects, path);
        return stream instanceof Effect.Reduction reduction
                ? reductions.compile(intervention, reduction, compiled, path)
                : valued.compile(intervention, (Effect.Valued) stream, compiled, path);
    }
}
