package org.ronde.matching;

/** Where a run stands. */
public enum Phase {
  GRAPH,
  CANDIDATES,
  CONSTRUCTION,
  IMPROVEMENT,
  DONE
}
