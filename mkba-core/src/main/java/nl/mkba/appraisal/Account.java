package nl.mkba.appraisal;

/**
 * The present values of one party or sector.
 *
 * @param costs what it pays for measures
 * @param benefits what it gains; negative effects lower it
 * @param transfers received − paid
 * @param net benefits − costs + transfers
 * @param cash the same as net with each amount times the part that is money in the till
 */
public record Account(Amount costs, Amount benefits, Amount transfers, Amount net, Amount cash) {}
