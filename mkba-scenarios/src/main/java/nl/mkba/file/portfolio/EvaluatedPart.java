package nl.mkba.file.portfolio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.mkba.portfolio.Portfolio;
import nl.mkba.portfolio.RowEvaluator;
import nl.mkba.problem.Problem;

/** The results of the rows of a part of a table. Once it is filled it does not change. */
public final class EvaluatedPart {

    private final Portfolio portfolio;
    private final int rows;
    private final List<String> ids = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private final double[][][] figures;
    private final boolean[][] absent;
    private final SortedMap<Long, List<Problem>> refused = new TreeMap<>();
    private final int ratio;
    private final List<double[][][]> drawn = new ArrayList<>();
    private final PerhapsThousands perhapsThousands;
    private int clamped;

    EvaluatedPart(Portfolio portfolio, int rows, PerhapsThousands perhapsThousands) {
        this.perhapsThousands = perhapsThousands;
        this.portfolio = portfolio;
        this.rows = rows;
        this.figures = new double[portfolio.cases()][portfolio.figures().size()][rows];
        this.absent = new boolean[portfolio.cases()][rows];
        this.ratio = portfolio.figures().indexOf("bcr");
    }

    void add(String id, String group, RowEvaluator evaluator, int place) {
        int row = ids.size();
        ids.add(id);
        groups.add(group);
        for (int c = 0; c < figures.length; c++) {
            for (int figure = 0; figure < figures[c].length; figure++) {
                figures[c][figure][row] = evaluator.figure(c, figure, place);
            }
            absent[c][row] = evaluator.isAbsent(c, ratio, place);
        }
        clamped += evaluator.isClamped(place) ? 1 : 0;
        if (evaluator.keepsDraws()) {
            double[][][] ofPlace = new double[figures.length][][];
            for (int c = 0; c < ofPlace.length; c++) {
                int budgets = portfolio.choiceCosts().length;
                ofPlace[c] = new double[1 + budgets][];
                ofPlace[c][0] = evaluator.drawnValues(c, place).clone();
                for (int budget = 0; budget < budgets; budget++) {
                    ofPlace[c][1 + budget] =
                            evaluator.drawnCosts(c, budget, place).clone();
                }
            }
            drawn.add(ofPlace);
        }
    }

    void refuse(long line, List<Problem> problems) {
        refused.put(line, problems);
    }

    /** The portfolio whose figures these are. */
    public Portfolio portfolio() {
        return portfolio;
    }

    /** How many rows were read. */
    public int rows() {
        return rows;
    }

    /** The places that have figures, in the order of the table. */
    public List<String> ids() {
        return Collections.unmodifiableList(ids);
    }

    /** The group that a place is in; an empty text if none was asked for. */
    public String group(int place) {
        return groups.get(place);
    }

    /** A figure of a place, unless it {@link #isAbsent is absent}; figures in the order of {@link Portfolio#figures}. */
    public double figure(int theCase, int figure, int place) {
        return figures[theCase][figure][place];
    }

    /** Whether a place has no such figure: a benefit-cost ratio without costs above 0. */
    public boolean isAbsent(int theCase, int figure, int place) {
        return figure == ratio && absent[theCase][place];
    }

    /** What a place takes of a budget in a draw; only if draws are kept. */
    public double drawnCost(int theCase, int budget, int place, int draw) {
        return drawn.get(place)[theCase][1 + budget][draw];
    }

    /** What a place is worth in a draw; only if draws are kept. */
    public double drawnValue(int theCase, int place, int draw) {
        return drawn.get(place)[theCase][0][draw];
    }

    /** What is wrong with rows that have no figures, by their lines. */
    public SortedMap<Long, List<Problem>> refused() {
        return Collections.unmodifiableSortedMap(refused);
    }

    /** Its cells that were perhaps meant as thousands. */
    public PerhapsThousands perhapsThousands() {
        return perhapsThousands;
    }

    /** In how many places a fraction was outside 0 … 1 in some draw, and taken as 0 or 1. */
    public int clamped() {
        return clamped;
    }
}
