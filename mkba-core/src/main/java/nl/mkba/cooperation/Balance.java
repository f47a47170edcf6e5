package nl.mkba.cooperation;

import nl.mkba.appraisal.Amount;

/**
 * What a stakeholder gains or loses.
 *
 * @param stakeholder the stakeholder's id
 * @param net present value of its gain, negative for a loss; welfare or money, as the basis says
 */
public record Balance(String stakeholder, Amount net) {}
