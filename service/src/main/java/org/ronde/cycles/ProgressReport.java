package org.ronde.cycles;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.ronde.ids.ClearingId;
import org.ronde.matching.Phase;
import org.ronde.matching.Progress;

/**
 * Writes down where a run stands and that it lives, and learns whether it should stop: once a
 * second at most, since the engine asks thousands of times.
 */
final class ProgressReport implements Progress {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final ClearingId id;
  private final ClearingDao dao;
  private final InstantSource clock;
  private Instant reportedAt = Instant.MIN;
  private Instant askedAt = Instant.MIN;
  private boolean cancelled;

  ProgressReport(ClearingId id, ClearingDao dao, InstantSource clock) {
    this.id = id;
    this.dao = dao;
    this.clock = clock;
  }

  @Override
  public void report(Phase phase, int percent, long valueCents, long cycles) {
    if (due(reportedAt)) {
      reportedAt = clock.instant();
      if (dao.hear(id, phase, percent, valueCents, cycles) == 0) {
        cancelled = true;
      }
    }
  }

  @Override
  public boolean cancelled() {
    if (!cancelled && due(askedAt)) {
      askedAt = clock.instant();
      cancelled = dao.goOn(id) == 0;
    }
    return cancelled;
  }

  private boolean due(Instant last) {
    return last.equals(Instant.MIN) || !clock.instant().isBefore(last.plus(PAUSE));
  }
}
