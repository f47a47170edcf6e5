package nl.mkba.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.mkba.engine.portfolio.Portfolio;
import nl.mkba.problem.Problem;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * A portfolio evaluated by Apache Spark: the compiled plans are broadcast, and every partition of the table is evaluated where
 * it is. The figures are the same bits as those of {@link nl.mkba.Mkba#portfolio} on one machine, whatever the
 * partitions.
 *
 * <p>Immutable.
 */
public final class SparkPortfolio {

    /** The column that says which place a row is about. */
    public static final String ID = "id";

    /** Begins the names of columns that are none of the portfolio's: no parameter is called so. */
    private static final String OWN = "#";

    /** Shapes of years that are compiled beforehand; a table with more of them is not one of places. */
    private static final int MOST_SHAPES = 10_000;

    /** Sets of columns without a value for which is compiled; rows mostly lack the same few. */
    private static final int MOST_KEPT = 256;

    private final Portfolio portfolio;
    private final boolean skipsBadRows;

    /** Makes the portfolio with some of the columns; null where every row gives all of them a value. */
    private final @Nullable Function<List<String>, Portfolio> maker;

    private SparkPortfolio(
            Portfolio portfolio, boolean skipsBadRows, @Nullable Function<List<String>, Portfolio> maker) {
        this.portfolio = portfolio;
        this.skipsBadRows = skipsBadRows;
        this.maker = maker;
    }

    /**
     * {@return a scenario made ready for a table, which is refused as a whole if one of its rows is: the job fails, and says
     * which row}
     *
     * @param scenario the analysis of one place
     * @param selection which of its alternatives and outlooks to calculate, and with what changed
     * @param columns ids of the parameters that the rows give a value
     * @param simulation how to draw for each row, or null for the central estimate only; draws are common to all rows
     * @throws nl.mkba.problem.InvalidScenarioException if the scenario or the selection is refused, or a column is not a
     *     parameter
     */
    public static SparkPortfolio of(
            Scenario scenario, Selection selection, List<String> columns, @Nullable Simulation simulation) {
        return of(Portfolio.of(scenario, selection, columns, simulation));
    }

    static SparkPortfolio of(Portfolio portfolio) {
        return new SparkPortfolio(portfolio, false, null);
    }

    /**
     * A portfolio for rows in which a column may be null: the scenario's own value holds there.
     *
     * @param maker makes the same portfolio with some of the columns
     */
    static SparkPortfolio keeping(Portfolio portfolio, Function<List<String>, Portfolio> maker) {
        return new SparkPortfolio(portfolio, false, maker);
    }

    /** {@return the same portfolio, in which bad rows are left out; {@link #refused} tells of them} */
    public SparkPortfolio skippingBadRows() {
        return new SparkPortfolio(portfolio, true, maker);
    }

    /**
     * {@return the figures of all places: a row for each place, alternative and outlook, with {@code id}, {@code alternative},
     * {@code outlook} (null for none) and the portfolio's figures; {@code bcr} is null where there is none}
     *
     * @param places a table with a column {@code id}, and one for each of the portfolio's columns; others are passed over. Each
     *     of its partitions is one task: with draws a row is much work in few bytes, so there should be more than cores
     */
    public Dataset<Row> evaluate(Dataset<Row> places) {
        return evaluate(places, 1);
    }

    /** The same, in which a table of fewer partitions is divided. */
    Dataset<Row> evaluate(Dataset<Row> places, int leastPartitions) {
        return evaluate(numbers(places), false, leastPartitions);
    }

    /**
     * The same of rows that were read already.
     *
     * @param numbers with the columns of {@link #numbersOf}
     * @param hasNames whether the name of a place stands behind its id
     */
    Dataset<Row> evaluate(Dataset<Row> numbers, boolean hasNames, int leastPartitions) {
        Broadcast<Portfolios> everywhere = everywhere(numbers);
        Dataset<Row> divided = numbers.toJavaRDD().getNumPartitions() < leastPartitions
                ? numbers.repartition(leastPartitions)
                : numbers;
        return divided.mapPartitions(
                new PartitionEvaluator(everywhere, hasNames, skipsBadRows), Encoders.row(schema(portfolio, hasNames)));
    }

    /**
     * {@return what is wrong with the rows that have no figures: {@code id} and {@code problem}, a row for each problem}
     *
     * @param places a table as for {@link #evaluate}
     */
    public Dataset<Row> refused(Dataset<Row> places) {
        Dataset<Row> numbers = numbers(places);
        Broadcast<Portfolios> everywhere = everywhere(numbers);
        StructType schema =
                new StructType().add(ID, DataTypes.StringType, true).add("problem", DataTypes.StringType, false);
        return numbers.mapPartitions(new PartitionCheck(everywhere), Encoders.row(schema));
    }

    private Broadcast<Portfolios> everywhere(Dataset<Row> numbers) {
        Portfolios prepared = prepared(numbers);
        return numbers.sparkSession()
                .sparkContext()
                .broadcast(prepared, scala.reflect.ClassTag$.MODULE$.apply(Portfolios.class));
    }

    /** Compiles for every set of columns without a value, and of values that shape years, before the plans are sent along. */
    private Portfolios prepared(Dataset<Row> numbers) {
        int[] shaping = portfolio.shaping();
        Map<BitSet, Portfolio> others = new HashMap<>();
        if (shaping.length == 0 && maker == null) {
            return new Portfolios(portfolio, others);
        }
        Map<BitSet, List<double[]>> shapes = shapes(numbers, shaping);
        if (shapes.size() > MOST_KEPT) {
            throw new IllegalArgumentException("The rows lack more than " + MOST_KEPT + " different sets of values");
        }
        shapes.forEach((kept, rows) -> {
            Portfolio each = maker == null || kept.isEmpty() ? portfolio : maker.apply(without(kept));
            each.prepare(rows.stream().map(row -> inOrder(row, each)).toList());
            if (!kept.isEmpty()) {
                others.put(kept, each);
            }
        });
        return new Portfolios(portfolio, others);
    }

    private List<String> without(BitSet kept) {
        List<String> columns = new ArrayList<>();
        for (int column = 0; column < portfolio.columns().size(); column++) {
            if (!kept.get(column)) {
                columns.add(portfolio.columns().get(column));
            }
        }
        return columns;
    }

    /** A row of the whole portfolio's columns in the order of another one's. */
    private double[] inOrder(double[] row, Portfolio other) {
        return other.columns().stream()
                .mapToDouble(column -> row[portfolio.columns().indexOf(column)])
                .toArray();
    }

    /** By the columns that have no value, rows with the different values of those that shape years. */
    private Map<BitSet, List<double[]>> shapes(Dataset<Row> numbers, int[] shaping) {
        List<Column> columns = new ArrayList<>();
        columns.add(maker == null ? lit("") : concat(emptiness()));
        for (int column : shaping) {
            columns.add(value(column));
        }
        Dataset<Row> all = numbers.select(columns.toArray(Column[]::new));
        List<Row> different = (maker == null ? all.na().drop() : all)
                .distinct()
                .limit(MOST_SHAPES + 1)
                .collectAsList();
        if (different.size() > MOST_SHAPES) {
            throw new IllegalArgumentException("The columns that shape years have more than " + MOST_SHAPES
                    + " different sets of values; make their values whole years");
        }
        Map<BitSet, List<double[]>> shapes = new HashMap<>();
        for (Row shape : different) {
            double[] row = new double[portfolio.columns().size()];
            List<Problem> problems = new ArrayList<>();
            BitSet kept = kept(shape.getString(0));
            for (int s = 0; s < shaping.length; s++) {
                if (!kept.get(shaping[s])) {
                    row[shaping[s]] =
                            Partition.number(shape, s + 1, portfolio.columns().get(shaping[s]), problems);
                }
            }
            if (problems.isEmpty()) {
                shapes.computeIfAbsent(kept, each -> new ArrayList<>()).add(row);
            }
        }
        return shapes;
    }

    private Column value(int column) {
        return col("`" + portfolio.columns().get(column) + "`");
    }

    /** For each column a 1 where it has no value. */
    private Column[] emptiness() {
        Column[] columns = new Column[portfolio.columns().size()];
        Arrays.setAll(columns, column -> when(value(column).isNull(), "1").otherwise("0"));
        return columns;
    }

    private static BitSet kept(String emptiness) {
        BitSet kept = new BitSet();
        for (int column = 0; column < emptiness.length(); column++) {
            kept.set(column, emptiness.charAt(column) == '1');
        }
        return kept;
    }

    /**
     * The columns of rows that were read: the id of the place, its name, the file and the line it was read from, and the values of
     * the portfolio's columns.
     */
    static StructType numbersOf(List<String> columns) {
        StructType schema = new StructType()
                .add(OWN + ID, DataTypes.StringType, true)
                .add(OWN + "name", DataTypes.StringType, true)
                .add(OWN + "file", DataTypes.StringType, true)
                .add(OWN + "line", DataTypes.IntegerType, true);
        for (String column : columns) {
            schema = schema.add(column, DataTypes.DoubleType, true);
        }
        return schema;
    }

    /** The id as text, and the columns as numbers; those of texts stay so, and are read as the numbers of every other table. */
    private Dataset<Row> numbers(Dataset<Row> places) {
        List<Column> columns = new ArrayList<>();
        columns.add(col(ID).cast(DataTypes.StringType).as(OWN + ID));
        columns.add(lit(null).cast(DataTypes.StringType).as(OWN + "name"));
        columns.add(lit(null).cast(DataTypes.StringType).as(OWN + "file"));
        columns.add(lit(null).cast(DataTypes.IntegerType).as(OWN + "line"));
        for (String column : portfolio.columns()) {
            Column values = col("`" + column + "`");
            boolean isText = places.schema().apply(column).dataType().equals(DataTypes.StringType);
            columns.add((isText ? values : expr("try_cast(`" + column + "` as double)")).as(column));
        }
        return places.select(columns.toArray(Column[]::new));
    }

    private static StructType schema(Portfolio portfolio, boolean hasNames) {
        StructType schema = new StructType().add(ID, DataTypes.StringType, false);
        if (hasNames) {
            schema = schema.add("name", DataTypes.StringType, false);
        }
        schema = schema.add("alternative", DataTypes.StringType, false).add("outlook", DataTypes.StringType, true);
        for (String figure : portfolio.figures()) {
            schema = schema.add(figure, DataTypes.DoubleType, figure.equals("bcr"));
        }
        return schema;
    }
}
