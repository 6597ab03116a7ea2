package org.ronde.matching.planner;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.ronde.matching.Progress;

/** Ends a run when its time is over or nobody waits for it, and remembers which it was. */
final class Guard implements BooleanSupplier {
  private final InstantSource clock;
  private final Instant end;
  private final Progress progress;
  private boolean struck;
  private boolean cancelled;

  Guard(InstantSource clock, Duration timeMax, Progress progress) {
    this.clock = clock;
    this.end = clock.instant().plus(timeMax);
    this.progress = progress;
  }

  /** Whether to stop now; once true, always true. */
  @Override
  public boolean getAsBoolean() {
    cancelled = cancelled || progress.cancelled();
    struck = struck || (!cancelled && !clock.instant().isBefore(end));
    return struck || cancelled;
  }

  /** Whether it was the clock that ended the run. */
  boolean stoppedByClock() {
    return struck;
  }
}
