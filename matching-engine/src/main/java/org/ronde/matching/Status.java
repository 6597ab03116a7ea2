package org.ronde.matching;

/** What is known about a packing. */
public enum Status {
  /** Proved: no packing of the candidates has a better score, and no candidate was left out. */
  OPTIMAL,
  /** Valid, and the best that was found. */
  FEASIBLE
}
