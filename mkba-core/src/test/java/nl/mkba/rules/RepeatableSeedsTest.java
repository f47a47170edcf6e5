package nl.mkba.rules;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

class RepeatableSeedsTest {

    /** Runs within the hook that every module registers. */
    static final class SeedIsSet implements AroundPropertyHook {
        @Override
        public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
            boolean isRandom = System.getProperty("mkba.seed", "").equals("random");
            assertThat(context.attributes().seed().isEmpty()).isEqualTo(isRandom);
            return property.execute();
        }

        @Override
        public int aroundPropertyProximity() {
            return 100;
        }
    }

    @Property(tries = 1)
    @AddLifecycleHook(SeedIsSet.class)
    void aPropertyHasASeed() {
        // The hook looks.
    }
}
