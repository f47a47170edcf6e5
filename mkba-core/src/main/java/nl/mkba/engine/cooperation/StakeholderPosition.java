package nl.mkba.engine.cooperation;

import nl.mkba.engine.plan.Rounding;

/**
 * Where a stakeholder of society stands before anybody pays anybody.
 *
 * @param stakeholder its id
 * @param canPay whether it can make side payments
 * @param paysCosts whether its present value of costs is above 0
 * @param net what it gains; exactly 0 where that is rounding
 * @param size the absolute amounts that the net is made of
 */
record StakeholderPosition(String stakeholder, boolean canPay, boolean paysCosts, double net, double size) {

    StakeholderPosition {
        net = Rounding.cleaned(net, size);
    }

    boolean gains() {
        return net > 0;
    }

    boolean loses() {
        return net < 0;
    }
}
