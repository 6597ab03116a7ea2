package org.ronde.matching;

import java.util.List;

/**
 * Finds who could barter with whom, and chooses.
 *
 * <p>Same market, limits and seed: same packing, in whatever order the market's lists stand, unless
 * {@link Packing#stoppedByClock} or the caller cancelled. Safe for use by several threads.
 */
public interface Matcher {
  /** Chooses cycles that never use a listing beyond its quantity. May take {@code timeMax}. */
  Packing match(Market market, Limits limits, Progress progress);

  /** Every arc of the market, those ruled out included, ordered by need and offer. */
  List<Arc> arcs(Market market);
}
