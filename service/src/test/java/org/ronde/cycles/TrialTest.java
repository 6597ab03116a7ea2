package org.ronde.cycles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.ids.ClearingId;

@Tag("database")
class TrialTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Village village = new Village(database);
  private Actor vidal;

  @BeforeEach
  void twoThatCanSwap() {
    database.clock().moveTo(Instant.parse("2026-11-24T09:00:00Z"));
    vidal = village.premium("Vidal");
    Actor sud = village.premium("Sud");
    village.offers(vidal, "Web design", 10);
    village.needs(vidal, "Prints", 10);
    village.offers(sud, "Brochures", 10);
    village.needs(sud, "Website", 10);
  }

  private Clearing run(ClearingId id) {
    village.job.runQueued();
    return village.clearings.explained(village.operator, id).clearing();
  }

  @Test
  void proposesNothingUntilItIsAskedForInEarnest() {
    Clearing.Asked asked = new Clearing.Asked(true, 2, 10, 60_000, 7);
    Clearing trial = run(village.clearings.request(village.operator, asked));

    assertThat(trial.state()).isEqualTo(Clearing.State.DONE);
    assertThat(trial.cyclesFound()).isEqualTo(1);
    assertThat(trial.cyclesProposed()).isZero();
    assertThat(trial.gapPercent()).isZero();
    assertThat(village.cycles.mine(vidal)).isEmpty();

    Clearing earnest = run(village.clearings.proposeLike(village.operator, trial.id()));

    assertThat(earnest.asked()).isEqualTo(new Clearing.Asked(false, 2, 10, 60_000, 7));
    assertThat(earnest.result())
        .extracting(Clearing.Result::snapshotHash)
        .isEqualTo(trial.result() == null ? null : trial.result().snapshotHash());
    assertThat(earnest.cyclesProposed()).isEqualTo(1);
    assertThat(village.cycles.mine(vidal)).hasSize(1);
  }
}
