package org.ronde.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The timetable. Declare jobs before {@link #start()}; a job runs on one node at a time, and one
 * whose node died is taken up by another within a minute.
 */
public final class Jobs implements Managed {
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final Duration STOP_MAX = Duration.ofSeconds(20);
  private static final int THREADS = 3;

  private final DataSource database;
  private final List<RecurringTask<Void>> recurring = new ArrayList<>();
  private @Nullable Scheduler scheduler;

  public Jobs(DataSource database) {
    this.database = database;
  }

  /** Runs the work again and again, with this pause after each run. */
  public Jobs every(Duration pause, String name, Runnable work) {
    recurring.add(
        Tasks.recurring(name, Schedules.fixedDelay(pause))
            .execute((instance, context) -> work.run()));
    return this;
  }

  /** Runs the work once a day at this time of day. */
  public Jobs daily(LocalTime time, ZoneId zone, String name, Runnable work) {
    recurring.add(
        Tasks.recurring(name, Schedules.daily(zone, time))
            .execute((instance, context) -> work.run()));
    return this;
  }

  @Override
  public void start() {
    scheduler =
        Scheduler.create(database)
            .startTasks(recurring)
            .threads(THREADS)
            .pollingInterval(POLL)
            .heartbeatInterval(HEARTBEAT)
            .shutdownMaxWait(STOP_MAX)
            .alwaysPersistTimestampInUTC()
            .build();
    scheduler.start();
  }

  @Override
  public void stop() {
    if (scheduler != null) {
      scheduler.stop();
    }
  }
}
