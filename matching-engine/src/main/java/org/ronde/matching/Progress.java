package org.ronde.matching;

import org.jspecify.annotations.Nullable;

/**
 * How a run tells where it stands, and learns that nobody waits for it any more.
 *
 * <p>Called often and by the thread that called {@link Matcher#match}: be quick.
 */
public interface Progress {
  /**
   * Where a run stands.
   *
   * @param percent how much of the phase is done
   * @param valueCents the worth of the best packing so far
   * @param expectedCents what may be expected of it, by {@link ScoreCard#expectedCents}
   * @param expectedBoundCents of no packing more; null until a bound is proved
   * @param cycles how many it has
   */
  record Standing(
      Phase phase,
      int percent,
      long valueCents,
      long expectedCents,
      @Nullable Long expectedBoundCents,
      long cycles) {
    /** The beginning of a phase, before there is a packing. */
    public static Standing at(Phase phase, int percent) {
      return new Standing(phase, percent, 0, 0, null, 0);
    }
  }

  /** Tells where the run stands. */
  void report(Standing standing);

  /** Whether to stop soon; the run then returns the best packing it has. */
  boolean cancelled();

  /** Nobody listens, nobody cancels. */
  static Progress none() {
    return new Progress() {
      @Override
      public void report(Standing standing) {}

      @Override
      public boolean cancelled() {
        return false;
      }
    };
  }
}
