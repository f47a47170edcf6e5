package nl.mkba.cli.render;

import java.util.Optional;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.cli.language.Messages;
import nl.mkba.scenario.Alternative;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Outlook;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Stakeholder;

/** What people call the parts of a scenario, made safe to show. */
public final class Labels {

    private final Scenario scenario;
    private final Messages messages;

    public Labels(Scenario scenario, Messages messages) {
        this.scenario = scenario;
        this.messages = messages;
    }

    public String title() {
        return Plain.line(scenario.title());
    }

    /** The alternative of a result and, if there is one, its outlook. */
    public String run(AlternativeResult result) {
        return run(result.alternative(), result.outlook());
    }

    /** An alternative and, if there is one, an outlook. */
    public String run(String alternative, Optional<String> outlook) {
        String name = alternative(alternative);
        return outlook.isEmpty() ? name : name + " / " + outlook(outlook.get());
    }

    public String alternative(String id) {
        Alternative alternative = scenario.alternatives().get(id);
        if (alternative == null || (alternative.name() == null && id.equals(Alternative.ALL))) {
            return id.equals(Alternative.ALL) ? messages.text("label.all") : id;
        }
        return Plain.line(alternative.label());
    }

    public String outlook(String id) {
        Outlook outlook = scenario.outlooks().get(id);
        return outlook == null ? id : Plain.line(outlook.label());
    }

    public String stakeholder(String id) {
        Stakeholder stakeholder = scenario.stakeholders().get(id);
        return stakeholder == null ? id : Plain.line(stakeholder.label());
    }

    public String intervention(String id) {
        Intervention intervention = scenario.interventions().get(id);
        return intervention == null ? id : Plain.line(intervention.label());
    }

    /** The name of a parameter; of a group, which has none, its id. */
    public String parameter(String id) {
        Parameter parameter = scenario.parameters().get(id);
        return parameter == null ? id : Plain.line(parameter.label());
    }

    public String sector(String id) {
        return switch (id) {
            case "public" -> messages.text("sector.public");
            case "private" -> messages.text("sector.private");
            case "households" -> messages.text("sector.households");
            default -> id;
        };
    }
}
