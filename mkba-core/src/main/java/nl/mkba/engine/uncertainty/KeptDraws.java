package nl.mkba.engine.uncertainty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.distribution.Distribution;
import nl.mkba.engine.plan.Evaluator;
import nl.mkba.engine.plan.UnitsColumns;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import nl.mkba.uncertainty.Cancellation;
import nl.mkba.uncertainty.CancelledException;
import nl.mkba.uncertainty.SimulationResult;
import nl.mkba.uncertainty.SimulationResult.Draws;
import nl.mkba.uncertainty.Workers;

/**
 * Every draw of a simulation. Figures are kept as columns; parameter values are a function of the draw's index and are generated on request. Immutable once the simulation is done.
 */
public final class KeptDraws implements Draws {

    private static final int BLOCK = 1024;

    private final int count;
    private final List<String> parameters;
    private final Uniforms uniforms;
    private final List<UncertainCase> cases;
    private final List<double[][]> columns;
    private final Map<Distribution, Distribution.Table> tables = new HashMap<>();

    KeptDraws(int count, List<String> parameters, Uniforms uniforms, List<UncertainCase> cases, Workers workers) {
        this.count = count;
        this.parameters = parameters;
        this.uniforms = uniforms;
        this.cases = cases;
        this.columns = new ArrayList<>();
        List<Runnable> allocations = new ArrayList<>();
        for (UncertainCase each : cases) {
            double[][] figures = new double
                    [each.evaluator().figures().size()
                            + each.evaluator().further().size()][];
            columns.add(figures);
            for (int p = 0; p < each.parameters().size(); p++) {
                tables.put(each.distribution(p), each.table(p));
            }
            for (int f = 0; f < figures.length; f++) {
                int figure = f;
                allocations.add(() -> figures[figure] = new double[count]);
            }
        }
        // The virtual machine fills new memory with zeros, which takes time.
        workers.run(allocations.size(), () -> k -> allocations.get(k).run());
    }

    /**
     * {@return the draws of a simulation}
     *
     * @param simulated of every case that is wanted
     * @throws IllegalArgumentException if they are not of a simulation of this engine
     */
    public static KeptDraws of(SimulationResult simulated) {
        if (simulated.draws() instanceof KeptDraws kept) {
            return kept;
        }
        throw new IllegalArgumentException("The draws must be those of Mkba.simulate or Model.simulate");
    }

    @Override
    public int count() {
        return count;
    }

    /**
     * Lets columns with the same number in every draw, to the bit, be one, such as the cash of all who have none. To be called
     * once every draw is filled in. Other columns differ within their first draws, so that they are hardly looked at.
     */
    void shareConstants() {
        Map<Long, double[]> constants = new HashMap<>();
        for (double[][] figures : columns) {
            for (int figure = 0; figure < figures.length; figure++) {
                double[] column = figures[figure];
                if (isConstant(column)) {
                    figures[figure] = constants.computeIfAbsent(Double.doubleToRawLongBits(column[0]), bits -> column);
                }
            }
        }
    }

    private static boolean isConstant(double[] column) {
        long first = Double.doubleToRawLongBits(column[0]);
        for (double value : column) {
            if (Double.doubleToRawLongBits(value) != first) {
                return false;
            }
        }
        return true;
    }

    /** The figures of a case that are kept, in the order of their places. */
    List<Evaluator.Figure> figures(int theCase) {
        Evaluator evaluator = cases.get(theCase).evaluator();
        List<Evaluator.Figure> figures = new ArrayList<>(evaluator.figures());
        figures.addAll(evaluator.further());
        return figures;
    }

    /** {@return the cases, each with an uncertain parameter per input} */
    public List<UncertainCase> cases() {
        return cases;
    }

    @Override
    public List<String> parameters() {
        return parameters;
    }

    Uniforms uniforms() {
        return uniforms;
    }

    /**
     * {@return the column of a figure of a case, which may be that of others too; to be read only}
     *
     * @param theCase the case's number, from 0
     * @param figure of the case's evaluator
     */
    public double[] column(int theCase, Evaluator.Figure figure) {
        return columns.get(theCase)[figure.index()];
    }

    /**
     * {@return the values of an uncertain parameter of a case, as written, generated again}
     *
     * @param theCase the case's number, from 0
     * @param parameter its index among the case's parameters
     */
    public double[] values(int theCase, int parameter) {
        return values(theCase, parameter, Cancellation.NEVER);
    }

    /**
     * {@return the same}
     *
     * @param theCase the case's number, from 0
     * @param parameter the parameter's number, from 0
     * @param cancellation asked now and then whether the work is still wanted
     * @throws CancelledException if they are no longer wanted
     */
    public double[] values(int theCase, int parameter, Cancellation cancellation) {
        UncertainCase each = cases.get(theCase);
        return values(each.parameters().get(parameter), each.table(parameter), cancellation);
    }

    /**
     * {@return the values that a parameter would have in every draw if it were distributed so, generated again}
     *
     * @param parameter id of a parameter that is uncertain in some case
     * @param distribution the distribution
     * @param cancellation asked now and then whether the work is still wanted
     * @throws CancelledException if they are no longer wanted
     */
    public double[] values(String parameter, Distribution distribution, Cancellation cancellation) {
        Distribution.Table known = tables.get(distribution);
        return values(parameter, known == null ? distribution.table() : known, cancellation);
    }

    private double[] values(String parameter, Distribution.Table table, Cancellation cancellation) {
        int index = parameters.indexOf(parameter);
        double[] values = new double[count];
        double[] block = new double[BLOCK];
        for (int from = 0; from < count; from += BLOCK) {
            cancellation.ask(from);
            int n = Math.min(BLOCK, count - from);
            uniforms.fill(index, from, n, block);
            table.at(block, block, n);
            System.arraycopy(block, 0, values, from, n);
        }
        return values;
    }

    /** The same of {@code n} draws from a draw on, put at the beginning of {@code values}. */
    void fill(int theCase, int parameter, int from, int n, double[] values) {
        UncertainCase each = cases.get(theCase);
        uniforms.fill(parameters.indexOf(each.parameters().get(parameter)), from, n, values);
        each.table(parameter).at(values, values, n);
    }

    @Override
    public List<String> columns() {
        List<String> names = new ArrayList<>();
        Problems problems = new Problems();
        for (UncertainCase each : cases) {
            String prefix =
                    each.alternative() + each.outlook().map(id -> "/" + id).orElse("") + "/";
            List<String> figures = figures(each);
            for (String parameter : each.parameters()) {
                if (figures.contains(parameter)) {
                    problems.add(ProblemCode.SAME_COLUMN, "parameters." + parameter, parameter, prefix + parameter);
                }
                names.add(prefix + parameter);
            }
            figures.forEach(figure -> names.add(prefix + figure));
        }
        problems.throwIfErrors();
        return names;
    }

    /** What the figures of a case are called. */
    private static List<String> figures(UncertainCase theCase) {
        List<String> names = new ArrayList<>(List.of("pv_costs", "pv_benefits", "npv"));
        for (String stakeholder : theCase.evaluator().stakeholders()) {
            names.add("net_" + stakeholder);
            names.add("cash_" + stakeholder);
        }
        names.addAll(UnitsColumns.of(theCase.unitsOf()));
        return names;
    }

    @Override
    public void forEach(Visitor visitor) {
        int width = columns().size();
        double[] row = new double[width];
        double[] uniform = new double[BLOCK];
        List<double[][]> values = new ArrayList<>();
        cases.forEach(each -> values.add(new double[each.parameters().size()][BLOCK]));
        for (int from = 0; from < count; from += BLOCK) {
            int n = Math.min(BLOCK, count - from);
            for (int c = 0; c < cases.size(); c++) {
                for (int p = 0; p < cases.get(c).parameters().size(); p++) {
                    uniforms.fill(parameters.indexOf(cases.get(c).parameters().get(p)), from, n, uniform);
                    cases.get(c).table(p).at(uniform, values.get(c)[p], n);
                }
            }
            for (int i = 0; i < n; i++) {
                fill(row, values, from, i);
                visitor.draw(from + i, row);
            }
        }
    }

    private void fill(double[] row, List<double[][]> values, int from, int i) {
        int at = 0;
        for (int c = 0; c < cases.size(); c++) {
            for (double[] parameter : values.get(c)) {
                row[at++] = parameter[i];
            }
            row[at++] = column(c, Evaluator.COSTS)[from + i];
            row[at++] = column(c, Evaluator.BENEFITS)[from + i];
            row[at++] = column(c, Evaluator.NPV)[from + i];
            for (int stakeholder = 0;
                    stakeholder < cases.get(c).evaluator().stakeholders().size();
                    stakeholder++) {
                row[at++] = column(c, Evaluator.net(stakeholder))[from + i];
                row[at++] = column(c, Evaluator.cash(stakeholder))[from + i];
            }
            for (Evaluator.Figure figure : cases.get(c).evaluator().further()) {
                row[at++] = column(c, figure)[from + i];
            }
        }
    }
}
