package nl.mkba.file.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.mkba.engine.portfolio.Portfolio;
import nl.mkba.engine.portfolio.RowEvaluator;
import nl.mkba.file.portfolio.DoubtfulCells;
import nl.mkba.file.portfolio.RowReader;
import nl.mkba.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The results of the rows of a part of a table. Once it is filled it does not change. */
public final class EvaluatedPart {

    /**
     * A place that a row is about.
     *
     * @param id the place's id
     * @param line of the row
     */
    public record Mention(String id, long line) {}

    private final Portfolio portfolio;
    private final int rows;
    private final List<String> ids = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private final List<Mention> mentions = new ArrayList<>();
    private final Set<String> mentionedGroups = new LinkedHashSet<>();

    /** By row; null for one that has no figures. */
    private final @Nullable String[] idOfRow;

    private final @Nullable String[] nameOfRow;
    private final @Nullable String[] groupOfRow;

    /** The rows of the places that have figures. */
    private int[] places = new int[0];

    private final double[][][] figures;
    private final SortedMap<Long, List<Problem>> refused = new TreeMap<>();
    private final double[][][][] drawn;
    private final DoubtfulCells doubtfulCells;
    private final boolean hasNames;
    private int[] kept = new int[0];
    private int clamped;
    private int passedOver;
    private int leftOut;

    EvaluatedPart(Portfolio portfolio, int rows, DoubtfulCells doubtfulCells, boolean hasNames) {
        this.doubtfulCells = doubtfulCells;
        this.hasNames = hasNames;
        this.idOfRow = new String[rows];
        this.nameOfRow = new String[rows];
        this.groupOfRow = new String[rows];
        this.drawn = new double[rows][][][];
        this.portfolio = portfolio;
        this.rows = rows;
        this.figures = new double[portfolio.cases()][portfolio.figures().size()][rows];
    }

    /**
     * Takes the figures that an evaluator has of some rows; rows come in any order. Those of a row that is not {@link #put} as well
     * do not matter.
     */
    void take(RowEvaluator evaluator, int[] ofRows) {
        for (int c = 0; c < figures.length; c++) {
            for (int figure = 0; figure < figures[c].length; figure++) {
                evaluator.copy(c, figure, figures[c][figure], ofRows);
            }
        }
    }

    /** Notes that a row has figures. */
    void put(int row, RowReader read, RowEvaluator evaluator, int place) {
        idOfRow[row] = read.id(row);
        nameOfRow[row] = read.name(row);
        groupOfRow[row] = read.group(row);
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
            drawn[row] = ofPlace;
        }
    }

    /** All rows have been put: those that have figures are the places, in the order of the table. */
    void complete() {
        int[] found = new int[rows];
        for (int row = 0; row < rows; row++) {
            String id = idOfRow[row];
            String name = nameOfRow[row];
            String group = groupOfRow[row];
            if (id != null && name != null && group != null) {
                found[ids.size()] = row;
                ids.add(id);
                names.add(name);
                groups.add(group);
            }
        }
        places = Arrays.copyOf(found, ids.size());
    }

    /** Notes a row that is about a place. */
    void about(String id, long line) {
        mentions.add(new Mention(id, line));
    }

    /** Notes the group that a row is about, whatever is made of the row; an empty text is none. */
    void about(String group) {
        if (!group.isEmpty()) {
            mentionedGroups.add(group);
        }
    }

    void passOver() {
        passedOver++;
    }

    void leaveOut() {
        leftOut++;
    }

    /** Notes parameters of which a place keeps the scenario's own value, by their place among those that the table gives. */
    void keep(BitSet parameters) {
        if (kept.length < parameters.length()) {
            kept = Arrays.copyOf(kept, parameters.length());
        }
        parameters.stream().forEach(parameter -> kept[parameter]++);
    }

    void refuse(long line, List<Problem> problems) {
        refused.put(line, problems);
    }

    /** {@return the portfolio whose figures these are} */
    public Portfolio portfolio() {
        return portfolio;
    }

    /** {@return how many rows were read} */
    public int rows() {
        return rows;
    }

    /** {@return the places that have figures, in the order of the table} */
    public List<String> ids() {
        return Collections.unmodifiableList(ids);
    }

    /** {@return the names of the places that have figures; empty without a column of names} */
    public Optional<List<String>> names() {
        return hasNames ? Optional.of(Collections.unmodifiableList(names)) : Optional.empty();
    }

    /**
     * {@return in which row of the part a place is}
     *
     * @param place its number among the places that have figures, from 0
     */
    public int row(int place) {
        return places[place];
    }

    /**
     * {@return the group that a place is in; an empty text if none was asked for}
     *
     * @param place its number among the places that have figures, from 0
     */
    public String group(int place) {
        return groups.get(place);
    }

    /** {@return the places that rows are about which a value can be read from, whether they have figures or not} */
    public List<Mention> mentions() {
        return Collections.unmodifiableList(mentions);
    }

    /** {@return the groups that rows are about, whether one of their places has figures or not} */
    public Set<String> mentionedGroups() {
        return Collections.unmodifiableSet(mentionedGroups);
    }

    /** {@return how many rows the mapping does not keep} */
    public int passedOver() {
        return passedOver;
    }

    /** {@return how many places have no value where the mapping leaves them out then} */
    public int leftOut() {
        return leftOut;
    }

    /**
     * {@return of how many places a parameter keeps the scenario's own value, because the table has none}
     *
     * @param parameter its place among those that the table gives, from 0
     */
    public int kept(int parameter) {
        return parameter < kept.length ? kept[parameter] : 0;
    }

    /**
     * {@return a figure of a place, NaN if it {@link #isAbsent is absent}; figures in the order of {@link Portfolio#figures}}
     *
     * @param theCase the place of the alternative and outlook among the cases, from 0
     * @param figure its place in {@link Portfolio#figures}
     * @param place its number among the places that have figures, from 0
     */
    public double figure(int theCase, int figure, int place) {
        return figures[theCase][figure][places[place]];
    }

    /**
     * {@return whether a place has no such figure: a ratio without costs above 0, or the units of an effect that the
     * alternative does not have}
     *
     * @param theCase the place of the alternative and outlook among the cases, from 0
     * @param figure its place in {@link Portfolio#figures}
     * @param place its number among the places that have figures, from 0
     */
    public boolean isAbsent(int theCase, int figure, int place) {
        // What cannot be a number was refused with its row.
        return Double.isNaN(figure(theCase, figure, place));
    }

    /**
     * {@return what a place takes of a budget in a draw, in the scenario's currency; only if draws are kept}
     *
     * @param theCase the place of the alternative and outlook among the cases, from 0
     * @param budget its number among the budgets of the choice, from 0
     * @param place its number among the places that have figures, from 0
     * @param draw its number, from 0
     */
    public double drawnCost(int theCase, int budget, int place, int draw) {
        return drawn[places[place]][theCase][1 + budget][draw];
    }

    /**
     * {@return what a place is worth in a draw, in the unit of what is to be had the most of; only if draws are kept}
     *
     * @param theCase the place of the alternative and outlook among the cases, from 0
     * @param place its number among the places that have figures, from 0
     * @param draw its number, from 0
     */
    public double drawnValue(int theCase, int place, int draw) {
        return drawn[places[place]][theCase][0][draw];
    }

    /** {@return what is wrong with rows that have no figures, by their lines} */
    public SortedMap<Long, List<Problem>> refused() {
        return Collections.unmodifiableSortedMap(refused);
    }

    /** {@return its cells that were perhaps meant otherwise than they are read} */
    public DoubtfulCells doubtfulCells() {
        return doubtfulCells;
    }

    /** {@return in how many places a fraction was outside 0 … 1 in some draw, and taken as 0 or 1} */
    public int clamped() {
        return clamped;
    }
}
