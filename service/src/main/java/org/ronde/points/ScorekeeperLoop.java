package org.ronde.points;

import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Lets the scorekeeper keep up, several times a second: the timetable, which looks once a second,
 * would leave boards later than promised. Runs on each node; the chain's lock lets one work.
 */
public final class ScorekeeperLoop implements Managed {
  private final Scorekeeper keeper;
  private final Duration pause;
  private @Nullable Loop loop;

  public ScorekeeperLoop(Scorekeeper keeper, PointsSettings settings) {
    this.keeper = keeper;
    this.pause = Duration.ofMillis(settings.boardsPauseMillis());
  }

  @Override
  public void start() {
    loop = Loop.start("scorekeeper", pause, keeper::keepUp);
  }

  @Override
  public void stop() throws InterruptedException {
    if (loop != null) {
      loop.stop();
    }
  }
}
