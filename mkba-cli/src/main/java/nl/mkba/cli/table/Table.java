package nl.mkba.cli.table;

import java.io.Closeable;
import java.io.IOException;

/** A table that is written row by row: a number in the first column, figures in the others. Complete once it is closed. */
public interface Table extends Closeable {

    /** Writes the next row. */
    void row(int number, double[] figures) throws IOException;
}
