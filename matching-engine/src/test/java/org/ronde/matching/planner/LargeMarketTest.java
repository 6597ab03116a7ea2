package org.ronde.matching.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ronde.matching.Limits;
import org.ronde.matching.Market;
import org.ronde.matching.Markets;
import org.ronde.matching.Phase;
import org.ronde.matching.Progress;
import org.ronde.matching.ScoreRule;
import org.ronde.matching.Status;
import org.ronde.matching.packing.PackingChecker;

/** Markets of more arcs than cycles are listed for. */
class LargeMarketTest {
  private static final Market LARGE = Markets.generated(450, 6, 4, 1);
  private static final Limits LIMITS = Limits.standard().withCycleLengthMax(3).withStepsMax(300);

  private final PlannerMatcher matcher = new PlannerMatcher(InstantSource.system());

  @Test
  void getsAPackingAndATightBound() {
    var heard = new Heard(Phase.DONE);

    var packing = matcher.match(LARGE, LIMITS, heard);

    assertThat(packing.arcs().usable()).isGreaterThan(200_000);
    assertThat(packing.status()).isEqualTo(Status.FEASIBLE);
    assertThat(packing.candidates().cut()).isTrue();
    assertThat(packing.score().points(ScoreRule.Level.HARD)).isZero();
    assertThat(PackingChecker.faults(LARGE, LIMITS, packing)).isEmpty();
    assertThat(packing.expectedBoundCents()).isGreaterThanOrEqualTo(packing.expectedCents());
    assertThat(packing.expectedGap()).isBetween(0.0, 0.5);
    assertThat(packing.steps()).isEqualTo(300);
    assertThat(heard.phases).isSorted().contains(Phase.values());
    assertThat(heard.bounds).contains(packing.expectedBoundCents());
    assertThat(heard.bounds).isSortedAccordingTo((one, other) -> Long.compare(other, one));
  }

  @ParameterizedTest
  @EnumSource(names = {"CANDIDATES", "CONSTRUCTION", "IMPROVEMENT"})
  void returnsWhatItHasWhenCancelled(Phase phase) {
    var packing = matcher.match(LARGE, LIMITS.withStepsMax(1_000_000), new Heard(phase));

    assertThat(packing.steps()).isLessThan(1_000_000);
    assertThat(packing.stoppedByClock()).isFalse();
    assertThat(PackingChecker.faults(LARGE, LIMITS, packing)).isEmpty();
  }

  /** Hears what is told, and cancels in a phase; in {@code DONE} it is too late for that. */
  private static final class Heard implements Progress {
    private final Phase last;
    private final List<Phase> phases = new ArrayList<>();
    private final List<Long> bounds = new ArrayList<>();

    Heard(Phase last) {
      this.last = last;
    }

    @Override
    public void report(Standing standing) {
      phases.add(standing.phase());
      if (standing.expectedBoundCents() != null) {
        bounds.add(standing.expectedBoundCents());
      }
    }

    @Override
    public boolean cancelled() {
      return last != Phase.DONE && phases.contains(last);
    }
  }
}
