package nl.mkba.file.portfolio;

import java.io.IOException;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Location;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;

/** Thrown where a Parquet file is not what it says it is, or has something that is not read. */
final class RefusedParquetException extends IOException {

    private final transient Problem problem;

    private RefusedParquetException(Problem problem) {
        super(problem.code().id() + " " + problem.arguments());
        this.problem = problem;
    }

    /**
     * The file is damaged.
     *
     * @param reason the word for it in the texts of problems
     */
    static RefusedParquetException damaged(String reason) {
        return new RefusedParquetException(Problem.of(ProblemCode.BAD_PARQUET, Problem.NO_PATH, "parquet_" + reason));
    }

    /**
     * The file is whole, but this is not read.
     *
     * @param what the word for the kind of thing in the texts of problems
     * @param name its name in the format
     */
    static RefusedParquetException unread(String what, String name) {
        return new RefusedParquetException(
                Problem.of(ProblemCode.PARQUET_NOT_READ, Problem.NO_PATH, "parquet_" + what, name));
    }

    /** The same, of a column. */
    RefusedParquetException of(String column) {
        return new RefusedParquetException(problem.at(column));
    }

    /** What to tell, with the file as its place. */
    InvalidScenarioException refused(String file) {
        return new InvalidScenarioException(problem.in(new Location(file, 1, 1)));
    }
}
