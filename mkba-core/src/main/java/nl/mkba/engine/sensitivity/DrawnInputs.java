package nl.mkba.engine.sensitivity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.distribution.Distribution;
import nl.mkba.engine.uncertainty.KeptDraws;
import nl.mkba.engine.uncertainty.UncertainCase;
import nl.mkba.uncertainty.Cancellation;

/**
 * The uncertain parameters of all cases of a simulation. One that is distributed alike in several cases has the same draws there,
 * and is one input.
 */
final class DrawnInputs implements LinearRegression.Inputs {

    private final KeptDraws draws;
    private final List<Input> inputs;
    private final List<List<Integer>> ofCases = new ArrayList<>();

    /** Where an input is found first: a case, and the parameter's index there. */
    private record Input(String parameter, int theCase, int index) {}

    private record Key(String parameter, Distribution distribution) {}

    /** @param order ids of parameters, in the order in which each case is to have its own */
    DrawnInputs(KeptDraws draws, Iterable<String> order) {
        this.draws = draws;
        this.inputs = new ArrayList<>();
        Map<Key, Integer> known = new LinkedHashMap<>();
        for (int c = 0; c < draws.cases().size(); c++) {
            UncertainCase theCase = draws.cases().get(c);
            List<Integer> own = new ArrayList<>();
            for (String id : order) {
                int index = theCase.parameters().indexOf(id);
                if (index >= 0) {
                    Key key = new Key(id, theCase.distribution(index));
                    Integer input = known.get(key);
                    if (input == null) {
                        input = inputs.size();
                        known.put(key, input);
                        inputs.add(new Input(id, c, index));
                    }
                    own.add(input);
                }
            }
            ofCases.add(List.copyOf(own));
        }
    }

    @Override
    public int count() {
        return inputs.size();
    }

    @Override
    public List<Integer> of(int theCase) {
        return ofCases.get(theCase);
    }

    @Override
    public String parameter(int input) {
        return inputs.get(input).parameter();
    }

    @Override
    public double[] values(int input, Cancellation cancellation) {
        Input found = inputs.get(input);
        return draws.values(found.theCase(), found.index(), cancellation);
    }
}
