package nl.mkba.discounting;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import nl.mkba.engine.input.Inputs;
import nl.mkba.engine.time.TimeFrame;
import nl.mkba.expression.Expression;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * How future flows are discounted: a standard schedule of rates, and schedules for classes of streams that differ from
 * it.
 *
 * @param name of a published policy, or null for one written out
 * @param standard for every stream without a class of its own
 * @param classes by the name that a stream's {@code rate_class} picks
 */
public record DiscountPolicy(@Nullable String name, RateSchedule standard, Map<String, RateSchedule> classes) {

    /** The name of the class that every stream is in unless it says otherwise. */
    public static final String STANDARD = "standard";

    public DiscountPolicy {
        classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
    }

    /** One rate a year for everything, such as 0.0225. */
    public static DiscountPolicy flat(double ratePerYear) {
        return flat(Expression.of(ratePerYear));
    }

    /** One rate a year for everything, such as {@code 2.25%} or a parameter's id. */
    public static DiscountPolicy flat(Expression ratePerYear) {
        return new DiscountPolicy(null, RateSchedule.flat(ratePerYear), Map.of());
    }

    /**
     * A published policy by its name.
     *
     * @throws nl.mkba.problem.InvalidScenarioException if there is none of that name
     */
    public static DiscountPolicy published(String name) {
        return PublishedPolicy.named(name).policy();
    }

    /**
     * A policy as a file writes it in one word: a published policy's name, or one rate a year for everything, such as
     * {@code 2.25%} or a parameter's id.
     *
     * @throws nl.mkba.problem.InvalidScenarioException if it is no name and no expression
     */
    public static DiscountPolicy parse(String nameOrRate) {
        Optional<PublishedPolicy> published = PublishedPolicy.find(nameOrRate.strip());
        return published.isPresent() ? published.get().policy() : flat(Expression.parse(nameOrRate));
    }

    /** A policy by the keys of a file: {@code DiscountPolicy.of(d -> d.standard("2.25%").classes("travel_time", "2.9%"))}. */
    public static DiscountPolicy of(Consumer<Builder> keys) {
        Builder policy = new Builder(Inputs.whole());
        keys.accept(policy);
        return policy.build();
    }

    /**
     * The same, which throws nothing: a problem is handed over instead, and a placeholder stands for what was refused.
     *
     * @param refused receives each problem, with its path from the policy
     */
    public static DiscountPolicy of(Consumer<Builder> keys, Consumer<Problem> refused) {
        Inputs inputs = Inputs.handingTo(refused);
        Builder policy = new Builder(inputs);
        inputs.take(keys, policy);
        return policy.build();
    }

    /** The schedule of a class, or the standard one if the policy does not tell that class apart. */
    public RateSchedule schedule(String rateClass) {
        return classes.getOrDefault(rateClass, standard);
    }

    /**
     * What is wrong in the years of the steps, given the base year that they are counted from; empty if nothing is.
     *
     * @return problems with paths from the policy, such as {@code classes.travel_time.steps.2020}
     */
    public List<Problem> check(int baseYear) {
        return List.copyOf(DiscountCheck.of(this, baseYear));
    }

    /**
     * The path of a rate.
     *
     * @param policyPath that of the policy, such as {@code discounting}
     * @param rateClass {@link #STANDARD}, or one of the {@link #classes}
     * @param step a key of the schedule's {@link RateSchedule#steps}; of a flat schedule it is no part of the path
     */
    public String path(String policyPath, String rateClass, int step) {
        String schedulePath = policyPath + (rateClass.equals(STANDARD) ? "." : ".classes.") + rateClass;
        return schedule(rateClass).isFlat() ? schedulePath : schedulePath + ".steps." + step;
    }

    /** Says a policy in the words of a file. All rates are a year, real, above −1. Not for more than one thread. */
    public static final class Builder {
        private final Inputs inputs;
        private @Nullable RateSchedule standard;
        private final Map<String, RateSchedule> classes = new LinkedHashMap<>();

        private Builder(Inputs inputs) {
            this.inputs = inputs;
        }

        /** The rate for every stream without a class of its own. A number, a percentage or a formula. */
        public Builder standard(String text) {
            return standard(inputs.expression("standard", text));
        }

        /** As {@link #standard(String)}: a plain number. */
        public Builder standard(double number) {
            return standard(inputs.expression("standard", number));
        }

        /** As {@link #standard(String)}: an expression that was read before. */
        public Builder standard(Expression ratePerYear) {
            this.standard = RateSchedule.flat(ratePerYear);
            return this;
        }

        /** The rates for every stream without a class of its own, step by step. */
        public Builder standard(Consumer<RateSchedule.Builder> steps) {
            this.standard = schedule("standard", steps);
            return this;
        }

        /** The rate of a class that a stream's {@code rate_class} picks. A number, a percentage or a formula. */
        public Builder classes(String name, String ratePerYear) {
            return classes(name, inputs.expression("classes." + name, ratePerYear));
        }

        /** As {@link #classes(String, String)}: a plain number. */
        public Builder classes(String name, double ratePerYear) {
            return classes(name, inputs.expression("classes." + name, ratePerYear));
        }

        /** As {@link #classes(String, String)}: an expression that was read before. */
        public Builder classes(String name, Expression ratePerYear) {
            classes.put(name, RateSchedule.flat(ratePerYear));
            return this;
        }

        /** The rates of a class that a stream's {@code rate_class} picks, step by step. */
        public Builder classes(String name, Consumer<RateSchedule.Builder> steps) {
            classes.put(name, schedule("classes." + name, steps));
            return this;
        }

        private RateSchedule schedule(String key, Consumer<RateSchedule.Builder> steps) {
            Inputs part = inputs.at(key);
            RateSchedule.Builder schedule = new RateSchedule.Builder(part);
            part.take(steps, schedule);
            return schedule.build();
        }

        /**
         * The policy.
         *
         * @throws nl.mkba.problem.InvalidScenarioException with what was refused, unless it is handed over
         */
        public DiscountPolicy build() {
            RateSchedule rates = standard;
            if (rates == null) {
                inputs.missing("standard");
                rates = RateSchedule.flat(Expression.UNKNOWN);
            }
            if (classes.remove(STANDARD) != null) {
                inputs.refuseKey(ProblemCode.STANDARD_AS_CLASS, "classes." + STANDARD);
            }
            inputs.complete();
            return new DiscountPolicy(null, rates, classes);
        }
    }

    /**
     * Discount rates by years after the base year: the rate of a step holds from its year until the next step's. The rates
     * are forward rates and are chained: a new step discounts only the years after it.
     *
     * @param steps rate per year, each above −1, by the whole years (0 or more) after the base year at which it begins, or by the
     *     calendar year (1000 or more) in which it does; year 0, or the base year itself, is there
     */
    public record RateSchedule(SortedMap<Integer, Expression> steps) {

        public RateSchedule {
            steps = Collections.unmodifiableSortedMap(new TreeMap<>(steps));
        }

        /** One rate for all years. */
        public static RateSchedule flat(Expression ratePerYear) {
            return new RateSchedule(new TreeMap<>(Map.of(0, ratePerYear)));
        }

        /** Whether it is one rate for all years, without a year. */
        public boolean isFlat() {
            return steps.size() == 1 && steps.containsKey(0);
        }

        /** Says rates in the words of a file, step by step. Not for more than one thread. */
        public static final class Builder {
            private final Inputs inputs;
            private final SortedMap<Integer, Expression> steps = new TreeMap<>();

            Builder(Inputs inputs) {
                this.inputs = inputs;
            }

            /**
             * The rate a year, above −1, from this many whole years (0 or more) after the base year on. There is a step at year 0. A
             * number, a percentage or a formula.
             */
            public Builder steps(int year, String ratePerYear) {
                return steps(year, inputs.expression("steps." + year, ratePerYear));
            }

            /** As {@link #steps(int, String)}: a plain number. */
            public Builder steps(int year, double ratePerYear) {
                return steps(year, inputs.expression("steps." + year, ratePerYear));
            }

            /** As {@link #steps(int, String)}: an expression that was read before. */
            public Builder steps(int year, Expression ratePerYear) {
                steps.put(year, ratePerYear);
                return this;
            }

            /**
             * The schedule.
             *
             * @throws nl.mkba.problem.InvalidScenarioException with what was refused, unless it is handed over
             */
            public RateSchedule build() {
                inputs.complete();
                return new RateSchedule(steps);
            }
        }
        /** How many years after the base year a step begins that is written so; below 0 if it is before that year. */
        public static int yearsAfter(int baseYear, int step) {
            return TimeFrame.isCalendarYear(step) ? step - baseYear : step;
        }

        /**
         * The steps by the years after the base year at which they begin: in the order of time. Those that begin
         * before it, of which nothing comes, are left out.
         */
        public SortedMap<Integer, Step> byYearsAfter(int baseYear) {
            SortedMap<Integer, Step> byYear = new TreeMap<>();
            for (Map.Entry<Integer, Expression> step : steps.entrySet()) {
                int after = yearsAfter(baseYear, step.getKey());
                if (after >= 0) {
                    byYear.put(after, new Step(step.getKey(), step.getValue()));
                }
            }
            return byYear;
        }

        /**
         * A step.
         *
         * @param written the year at which it begins, as it is written
         * @param rate per year, from then on
         */
        public record Step(int written, Expression rate) {}
    }
}
