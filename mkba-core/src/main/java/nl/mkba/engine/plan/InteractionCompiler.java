package nl.mkba.engine.plan;

import java.util.HashMap;
import java.util.Map;
import nl.mkba.scenario.Interaction;
import nl.mkba.scenario.Intervention;
import nl.mkba.time.Profile;

/** Compiles what interventions do to each other's effects. */
final class InteractionCompiler {

    private final CompilationContext compilation;
    private final ProfileCompiler profiles;
    private final ProgramBuilder program;
    private final Map<String, Integer> active = new HashMap<>();

    InteractionCompiler(CompilationContext compilation, ProfileCompiler profiles) {
        this.compilation = compilation;
        this.profiles = profiles;
        this.program = compilation.program();
        for (Intervention intervention : compilation.compiled().interventions()) {
            active(intervention);
        }
    }

    private void active(Intervention intervention) {
        String path = "interventions." + intervention.id();
        int start = profiles.start(intervention.start(), path + ".start");
        Profile profile = intervention.active() == null ? Profile.ALWAYS : intervention.active();
        int strength = profiles.compile(profile, path + ".active", ProfileCompiler.Origin.start(start), Bound.FRACTION)
                .register();
        active.put(intervention.id(), compilation.strengthIfCarriedOut(intervention, strength));
    }

    /** The factor of each year on the intervention's effects, or −1 if nothing acts on them. */
    int factors(Intervention intervention) {
        int product = -1;
        for (int i = 0; i < intervention.interactions().size(); i++) {
            Interaction interaction = intervention.interactions().get(i);
            int times = compilation.bounded(
                    interaction.times(),
                    Bound.NOT_NEGATIVE,
                    "interventions." + intervention.id() + ".interactions[" + i + "].times");
            Integer other = active.get(interaction.other());
            boolean with = interaction.condition() == Interaction.Condition.WITH;
            if (other == null && with) {
                continue;
            }
            int strength = other == null ? program.everyYear(0) : other;
            int factor = program.emit(with ? Op.WITH : Op.WITHOUT, strength, times);
            product = product < 0 ? factor : program.emit(Op.MULTIPLY_YEARS, product, factor);
        }
        return product;
    }
}
