package nl.mkba.engine.portfolio;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a choice of places has to keep to: a ceiling on what it takes of each budget and, if asked for, a least number of
 * places with an alternative in every group of places, such as a district. Immutable.
 */
public final class ChoiceLimits {

    private static final int[] NO_GROUPS = {};

    private final double[] ceilings;
    private final int atLeast;
    private final int[] groups;
    private final int groupCount;

    private ChoiceLimits(double[] ceilings, int atLeast, int[] groups) {
        this.ceilings = ceilings;
        this.atLeast = atLeast;
        this.groups = groups;
        this.groupCount = Arrays.stream(groups).max().orElse(-1) + 1;
    }

    /**
     * {@return ceilings only}
     *
     * @param ceilings the most that may be taken of each budget, 0 or more; a choice may be above one by a part of 1e-12,
     *     which is rounding
     * @throws IllegalArgumentException if one of them is not a finite number of 0 or more
     */
    public static ChoiceLimits of(double... ceilings) {
        for (double ceiling : ceilings) {
            if (!(ceiling >= 0 && ceiling < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("The budget (" + ceiling + ") must be a number of 0 or more");
            }
        }
        return new ChoiceLimits(ceilings.clone(), 0, NO_GROUPS);
    }

    /**
     * {@return the same ceilings, and a floor: something is done in a number of places of every group}
     *
     * @param places 1 or more
     * @param groupOfPlace the group of each place, counted from 0
     * @throws IllegalArgumentException if {@code places} is below 1
     */
    public ChoiceLimits atLeast(int places, int... groupOfPlace) {
        if (places < 1) {
            throw new IllegalArgumentException("The least number of places (" + places + ") must be 1 or more");
        }
        return new ChoiceLimits(ceilings, places, groupOfPlace.clone());
    }

    /**
     * {@return the same, with the groups by name}
     *
     * @param places in how many of each group something is done; 1 or more
     * @param groupOfPlace the group of each place
     * @throws IllegalArgumentException if {@code places} is below 1
     */
    public ChoiceLimits atLeast(int places, List<String> groupOfPlace) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        sizes(groupOfPlace).keySet().forEach(group -> numbers.put(group, numbers.size()));
        return atLeast(places, groupOfPlace.stream().mapToInt(numbers::get).toArray());
    }

    /**
     * {@return how many places each group has, in the order of their first places}
     *
     * @param groupOfPlace the group of each place
     */
    public static Map<String, Integer> sizes(List<String> groupOfPlace) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        groupOfPlace.forEach(group -> sizes.merge(group, 1, Integer::sum));
        return sizes;
    }

    /** {@return how many budgets there are} */
    public int budgets() {
        return ceilings.length;
    }

    /**
     * {@return the most that may be taken of a budget}
     *
     * @param budget the budget's number, from 0
     */
    public double ceiling(int budget) {
        return ceilings[budget];
    }

    /** {@return in how many places of each group something is to be done at least; 0 without groups} */
    public int atLeast() {
        return atLeast;
    }

    /** {@return how many groups there are} */
    public int groups() {
        return groupCount;
    }

    /** The group of a place; −1 without groups. */
    int group(int place) {
        return groups.length == 0 ? -1 : groups[place];
    }

    /** Whether there is nothing but one ceiling. */
    boolean isOneCeiling() {
        return ceilings.length == 1 && groupCount == 0;
    }

    /**
     * {@return these limits with a higher ceiling on one budget}
     *
     * @param budget the budget's number, from 0
     * @param more how much higher, in the budget's unit
     */
    public ChoiceLimits raised(int budget, double more) {
        double[] others = ceilings.clone();
        others[budget] += more;
        return new ChoiceLimits(others, atLeast, groups);
    }
}
