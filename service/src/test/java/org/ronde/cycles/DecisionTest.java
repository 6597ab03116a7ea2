package org.ronde.cycles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronde.http.Refusal;

class DecisionTest {
  @Test
  void readsAYes() {
    assertThat(Decision.of("accept", true, "", "")).isEqualTo(new Decision.Accept(true));
  }

  @Test
  void readsANoWithItsReason() {
    assertThat(Decision.of("REFUSE", false, "OTHER", "  We are moving. "))
        .isEqualTo(new Decision.Refuse(Decision.Reason.OTHER, "We are moving."));
    assertThat(Decision.of("REFUSE", false, "PRICE", ""))
        .isEqualTo(new Decision.Refuse(Decision.Reason.PRICE, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "PERHAPS, PRICE, '', answer",
    "'', PRICE, '', answer",
    "REFUSE, '', '', reason",
    "REFUSE, WEATHER, '', reason",
    "REFUSE, OTHER, '  ', text"
  })
  void refusesWhatIsNoAnswer(String answer, String reason, String text, String field) {
    assertThatThrownBy(() -> Decision.of(answer, false, reason, text))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.faults()).extracting(Refusal.Fault::field).contains(field));
  }

  @Test
  void refusesALongText() {
    assertThatThrownBy(() -> Decision.of("REFUSE", false, "PRICE", "x".repeat(501)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.faults())
                    .extracting(Refusal.Fault::field)
                    .containsExactly("text"));
  }
}
