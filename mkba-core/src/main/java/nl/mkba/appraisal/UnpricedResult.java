package nl.mkba.appraisal;

import nl.mkba.scenario.UnpricedItem;

/**
 * An item that is not expressed in money (PM-post) of an intervention in the alternative.
 *
 * @param intervention the intervention's id
 * @param item what it is
 */
public record UnpricedResult(String intervention, UnpricedItem item) {}
