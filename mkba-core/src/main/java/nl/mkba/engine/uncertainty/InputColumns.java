package nl.mkba.engine.uncertainty;

import java.util.ArrayList;
import java.util.List;
import nl.mkba.distribution.Distribution;
import nl.mkba.engine.plan.Evaluator;

/**
 * Fills the inputs of some cases with the values of draws. What is distributed alike in several cases has the same values there,
 * which are made once. For one thread.
 */
final class InputColumns {

    private final KeptDraws draws;
    private final double[] uniform;
    private final List<Column> columns = new ArrayList<>();

    /** The values of a parameter as it is distributed in some cases. */
    private static final class Column {
        private final int parameter;
        private final Distribution.Table table;
        private final List<double[]> inputs = new ArrayList<>();

        Column(int parameter, Distribution.Table table) {
            this.parameter = parameter;
            this.table = table;
        }
    }

    /**
     * For the inputs of some cases.
     *
     * @param cases indices of the cases among those of the draws
     * @param blocks of each of them, with an input for each of its uncertain parameters
     * @param most how many draws are filled in at a time at most
     */
    InputColumns(KeptDraws draws, List<Integer> cases, List<Evaluator.DrawBlock> blocks, int most) {
        this.draws = draws;
        this.uniform = new double[most];
        for (int p = 0; p < draws.parameters().size(); p++) {
            int first = columns.size();
            for (int k = 0; k < cases.size(); k++) {
                UncertainCase theCase = draws.cases().get(cases.get(k));
                int own = theCase.parameters().indexOf(draws.parameters().get(p));
                if (own >= 0) {
                    column(first, p, theCase.table(own))
                            .inputs
                            .add(blocks.get(k).input(own));
                }
            }
        }
    }

    private Column column(int first, int parameter, Distribution.Table table) {
        for (Column column : columns.subList(first, columns.size())) {
            if (column.table == table) {
                return column;
            }
        }
        Column column = new Column(parameter, table);
        columns.add(column);
        return column;
    }

    /** Fills in {@code n} draws from a draw on. */
    void fill(int from, int n) {
        int last = -1;
        for (Column column : columns) {
            if (column.parameter != last) {
                draws.uniforms().fill(column.parameter, from, n, uniform);
                last = column.parameter;
            }
            double[] values = column.inputs.get(0);
            column.table.at(uniform, values, n);
            for (int k = 1; k < column.inputs.size(); k++) {
                System.arraycopy(values, 0, column.inputs.get(k), 0, n);
            }
        }
    }
}
