package nl.mkba.cooperation;

import nl.mkba.appraisal.Amount;

/**
 * What one stakeholder pays another so that nobody loses.
 *
 * @param from id of the stakeholder that gains and pays
 * @param to id of the stakeholder that loses and receives
 * @param amount present value of the payment, above 0
 */
public record SidePayment(String from, String to, Amount amount) {}
