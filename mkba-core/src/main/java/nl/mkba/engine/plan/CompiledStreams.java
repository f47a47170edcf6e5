package nl.mkba.engine.plan;

import java.util.List;
import java.util.Map;
import nl.mkba.engine.time.TimeFrame;
import nl.mkba.problem.Problems;

/**
 * The streams of a case, compiled, and what was compiled for them.
 *
 * @param compilation what they were compiled in
 * @param discounts the standard discount factors, and those of classes
 * @param prices price changes
 * @param weights the distributional weights of the stakeholders, by id
 * @param participants the participants who enter each intervention each year, by its id; of those that have participants
 * @param streams all streams, in the scenario's order
 * @param grossToNet society's present value of effects after each correction
 */
record CompiledStreams(
        CompilationContext compilation,
        DiscountCompiler discounts,
        PriceCompiler prices,
        Map<String, Scalar> weights,
        Map<String, Vector> participants,
        List<PlanStream> streams,
        GrossToNetCompiler grossToNet) {

    /** The same streams over more years; runs without an end stop where the horizon ends. Problems were reported before. */
    CompiledStreams beyondHorizon(int years) {
        TimeFrame frame = compilation.frame();
        TimeFrame longer = new TimeFrame(frame.baseYear(), frame.firstYear(), years, frame.flowsAt());
        return StreamCompiler.compile(new CompilationContext(
                compilation.compiled(), longer, frame.lastYear(), compilation.inputs(), new Problems()));
    }
}
