package org.ronde.matching.planner;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.ronde.matching.Progress;

/** Ends a run when its time is over or nobody waits for it, and remembers which it was. */
final class Guard implements BooleanSupplier {
  private final InstantSource clock;
  private final Instant start;
  private final Duration timeMax;
  private final Progress progress;
  private boolean struck;
  private boolean cancelled;

  Guard(InstantSource clock, Duration timeMax, Progress progress) {
    this.clock = clock;
    this.start = clock.instant();
    this.timeMax = timeMax;
    this.progress = progress;
  }

  /** Whether to stop now; once true, always true. */
  @Override
  public boolean getAsBoolean() {
    cancelled = cancelled || progress.cancelled();
    struck = struck || (!cancelled && spent().compareTo(timeMax) >= 0);
    return struck || cancelled;
  }

  /** How much of the time is over, 0 to 100. */
  int percent() {
    return (int) Math.min(100, 100 * spent().toMillis() / Math.max(1, timeMax.toMillis()));
  }

  private Duration spent() {
    return Duration.between(start, clock.instant());
  }

  /** Whether it was the clock that ended the run. */
  boolean stoppedByClock() {
    return struck;
  }
}
