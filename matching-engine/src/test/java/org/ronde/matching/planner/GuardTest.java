package org.ronde.matching.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.ronde.matching.Progress;

class GuardTest {
  private Instant now = Instant.EPOCH;
  private final Guard guard = new Guard(() -> now, Duration.ofSeconds(200), Progress.none());

  @Test
  void tellsHowMuchOfTheTimeIsOver() {
    assertThat(guard.percent()).isZero();
    now = now.plusSeconds(50);
    assertThat(guard.percent()).isEqualTo(25);
    now = now.plusSeconds(500);
    assertThat(guard.percent()).isEqualTo(100);
  }

  @Test
  void strikesWhenTheTimeIsOverAndNotBefore() {
    now = now.plusSeconds(200).minusNanos(1);
    assertThat(guard.getAsBoolean()).isFalse();
    assertThat(guard.stoppedByClock()).isFalse();
    now = now.plusNanos(1);
    assertThat(guard.getAsBoolean()).isTrue();
    assertThat(guard.stoppedByClock()).isTrue();
  }
}
