package org.ronde.matching;

/**
 * What plans cost in cycles: how much of a packing waits on free companies that would have to order
 * one.
 *
 * @param cycles cycles of three and more with at least one free company
 * @param companies those free companies, each once
 * @param valueCents the worth of those cycles
 */
public record PlanCost(long cycles, long companies, long valueCents) {
  public PlanCost {
    Checks.notNegative("cycles", cycles);
    Checks.notNegative("companies", companies);
    Checks.notNegative("valueCents", valueCents);
  }
}
