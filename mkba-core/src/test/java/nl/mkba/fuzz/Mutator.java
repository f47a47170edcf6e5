package nl.mkba.fuzz;

import java.util.Random;

/** Changes an input at random. */
@FunctionalInterface
public interface Mutator {

    /** Another input, made of a sound one. */
    byte[] mutate(byte[] sound, Random random);
}
