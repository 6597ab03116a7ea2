package org.ronde.matching.planner;

/**
 * What one candidate uses of a shared row: an offer, a need, a one-of group, a cycle, a booking or
 * a company.
 */
public record RowUse(int row, long capacity, long amount) {}
