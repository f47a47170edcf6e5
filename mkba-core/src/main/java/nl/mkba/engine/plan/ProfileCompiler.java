package nl.mkba.engine.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import nl.mkba.engine.time.TimeFrame;
import nl.mkba.expression.Expression;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.time.Profile;
import org.jspecify.annotations.Nullable;

/** Compiles time profiles into vectors of strengths. */
final class ProfileCompiler {

    /** No programme runs longer; a bound keeps sums over its years short. */
    private static final int MOST_YEARS = 10_000;

    private final CompilationContext compilation;
    private final ProgramBuilder program;
    private final TimeFrame frame;

    ProfileCompiler(CompilationContext compilation) {
        this.compilation = compilation;
        this.program = compilation.program();
        this.frame = compilation.frame();
    }

    /**
     * From which year a profile counts its offsets.
     *
     * @param year the calendar year of offset 0; of years since entry, 0
     * @param sinceEntry whether years are counted since entry rather than on the calendar
     */
    record Origin(int year, boolean sinceEntry) {
        static final Origin ENTRY = new Origin(0, true);

        static Origin start(int year) {
            return new Origin(year, false);
        }
    }

    /** The start of an intervention; the first year where it is faulty. */
    int start(@Nullable Expression start, String path) {
        if (start == null) {
            return frame.firstYear();
        }
        OptionalInt year = year(start, path, Origin.start(frame.firstYear()));
        return year.orElse(frame.firstYear());
    }

    /**
     * Compiles a profile.
     *
     * @param most what a strength in a series may be
     */
    Strength compile(Profile profile, String path, Origin origin, Bound most) {
        Strength strength;
        if (profile instanceof Profile.Years years) {
            strength = years(years, path, origin);
        } else if (profile instanceof Profile.Series series) {
            strength = series(series.strengths(), path + ".series", origin, most);
        } else {
            strength = run((Profile.Run) profile, path, origin);
        }
        return strength;
    }

    private Strength unknown() {
        Vector nan = program.everyYear(Double.NaN);
        return new Strength(nan, program.number(Double.NaN), 0, 0, null);
    }

    private Strength years(Profile.Years years, String path, Origin origin) {
        Set<Integer> named = new LinkedHashSet<>();
        boolean known = true;
        for (int i = 0; i < years.years().size(); i++) {
            String yearPath = path + ".in[" + i + "]";
            OptionalInt year = year(years.years().get(i), yearPath, origin);
            known &= year.isPresent();
            if (year.isPresent() && !named.add(year.getAsInt() - first(origin))) {
                compilation
                        .problems()
                        .add(Problem.of(ProblemCode.YEAR_COUNTED_ONCE, yearPath, String.valueOf(year.getAsInt())));
            }
        }
        if (!known) {
            return unknown();
        }
        Scalar one = program.number(1);
        return scattered(new ArrayList<>(named), Collections.nCopies(named.size(), one), program.number(named.size()));
    }

    private Strength series(Map<Integer, Expression> strengths, String path, Origin origin, Bound most) {
        List<Integer> indices = new ArrayList<>();
        List<Scalar> registers = new ArrayList<>();
        boolean known = true;
        Scalar total = program.number(0);
        for (Map.Entry<Integer, Expression> entry : strengths.entrySet()) {
            String entryPath = path + "." + entry.getKey();
            OptionalInt year = year(entry.getKey(), entryPath, origin);
            Scalar strength = compilation.bounded(entry.getValue(), most, entryPath);
            total = program.scalar(Op.ADD, total, strength);
            known &= year.isPresent();
            if (year.isPresent()) {
                int index = year.getAsInt() - first(origin);
                if (indices.contains(index)) {
                    compilation
                            .problems()
                            .add(Problem.ofKey(
                                    ProblemCode.YEAR_NAMED_TWICE, entryPath, String.valueOf(year.getAsInt())));
                } else {
                    indices.add(index);
                    registers.add(strength);
                }
            }
        }
        return known ? scattered(indices, registers, total) : unknown();
    }

    private Strength scattered(List<Integer> indices, List<Scalar> registers, Scalar total) {
        List<Integer> counted = new ArrayList<>();
        List<Scalar> operands = new ArrayList<>();
        int begin = Integer.MAX_VALUE;
        int end = 0;
        for (int i = 0; i < indices.size(); i++) {
            begin = Math.min(begin, indices.get(i));
            end = Math.max(end, indices.get(i));
            if (indices.get(i) < frame.horizon()) {
                counted.add(indices.get(i));
                operands.add(registers.get(i));
            }
        }
        Vector register = program.vector(Op.SCATTER, operands, ProgramBuilder.unboxed(counted));
        return new Strength(register, total, begin, end, null);
    }

    private Strength run(Profile.Run run, String path, Origin origin) {
        OptionalInt from =
                run.from() == null ? OptionalInt.of(origin.year()) : year(run.from(), path + ".from", origin);
        OptionalInt delay = count(run.delay(), path + ".delay", 0, 0);
        OptionalInt every = count(run.every(), path + ".every", 1, 1);
        OptionalInt rampUp = count(run.rampUp(), path + ".ramp_up", 1, 1);
        OptionalInt years = count(run.years(), path + ".years", 1, 1);
        OptionalInt to = run.to() == null ? OptionalInt.of(0) : year(run.to(), path + ".to", origin);
        Scalar zero = program.number(0);
        Scalar dropOff = run.dropOff() == null ? zero : compilation.fraction(run.dropOff(), path + ".drop_off");
        Scalar fadeOut = run.fadeOut() == null ? zero : compilation.fraction(run.fadeOut(), path + ".fade_out");
        if (from.isEmpty()
                || delay.isEmpty()
                || every.isEmpty()
                || rampUp.isEmpty()
                || years.isEmpty()
                || to.isEmpty()) {
            return unknown();
        }
        int begin = from.getAsInt() + delay.getAsInt() - first(origin);
        int end;
        if (run.to() != null) {
            end = to.getAsInt() - first(origin);
            if (end < begin) {
                compilation.refuse(
                        ProblemCode.END_BEFORE_BEGIN,
                        path + ".to",
                        String.valueOf(to.getAsInt()),
                        String.valueOf(begin + first(origin)));
                return unknown();
            }
        } else if (run.years() != null) {
            end = begin + years.getAsInt() - 1;
        } else {
            end = origin.sinceEntry() ? Integer.MAX_VALUE : compilation.lastYearOfOpenRuns() - frame.firstYear();
        }
        boolean fades = run.fadeOut() != null;
        int[] shape = {begin, end, rampUp.getAsInt(), every.getAsInt(), fades ? 1 : 0};
        Vector register = program.vector(Op.RUN, List.of(dropOff, fadeOut), shape);
        Scalar total = run.isOpen() || fades
                ? null
                : program.scalar(Op.RUN_TOTAL, List.of(dropOff), end - begin + 1, rampUp.getAsInt(), every.getAsInt());
        return new Strength(
                register,
                total,
                begin,
                run.isOpen() || fades ? Integer.MAX_VALUE : end,
                run.isOpen() ? new Strength.Open(dropOff, rampUp.getAsInt(), every.getAsInt()) : null);
    }

    /** What year 0 of the vector is. */
    private int first(Origin origin) {
        return origin.sinceEntry() ? 0 : frame.firstYear();
    }

    private OptionalInt count(@Nullable Expression expression, String path, int absent, int least) {
        return expression == null ? OptionalInt.of(absent) : compilation.whole(expression, path, least, MOST_YEARS);
    }

    /** A year as a calendar year, or as years since entry. */
    private OptionalInt year(Expression expression, String path, Origin origin) {
        OptionalInt number = compilation.whole(expression, path, Integer.MIN_VALUE, MOST_YEARS);
        return number.isEmpty() ? number : year(number.getAsInt(), path, origin);
    }

    private OptionalInt year(int number, String path, Origin origin) {
        if (origin.sinceEntry()) {
            if (number < 0 || TimeFrame.isCalendarYear(number)) {
                compilation.refuse(
                        ProblemCode.OUT_OF_RANGE,
                        path,
                        String.valueOf(number),
                        "0 … " + (TimeFrame.FIRST_CALENDAR_YEAR - 1));
                return OptionalInt.empty();
            }
            return OptionalInt.of(number);
        }
        int year = TimeFrame.isCalendarYear(number) ? number : origin.year() + number;
        if (number < 0 || year < frame.firstYear()) {
            compilation.refuse(
                    ProblemCode.YEAR_BEFORE_FIRST,
                    path,
                    String.valueOf(number < 0 ? origin.year() + number : year),
                    String.valueOf(frame.firstYear()));
            return OptionalInt.empty();
        }
        return OptionalInt.of(year);
    }
}
