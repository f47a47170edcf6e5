package nl.mkba.engine.plan;

import java.util.HashMap;
import java.util.Map;
import nl.mkba.scenario.Interaction;
import nl.mkba.scenario.Intervention;
import nl.mkba.time.Profile;
import org.jspecify.annotations.Nullable;

/** Compiles what interventions do to each other's effects. */
final class InteractionCompiler {

    private final CompilationContext compilation;
    private final ProfileCompiler profiles;
    private final ProgramBuilder program;
    private final Map<String, Vector> active = new HashMap<>();

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
        Vector strength = profiles.compile(
                        profile, path + ".active", ProfileCompiler.Origin.start(start), Bound.FRACTION)
                .register();
        active.put(intervention.id(), compilation.strengthIfCarriedOut(intervention, strength));
    }

    /** The factor of each year on the intervention's effects, or null if nothing acts on them. */
    @Nullable
    Vector factors(Intervention intervention) {
        Vector product = null;
        for (int i = 0; i < intervention.interactions().size(); i++) {
            Interaction interaction = intervention.interactions().get(i);
            Scalar times = compilation.bounded(
                    interaction.times(),
                    Bound.NOT_NEGATIVE,
                    "interventions." + intervention.id() + ".interactions[" + i + "].times");
            Vector other = active.get(interaction.other());
            boolean with = interaction.condition() == Interaction.Condition.WITH;
            if (other == null && with) {
                continue;
            }
            Vector strength = other == null ? program.everyYear(0) : other;
            Vector factor = program.vector(with ? Op.WITH : Op.WITHOUT, strength, times);
            product = product == null ? factor : program.vector(Op.MULTIPLY_YEARS, product, factor);
        }
        return product;
    }
}
