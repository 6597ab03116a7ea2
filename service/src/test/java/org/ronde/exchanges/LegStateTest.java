package org.ronde.exchanges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.exchanges.LegState.AGREED;
import static org.ronde.exchanges.LegState.RECEIVED;
import static org.ronde.exchanges.LegState.SENT;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LegStateTest {
  private static final Map<LegState, Set<LegState>> ALLOWED =
      Map.of(AGREED, Set.of(SENT, RECEIVED), SENT, Set.of(RECEIVED), RECEIVED, Set.of());

  @Test
  void movesOnlyForwardAndMayArriveWithoutHavingBeenSent() {
    for (LegState from : LegState.values()) {
      for (LegState to : LegState.values()) {
        assertThat(from.mayBecome(to))
            .as("%s to %s", from, to)
            .isEqualTo(ALLOWED.getOrDefault(from, Set.of()).contains(to));
      }
    }
    assertThat(ALLOWED.keySet()).containsAll(List.of(LegState.values()));
  }
}
