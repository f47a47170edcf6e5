package nl.mkba.engine.plan;

/** A register that holds one number. */
public final class Scalar extends Register {

    Scalar(int number) {
        super(number);
    }
}
