package nl.mkba.engine.portfolio;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One alternative in one outlook, with the plans made for its rows so far. Safe for any number of threads. */
final class RowCase implements Serializable {

    private static final long serialVersionUID = 1;

    /** Plans kept beside those that were prepared. */
    private static final int MOST_PLANS = 64;

    private final String alternative;
    private final @Nullable String outlook;
    private final int[] shaping;
    private final HashMap<Shape, RowPlan> prepared = new HashMap<>();
    private final transient @Nullable RowCompiler compiler;
    private final transient @Nullable Map<Shape, RowPlan> recent;

    /** Values of the shaping columns, bit for bit. */
    private static final class Shape implements Serializable {
        private static final long serialVersionUID = 1;
        private final double[] values;

        Shape(double[] values) {
            this.values = values;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Shape shape && Arrays.equals(values, shape.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    RowCase(RowCompiler compiler) {
        this.compiler = compiler;
        this.alternative = compiler.alternative();
        this.outlook = compiler.outlook().orElse(null);
        this.shaping = compiler.shaping();
        this.recent = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Shape, RowPlan> eldest) {
                return size() > MOST_PLANS;
            }
        };
        if (shaping.length == 0) {
            prepare(new double[0]);
        }
    }

    String alternative() {
        return alternative;
    }

    Optional<String> outlook() {
        return Optional.ofNullable(outlook);
    }

    /** The columns on whose values the years depend. */
    int[] shaping() {
        return shaping.clone();
    }

    private Shape shape(double[] row) {
        double[] values = new double[shaping.length];
        for (int s = 0; s < values.length; s++) {
            values[s] = row[shaping[s]];
        }
        return new Shape(values);
    }

    /** Makes and keeps the plan of a row. */
    synchronized void prepare(double[] row) {
        Shape shape = shape(row);
        if (!prepared.containsKey(shape)) {
            prepared.put(shape, compile(shape));
        }
    }

    /** The plan of rows that have these values in the shaping columns. */
    RowPlan plan(double[] shaped) {
        Shape shape = new Shape(shaped);
        RowPlan known = known(shape);
        if (known != null) {
            return known;
        }
        // Outside the lock: two threads may now and then compile the same, but none waits for another's compiling.
        RowPlan made = compile(shape);
        remember(shape, made);
        return made;
    }

    private synchronized @Nullable RowPlan known(Shape shape) {
        RowPlan plan = prepared.get(shape);
        return plan != null || recent == null ? plan : recent.get(shape);
    }

    private synchronized void remember(Shape shape, RowPlan plan) {
        if (recent != null) {
            recent.put(shape, plan);
        }
    }

    private RowPlan compile(Shape shape) {
        if (compiler == null) {
            throw new IllegalStateException("The values " + Arrays.toString(shape.values) + " were not prepared");
        }
        return compiler.compile(shape.values);
    }
}
