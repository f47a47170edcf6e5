package nl.mkba.file.format;

import java.util.List;
import nl.mkba.appraisal.NetResult;
import nl.mkba.problem.Problem;
import nl.mkba.scenario.Scenario;

/**
 * A scenario with what its files say beside the model.
 *
 * @param scenario the scenario
 * @param warnings what deserves attention, sorted by place
 * @param places where its keys stand, to locate problems that are found later
 * @param inputs the files that were read: its own, then those it includes
 * @param nets the net present values that reading came by, of the alternatives without an outlook and in every one that changes
 *     something
 */
public record LoadedScenario(
        Scenario scenario, List<Problem> warnings, KeyLocations places, List<InputFile> inputs, List<NetResult> nets) {

    /**
     * Copies its lists, so that it cannot change.
     *
     * @param scenario see {@link #scenario()}
     * @param warnings see {@link #warnings()}
     * @param places see {@link #places()}
     * @param inputs see {@link #inputs()}
     * @param nets see {@link #nets()}
     */
    public LoadedScenario {
        warnings = List.copyOf(warnings);
        inputs = List.copyOf(inputs);
        nets = List.copyOf(nets);
    }
}
