package nl.mkba.engine.plan;

/**
 * Where a program holds a number in each draw, or one for each year. One object is one register of one program: they are compared by
 * identity.
 */
public abstract sealed class Register permits Scalar, Vector {

    private final int number;

    Register(int number) {
        this.number = number;
    }

    /** {@return its number, by which a {@link PlanDescription} knows it} */
    public final int number() {
        return number;
    }

    @Override
    public final String toString() {
        return "register " + number;
    }
}
