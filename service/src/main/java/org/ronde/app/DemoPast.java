package org.ronde.app;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Gives the demo world a past: puts the clock of the connection that fills it back, and on. Every
 * deadline goes by the database’s clock, so what happens then is what would have happened.
 */
final class DemoPast {
  private final DemoClockDao dao;
  private final Instant today;

  DemoPast(DemoClockDao dao, InstantSource clock) {
    this.dao = dao;
    this.today = clock.instant();
  }

  Instant daysAgo(int days) {
    return today.minus(Duration.ofDays(days));
  }

  /** Does something so many days ago; then the clock ticks as before. */
  void daysAgo(int days, Runnable work) {
    Instant then = daysAgo(days);
    dao.standAt(
        BigDecimal.valueOf(then.getEpochSecond())
            .add(BigDecimal.valueOf(then.getNano() / 1000, 6)));
    try {
      work.run();
    } finally {
      dao.tick();
    }
  }
}
