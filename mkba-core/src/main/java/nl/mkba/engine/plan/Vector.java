package nl.mkba.engine.plan;

/** A register that holds a number for each year. */
public final class Vector extends Register {

    Vector(int number) {
        super(number);
    }
}
