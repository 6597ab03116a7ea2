package org.ronde.matching.cycles;

import org.ronde.matching.graph.GraphArc;

/**
 * A quantity on an arc: one leg of a candidate.
 *
 * @param topUpCents what the receiver pays the giver on top; 0 when nobody pays
 */
public record Lot(GraphArc arc, long quantity, long topUpCents) {
  public long valueCents() {
    return quantity * arc.unitValueCents();
  }

  /** Worth at reference values, whatever the offer asks. */
  public long referenceCents() {
    return quantity * arc.referenceCents();
  }
}
