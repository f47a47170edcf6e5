package nl.mkba.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import nl.mkba.Mkba;
import nl.mkba.appraisal.Appraisal;
import nl.mkba.engine.plan.Case;
import nl.mkba.engine.plan.Evaluator;
import nl.mkba.engine.plan.Plan;
import nl.mkba.scenario.Alternative;
import nl.mkba.scenario.Outlook;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.uncertainty.Workers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The central estimate of workload W3: 14,000 neighbourhoods × 20 variants = 280,000 evaluations of 60 streams over 31 years,
 * on one thread. {@link #evaluate} measures evaluation alone, {@link #compile} what a variant's plan costs once, {@link
 * #appraise} every result of one case with its yearly tables.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CentralEvaluation {

    private static final int BLOCK = 256;

    private Scenario scenario;
    private Set<String> inputs;
    private List<Evaluator> evaluators;
    private double[][] table;

    /** Reads the workload and compiles a plan for each variant. */
    @Setup
    public void setUp() {
        Workload workload = new Workload();
        scenario = workload.scenario();
        inputs = new LinkedHashSet<>(workload.columns());
        evaluators = new ArrayList<>();
        scenario.outlooks()
                .values()
                .forEach(outlook -> evaluators.add(plan(outlook).evaluator()));
        List<String> columns = evaluators.get(0).inputs();
        table = new double[columns.size()][workload.rows()];
        for (int c = 0; c < table.length; c++) {
            for (int row = 0; row < table[c].length; row++) {
                table[c][row] = workload.value(row, columns.get(c));
            }
        }
    }

    private Plan plan(Outlook outlook) {
        Alternative all = scenario.alternatives().get(Alternative.ALL);
        return Plan.of(Case.of(scenario, all, outlook, Selection.ALL), inputs);
    }

    /** All evaluations; the time is that of 280,000. */
    @Benchmark
    public double evaluate() {
        double sum = 0;
        for (Evaluator evaluator : evaluators) {
            Evaluator.DrawBlock block = evaluator.block(BLOCK);
            int rows = table[0].length;
            for (int from = 0; from < rows; from += BLOCK) {
                int n = Math.min(BLOCK, rows - from);
                for (int c = 0; c < table.length; c++) {
                    System.arraycopy(table[c], from, block.input(c), 0, n);
                }
                block.evaluate(n);
                for (int i = 0; i < n; i++) {
                    sum += block.value(Evaluator.NPV, i);
                }
            }
        }
        return sum;
    }

    /** All evaluations with all their figures, each variant a task; gives the mean net present value. */
    double allFigures(Workers workers) {
        int rows = table[0].length;
        double[][][] figures = new double[evaluators.size()][][];
        double[] sums = new double[evaluators.size()];
        workers.run(evaluators.size(), () -> variant -> {
            Evaluator evaluator = evaluators.get(variant);
            Evaluator.DrawBlock block = evaluator.block(BLOCK);
            double[][] columns = new double[evaluator.figures().size()][rows];
            for (int from = 0; from < rows; from += BLOCK) {
                int n = Math.min(BLOCK, rows - from);
                for (int c = 0; c < table.length; c++) {
                    System.arraycopy(table[c], from, block.input(c), 0, n);
                }
                block.evaluate(n);
                for (Evaluator.Figure figure : evaluator.figures()) {
                    block.copy(figure, columns[figure.index()], from, n);
                }
            }
            for (double npv : columns[Evaluator.NPV.index()]) {
                sums[variant] += npv;
            }
            figures[variant] = columns;
        });
        double sum = 0;
        for (double variant : sums) {
            sum += variant;
        }
        return sum / rows / figures.length;
    }

    /** One plan. */
    @Benchmark
    public Plan compile() {
        return plan(scenario.outlooks().values().iterator().next());
    }

    /** One full appraisal, as a single run of the command asks for. */
    @Benchmark
    public Appraisal appraise() {
        return Mkba.appraise(scenario);
    }
}
