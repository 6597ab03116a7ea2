package org.ronde.challenges;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.ActivityId;
import org.ronde.ids.AttemptId;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.MemberId;

/** Hears, inside the same transaction, what becomes of challenges: the stream lives on it. */
public interface ChallengeListener {
  /**
   * What happened, as far as every reader named may know it.
   *
   * @param attempt whose it is about; null for a launch
   * @param by who did it
   * @param others the other people of the challenge
   * @param open whether strangers may see it
   */
  record Event(
      Kind kind,
      ChallengeId challenge,
      @Nullable AttemptId attempt,
      String title,
      ActivityId activity,
      MemberId by,
      List<MemberId> others,
      boolean open) {}

  /** What can happen. */
  enum Kind {
    LAUNCHED,
    ACCEPTED,
    VALIDATED,
    REVOKED
  }

  void happened(Event event);
}
