package nl.mkba.engine.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mkba.distribution.Distribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DistributionFormTest {

    /** Of each class of distributions at least one. */
    static Stream<Distribution> distributions() {
        return Stream.of(
                Distribution.uniform(1, 2),
                Distribution.triangular(1, 2, 3),
                Distribution.pert(1, 2, 3),
                Distribution.normal(5, 1),
                Distribution.normal(5, 1, null, 6.0),
                Distribution.lognormal(5, 1),
                Distribution.lognormalInterval(2, 9),
                Distribution.beta(2, 3),
                Distribution.beta(2, 3, -1, 4),
                Distribution.gamma(2, 1.5),
                Distribution.discrete(List.of(0.0, 1.0), List.of(3.0, 1.0)),
                Distribution.discrete(List.of(0.0, 1.0), null),
                Distribution.empirical(1, 2.5));
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void whatIsWrittenIsMadeAgain(Distribution distribution) {
        DistributionForm form = DistributionForm.of(distribution);

        assertEquals(distribution, form.make(DistributionForm.shape(distribution)));
    }

    /** So that none is left out above: every class, and every form. */
    @Test
    void everyClassHasItsForm() {
        assertEquals(
                Set.of(Distribution.class.getPermittedSubclasses()),
                distributions().map(Object::getClass).collect(Collectors.toSet()));
        assertEquals(
                Set.copyOf(Arrays.asList(DistributionForm.values())),
                distributions().map(DistributionForm::of).collect(Collectors.toSet()));
    }
}
