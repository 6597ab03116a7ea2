package org.ronde.cycles;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.ClearingId;
import org.ronde.matching.Phase;
import org.ronde.matching.Progress;

/**
 * Writes down where a run stands, how it came along and that it lives, and learns whether it should
 * stop: once a second at most, since the engine asks thousands of times.
 */
final class ProgressReport implements Progress {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final ClearingId id;
  private final ClearingDao dao;
  private final InstantSource clock;
  private final Instant startedAt;
  private @Nullable Standing kept;
  private Instant reportedAt = Instant.MIN;
  private Instant askedAt = Instant.MIN;
  private boolean cancelled;

  ProgressReport(ClearingId id, ClearingDao dao, InstantSource clock) {
    this.id = id;
    this.dao = dao;
    this.clock = clock;
    this.startedAt = clock.instant();
  }

  @Override
  public void report(Standing standing) {
    if (due(reportedAt) || standing.phase() == Phase.DONE) {
      reportedAt = clock.instant();
      if (dao.hear(id, standing) == 0) {
        cancelled = true;
      }
      keep(standing);
    }
  }

  /** A run that stands still leaves no more rows. */
  private void keep(Standing standing) {
    if (kept != null
        && kept.phase() == standing.phase()
        && kept.expectedCents() == standing.expectedCents()
        && Objects.equals(kept.expectedBoundCents(), standing.expectedBoundCents())) {
      return;
    }
    kept = standing;
    dao.keep(
        id,
        new Clearing.Moment(
            Duration.between(startedAt, reportedAt).toMillis(),
            standing.phase(),
            standing.valueCents(),
            standing.expectedCents(),
            standing.expectedBoundCents()));
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
