package org.ronde.cycles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.ids.ClearingId;
import org.ronde.matching.io.CommandLine;

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

  @Test
  void canBeRepeatedElsewhere(@TempDir Path folder) throws IOException {
    Clearing trial =
        run(
            village.clearings.request(
                village.operator, new Clearing.Asked(true, 4, 100, 60_000, 3)));
    Path market = folder.resolve("market.json.gz");
    Path manifest = folder.resolve("manifest.json");
    Files.write(market, village.clearings.market(village.operator, trial.id()));
    Files.writeString(manifest, village.clearings.manifest(village.operator, trial.id()));
    ByteArrayOutputStream told = new ByteArrayOutputStream();

    int exit =
        new CommandLine(
                new PrintStream(told, true, StandardCharsets.UTF_8),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                InstantSource.system())
            .run(List.of("replay", manifest.toString(), market.toString()));

    assertThat(told.toString(StandardCharsets.UTF_8)).startsWith("the same: OPTIMAL, value 100000");
    assertThat(exit).isZero();
  }
}
