package nl.mkba.appraisal;

/**
 * The present values of one stakeholder or sector.
 *
 * @param costs what it pays for interventions
 * @param benefits what it gains; negative effects lower it
 * @param transfers received − paid
 * @param net benefits − costs + transfers
 * @param cash the same as net with each amount times the part that is cash
 */
public record Account(Amount costs, Amount benefits, Amount transfers, Amount net, Amount cash) {}
