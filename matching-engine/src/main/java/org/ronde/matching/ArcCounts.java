package org.ronde.matching;

/** How many arcs of each kind the market holds: what ticking and not ticking gave. */
public record ArcCounts(long wouldTake, long ask, long never) {
  public ArcCounts {
    Checks.notNegative("wouldTake", wouldTake);
    Checks.notNegative("ask", ask);
    Checks.notNegative("never", never);
  }

  /** Arcs that a cycle may use. */
  public long usable() {
    return wouldTake + ask;
  }
}
