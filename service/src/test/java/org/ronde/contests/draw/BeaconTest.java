package org.ronde.contests.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BeaconTest {
  private static final String ROUND_1001 =
      "b33bf3667cbd5a82de3a24b4e0e9fe5513cc1a0e840368c6e31f5fcfa79bea03f73896b25883abf2853d10337fb8fa41";
  private static final String ROUND_657413 =
      "b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b";

  @Test
  void knowsTheSignaturesThatTheBeaconPublished() {
    assertThat(Beacon.signed(1000, Vectors.ROUND_1000)).isTrue();
    assertThat(Beacon.signed(1001, ROUND_1001)).isTrue();
    assertThat(Beacon.signed(657_413, ROUND_657413)).isTrue();
  }

  @Test
  void refusesASignatureOfAnotherRoundOrAWrongOne() {
    assertThat(Beacon.signed(1001, Vectors.ROUND_1000)).isFalse();
    assertThat(Beacon.signed(0, Vectors.ROUND_1000)).isFalse();
    assertThat(Beacon.signed(1000, Vectors.ROUND_1000.replace("e39", "e38"))).isFalse();
    assertThat(Beacon.signed(1000, "c0" + "00".repeat(47))).isFalse();
    assertThat(Beacon.signed(1000, "00".repeat(48))).isFalse();
    assertThat(Beacon.signed(1000, "ff".repeat(48))).isFalse();
    assertThat(Beacon.signed(1000, Vectors.ROUND_1000.substring(2))).isFalse();
    assertThat(Beacon.signed(1000, "no signature")).isFalse();
  }

  @Test
  void knowsWhenARoundComesOut() {
    assertThat(Beacon.roundAt(Instant.parse("2026-04-20T00:00:00Z"))).isEqualTo(27_946_612);
    assertThat(Beacon.timeOf(1)).isEqualTo(Instant.ofEpochSecond(1_692_803_367));
    for (long round : new long[] {1, 2, 1000, 27_946_612}) {
      Instant time = Beacon.timeOf(round);

      assertThat(Beacon.roundAt(time)).isEqualTo(round);
      assertThat(Beacon.roundAt(time.plusNanos(1))).isEqualTo(round + 1);
      assertThat(Beacon.roundAt(time.minusNanos(1))).isEqualTo(round);
    }
    assertThat(Beacon.roundAt(Instant.EPOCH)).isEqualTo(1);
  }

  @Test
  void readsASignatureFromWhateverIsPasted() {
    String json =
        """
        {"round":1000,"randomness":"fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd",
         "signature":"%s"}"""
            .formatted(Vectors.ROUND_1000);

    assertThat(Beacon.findSignature(json)).contains(Vectors.ROUND_1000);
    assertThat(Beacon.findSignature("  " + Vectors.ROUND_1000.toUpperCase(java.util.Locale.ROOT)))
        .contains(Vectors.ROUND_1000);
    assertThat(Beacon.findSignature("nothing here")).isEmpty();
    assertThat(Beacon.findSignature(Vectors.ROUND_1000 + "00")).isEmpty();
  }

  @Test
  void opensACommitmentLinkByLink() {
    Hash secret = Hash.sha256("a secret");
    Hash published = Commitment.published(secret);

    for (int draw = 1; draw <= Commitment.LINKS; draw++) {
      Hash link = Commitment.link(secret, draw);

      assertThat(Commitment.holds(published, draw, link)).isTrue();
      assertThat(Commitment.holds(published, draw + 1, link)).isFalse();
      assertThat(Commitment.holds(published, draw, Hash.sha256("else"))).isFalse();
    }
    assertThat(Commitment.link(secret, Commitment.LINKS)).isEqualTo(secret);
    assertThat(Commitment.holds(published, 0, published)).isFalse();
  }
}
