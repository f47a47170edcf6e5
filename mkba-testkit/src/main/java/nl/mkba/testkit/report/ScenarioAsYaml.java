package nl.mkba.testkit.report;

import net.jqwik.api.SampleReportingFormat;
import nl.mkba.file.ScenarioFile;
import nl.mkba.scenario.Scenario;

/** Prints a scenario as a scenario file, so that a counterexample can be pasted into one. jqwik finds this class by itself. */
public final class ScenarioAsYaml implements SampleReportingFormat {

    /** For jqwik. */
    public ScenarioAsYaml() {}

    @Override
    public boolean appliesTo(Object value) {
        return value instanceof Scenario;
    }

    @Override
    public Object report(Object value) {
        return new Lines(ScenarioFile.write((Scenario) value).strip());
    }

    /** A text that jqwik prints without quotation marks, a line at a time. */
    private record Lines(String text) {
        @Override
        public String toString() {
            return text;
        }
    }
}
