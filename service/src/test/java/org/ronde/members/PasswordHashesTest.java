package org.ronde.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class PasswordHashesTest {
  private final PasswordHashes hashes = new PasswordHashes(Duration.ofMinutes(5));

  @Test
  void recognisesThePasswordAndNoOther() {
    String stored = hashes.hash("sept hiboux lisent");

    assertThat(stored).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(hashes.fits("sept hiboux lisent", stored)).isTrue();
    assertThat(hashes.fits("sept hiboux lisaient", stored)).isFalse();
    assertThat(hashes.outdated(stored)).isFalse();
  }

  @Test
  void saltsEachHash() {
    assertThat(hashes.hash("sept hiboux lisent")).isNotEqualTo(hashes.hash("sept hiboux lisent"));
  }

  @Test
  void readsAccentsHoweverTheKeyboardWroteThem() {
    String stored = hashes.hash("un été très bleu");

    assertThat(hashes.fits("un e\u0301te\u0301 tre\u0300s bleu", stored)).isTrue();
  }

  @Test
  void fitsNothingWhenThereIsNoPassword() {
    assertThat(hashes.fits("sept hiboux lisent", null)).isFalse();
    assertThat(hashes.fits("", null)).isFalse();
    assertThat(hashes.fits("x".repeat(100_000), null)).isFalse();
  }

  @Test
  void wantsAHashOfLowerCostMadeAgain() {
    assertThat(hashes.outdated("$argon2id$v=19$m=4096,t=1,p=1$c2FsdA$aGFzaA")).isTrue();
  }

  @Test
  void turnsAFloodAwayAndServesTheFirst() throws Exception {
    List<Callable<?>> flood = Collections.nCopies(60, () -> hashes.fits("flood", null));

    List<String> outcomes = Crowd.atOnce(flood);

    assertThat(outcomes).contains("UNAVAILABLE").contains("");
    assertThat(outcomes.stream().filter(String::isEmpty)).hasSizeGreaterThanOrEqualTo(22);
  }
}
