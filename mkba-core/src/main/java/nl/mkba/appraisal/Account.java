package nl.mkba.appraisal;

/**
 * The present values of one stakeholder or sector.
 *
 * @param costs what it pays for interventions; above 0 for what is spent
 * @param benefits what it gains; negative effects lower it
 * @param transfers received − paid; above 0 for who receives more
 * @param net benefits − costs + transfers
 * @param cash the same as net with each amount times the part that is cash
 */
public record Account(Amount costs, Amount benefits, Amount transfers, Amount net, Amount cash) {}
