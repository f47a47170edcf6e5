package nl.mkba.naive;

/** The format refuses the scenario because of its values. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(String why) {
        super(why);
    }
}
