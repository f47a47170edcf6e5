package nl.mkba.appraisal;

import java.util.OptionalDouble;

/**
 * What an alternative adds to another one.
 *
 * @param comparedWith id of the other alternative
 * @param pvCosts difference in the present value of costs
 * @param pvBenefits difference in the present value of benefits
 * @param npv difference in net present value
 * @param bcr the benefit-cost ratio of the differences; absent unless it costs more
 */
public record Increment(String comparedWith, Amount pvCosts, Amount pvBenefits, Amount npv, OptionalDouble bcr) {}
