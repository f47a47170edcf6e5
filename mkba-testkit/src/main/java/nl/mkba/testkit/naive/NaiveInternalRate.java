package nl.mkba.testkit.naive;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What an internal rate of return must be, found by trying many rates; a rate found by an engine is tried more sharply. */
public final class NaiveInternalRate {

    private static final String RATE = "rate";
    private static final String UNSURE = "unsure";

    /** A rate is right if the present value changes sign within this part of it. */
    private static final double DIGITS = 1e-9;

    private final double[] nets;
    private final InternalRateScan scan;
    private final String expected;

    NaiveInternalRate(List<BigDecimal> nets, boolean goesOn) {
        this.nets = nets.stream().mapToDouble(BigDecimal::doubleValue).toArray();
        scan = new InternalRateScan(this.nets);
        int roots = scan.changes.size();
        if (goesOn) {
            expected = "residual_value";
        } else if (!scan.signsDiffer) {
            expected = "no_sign_change";
        } else if (scan.unsure) {
            expected = UNSURE;
        } else {
            expected = roots == 0 ? "no_root" : roots == 1 ? RATE : "multiple_roots";
        }
    }

    /** {@return {@code rate}, the reason why there is none, or {@code unsure} where rounding decides} */
    public String expected() {
        return expected;
    }

    /**
     * What is wrong with what an engine found.
     *
     * @param rate the rate as a fraction, or empty
     * @param reason why there is no rate; not looked at if there is one
     * @return in words, or empty if nothing is wrong
     */
    public Optional<String> difference(OptionalDouble rate, String reason) {
        String found = rate.isPresent() ? RATE : reason;
        if (!expected.equals(UNSURE) && !expected.equals(found)) {
            return Optional.of("irr is " + found + ", expected " + expected);
        }
        return rate.isPresent() ? difference(rate.getAsDouble()) : Optional.empty();
    }

    private Optional<String> difference(double root) {
        double step = DIGITS * Math.max(1e-3, Math.abs(root));
        double below = InternalRateScan.relative(nets, root - step);
        double above = InternalRateScan.relative(nets, root + step);
        if (!(below * above <= 0) && Math.abs(InternalRateScan.relative(nets, root)) > 1e-13) {
            return Optional.of("irr is " + root + ", where the present value is not 0");
        }
        if (!expected.equals(UNSURE)
                && scan.changes.size() == 1
                && Math.abs(Math.log((1 + root) / (1 + scan.changes.get(0)))) > 2e-3) {
            return Optional.of("irr is " + root + ", expected about " + scan.changes.get(0));
        }
        return Optional.empty();
    }
}
