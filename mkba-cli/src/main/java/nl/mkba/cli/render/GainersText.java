package nl.mkba.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import nl.mkba.cli.language.Messages;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Stakeholder;

/** Who in society gains and who loses, the largest first: a sentence that is right for names in the singular and the plural. */
public final class GainersText {

    /** At most this many are named; the others are counted. */
    private static final int MOST = 3;

    private final Scenario scenario;
    private final Labels labels;
    private final Messages messages;
    private final DoubleFunction<String> money;

    /**
     * The sentences.
     *
     * @param money writes an amount
     */
    public GainersText(Scenario scenario, Labels labels, Messages messages, DoubleFunction<String> money) {
        this.scenario = scenario;
        this.labels = labels;
        this.messages = messages;
        this.money = money;
    }

    /** The sentences about the nets of the central estimate, by id; empty if nobody gains or loses. */
    public String of(Map<String, Double> nets) {
        return of(nets, new String[] {"gainers.gain", "gainers.gain.none", "gainers.lose", "gainers.lose.none"});
    }

    /** The sentences about expected nets, by id: that they are is said, since the central estimate may stand beside them. */
    public String ofExpected(Map<String, Double> nets) {
        return of(nets, new String[] {
            "gainers.gain.expected", "gainers.gain.none.expected", "gainers.lose.expected", "gainers.lose.none.expected"
        });
    }

    private String of(Map<String, Double> nets, String[] keys) {
        double whole = 0;
        for (double net : nets.values()) {
            whole = Math.max(whole, Math.abs(net));
        }
        List<Map.Entry<String, Double>> gainers = new ArrayList<>();
        List<Map.Entry<String, Double>> losers = new ArrayList<>();
        for (Map.Entry<String, Double> entry : nets.entrySet()) {
            Stakeholder stakeholder = scenario.stakeholders().get(entry.getKey());
            double net = entry.getValue();
            if ((stakeholder == null || stakeholder.counts()) && !Negligible.isNegligible(net, whole)) {
                (net > 0 ? gainers : losers).add(entry);
            }
        }
        if (gainers.isEmpty() && losers.isEmpty()) {
            return "";
        }
        // Named with what they are counted in: what is not in money may be a gain or a loss too.
        String gain = gainers.isEmpty()
                ? messages.text(keys[1], messages.text("gainers.euros"))
                : messages.text(keys[0], named(gainers));
        String lose = losers.isEmpty()
                ? messages.text(keys[3], messages.text("gainers.euros"))
                : messages.text(keys[2], named(losers));
        return gain + " " + lose;
    }

    private String named(List<Map.Entry<String, Double>> stakeholders) {
        List<Map.Entry<String, Double>> sorted = new ArrayList<>(stakeholders);
        // Written out: the virtual machine keeps no comparator of its own ready.
        sorted.sort((one, other) -> Double.compare(Math.abs(other.getValue()), Math.abs(one.getValue())));
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, Double> each : sorted) {
            names.add(labels.stakeholder(each.getKey()) + " (" + money.apply(Math.abs(each.getValue())) + ")");
        }
        return most(names, MOST, messages);
    }

    /** The first of a list, and how many there are besides. */
    static String most(List<String> names, int most, Messages messages) {
        int more = names.size() - most;
        if (more <= 0) {
            return String.join(", ", names);
        }
        String first = String.join(", ", names.subList(0, most));
        return messages.text(more == 1 ? "list.others.one" : "list.others", first, more);
    }
}
