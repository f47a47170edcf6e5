package nl.mkba.rules;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Gives each property a seed made of its name, so that a commit that is green stays green and a failure comes back as it was.
 * With {@code -Dmkba.seed=N} the seeds are others, with {@code -Dmkba.seed=random} others in every run. A seed that a property
 * sets itself stays.
 */
public final class RepeatableSeeds implements AroundPropertyHook {

    private static final String SEED = System.getProperty("mkba.seed", "0");

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        if (!SEED.equals("random") && context.attributes().seed().isEmpty()) {
            context.attributes().setSeed(Long.toString(seed(context)));
        }
        return property.execute();
    }

    private static long seed(PropertyLifecycleContext context) {
        String name = context.containerClass().getName() + "."
                + context.targetMethod().getName();
        return name.hashCode() + Long.parseLong(SEED) * 0x9E3779B97F4A7C15L;
    }
}
