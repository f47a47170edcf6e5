package nl.mkba.testkit.conformance;

import java.util.List;

/**
 * The cases with known results: the project's golden scenarios and cases from publications.
 *
 * <p>An implementation conforms if {@link ConformanceCase#differences} finds nothing in what it says of any case. {@link Main} asks
 * a command in any language; a test in Java goes through them by itself:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> conforms() {
 *     return ConformanceCases.all().stream()
 *             .map(each -> DynamicTest.dynamicTest(each.name(), () -> assertThat(each.differences(ask(each))).isEmpty()));
 * }
 * }</pre>
 */
public final class ConformanceCases {

    private static final List<ConformanceCase> ALL = ConformanceCase.resource("cases.txt")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(ConformanceCase::parse)
            .toList();

    private ConformanceCases() {}

    /** {@return every case, in the order of the list} */
    public static List<ConformanceCase> all() {
        return ALL;
    }

    /**
     * The cases that are an anchor of a rule.
     *
     * @param rule its number in {@code docs/method}, such as {@code D2}
     * @return none for an unknown rule
     */
    public static List<ConformanceCase> ofRule(String rule) {
        return ALL.stream().filter(each -> each.rules().contains(rule)).toList();
    }

    /**
     * {@return a case by its name}
     *
     * @param name such as {@code additions/units}
     * @throws IllegalArgumentException if there is none of that name
     */
    public static ConformanceCase named(String name) {
        return ALL.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The case (" + name + ") must be one of " + ALL));
    }
}
