package org.ronde.contests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContestStateTest {
  private static final Set<ContestState> STOPPABLE =
      EnumSet.range(ContestState.RULES_PUBLISHED, ContestState.FINAL);

  /** Where each state may go of itself; SUSPENDED and VOID apart. */
  private static final Map<ContestState, Set<ContestState>> WAY =
      Map.ofEntries(
          Map.entry(ContestState.DRAFT, Set.of(ContestState.RULES_PUBLISHED)),
          Map.entry(ContestState.RULES_PUBLISHED, Set.of(ContestState.OPEN)),
          Map.entry(ContestState.OPEN, Set.of(ContestState.FROZEN)),
          Map.entry(ContestState.FROZEN, Set.of(ContestState.CLOSED)),
          Map.entry(ContestState.CLOSED, Set.of(ContestState.SETTLING)),
          Map.entry(ContestState.SETTLING, Set.of(ContestState.ENTRIES_SEALED)),
          Map.entry(ContestState.ENTRIES_SEALED, Set.of(ContestState.DRAWN, ContestState.RANKED)),
          Map.entry(ContestState.DRAWN, Set.of(ContestState.PROVISIONAL_RESULT)),
          Map.entry(ContestState.RANKED, Set.of(ContestState.PROVISIONAL_RESULT)),
          Map.entry(ContestState.PROVISIONAL_RESULT, Set.of(ContestState.FINAL)),
          Map.entry(ContestState.FINAL, Set.of(ContestState.PRIZES_AWARDED)),
          Map.entry(ContestState.PRIZES_AWARDED, Set.of(ContestState.ARCHIVED)),
          Map.entry(ContestState.ARCHIVED, Set.of()),
          Map.entry(ContestState.SUSPENDED, STOPPABLE),
          Map.entry(ContestState.VOID, Set.of()));

  @Test
  void allowsTheseMovesAndNoOther() {
    List<String> wrong = new ArrayList<>();
    for (ContestState from : ContestState.values()) {
      for (ContestState next : ContestState.values()) {
        boolean allowed =
            switch (next) {
              case SUSPENDED -> STOPPABLE.contains(from);
              case VOID ->
                  STOPPABLE.contains(from)
                      || from == ContestState.DRAFT
                      || from == ContestState.SUSPENDED;
              default -> WAY.getOrDefault(from, Set.of()).contains(next);
            };
        if (from.mayBecome(next) != allowed) {
          wrong.add(from + " to " + next);
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(WAY).hasSize(ContestState.values().length);
  }

  @Test
  void staysVeiledFromTheFreezeToTheResult() {
    for (ContestState state : ContestState.values()) {
      assertThat(state.veiled() && state.revealed()).as("%s", state).isFalse();
      assertThat(state.entering() && state.sealed()).as("%s", state).isFalse();
    }
    assertThat(EnumSet.allOf(ContestState.class).stream().filter(ContestState::veiled))
        .containsExactly(
            ContestState.FROZEN,
            ContestState.CLOSED,
            ContestState.SETTLING,
            ContestState.ENTRIES_SEALED,
            ContestState.DRAWN,
            ContestState.RANKED);
  }
}
