package org.ronde.matching.packing;

/**
 * Something that columns share.
 *
 * @param capacity how much of it there is
 * @param excessCost what each unit beyond the capacity costs; 0 forbids any excess
 */
public record Row(Kind kind, long capacity, long excessCost) {
  /** What a row stands for. */
  public enum Kind {
    OFFER,
    NEED,
    GROUP,
    CYCLE,
    /** A company's cycles; the first one serves it. */
    COMPANY,
    /** The same, for what a company's history adds once it is served. */
    HISTORY,
    /** A company's cycles, where it allows fewer than there are. */
    BOOKING
  }

  public Row {
    if (capacity < 1 || excessCost < 0) {
      throw new IllegalArgumentException(
          "capacity %d, excess cost %d".formatted(capacity, excessCost));
    }
  }

  /** Whether no packing may go beyond the capacity. */
  public boolean hard() {
    return excessCost == 0;
  }
}
