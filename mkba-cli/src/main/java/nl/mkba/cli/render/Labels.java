package nl.mkba.cli.render;

import java.util.Locale;
import java.util.Optional;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.cli.language.Messages;
import nl.mkba.json.tree.Plain;
import nl.mkba.label.LabelList;
import nl.mkba.scenario.Alternative;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Outcome;
import nl.mkba.scenario.Outlook;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Stakeholder;
import nl.mkba.source.Quality;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/** What people call the parts of a scenario, made safe to show. */
public final class Labels {

    private static final int LONGEST = 44;

    private final Scenario scenario;
    private final Messages messages;

    public Labels(Scenario scenario, Messages messages) {
        this.scenario = scenario;
        this.messages = messages;
    }

    public String title() {
        return line(scenario.title());
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
        return line(alternative.label());
    }

    public String outlook(String id) {
        Outlook outlook = scenario.outlooks().get(id);
        return outlook == null ? id : line(outlook.label());
    }

    public String stakeholder(String id) {
        Stakeholder stakeholder = scenario.stakeholders().get(id);
        return stakeholder == null ? id : line(stakeholder.label());
    }

    public String intervention(String id) {
        Intervention intervention = scenario.interventions().get(id);
        return intervention == null ? id : line(intervention.label());
    }

    /** The name of a parameter; of what is none, its id. */
    public String parameter(String id) {
        Parameter parameter = scenario.parameters().get(id);
        return parameter == null ? id : line(parameter.label());
    }

    /** The same, cut off where it is too long for the first column of a table. */
    String shortParameter(String id) {
        String name = parameter(id);
        return name.codePointCount(0, name.length()) <= LONGEST
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST - 1)).stripTrailing() + "…";
    }

    /** A group of parameters: those of the catalogue and the examples have a name, another is called by its id. */
    String group(String id) {
        String name = switch (id) {
            case "costs" -> messages.text("group.costs");
            case "effects" -> messages.text("group.effects");
            case "prices" -> messages.text("group.prices");
            case "corrections" -> messages.text("group.corrections");
            case "laws" -> messages.text("group.laws");
            default -> Plain.line(id);
        };
        return messages.text("sensitivity.group", name);
    }

    /** What a factor of an amount is called: its key in a scenario file, in words. */
    public String factor(String key) {
        return switch (key) {
            case "amount" -> messages.text("factor.amount");
            case "total" -> messages.text("factor.total");
            case "when" -> messages.text("factor.when");
            case "quantity" -> messages.text("factor.quantity");
            case "value" -> messages.text("factor.value");
            case "by" -> messages.text("factor.by");
            case "deadweight" -> messages.text("factor.deadweight");
            case "due_to_others" -> messages.text("factor.due_to_others");
            case "displacement" -> messages.text("factor.displacement");
            case "evidence" -> messages.text("factor.evidence");
            case "effects_times" -> messages.text("factor.effects_times");
            default -> key;
        };
    }

    public String outcome(String id) {
        Outcome outcome = scenario.outcomes().get(id);
        return outcome == null ? id : line(outcome.label());
    }

    /** A text in the language of the output. */
    public String line(Text text) {
        return Plain.line(text.in(locale()));
    }

    /** A text in the language of the output, as it is written. */
    public String text(Text text) {
        return text.in(locale());
    }

    /** The same; of none null. */
    public @Nullable String words(@Nullable Text text) {
        return text == null ? null : text.in(locale());
    }

    private Locale locale() {
        return messages.language().locale();
    }

    public String sector(String id) {
        return sector(id, messages);
    }

    /** What the texts under a key of labels are: task fields, themes, or what the author calls it. */
    public String labelKey(String key) {
        Optional<LabelList> list = LabelList.of(key);
        if (list.isEmpty()) {
            return Plain.line(key);
        }
        return switch (list.get()) {
            case TAAKVELD -> messages.text("label.key.taakveld");
            case BREDE_WELVAART -> messages.text("label.key.brede_welvaart");
        };
    }

    /** The same as the head of a column. */
    public String labelHeading(String key) {
        String name = labelKey(key);
        return LabelList.of(key).isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** The text of a label, in full where its key has a list; that there is none, if it is empty. */
    public String label(String key, String text) {
        if (text.isEmpty()) {
            return messages.text("label.none");
        }
        return Plain.line(LabelList.of(key).map(list -> list.shown(text)).orElse(text));
    }

    /** The name of an effect. */
    public String effect(String interventionId, String id) {
        Intervention intervention = scenario.interventions().get(interventionId);
        if (intervention != null) {
            for (Effect effect : intervention.effects()) {
                if (effect.id().equals(id)) {
                    return line(effect.label());
                }
            }
        }
        return id;
    }

    /**
     * The name of an effect; with that of its intervention if another effect has the same one.
     *
     * @param path as {@code INTERVENTION.EFFECT}
     */
    String effect(String path) {
        int point = path.indexOf('.');
        String intervention = path.substring(0, Math.max(0, point));
        String name = effect(intervention, path.substring(point + 1));
        boolean isAlone = scenario.interventions().values().stream()
                        .flatMap(each -> each.effects().stream())
                        .filter(each -> line(each.label()).equals(name))
                        .count()
                < 2;
        return isAlone ? name : name + " (" + intervention(intervention) + ")";
    }

    /** What a quality is called. */
    static String quality(Quality quality, Messages messages) {
        return switch (quality) {
            case OFFICIAL -> messages.text("quality.official");
            case STUDY -> messages.text("quality.study");
            case PRACTICE -> messages.text("quality.practice");
            case PRESS -> messages.text("quality.press");
            case WEAK -> messages.text("quality.weak");
            case ILLUSTRATIVE -> messages.text("quality.illustrative");
            case CHOICE -> messages.text("quality.choice");
            case DEFINITION -> messages.text("quality.definition");
        };
    }

    /** What a sector is called, if it is one of those that every scenario knows. */
    static String sector(String id, Messages messages) {
        return switch (id) {
            case "public" -> messages.text("sector.public");
            case "private" -> messages.text("sector.private");
            case "households" -> messages.text("sector.households");
            default -> id;
        };
    }
}
