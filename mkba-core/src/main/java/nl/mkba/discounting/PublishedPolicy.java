package nl.mkba.discounting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.mkba.discounting.DiscountPolicy.RateSchedule;
import nl.mkba.engine.spelling.Spelling;
import nl.mkba.expression.Expression;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.source.Provenance;
import nl.mkba.source.Quality;
import org.jspecify.annotations.Nullable;

/** Discount policies that an authority has published. All rates are real, per year. */
public enum PublishedPolicy {
    /** The Netherlands, 1 April 2016 to 31 December 2020. */
    NL_2016(
            rates(0, "3%"),
            Map.of("public_physical_investment", rates(0, "4.5%"), "travel_time", rates(0, "4.5%")),
            "2016-04-01",
            "2020-12-31",
            "Rapport werkgroep discontovoet 2015; Kamerstuk 29352 nr. 6 (13 november 2015)",
            Quality.OFFICIAL),
    /** The Netherlands, 1 January 2021 to 31 December 2025: −1 % without risk and 3.25 % for risk. */
    NL_2021(
            rates(0, "2.25%"),
            Map.of("fixed_costs", rates(0, "1.6%"), "travel_time", rates(0, "2.9%")),
            "2021-01-01",
            "2025-12-31",
            "Rapport werkgroep discontovoet 2020",
            Quality.OFFICIAL),
    /** The Netherlands, from 1 January 2026; without exceptions and transition rules, which were not seen. */
    NL_2026(
            rates(0, "2.8%", 35, "1.8%"),
            Map.of(),
            "2026-01-01",
            null,
            "Rapport werkgroep discontovoet 2025 (19 september 2025)",
            Quality.WEAK),
    /** HM Treasury's Green Book, since 2003. */
    UK_GREEN_BOOK(
            rates(0, "3.5%", 30, "3%", 75, "2.5%", 125, "2%", 200, "1.5%", 300, "1%"),
            Map.of(),
            "2003",
            null,
            "HM Treasury, The Green Book (2022), annex on discounting",
            Quality.OFFICIAL),
    /** HM Treasury's Green Book, rates for health effects. */
    UK_GREEN_BOOK_HEALTH(
            rates(0, "1.5%", 30, "1.29%", 75, "1.07%", 125, "0.86%", 200, "0.64%", 300, "0.43%"),
            Map.of(),
            "2003",
            null,
            "HM Treasury, The Green Book (2022), annex on discounting",
            Quality.OFFICIAL),
    /** European cohesion policy. */
    EU_COHESION(
            rates(0, "3%"),
            Map.of(),
            "2021",
            "2027",
            "European Commission, Economic Appraisal Vademecum 2021–2027",
            Quality.WEAK);

    private static final List<PublishedPolicy> ALL = List.of(values());

    private final String id;
    private final RateSchedule standard;
    private final Map<String, RateSchedule> classes;
    private final String validFrom;
    private final @Nullable String validUntil;
    private final Provenance provenance;

    PublishedPolicy(
            RateSchedule standard,
            Map<String, RateSchedule> classes,
            String validFrom,
            @Nullable String validUntil,
            String source,
            Quality quality) {
        this.id = name().toLowerCase(Locale.ROOT);
        this.standard = standard;
        this.classes = classes;
        this.validFrom = validFrom;
        this.validUntil = validUntil;
        this.provenance = new Provenance(source, null, null, null, quality);
    }

    private static RateSchedule rates(Object... yearAndRate) {
        TreeMap<Integer, Expression> steps = new TreeMap<>();
        for (int i = 0; i < yearAndRate.length; i += 2) {
            steps.put((Integer) yearAndRate[i], Expression.parse((String) yearAndRate[i + 1]));
        }
        return new RateSchedule(steps);
    }

    /** {@return the name in a scenario file} */
    public String id() {
        return id;
    }

    /** {@return the policy itself} */
    public DiscountPolicy policy() {
        return new DiscountPolicy(id(), standard, new TreeMap<>(classes));
    }

    /** {@return the first day, or year, for which it was laid down (ISO 8601)} */
    public String validFrom() {
        return validFrom;
    }

    /** {@return the last day, or year, for which it was laid down (ISO 8601); empty while it is in force} */
    public Optional<String> validUntil() {
        return Optional.ofNullable(validUntil);
    }

    /** {@return where it was laid down, and how well that was seen} */
    public Provenance provenance() {
        return provenance;
    }

    /**
     * {@return the policy of that name; empty if there is none}
     *
     * @param id such as {@code nl_2026}
     */
    public static Optional<PublishedPolicy> find(String id) {
        for (PublishedPolicy policy : ALL) {
            if (policy.id.equals(id)) {
                return Optional.of(policy);
            }
        }
        return Optional.empty();
    }

    /** {@return the names of all published policies} */
    public static List<String> ids() {
        return Arrays.stream(values()).map(PublishedPolicy::id).toList();
    }

    /**
     * {@return the policy of that name}
     *
     * @param id such as {@code nl_2026}
     * @throws InvalidScenarioException if there is none
     */
    public static PublishedPolicy named(String id) {
        return find(id).orElseThrow(
                        () -> new InvalidScenarioException(Problem.of(ProblemCode.UNKNOWN_POLICY, Problem.NO_PATH, id)
                                .suggesting(new Spelling().allNearest(id, ids()))));
    }
}
