package nl.mkba.engine.input;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nl.mkba.expression.Expression;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;

/**
 * What is handed to a builder, key by key. What cannot be taken is noted with the path of its key, and a placeholder
 * comes back, so that the builder of the whole can report everything at once. A part that is built by itself reports
 * when it is built. Not for more than one thread.
 */
public final class Inputs {

    private final String path;
    private final boolean isPart;
    private final List<Problem> kept;
    private final Consumer<Problem> refused;
    private final List<String> silenced;

    private Inputs(String path, boolean isPart, List<Problem> kept, Consumer<Problem> refused, List<String> silenced) {
        this.path = path;
        this.isPart = isPart;
        this.kept = kept;
        this.refused = refused;
        this.silenced = silenced;
    }

    /** {@return the inputs of something that is built by itself; paths begin with its own keys} */
    public static Inputs whole() {
        List<Problem> kept = new ArrayList<>();
        return new Inputs("", false, kept, kept::add, new ArrayList<>());
    }

    /**
     * {@return the inputs of something that is part of another; each problem is handed over, with a path that begins with its
     * own keys}
     *
     * @param refused receives each problem
     */
    public static Inputs handingTo(Consumer<Problem> refused) {
        return new Inputs("", true, List.of(), refused, new ArrayList<>());
    }

    /**
     * {@return the inputs of a part of this}
     *
     * @param key the path of the part from here, such as {@code costs.staff}
     */
    public Inputs at(String key) {
        return new Inputs(path(key), true, kept, refused, silenced);
    }

    /**
     * Has the keys of a part said to its builder; if one of them is refused at once, the part as a whole is noted.
     *
     * @param keys says the part to its builder
     * @param builder of the part
     * @param <T> the type of the builder
     */
    public <T> void take(Consumer<? super T> keys, T builder) {
        try {
            keys.accept(builder);
        } catch (InvalidScenarioException e) {
            refuse("", e);
        }
    }

    /**
     * {@return the expression that a text says; {@link Expression#UNKNOWN} if it says none, which is noted} What in it may have been
     * meant otherwise is noted too.
     *
     * @param key a key of what is built
     * @param text any
     */
    public Expression expression(String key, String text) {
        try {
            Expression expression = Expression.parse(text);
            for (Problem doubt : WrittenNumber.doubts(expression)) {
                refuse(doubt.at(key));
            }
            return expression;
        } catch (InvalidScenarioException e) {
            refuse(key, e);
            return Expression.UNKNOWN;
        }
    }

    /**
     * {@return a plain number; {@link Expression#UNKNOWN} if it is not finite, which is noted}
     *
     * @param key a key of what is built
     * @param number any
     */
    public Expression expression(String key, double number) {
        try {
            return Expression.of(number);
        } catch (InvalidScenarioException e) {
            refuse(key, e);
            return Expression.UNKNOWN;
        }
    }

    /**
     * Notes what the model has against the value of a key.
     *
     * @param key a key of what is built
     * @param why what was refused
     */
    public void refuse(String key, InvalidScenarioException why) {
        for (Problem problem : why.problems()) {
            String inside = problem.path().equals(Problem.NO_PATH) ? "" : problem.path();
            refuse(problem.at(key.isEmpty() || inside.isEmpty() ? key + inside : key + "." + inside));
        }
    }

    /**
     * Notes a problem that has the path of its key from here.
     *
     * @param problem what is wrong or deserves attention
     */
    public void refuse(Problem problem) {
        refused.accept(problem.at(path(problem.path())));
    }

    /**
     * Notes a problem with the value of a key.
     *
     * @param code what kind of problem
     * @param key a key of what is built
     * @param arguments what was found and what is right, in the order that the code's text uses them
     */
    public void refuse(ProblemCode code, String key, String... arguments) {
        refuse(Problem.of(code, key, arguments));
    }

    /**
     * Notes a problem with a key.
     *
     * @param code what kind of problem
     * @param key a key of what is built
     * @param arguments what was found and what is right, in the order that the code's text uses them
     */
    public void refuseKey(ProblemCode code, String key, String... arguments) {
        refuse(Problem.ofKey(code, key, arguments));
    }

    /**
     * Notes that a key is missing.
     *
     * @param key a key of what is built
     */
    public void missing(String key) {
        refuseKey(ProblemCode.MISSING_KEY, key, key);
    }

    /**
     * Notes that what is found at these keys follows from what was refused elsewhere.
     *
     * @param keys of what is built
     */
    public void silence(String... keys) {
        for (String key : keys) {
            silenced.add(path(key));
        }
    }

    /**
     * Reports what was refused, of this and of its parts, in the order in which it was handed over.
     *
     * @param problems takes what is wrong and what deserves attention
     */
    public void report(Problems problems) {
        kept.forEach(problems::add);
        silenced.forEach(problems::silence);
    }

    private String path(String key) {
        return path.isEmpty() ? key : key.isEmpty() ? path : path + "." + key;
    }

    /**
     * Called when what was handed over has been put together: what was refused is reported now, unless the whole does so.
     *
     * @throws InvalidScenarioException with everything that was refused, if this is no part of something larger
     */
    public void complete() {
        if (!isPart && kept.stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR)) {
            throw new InvalidScenarioException(kept);
        }
    }
}
