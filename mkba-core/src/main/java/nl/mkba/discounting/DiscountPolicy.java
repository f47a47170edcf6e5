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

    /**
     * Copies its map, so that it cannot change.
     *
     * @param name see {@link #name()}
     * @param standard see {@link #standard()}
     * @param classes see {@link #classes()}
     */
    public DiscountPolicy {
        classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
    }

    /**
     * {@return a policy of one rate a year for everything, such as 0.0225}
     *
     * @param ratePerYear a fraction, above −1
     */
    public static DiscountPolicy flat(double ratePerYear) {
        return flat(Expression.of(ratePerYear));
    }

    /**
     * {@return a policy of one rate a year for everything, such as {@code 2.25%} or a parameter's id}
     *
     * @param ratePerYear a fraction, above −1
     */
    public static DiscountPolicy flat(Expression ratePerYear) {
        return new DiscountPolicy(null, RateSchedule.flat(ratePerYear), Map.of());
    }

    /**
     * {@return a published policy by its name}
     *
     * @param name such as {@code nl_2026}
     * @throws nl.mkba.problem.InvalidScenarioException if there is none of that name
     */
    public static DiscountPolicy published(String name) {
        return PublishedPolicy.named(name).policy();
    }

    /**
     * {@return a policy as a file writes it in one word: a published policy's name, or one rate a year for everything, such as
     * {@code 2.25%} or a parameter's id}
     *
     * @param nameOrRate such as {@code nl_2026}, {@code 2.25%} or the id of a parameter
     * @throws nl.mkba.problem.InvalidScenarioException if it is no name and no expression
     */
    public static DiscountPolicy parse(String nameOrRate) {
        Optional<PublishedPolicy> published = PublishedPolicy.find(nameOrRate.strip());
        return published.isPresent() ? published.get().policy() : flat(Expression.parse(nameOrRate));
    }

    /**
     * {@return a policy by the keys of a file: {@code DiscountPolicy.of(d -> d.standard("2.25%").classes("travel_time",
     * "2.9%"))}}
     *
     * @param keys says it to a builder
     */
    public static DiscountPolicy of(Consumer<Builder> keys) {
        Builder policy = new Builder(Inputs.whole());
        keys.accept(policy);
        return policy.build();
    }

    /**
     * {@return the same policy, without an exception: a problem is handed over instead, and a placeholder stands for what was refused}
     *
     * @param keys says it to a builder
     * @param refused receives each problem, with its path from the policy
     */
    public static DiscountPolicy of(Consumer<Builder> keys, Consumer<Problem> refused) {
        Inputs inputs = Inputs.handingTo(refused);
        Builder policy = new Builder(inputs);
        inputs.take(keys, policy);
        return policy.build();
    }

    /**
     * {@return the schedule of a class, or the standard one if the policy does not tell that class apart}
     *
     * @param rateClass the name of a class
     */
    public RateSchedule schedule(String rateClass) {
        return classes.getOrDefault(rateClass, standard);
    }

    /**
     * Finds what is wrong in the years of the steps, given the base year that they are counted from.
     *
     * @param baseYear the calendar year of which the start is year 0
     * @return problems with paths from the policy, such as {@code classes.travel_time.steps.2020}; empty if nothing is wrong
     */
    public List<Problem> check(int baseYear) {
        return List.copyOf(DiscountCheck.of(this, baseYear));
    }

    /**
     * {@return the path of a rate}
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

        /**
         * The rate for every stream without a class of its own.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder standard(String text) {
            return standard(inputs.expression("standard", text));
        }

        /**
         * As {@link #standard(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder standard(double number) {
            return standard(inputs.expression("standard", number));
        }

        /**
         * As {@link #standard(String)}.
         *
         * @param ratePerYear an expression that was read before
         * @return this builder
         */
        public Builder standard(Expression ratePerYear) {
            this.standard = RateSchedule.flat(ratePerYear);
            return this;
        }

        /**
         * The rates for every stream without a class of its own, step by step.
         *
         * @param steps says the steps to a builder
         * @return this builder
         */
        public Builder standard(Consumer<RateSchedule.Builder> steps) {
            this.standard = schedule("standard", steps);
            return this;
        }

        /**
         * The rate of a class that a stream's {@code rate_class} picks.
         *
         * @param name the class, such as {@code travel_time}
         * @param ratePerYear above −1: a number, a percentage or a formula
         * @return this builder
         */
        public Builder classes(String name, String ratePerYear) {
            return classes(name, inputs.expression("classes." + name, ratePerYear));
        }

        /**
         * As {@link #classes(String, String)}.
         *
         * @param name the class
         * @param ratePerYear a plain number
         * @return this builder
         */
        public Builder classes(String name, double ratePerYear) {
            return classes(name, inputs.expression("classes." + name, ratePerYear));
        }

        /**
         * As {@link #classes(String, String)}.
         *
         * @param name the class
         * @param ratePerYear an expression that was read before
         * @return this builder
         */
        public Builder classes(String name, Expression ratePerYear) {
            classes.put(name, RateSchedule.flat(ratePerYear));
            return this;
        }

        /**
         * The rates of a class that a stream's {@code rate_class} picks, step by step.
         *
         * @param name the class, such as {@code travel_time}
         * @param steps says the steps to a builder
         * @return this builder
         */
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
         * {@return the policy}
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

        /**
         * Copies its map, so that it cannot change.
         *
         * @param steps see {@link #steps()}
         */
        public RateSchedule {
            steps = Collections.unmodifiableSortedMap(new TreeMap<>(steps));
        }

        /**
         * {@return a schedule of one rate for all years}
         *
         * @param ratePerYear a fraction, above −1
         */
        public static RateSchedule flat(Expression ratePerYear) {
            return new RateSchedule(new TreeMap<>(Map.of(0, ratePerYear)));
        }

        /** {@return whether it is one rate for all years, without a year} */
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
             * The rate a year from a number of years after the base year on. There is a step at year 0.
             *
             * @param year whole years after the base year (0 or more), or a calendar year (1000 or more)
             * @param ratePerYear above −1: a number, a percentage or a formula
             * @return this builder
             */
            public Builder steps(int year, String ratePerYear) {
                return steps(year, inputs.expression("steps." + year, ratePerYear));
            }

            /**
             * As {@link #steps(int, String)}.
             *
             * @param year when it begins
             * @param ratePerYear a plain number
             * @return this builder
             */
            public Builder steps(int year, double ratePerYear) {
                return steps(year, inputs.expression("steps." + year, ratePerYear));
            }

            /**
             * As {@link #steps(int, String)}.
             *
             * @param year when it begins
             * @param ratePerYear an expression that was read before
             * @return this builder
             */
            public Builder steps(int year, Expression ratePerYear) {
                steps.put(year, ratePerYear);
                return this;
            }

            /**
             * {@return the schedule}
             *
             * @throws nl.mkba.problem.InvalidScenarioException with what was refused, unless it is handed over
             */
            public RateSchedule build() {
                inputs.complete();
                return new RateSchedule(steps);
            }
        }
        /**
         * {@return how many years after the base year a step begins that is written so; below 0 if it is before that year}
         *
         * @param baseYear the calendar year of which the start is year 0
         * @param step a number of years after the base year, or a calendar year
         */
        public static int yearsAfter(int baseYear, int step) {
            return TimeFrame.isCalendarYear(step) ? step - baseYear : step;
        }

        /**
         * {@return the steps by the years after the base year at which they begin: in the order of time} Those that begin before
         * it, of which nothing comes, are left out.
         *
         * @param baseYear the calendar year of which the start is year 0
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
