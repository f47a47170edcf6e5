package nl.mkba.engine.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mkba.engine.number.LostDigits;
import nl.mkba.engine.plan.Evaluator;
import nl.mkba.engine.plan.FirstRefusal;
import nl.mkba.engine.plan.Rounding;
import nl.mkba.engine.uncertainty.ColumnStatistics;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.uncertainty.Cancellation;
import nl.mkba.uncertainty.Statistics;
import nl.mkba.uncertainty.Workers;

/**
 * Evaluates rows of a table, some at a time: fill the columns, evaluate, read the figures. For one thread. The result of a row does not depend on the rows beside it.
 */
public final class RowEvaluator {

    /** Rows, or draws of a row, that are evaluated together: few enough to stay in the processor's cache. */
    private static final int BLOCK = 256;

    /** Rows at a time if each has draws. */
    static final int DRAWN_ROWS = 16;

    /** Amounts below this may lack digits: a row is not calculated a second time to see whether they do. */
    private static final double LEAST = 1e-290;

    /** Working memory is kept for this many plans. */
    private static final int MOST_BLOCKS = 64;

    private final Cancellation cancellation;
    private final Portfolio portfolio;
    private final List<RowCase> cases;
    private final int most;
    private final double[][] columns;
    private final double[][][] figures;
    private final List<Set<Problem>> problems = new ArrayList<>();
    private final boolean[] clamped;
    private final double[] npvs;

    /** Per row of the block, of the case at hand, what costs and net of draws cannot be told from 0 below. */
    private final double[] costRounding;

    private final double[] netRounding;

    /** A figure of the rows in a block, on its way. */
    private final double[] inBlock = new double[BLOCK];

    /** Of the rows in a block, what costs and benefits are made of. */
    private final double[] costSizes = new double[BLOCK];

    private final double[] benefitSizes = new double[BLOCK];

    /** Per case and row what an option is worth, and then what it takes of each budget, in every draw; if that is kept. */
    private final double[][][][] drawn;

    private final Map<Evaluator, Evaluator.DrawBlock> blocks = new HashMap<>();

    RowEvaluator(Portfolio portfolio, List<RowCase> cases, boolean keepsDraws, Cancellation cancellation) {
        this.cancellation = cancellation;
        this.portfolio = portfolio;
        this.cases = cases;
        this.most = most(portfolio);
        this.columns = new double[portfolio.columns().size()][most];
        this.figures = new double[cases.size()][portfolio.figures().size()][most];
        this.clamped = new boolean[most];
        this.npvs = new double[portfolio.draws()];
        this.costRounding = new double[most];
        this.netRounding = new double[most];
        this.drawn =
                new double[keepsDraws ? cases.size() : 0][most][1 + portfolio.choiceCosts().length][portfolio.draws()];
        for (int row = 0; row < most; row++) {
            problems.add(new LinkedHashSet<>());
        }
    }

    /** The most rows at a time that an evaluator of a portfolio takes. */
    static int most(Portfolio portfolio) {
        return portfolio.draws() > 0 ? DRAWN_ROWS : BLOCK;
    }

    /** {@return the most rows at a time} */
    public int most() {
        return most;
    }

    /**
     * {@return the values of a column, one for each row, to be filled before {@link #evaluate}}
     *
     * @param column its number, from 0
     */
    public double[] column(int column) {
        return columns[column];
    }

    private void throwIfCancelled() {
        Workers.callerOnly().throwIfCancelled();
        cancellation.throwIfCancelled();
    }

    /**
     * Evaluates the first {@code n} rows.
     *
     * @param n how many rows
     * @throws nl.mkba.uncertainty.CancelledException if the work is cancelled, or the thread interrupted
     */
    public void evaluate(int n) {
        for (int row = 0; row < n; row++) {
            problems.get(row).clear();
            clamped[row] = false;
        }
        for (int c = 0; c < cases.size(); c++) {
            throwIfCancelled();
            for (Map.Entry<RowPlan, int[]> group : groups(cases.get(c), n).entrySet()) {
                evaluate(c, group.getKey(), group.getValue());
            }
        }
    }

    /** The rows that go through the same plan. */
    private static Map<RowPlan, int[]> grouped(Map<RowPlan, List<Integer>> rows) {
        Map<RowPlan, int[]> groups = new LinkedHashMap<>();
        rows.forEach((plan, members) ->
                groups.put(plan, members.stream().mapToInt(Integer::intValue).toArray()));
        return groups;
    }

    private Map<RowPlan, int[]> groups(RowCase theCase, int n) {
        int[] shaping = theCase.shaping();
        if (shaping.length == 0) {
            int[] all = new int[n];
            Arrays.setAll(all, row -> row);
            return Map.of(theCase.plan(new double[0]), all);
        }
        Map<RowPlan, List<Integer>> rows = new LinkedHashMap<>();
        for (int row = 0; row < n; row++) {
            double[] shape = new double[shaping.length];
            for (int s = 0; s < shape.length; s++) {
                shape[s] = columns[shaping[s]][row];
            }
            rows.computeIfAbsent(theCase.plan(shape), plan -> new ArrayList<>()).add(row);
        }
        return grouped(rows);
    }

    private void evaluate(int theCase, RowPlan plan, int[] rows) {
        if (!plan.problems().isEmpty()) {
            for (int row : rows) {
                problems.get(row).addAll(plan.problems());
            }
            return;
        }
        RowPlan.BoundEvaluator central = plan.central();
        Evaluator.DrawBlock block = block(central.evaluator());
        for (int input = 0; input < central.inputs(); input++) {
            double[] from = columns[central.column(input)];
            double[] to = block.input(input);
            if (areConsecutive(rows)) {
                System.arraycopy(from, rows[0], to, 0, rows.length);
            } else {
                for (int i = 0; i < rows.length; i++) {
                    to[i] = from[rows[i]];
                }
            }
        }
        Refusals refusals = new Refusals(central.evaluator(), true, rows.length);
        block.evaluate(rows.length, refusals);
        for (int i = 0; i < rows.length; i++) {
            if (refusals.refusal().isRefused(i)) {
                problems.get(rows[i])
                        .add(RowCompiler.ofColumn(refusals.refusal().problem(i)));
            }
        }
        copy(theCase, central, block, rows);
        requireFinite(
                theCase,
                rows,
                0,
                Figures.NET + central.evaluator().stakeholders().size());
        requireFinite(theCase, rows, portfolio.firstUnits(), figures[theCase].length);
        for (int row : rows) {
            requireDigits(theCase, row, central);
        }
        RowPlan.BoundEvaluator drawn = plan.drawn();
        if (drawn != null) {
            for (int row : rows) {
                if (problems.get(row).isEmpty()) {
                    draw(theCase, drawn, row);
                }
            }
        }
    }

    private Evaluator.DrawBlock block(Evaluator evaluator) {
        if (blocks.size() >= Math.max(MOST_BLOCKS, 2 * cases.size()) && !blocks.containsKey(evaluator)) {
            blocks.clear();
        }
        return blocks.computeIfAbsent(evaluator, each -> each.block(BLOCK));
    }

    private void copy(int theCase, RowPlan.BoundEvaluator central, Evaluator.DrawBlock block, int[] rows) {
        Evaluator evaluator = central.evaluator();
        double[][] target = figures[theCase];
        int stakeholders = evaluator.stakeholders().size();
        copy(block, Evaluator.COSTS, target[Figures.COSTS], rows);
        copy(block, Evaluator.BENEFITS, target[Figures.BENEFITS], rows);
        copy(block, Evaluator.NPV, target[Figures.NPV], rows);
        copy(block, Evaluator.WEIGHTED_NPV, target[Figures.WEIGHTED], rows);
        for (int stakeholder = 0; stakeholder < stakeholders; stakeholder++) {
            double[] nets = target[Figures.NET + stakeholder];
            copy(block, Evaluator.net(stakeholder), nets, rows);
            block.copy(central.netSize(stakeholder), inBlock, 0, rows.length);
            for (int i = 0; i < rows.length; i++) {
                nets[rows[i]] = Rounding.cleaned(nets[rows[i]], Math.abs(inBlock[i]));
            }
        }
        double[] ratios = target[Figures.RATIO];
        copy(block, Evaluator.GAINS, ratios, rows);
        block.copy(central.costSize(), costSizes, 0, rows.length);
        block.copy(central.benefitSize(), benefitSizes, 0, rows.length);
        block.copy(central.weightedSize(), inBlock, 0, rows.length);
        double[] weighted = target[Figures.WEIGHTED];
        for (int i = 0; i < rows.length; i++) {
            clean(target, rows[i], Math.abs(costSizes[i]), Math.abs(benefitSizes[i]));
            weighted[rows[i]] = Rounding.cleaned(weighted[rows[i]], inBlock[i]);
        }
        further(theCase, evaluator, block, target, rows);
    }

    /**
     * Lets what rounding leaves of a row's costs, benefits and net be 0, and makes the ratio of its gains. A net is measured by what
     * costs and benefits are made of, and by transfers.
     */
    private void clean(double[][] target, int row, double costSize, double benefitSize) {
        double costs = target[Figures.COSTS][row];
        double benefits = target[Figures.BENEFITS][row];
        double gains = target[Figures.RATIO][row];
        double gainSize = benefitSize + Math.abs(gains - benefits);
        // What cancels out between costs, benefits and transfers is 0 already, in draws too.
        costRounding[row] = costSize > Math.abs(costs) ? Rounding.of(costSize) : 0;
        netRounding[row] =
                costRounding[row] > 0 || benefitSize > Math.abs(benefits) ? Rounding.of(costSize + gainSize) : 0;
        double cleanedCosts = Rounding.cleaned(costs, costSize);
        target[Figures.COSTS][row] = cleanedCosts;
        target[Figures.BENEFITS][row] = Rounding.cleaned(benefits, benefitSize);
        target[Figures.NPV][row] = Rounding.cleaned(target[Figures.NPV][row], costSize + gainSize);
        target[Figures.RATIO][row] = cleanedCosts > 0 ? Rounding.cleaned(gains, gainSize) / cleanedCosts : Double.NaN;
    }

    /** What was asked for besides: the units of effects, and then the costs that a choice needs. */
    private void further(int theCase, Evaluator evaluator, Evaluator.DrawBlock block, double[][] target, int[] rows) {
        int[] places = cases.get(theCase).unitPlaces();
        int firstUnits = portfolio.firstUnits();
        for (int u = 0; u < places.length; u++) {
            if (places[u] < 0) {
                for (int row : rows) {
                    target[firstUnits + u][row] = Double.NaN;
                }
            } else {
                copy(block, evaluator.figures() + places[u], target[firstUnits + u], rows);
            }
        }
        int costs = target.length - firstUnits - places.length;
        for (int k = 0; k < costs; k++) {
            copy(
                    block,
                    evaluator.figures() + evaluator.furtherFigures() - costs + k,
                    target[target.length - costs + k],
                    rows);
        }
    }

    private void copy(Evaluator.DrawBlock block, int figure, double[] target, int[] rows) {
        if (areConsecutive(rows)) {
            block.copy(figure, target, rows[0], rows.length);
        } else {
            block.copy(figure, inBlock, 0, rows.length);
            for (int i = 0; i < rows.length; i++) {
                target[rows[i]] = inBlock[i];
            }
        }
    }

    /** Whether rows, which are in ascending order and at least one, follow each other. */
    private static boolean areConsecutive(int[] rows) {
        return rows[rows.length - 1] - rows[0] == rows.length - 1;
    }

    private void draw(int theCase, RowPlan.BoundEvaluator part, int row) {
        Evaluator.DrawBlock block = block(part.evaluator());
        for (int input = 0; input < part.inputs(); input++) {
            if (part.column(input) >= 0) {
                Arrays.fill(block.input(input), columns[part.column(input)][row]);
            }
        }
        for (int from = 0; from < npvs.length; from += BLOCK) {
            throwIfCancelled();
            int n = Math.min(BLOCK, npvs.length - from);
            for (int input = 0; input < part.inputs(); input++) {
                if (part.column(input) < 0) {
                    System.arraycopy(part.draws(input), from, block.input(input), 0, n);
                }
            }
            Refusals refusals = new Refusals(part.evaluator(), false, n);
            block.evaluate(n, refusals);
            clamped[row] |= refusals.anyClamped();
            if (refusals.refusal().isAny()) {
                int refused = refusals.refusal().row();
                refuse(theCase, part, block, refusals.refusal().problem(refused), from, refused, row);
                return;
            }
            block.copy(Evaluator.NPV, npvs, from, n);
            Rounding.clean(npvs, from, n, netRounding[row]);
            if (drawn.length > 0 && !keep(theCase, part.evaluator(), block, row, from, n)) {
                return;
            }
        }
        double[][] target = figures[theCase];
        Statistics npv = ColumnStatistics.of(npvs);
        int next = Figures.NET + part.evaluator().stakeholders().size();
        for (double figure : new double[] {npv.mean(), npv.p5(), npv.p50(), npv.p95(), npv.probabilityPositive()}) {
            target[next++][row] = figure;
        }
        requireFinite(
                theCase,
                new int[] {row},
                Figures.NET + part.evaluator().stakeholders().size(),
                next);
    }

    /** Keeps what a choice needs; false if one of the amounts is too large for a number. */
    private boolean keep(int theCase, Evaluator evaluator, Evaluator.DrawBlock block, int row, int from, int n) {
        int[] costs = portfolio.choiceCosts();
        boolean areFurther = portfolio.figures().size()
                > portfolio.firstUnits() + cases.get(theCase).unitPlaces().length;
        int firstCosts = areFurther ? evaluator.figures() + evaluator.furtherFigures() - costs.length : Evaluator.COSTS;
        double[][] kept = drawn[theCase][row];
        if (cases.get(theCase).hasUnitsOfChoice()) {
            int value = value(evaluator);
            block.copy(value, kept[0], from, n);
            Rounding.clean(kept[0], from, n, value == Evaluator.NPV ? netRounding[row] : 0);
        }
        if (!areFinite(kept[0], from, n)) {
            tooLarge(theCase, row, portfolio.choiceValue());
            return false;
        }
        for (int budget = 0; budget < costs.length; budget++) {
            block.copy(firstCosts + budget, kept[1 + budget], from, n);
            Rounding.clean(kept[1 + budget], from, n, firstCosts == Evaluator.COSTS ? costRounding[row] : 0);
            if (!areFinite(kept[1 + budget], from, n)) {
                tooLarge(theCase, row, costs[budget]);
                return false;
            }
        }
        return true;
    }

    /** The evaluator's figure of what an option is worth. */
    private int value(Evaluator evaluator) {
        Objective objective = portfolio.objective();
        if (objective instanceof Objective.WeightedNetPresentValue) {
            return Evaluator.WEIGHTED_NPV;
        }
        if (objective instanceof Objective.Net net) {
            return Evaluator.net(evaluator.stakeholders().indexOf(net.stakeholder()));
        }
        return objective instanceof Objective.Units ? evaluator.figures() : Evaluator.NPV;
    }

    /** A row with a figure that is too large for a number is refused. */
    private void requireFinite(int theCase, int[] rows, int first, int end) {
        for (int figure = first; figure < end; figure++) {
            double[] values = figures[theCase][figure];
            for (int row : rows) {
                if (!Double.isFinite(values[row]) && !isAbsent(theCase, figure, row)) {
                    tooLarge(theCase, row, figure);
                }
            }
        }
    }

    /**
     * A row of which all amounts, or the costs by which others are divided, are so small that they have lost digits is refused, and so
     * is one in which they became 0 with a value of almost 0. A small amount beside others is none of that.
     */
    private void requireDigits(int theCase, int row, RowPlan.BoundEvaluator central) {
        double[][] amounts = figures[theCase];
        double costs = amounts[Figures.COSTS][row];
        double largest = Math.max(Math.abs(costs), Math.abs(amounts[Figures.BENEFITS][row]));
        for (int stakeholder = 0;
                stakeholder < central.evaluator().stakeholders().size();
                stakeholder++) {
            largest = Math.max(largest, Math.abs(amounts[Figures.NET + stakeholder][row]));
        }
        boolean mayHaveBecomeZero = costs == 0 && mayLoseDigits(central, row);
        if (isWithoutDigits(costs) || (mayHaveBecomeZero && largest != 0)) {
            refuse(ProblemCode.UNDERFLOW, theCase, row, Figures.COSTS);
        } else if (isWithoutDigits(largest) || mayHaveBecomeZero) {
            refuse(ProblemCode.UNDERFLOW, theCase, row, Figures.NPV);
        }
    }

    private boolean mayLoseDigits(RowPlan.BoundEvaluator central, int row) {
        for (int input = 0; input < central.inputs(); input++) {
            if (LostDigits.areNear(columns[central.column(input)][row])) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWithoutDigits(double amount) {
        return amount != 0 && Math.abs(amount) < LEAST;
    }

    private void tooLarge(int theCase, int row, int figure) {
        refuse(ProblemCode.OVERFLOW, theCase, row, figure);
    }

    private void refuse(ProblemCode code, int theCase, int row, int figure) {
        if (problems.get(row).isEmpty()) {
            problems.get(row)
                    .add(Problem.of(
                            code, Problem.NO_PATH, portfolio.figures().get(figure), portfolio.alternative(theCase)));
        }
    }

    private static boolean areFinite(double[] column, int from, int n) {
        for (int i = from; i < from + n; i++) {
            if (!Double.isFinite(column[i])) {
                return false;
            }
        }
        return true;
    }

    private void refuse(
            int theCase,
            RowPlan.BoundEvaluator part,
            Evaluator.DrawBlock block,
            Problem problem,
            int from,
            int draw,
            int row) {
        List<String> drawnIds = new ArrayList<>();
        List<Integer> drawnInputs = new ArrayList<>();
        for (int input = 0; input < part.inputs(); input++) {
            if (part.column(input) < 0) {
                drawnIds.add(part.evaluator().inputs().get(input));
                drawnInputs.add(input);
            }
        }
        Problem ofColumn = RowCompiler.ofColumn(problem);
        problems.get(row).add(ofColumn);
        problems.get(row)
                .add(FirstRefusal.ofDraw(
                        ofColumn,
                        from + draw,
                        portfolio.alternative(theCase),
                        drawnIds,
                        p -> block.input(drawnInputs.get(p))[draw]));
    }

    /**
     * {@return a figure of a row, unless it {@link #isAbsent is absent}; figures in the order of {@link Portfolio#figures}}
     *
     * @param theCase the case's number, from 0
     * @param figure the figure's number, from 0
     * @param row its number, from 0
     */
    public double figure(int theCase, int figure, int row) {
        return figures[theCase][figure][row];
    }

    /**
     * Copies a figure of the first rows to other places.
     *
     * @param theCase the case's number, from 0
     * @param figure the figure's number, from 0
     * @param target takes the figure
     * @param places by row, its place in {@code target}; ascending, and at least one
     */
    public void copy(int theCase, int figure, double[] target, int[] places) {
        double[] from = figures[theCase][figure];
        if (areConsecutive(places)) {
            System.arraycopy(from, 0, target, places[0], places.length);
        } else {
            for (int row = 0; row < places.length; row++) {
                target[places[row]] = from[row];
            }
        }
    }

    /**
     * {@return whether a row has no such figure: a benefit-cost ratio without costs above 0, or the units of an effect that the
     * alternative does not have}
     *
     * @param theCase the case's number, from 0
     * @param figure the figure's number, from 0
     * @param row its number, from 0
     */
    public boolean isAbsent(int theCase, int figure, int row) {
        boolean mayBeAbsent = figure == Figures.RATIO || portfolio.isUnits(figure);
        return mayBeAbsent && Double.isNaN(figures[theCase][figure][row]);
    }

    /** {@return whether the figures of every draw are kept} */
    public boolean keepsDraws() {
        return drawn.length > 0;
    }

    /**
     * {@return what an option takes of a budget in every draw; to be read only, and before the next rows}
     *
     * @param theCase the case's number, from 0
     * @param budget counted from 0
     * @param row its number, from 0
     */
    public double[] drawnCosts(int theCase, int budget, int row) {
        return drawn[theCase][row][1 + budget];
    }

    /**
     * {@return what an option is worth in every draw; to be read only, and before the next rows}
     *
     * @param theCase the case's number, from 0
     * @param row its number, from 0
     */
    public double[] drawnValues(int theCase, int row) {
        return drawn[theCase][row][0];
    }

    /**
     * {@return why a row has no figures; empty if it has}
     *
     * @param row its number, from 0
     */
    public List<Problem> problems(int row) {
        return List.copyOf(problems.get(row));
    }

    /**
     * {@return whether a fraction was outside 0 … 1 in some draw of a row, and taken as 0 or 1}
     *
     * @param row its number, from 0
     */
    public boolean isClamped(int row) {
        return clamped[row];
    }
}
