package nl.mkba.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import nl.mkba.engine.time.TimeFrame;
import nl.mkba.expression.Expression;
import nl.mkba.expression.Expression.Node;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Intervention;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of a compiler share: the case, the program being written, the parameters' registers, and the rules that
 * values must keep to. A constant that breaks a rule is reported at once and becomes not-a-number, which silences what
 * depends on it; for a value that differs from draw to draw a check is written into the program.
 */
final class CompilationContext {

    /** How near a whole number must be. */
    private static final double WHOLE = 1e-9;

    private final Case compiled;
    private final TimeFrame frame;
    private final int lastYearOfOpenRuns;
    private final Set<String> inputs;
    private final Problems problems;
    private final ProgramBuilder program;
    private final List<Check> checks = new ArrayList<>();
    private final Map<String, Integer> checkNumbers = new HashMap<>();
    private final Map<String, Integer> parameters = new LinkedHashMap<>();
    private final Map<String, Integer> inputRegisters = new LinkedHashMap<>();
    private final Map<String, Integer> carriedOut = new HashMap<>();
    private final Set<String> shaping = new LinkedHashSet<>();

    /**
     * @param frame the years counted
     * @param lastYearOfOpenRuns when runs without an end stop; the last year counted, but where it is looked beyond the
     *     horizon
     * @param inputs ids of the parameters whose values are inputs of the program
     */
    CompilationContext(Case compiled, TimeFrame frame, int lastYearOfOpenRuns, Set<String> inputs, Problems problems) {
        this.compiled = compiled;
        this.frame = frame;
        this.lastYearOfOpenRuns = lastYearOfOpenRuns;
        this.inputs = inputs;
        this.problems = problems;
        this.program = new ProgramBuilder(frame.horizon(), new Interpreter.Sink() {
            @Override
            public void clamped(int check, int draw, double value) {
                throw new IllegalStateException("Constants are not clamped");
            }

            @Override
            public void refused(int check, int draw, double value) {
                if (!Double.isNaN(value)) {
                    problems.add(checks.get(check).problem(value));
                }
            }
        });
        compileParameters();
    }

    /** Makes whether each intervention is carried out, 1 or 0, an input after those of the parameters. */
    CompilationContext inParts() {
        compiled.interventions().forEach(intervention -> carriedOut.put(intervention.id(), program.input()));
        return this;
    }

    /** An amount of an intervention, or its units, which are 0 where it is not carried out. */
    int ifCarriedOut(Intervention intervention, int scalar) {
        Integer input = carriedOut.get(intervention.id());
        return input == null ? scalar : program.emit(Op.MULTIPLY, scalar, input);
    }

    /** Strengths of an intervention, which are 0 where it is not carried out. */
    int strengthIfCarriedOut(Intervention intervention, int vector) {
        Integer input = carriedOut.get(intervention.id());
        return input == null ? vector : program.emit(Op.SCALE, vector, input);
    }

    Case compiled() {
        return compiled;
    }

    /** The ids of the parameters that are to be inputs. */
    Set<String> inputs() {
        return inputs;
    }

    TimeFrame frame() {
        return frame;
    }

    int lastYearOfOpenRuns() {
        return lastYearOfOpenRuns;
    }

    ProgramBuilder program() {
        return program;
    }

    Problems problems() {
        return problems;
    }

    List<Check> checks() {
        return checks;
    }

    /** The registers of all parameters, by id. */
    Map<String, Integer> parameters() {
        return parameters;
    }

    /** The ids of the parameters that are inputs in this case, in the order of the inputs. */
    List<String> inputIds() {
        return List.copyOf(inputRegisters.keySet());
    }

    /** The ids of the parameters on whose values the shape of the program depends: its years and steps. */
    Set<String> shaping() {
        return shaping;
    }

    /** Remembers a rule, to which instructions refer by number. */
    int check(ProblemCode code, String path, String... arguments) {
        String rule = code.id() + " " + path;
        Integer number = checkNumbers.get(rule);
        if (number == null) {
            number = checks.size();
            checkNumbers.put(rule, number);
            checks.add(new Check(code, path, List.of(arguments)));
        }
        return number;
    }

    /**
     * Has draws refused in which a varying value is too large for a number.
     *
     * @param problem what is then said
     */
    void requireFinite(int register, Problem problem) {
        int check = check(problem.code(), problem.path(), problem.arguments().toArray(String[]::new));
        program.emit(Op.CHECK_FINITE, new int[] {register}, new int[] {check});
    }

    /** Reports a problem. */
    void refuse(Problem problem) {
        problems.add(problem);
    }

    /** Reports a problem with the value at {@code path}. */
    void refuse(ProblemCode code, String path, String... arguments) {
        problems.add(Problem.of(code, path, arguments));
    }

    /** All parameters, each after those it refers to. */
    private void compileParameters() {
        for (String id : new ParameterOrder(compiled.figures(), this::references, problems).ids()) {
            parameters.put(id, figure(compiled.figure(id)));
        }
    }

    private Set<String> references(String id) {
        return inputs.contains(id) ? compiled.figure(id).factorReferences() : compiled.references(id);
    }

    private int figure(EffectiveParameter figure) {
        int register;
        if (inputs.contains(figure.parameter().id())) {
            register = program.input();
            inputRegisters.put(figure.parameter().id(), register);
        } else if (figure.value() != null) {
            register = expression(figure.value(), figure.path());
        } else {
            register = program.number(
                    figure.distribution() == null
                            ? Double.NaN
                            : figure.distribution().mean());
        }
        Integer priceYear = figure.priceYear();
        if (priceYear != null) {
            int level = compiled.scenario().priceLevel();
            // A missing year was reported when the scenario was checked.
            double factor = priceYear == level
                    ? 1
                    : compiled.scenario().priceIndex().factor(priceYear, level).orElse(Double.NaN);
            register = program.emit(Op.MULTIPLY, register, program.number(factor));
        }
        for (EffectiveParameter.Factor factor : figure.factors()) {
            register = program.emit(Op.MULTIPLY, register, expression(factor.expression(), factor.path()));
        }
        return isPoisoned(register)
                ? register
                : finite(register, figure.path(), figure.parameter().id());
    }

    /** The value of an expression, which must be a finite number. */
    int expression(Expression expression, String path) {
        if (expression.node() instanceof Node.Number number) {
            return program.number(number.value());
        }
        int register = node(expression.node());
        return isSilenced(expression) ? program.number(Double.NaN) : finite(register, path, expression.text());
    }

    /** Whether the expression is, or depends on, something that was reported. */
    private boolean isSilenced(Expression expression) {
        for (String id : expression.references()) {
            Integer register = parameters.get(id);
            if (register == null || isPoisoned(register)) {
                return true;
            }
        }
        return expression.isUnknown();
    }

    /** Whether a value is, or follows from, something that was reported. */
    boolean isPoisoned(int register) {
        return program.isConstant(register) && Double.isNaN(program.value(register));
    }

    /** Refuses a value that is not a finite number. */
    private int finite(int register, String path, String text) {
        return finite(register, ProblemCode.NOT_FINITE, path, text);
    }

    /** Refuses a value that is not a finite number with this problem. */
    int finite(int register, ProblemCode code, String path, String... arguments) {
        if (program.isConstant(register)) {
            if (!Double.isFinite(program.value(register))) {
                refuse(code, path, arguments);
                return program.number(Double.NaN);
            }
            return register;
        }
        program.emit(Op.CHECK_FINITE, new int[] {register}, new int[] {check(code, path, arguments)});
        return register;
    }

    /** Refuses a value above 0 that is so small that digits were lost, or that it became 0, with this problem. */
    int normal(int register, ProblemCode code, String path, String... arguments) {
        if (program.isConstant(register)) {
            if (program.value(register) < Double.MIN_NORMAL) {
                refuse(code, path, arguments);
                return program.number(Double.NaN);
            }
            return register;
        }
        program.emit(Op.CHECK_POSITIVE, new int[] {register}, new int[] {check(code, path, arguments)});
        return register;
    }

    private int node(Node node) {
        if (node instanceof Node.Number number) {
            return program.number(number.value());
        }
        if (node instanceof Node.Reference reference) {
            return parameters.getOrDefault(reference.parameter(), program.number(Double.NaN));
        }
        if (node instanceof Node.Negation negation) {
            return program.emit(Op.NEGATE, node(negation.operand()));
        }
        if (node instanceof Node.Binary binary) {
            int left = node(binary.left());
            int right = node(binary.right());
            return switch (binary.operator()) {
                case ADD ->
                    isExact(left, right)
                            ? program.emit(Op.ADD, left, right)
                            : program.emit(Op.BALANCE, left, program.number(0), right);
                case SUBTRACT ->
                    isExact(left, right) ? program.emit(Op.SUBTRACT, left, right) : difference(left, right);
                case MULTIPLY -> program.emit(Op.MULTIPLY, left, right);
                case DIVIDE -> program.emit(Op.DIVIDE, left, right);
            };
        }
        if (node instanceof Node.Call call) {
            return call(call);
        }
        return program.number(Double.NaN);
    }

    /**
     * Whether neither number was calculated. Then what is left of two that are almost the same is what was written, however little;
     * otherwise it may be rounding alone, as of {@code 0.1 + 0.2 - 0.3}, and would count as an amount.
     */
    private boolean isExact(int left, int right) {
        return program.isGiven(left) && program.isGiven(right);
    }

    private int difference(int left, int right) {
        return program.emit(Op.BALANCE, left, right, program.number(0));
    }

    /** What a fraction leaves of 1. */
    int rest(int fraction, Expression written) {
        boolean isGiven = written.node() instanceof Node.Number
                || (written.node() instanceof Node.Reference reference
                        && program.isGiven(parameters.getOrDefault(reference.parameter(), fraction)));
        return isGiven ? program.emit(Op.COMPLEMENT, fraction) : difference(program.number(1), fraction);
    }

    private int call(Node.Call call) {
        int first = node(call.arguments().get(0));
        return switch (call.function()) {
            case MIN -> foldLeft(Op.MIN, first, call);
            case MAX -> foldLeft(Op.MAX, first, call);
            case ABS -> program.emit(Op.ABS, first);
            case SQRT -> program.emit(Op.SQRT, first);
            case EXP -> program.emit(Op.EXP, first);
            case LN -> program.emit(Op.LN, first);
            case POW -> program.emit(Op.POW, first, node(call.arguments().get(1)));
        };
    }

    private int foldLeft(Op op, int first, Node.Call call) {
        int result = first;
        for (Node argument : call.arguments().subList(1, call.arguments().size())) {
            result = program.emit(op, result, node(argument));
        }
        return result;
    }

    /** The value of an expression, which must keep to a bound. A fraction that varies is clamped. */
    int bounded(Expression expression, Bound bound, String path) {
        return bounded(expression(expression, path), bound, path, perhapsMeant(expression, bound));
    }

    /** The percentage that a plain number was probably meant to be where a part of a whole is needed: 50% for 50. */
    private static @Nullable String perhapsMeant(Expression expression, Bound bound) {
        OptionalDouble number = bound == Bound.FRACTION ? expression.number() : OptionalDouble.empty();
        boolean isPercentage = number.isPresent()
                && number.getAsDouble() > 1
                && number.getAsDouble() <= 100
                && !expression.text().endsWith("%");
        return isPercentage ? expression.text() + "%" : null;
    }

    int bounded(int register, Bound bound, String path) {
        return bounded(register, bound, path, null);
    }

    private int bounded(int register, Bound bound, String path, @Nullable String meant) {
        if (program.isConstant(register)) {
            double value = program.value(register);
            if (!Double.isNaN(value) && !bound.holds(value)) {
                problems.add(Problem.of(ProblemCode.OUT_OF_RANGE, path, Problem.number(value), bound.text())
                        .suggesting(meant));
                return program.number(Double.NaN);
            }
            return register;
        }
        int check = check(ProblemCode.OUT_OF_RANGE, path, Check.VALUE, bound.text());
        program.emit(bound.op(), new int[] {register}, new int[] {check});
        return bound == Bound.FRACTION ? program.emit(Op.CLAMP, register) : register;
    }

    int fraction(Expression expression, String path) {
        return bounded(expression, Bound.FRACTION, path);
    }

    /**
     * The value of an expression that must come out whole and be the same in every draw; empty where a problem was
     * reported.
     */
    OptionalInt whole(Expression expression, String path, int least, int most) {
        for (String id : expression.references()) {
            shape(id);
        }
        int register = expression(expression, path);
        for (String id : expression.references()) {
            String uncertain = uncertain(id, new LinkedHashSet<>());
            if (uncertain != null) {
                refuse(ProblemCode.UNCERTAIN_WHERE_WHOLE, path, uncertain);
                return OptionalInt.empty();
            }
        }
        double value = program.value(register);
        if (Double.isNaN(value)) {
            return OptionalInt.empty();
        }
        double whole = Math.rint(value);
        if (Math.abs(value - whole) > WHOLE) {
            refuse(ProblemCode.NOT_WHOLE, path, Problem.number(value));
            return OptionalInt.empty();
        }
        if (whole < least || whole > most) {
            refuse(ProblemCode.OUT_OF_RANGE, path, Problem.number(value), least + " … " + most);
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) whole);
    }

    private void shape(String id) {
        if (compiled.figures().containsKey(id) && shaping.add(id)) {
            for (String needed : compiled.references(id)) {
                shape(needed);
            }
        }
    }

    /** The uncertain parameter on which one depends, or null. */
    private @Nullable String uncertain(String id, Set<String> seen) {
        EffectiveParameter figure = compiled.figures().get(id);
        if (figure == null || !seen.add(id)) {
            return null;
        }
        if (figure.distribution() != null) {
            return id;
        }
        for (String needed : references(id)) {
            String uncertain = uncertain(needed, seen);
            if (uncertain != null) {
                return uncertain;
            }
        }
        return null;
    }
}
