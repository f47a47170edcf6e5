/**
 * What the project's own tests use, for others: random scenarios, a slow and plain reference evaluation, and the rules of the
 * method as checks of any engine.
 */
@SuppressWarnings("module") // the test modules of others, which are built later
module nl.mkba.testkit {
    requires static transitive org.jspecify;
    requires static org.apiguardian.api;
    requires transitive nl.mkba;
    requires nl.mkba.file;
    requires transitive net.jqwik.api;
    requires transitive org.junit.jupiter.api;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.yaml;

    exports nl.mkba.testkit;
    exports nl.mkba.testkit.conformance;
    exports nl.mkba.testkit.naive;

    provides net.jqwik.api.SampleReportingFormat with
            nl.mkba.testkit.report.ScenarioAsYaml;
}
