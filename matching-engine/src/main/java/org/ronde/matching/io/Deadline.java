package org.ronde.matching.io;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/**
 * Whether the time is over, and whether anybody was told so; solvers may ask from other threads.
 */
final class Deadline implements BooleanSupplier {
  private final InstantSource clock;
  private final Instant end;
  private volatile boolean told;

  Deadline(InstantSource clock, Instant end) {
    this.clock = clock;
    this.end = end;
  }

  @Override
  public boolean getAsBoolean() {
    boolean over = !clock.instant().isBefore(end);
    told |= over;
    return over;
  }

  boolean wasTold() {
    return told;
  }
}
