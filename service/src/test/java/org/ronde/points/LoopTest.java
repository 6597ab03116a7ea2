package org.ronde.points;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LoopTest {
  private static final Duration SOON = Duration.ofMillis(1);

  private final Logger logger = (Logger) LoggerFactory.getLogger(Loop.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    logger.setLevel(Level.INFO);
    logger.addAppender(log);
  }

  @AfterEach
  void hearNoMore() {
    logger.detachAppender(log);
    logger.setLevel(null);
  }

  private List<Level> levels() {
    return List.copyOf(log.list).stream().map(ILoggingEvent::getLevel).toList();
  }

  @Test
  void triesAgainAndTellsAFailureAndItsEndOnce() throws Exception {
    CountDownLatch failures = new CountDownLatch(5);
    CountDownLatch successes = new CountDownLatch(2);

    Loop loop =
        Loop.start(
            "test",
            SOON,
            () -> {
              if (failures.getCount() > 0) {
                failures.countDown();
                throw new IllegalStateException("the database is away");
              }
              successes.countDown();
            });

    assertThat(successes.await(10, SECONDS)).isTrue();
    loop.stop();
    assertThat(levels()).containsExactly(Level.WARN, Level.INFO);
  }

  @Test
  void saysNothingOfWhatFailsWhileItStops() throws Exception {
    CountDownLatch working = new CountDownLatch(1);
    CountDownLatch gone = new CountDownLatch(1);
    AtomicBoolean failed = new AtomicBoolean();
    Loop loop =
        Loop.start(
            "test",
            SOON,
            () -> {
              working.countDown();
              awaitQuietly(gone);
              failed.set(true);
              throw new IllegalStateException("the database is gone");
            });
    assertThat(working.await(10, SECONDS)).isTrue();

    Thread stops = new Thread(() -> stop(loop));
    stops.start();
    while (stops.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    gone.countDown();
    stops.join();

    assertThat(failed).isTrue();
    assertThat(levels()).isEmpty();
  }

  private static void stop(Loop loop) {
    try {
      loop.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
