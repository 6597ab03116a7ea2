package org.ronde.matching.packing;

import java.util.function.BooleanSupplier;

/**
 * How much an exact search may still spend.
 *
 * <p>Nodes and work (additions, roughly) are counted, so that equal runs stop at the same place;
 * the stop is for clocks and cancellations.
 */
public final class Effort implements BooleanSupplier {
  private final BooleanSupplier stop;
  private final long nodesMax;
  private long nodesLeft;
  private long workLeft;
  private boolean stopped;

  public Effort(long nodesMax, long workMax, BooleanSupplier stop) {
    this.nodesMax = nodesMax;
    this.nodesLeft = nodesMax;
    this.workLeft = workMax;
    this.stop = stop;
  }

  /** Nodes looked at so far. */
  public long nodes() {
    return nodesMax - nodesLeft;
  }

  /** Nodes that may still be looked at. */
  public long nodesLeft() {
    return nodesLeft;
  }

  /** Counts a node and says whether it may be looked at. */
  public boolean spendNode() {
    if (nodesLeft == 0 || isSpent()) {
      return false;
    }
    nodesLeft--;
    return true;
  }

  /** Counts the work and says whether to go on. */
  boolean spend(long work) {
    workLeft -= work;
    return !isSpent();
  }

  /** Whether to end now. */
  public boolean isSpent() {
    stopped = stopped || stop.getAsBoolean();
    return stopped || workLeft <= 0;
  }

  /** The same for solvers that ask now and then. */
  @Override
  public boolean getAsBoolean() {
    return isSpent();
  }
}
