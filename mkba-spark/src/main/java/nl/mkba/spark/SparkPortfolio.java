package nl.mkba.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.List;
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
import org.apache.spark.sql.SparkSession;
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

    /** Shapes of years that are compiled beforehand; a table with more of them is not one of places. */
    private static final int MOST_SHAPES = 10_000;

    private final Portfolio portfolio;
    private final boolean skipsBadRows;

    private SparkPortfolio(Portfolio portfolio, boolean skipsBadRows) {
        this.portfolio = portfolio;
        this.skipsBadRows = skipsBadRows;
    }

    /**
     * A scenario made ready for a table, which is refused as a whole if one of its rows is: the job fails, and says which row.
     *
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
        return new SparkPortfolio(portfolio, false);
    }

    /** The same, in which bad rows are left out; {@link #refused} tells of them. */
    public SparkPortfolio skippingBadRows() {
        return new SparkPortfolio(portfolio, true);
    }

    /**
     * The figures of all places: a row for each place, alternative and outlook, with {@code id}, {@code alternative}, {@code
     * outlook} (null for none) and the portfolio's figures; {@code bcr} is null where there is none.
     *
     * @param places a table with a column {@code id}, and one for each of the portfolio's columns; others are passed over. Each
     *     of its partitions is one task: with draws a row is much work in few bytes, so there should be more than cores
     */
    public Dataset<Row> evaluate(Dataset<Row> places) {
        return evaluate(places, 1);
    }

    /** The same, in which a table of fewer partitions is divided. */
    Dataset<Row> evaluate(Dataset<Row> places, int leastPartitions) {
        Broadcast<Portfolio> everywhere = everywhere(places);
        Dataset<Row> divided =
                places.toJavaRDD().getNumPartitions() < leastPartitions ? places.repartition(leastPartitions) : places;
        return numbers(divided)
                .mapPartitions(new PartitionEvaluator(everywhere, skipsBadRows), Encoders.row(schema(portfolio)));
    }

    /** What is wrong with the rows that have no figures: {@code id} and {@code problem}, a row for each problem. */
    public Dataset<Row> refused(Dataset<Row> places) {
        Broadcast<Portfolio> everywhere = everywhere(places);
        StructType schema =
                new StructType().add(ID, DataTypes.StringType, true).add("problem", DataTypes.StringType, false);
        return numbers(places).mapPartitions(new PartitionCheck(everywhere), Encoders.row(schema));
    }

    private Broadcast<Portfolio> everywhere(Dataset<Row> places) {
        prepare(numbers(places));
        SparkSession session = places.sparkSession();
        return session.sparkContext().broadcast(portfolio, scala.reflect.ClassTag$.MODULE$.apply(Portfolio.class));
    }

    /** Compiles for every set of values that shapes years, before the plans are sent along. */
    private void prepare(Dataset<Row> numbers) {
        int[] shaping = portfolio.shaping();
        if (shaping.length == 0) {
            return;
        }
        Column[] columns = new Column[shaping.length];
        for (int s = 0; s < shaping.length; s++) {
            columns[s] = col("`" + portfolio.columns().get(shaping[s]) + "`");
        }
        List<Row> shapes = numbers.select(columns)
                .na()
                .drop()
                .distinct()
                .limit(MOST_SHAPES + 1)
                .collectAsList();
        if (shapes.size() > MOST_SHAPES) {
            throw new IllegalArgumentException("The columns that shape years have more than " + MOST_SHAPES
                    + " different sets of values; make their values whole years");
        }
        List<double[]> rows = new ArrayList<>();
        for (Row shape : shapes) {
            double[] row = new double[portfolio.columns().size()];
            List<Problem> problems = new ArrayList<>();
            for (int s = 0; s < shaping.length; s++) {
                row[shaping[s]] = Partition.number(shape, s, portfolio.columns().get(shaping[s]), problems);
            }
            if (problems.isEmpty()) {
                rows.add(row);
            }
        }
        portfolio.prepare(rows);
    }

    /** The id as text, and the columns as numbers; those of texts stay so, and are read as the numbers of every other table. */
    private Dataset<Row> numbers(Dataset<Row> places) {
        List<Column> columns = new ArrayList<>();
        columns.add(col(ID).cast(DataTypes.StringType));
        for (String column : portfolio.columns()) {
            Column values = col("`" + column + "`");
            boolean isText = places.schema().apply(column).dataType().equals(DataTypes.StringType);
            columns.add((isText ? values : expr("try_cast(`" + column + "` as double)")).as(column));
        }
        return places.select(columns.toArray(Column[]::new));
    }

    private static StructType schema(Portfolio portfolio) {
        StructType schema = new StructType()
                .add(ID, DataTypes.StringType, false)
                .add("alternative", DataTypes.StringType, false)
                .add("outlook", DataTypes.StringType, true);
        for (String figure : portfolio.figures()) {
            schema = schema.add(figure, DataTypes.DoubleType, figure.equals("bcr"));
        }
        return schema;
    }
}
