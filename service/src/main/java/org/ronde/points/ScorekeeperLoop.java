package org.ronde.points;

import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the scorekeeper keep up, several times a second: the timetable, which looks once a second,
 * would leave boards later than promised. Runs on each node; the chain's lock lets one work.
 */
public final class ScorekeeperLoop implements Managed {
  private static final Logger LOG = LoggerFactory.getLogger(ScorekeeperLoop.class);
  private static final Duration STOP_MAX = Duration.ofSeconds(20);

  private final Scorekeeper keeper;
  private final Duration pause;
  private @Nullable ScheduledExecutorService thread;

  public ScorekeeperLoop(Scorekeeper keeper, PointsSettings settings) {
    this.keeper = keeper;
    this.pause = Duration.ofMillis(settings.boardsPauseMillis());
  }

  @Override
  public void start() {
    thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread made = new Thread(work, "scorekeeper");
              made.setDaemon(true);
              return made;
            });
    var unused =
        thread.scheduleWithFixedDelay(
            this::keepUp, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void keepUp() {
    try {
      keeper.keepUp();
    } catch (RuntimeException e) {
      // The entries wait in the database; a schedule that ended here would let them wait for ever.
      LOG.warn("Boards could not follow the ledger; trying again", e);
    }
  }

  @Override
  public void stop() throws InterruptedException {
    if (thread != null) {
      thread.shutdown();
      thread.awaitTermination(STOP_MAX.toSeconds(), TimeUnit.SECONDS);
    }
  }
}
