package nl.mkba.cli.report;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** What is usual in the places most like a place: the median of their figures. Not to be changed once it is made. */
public final class LikePlaces {

    /** How many places a place is put beside. */
    public static final int MOST = 10;

    /** Places are compared with none. */
    public static final LikePlaces NONE = new LikePlaces(new double[0][][], 0, List.of(), 0);

    private static final int NPV = 0;
    private static final int RATIO = 1;

    private final double[][][] medians;
    private final int count;
    private final List<String> constant;
    private final int without;

    private LikePlaces(double[][][] medians, int count, List<String> constant, int without) {
        this.medians = medians;
        this.count = count;
        this.constant = List.copyOf(constant);
        this.without = without;
    }

    /**
     * The medians.
     *
     * @param neighbours of each place the places most like it; empty for a place that is compared with none
     * @param constant columns that tell no places apart
     * @param without how many places have no number in some column
     */
    public static LikePlaces of(PlaceFigures figures, int[][] neighbours, List<String> constant, int without) {
        double[][][] medians = new double[figures.cases()][2][figures.places()];
        for (int c = 0; c < figures.cases(); c++) {
            int theCase = c;
            for (int place = 0; place < figures.places(); place++) {
                medians[c][NPV][place] = median(neighbours[place], other -> figures.npv(theCase, other));
                medians[c][RATIO][place] = median(neighbours[place], other -> figures.ratio(theCase, other));
            }
        }
        int count =
                Arrays.stream(neighbours).mapToInt(each -> each.length).max().orElse(0);
        return new LikePlaces(medians, count, constant, without);
    }

    /** The median of what there is; NaN of nothing. */
    private static double median(int[] places, IntToDoubleFunction figure) {
        double[] values = Arrays.stream(places)
                .mapToDouble(figure)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        int half = values.length / 2;
        if (values.length == 0) {
            return Double.NaN;
        }
        return values.length % 2 == 1 ? values[half] : values[half - 1] / 2 + values[half] / 2;
    }

    /** Whether places are compared. */
    boolean isAsked() {
        return medians.length > 0;
    }

    /** With how many others a place is compared; 0 if no column tells them apart. */
    int count() {
        return count;
    }

    /** The median net present value of the places most like a place; NaN if it is compared with none. */
    double npv(int theCase, int place) {
        return medians[theCase][NPV][place];
    }

    /** The median of their benefits per euro of costs; NaN if none of them has one. */
    double ratio(int theCase, int place) {
        return medians[theCase][RATIO][place];
    }

    /** Columns that have one value for all places, and so tell none apart. */
    public List<String> constant() {
        return constant;
    }

    /** How many places have no number in some column, and are compared with none. */
    public int without() {
        return without;
    }
}
