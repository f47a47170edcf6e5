package nl.mkba.testkit;

import java.util.ArrayList;
import java.util.List;

/** What does not hold, in words. */
final class Violations {

    private final List<String> found = new ArrayList<>();
    private String result = "";

    /** The result that the next ones are about. */
    void in(EngineResult about) {
        result = about.alternative() + "/" + about.outlook() + ": ";
    }

    void add(String text) {
        found.add(result + text);
    }

    void unless(boolean holds, String text) {
        if (!holds) {
            add(text);
        }
    }

    /** A number that must be another one, within rounding. */
    void close(String what, double found, double expected, double within) {
        unless(Math.abs(found - expected) <= within, what + " is " + found + ", expected " + expected + " ± " + within);
    }

    List<String> found() {
        return List.copyOf(found);
    }
}
