package org.ronde.matching;

import java.util.HashSet;
import java.util.List;

/**
 * A closed walk of legs in which each company gives once and receives once.
 *
 * <p>Legs stand in order, each receiver the next one's giver; the company with the smallest id
 * gives first, so equal cycles are equal records.
 */
public record Cycle(List<Leg> legs, List<TopUp> topUps) {
  public Cycle {
    legs = List.copyOf(legs);
    topUps = List.copyOf(topUps);
    Checks.between("cycle length", legs.size(), 2, Limits.CYCLE_LENGTH_MAX);
    var givers = new HashSet<String>();
    for (int i = 0; i < legs.size(); i++) {
      var leg = legs.get(i);
      var next = legs.get((i + 1) % legs.size());
      Checks.require(
          leg.receiverId().equals(next.giverId()),
          "%s receives but %s gives next",
          leg.receiverId(),
          next.giverId());
      Checks.require(givers.add(leg.giverId()), "%s gives twice", leg.giverId());
    }
  }

  /** How many companies, and as many legs. */
  public int length() {
    return legs.size();
  }

  /** The worth of all legs together, top-ups aside. */
  public long valueCents() {
    return legs.stream().mapToLong(Leg::valueCents).sum();
  }

  /** Ids of the companies, in the order in which they give. */
  public List<String> companies() {
    return legs.stream().map(Leg::giverId).toList();
  }
}
