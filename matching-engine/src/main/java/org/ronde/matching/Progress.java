package org.ronde.matching;

/**
 * How a run tells where it stands, and learns that nobody waits for it any more.
 *
 * <p>Called often and by the thread that called {@link Matcher#match}: be quick.
 */
public interface Progress {
  /** Tells the phase, how much of it is done, and the best packing so far. */
  void report(Phase phase, int percent, long valueCents, long cycles);

  /** Tells a bound as soon as one is proved: no packing counts more cents. */
  default void bound(long countedCents) {}

  /** Whether to stop soon; the run then returns the best packing it has. */
  boolean cancelled();

  /** Nobody listens, nobody cancels. */
  static Progress none() {
    return new Progress() {
      @Override
      public void report(Phase phase, int percent, long valueCents, long cycles) {}

      @Override
      public boolean cancelled() {
        return false;
      }
    };
  }
}
