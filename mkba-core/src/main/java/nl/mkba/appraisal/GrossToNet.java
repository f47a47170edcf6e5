package nl.mkba.appraisal;

/**
 * Society's present value of effects, from gross to net: what changes as each correction is applied after the ones
 * before it. Together they are the present value of benefits.
 *
 * @param gross quantity times value over time, nothing corrected; of outcomes each reduction as if alone
 * @param deadweight what would have happened anyway
 * @param dueToOthers what others bring about
 * @param displacement what only moves elsewhere
 * @param optimismBias correction for weak evidence
 * @param interactions reinforcement and missing preconditions
 * @param overlap reductions of one outcome combined instead of added up
 */
public record GrossToNet(
        Amount gross,
        Amount deadweight,
        Amount dueToOthers,
        Amount displacement,
        Amount optimismBias,
        Amount interactions,
        Amount overlap) {}
