package nl.mkba.engine.cooperation;

/**
 * Where a stakeholder of society stands before anybody pays anybody.
 *
 * @param party its id
 * @param canPay whether it can make side payments
 * @param paysCosts whether its present value of costs is above 0
 * @param net what it gains; exactly 0 where that is rounding
 * @param size the absolute amounts that the net is made of
 */
record StakeholderPosition(String party, boolean canPay, boolean paysCosts, double net, double size) {

    /** A sum below this part of the absolute amounts it is made of is 0. */
    private static final double ZERO = 1e-12;

    StakeholderPosition {
        net = cleaned(net, size);
    }

    /** A sum, or 0 where it is rounding. */
    static double cleaned(double sum, double size) {
        return Math.abs(sum) < rounding(size) ? 0 : sum;
    }

    /** What a sum of amounts of this size cannot be told from 0 below. */
    static double rounding(double size) {
        return ZERO * Math.min(size, Double.MAX_VALUE);
    }

    boolean gains() {
        return net > 0;
    }

    boolean loses() {
        return net < 0;
    }
}
