package org.ronde.challenges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All pairs of both tables, written out once more by hand. */
class StatesTest {
  private static final Map<AttemptState, String> ATTEMPTS =
      Map.ofEntries(
          Map.entry(AttemptState.INVITED, "COUNTERED REFUSED LAPSED ACCEPTED"),
          Map.entry(AttemptState.COUNTERED, "INVITED REFUSED LAPSED ACCEPTED"),
          Map.entry(AttemptState.REFUSED, ""),
          Map.entry(AttemptState.LAPSED, ""),
          Map.entry(AttemptState.ACCEPTED, "ACTIVE LAPSED WITHDRAWN"),
          Map.entry(AttemptState.ACTIVE, "SUBMITTED EXPIRED LAPSED WITHDRAWN"),
          Map.entry(AttemptState.SUBMITTED, "VALIDATED REJECTED WITHDRAWN REVOKED"),
          Map.entry(AttemptState.VALIDATED, "DISPUTED REJECTED FINAL REVOKED"),
          Map.entry(AttemptState.REJECTED, "SUBMITTED DISPUTED VALIDATED EXPIRED REVOKED"),
          Map.entry(AttemptState.DISPUTED, "VALIDATED REJECTED FINAL REVOKED"),
          Map.entry(AttemptState.FINAL, "REVOKED"),
          Map.entry(AttemptState.EXPIRED, ""),
          Map.entry(AttemptState.WITHDRAWN, ""),
          Map.entry(AttemptState.REVOKED, ""));

  private static final Map<ChallengeState, String> CHALLENGES =
      Map.of(
          ChallengeState.INVITED, "RUNNING SUSPENDED ENDED CANCELLED",
          ChallengeState.OPEN, "RUNNING SUSPENDED ENDED CANCELLED",
          ChallengeState.RUNNING, "SUSPENDED ENDED CANCELLED",
          ChallengeState.SUSPENDED, "INVITED OPEN RUNNING ENDED CANCELLED",
          ChallengeState.ENDED, "SUSPENDED",
          ChallengeState.CANCELLED, "");

  @ParameterizedTest
  @EnumSource(AttemptState.class)
  void letsAnAttemptMoveOnlyAsTheTableSays(AttemptState from) {
    Set<String> allowed = Set.of(String.valueOf(ATTEMPTS.get(from)).split(" "));

    for (AttemptState to : AttemptState.values()) {
      assertThat(from.mayBecome(to))
          .as("%s to %s", from, to)
          .isEqualTo(allowed.contains(to.name()));
    }
  }

  @ParameterizedTest
  @EnumSource(ChallengeState.class)
  void letsAChallengeMoveOnlyAsTheTableSays(ChallengeState from) {
    Set<String> allowed = Set.of(String.valueOf(CHALLENGES.get(from)).split(" "));

    for (ChallengeState to : ChallengeState.values()) {
      assertThat(from.mayBecome(to))
          .as("%s to %s", from, to)
          .isEqualTo(allowed.contains(to.name()));
    }
  }

  @Test
  void takesBackWhatWasFinalOnlyByRevoking() {
    for (AttemptState to : AttemptState.values()) {
      assertThat(AttemptState.FINAL.mayBecome(to)).isEqualTo(to == AttemptState.REVOKED);
    }
  }
}
