package org.ronde.points;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something again and again, several times a second, until it is stopped. What fails is tried
 * again: the log tells the first failure of a row and the end of it, and nothing of what fails
 * while everything stops.
 */
final class Loop {
  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
  private static final Duration STOP_MAX = Duration.ofSeconds(20);

  private final Runnable work;
  private final ScheduledExecutorService thread;
  private final String name;
  private volatile boolean stopping;
  private boolean failing;

  private Loop(String name, Runnable work) {
    this.name = name;
    this.work = work;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            runnable -> {
              Thread made = new Thread(runnable, name);
              made.setDaemon(true);
              return made;
            });
  }

  /**
   * Starts at once.
   *
   * @param name of the thread and in the log
   */
  static Loop start(String name, Duration pause, Runnable work) {
    Loop loop = new Loop(name, work);
    var unused =
        loop.thread.scheduleWithFixedDelay(loop::once, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    return loop;
  }

  private void once() {
    try {
      work.run();
      if (failing) {
        LOG.info("{} goes on", name);
        failing = false;
      }
    } catch (RuntimeException e) {
      // A schedule ends with the first exception that leaves it.
      if (!failing && !stopping) {
        LOG.warn("{} fails and is tried again", name, e);
        failing = true;
      }
    }
  }

  /** Returns when what was being done is done, or after 20 seconds. */
  void stop() throws InterruptedException {
    stopping = true;
    thread.shutdown();
    if (!thread.awaitTermination(STOP_MAX.toSeconds(), TimeUnit.SECONDS)) {
      LOG.warn("{} does not end", name);
    }
  }
}
