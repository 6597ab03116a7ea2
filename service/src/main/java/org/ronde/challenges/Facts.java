package org.ronde.challenges;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.AttemptId;
import org.ronde.ids.MemberId;

/** Reads the facts of an attempt that was proved. */
final class Facts {
  private Facts() {}

  static Optional<AttemptFacts> find(Ground ground, AttemptId id) {
    Optional<AttemptDao.Row> found = ground.attempts.find(id);
    if (found.isEmpty() || found.get().actedAt() == null) {
      return Optional.empty();
    }
    AttemptDao.Row attempt = found.get();
    Instant actedAt = attempt.actedAt();
    if (actedAt == null) {
      return Optional.empty();
    }
    return ground
        .challenges
        .find(attempt.challengeId())
        .map(
            row -> {
              Scene scene = ground.scene(row);
              return new AttemptFacts(
                  id,
                  row.challengeId(),
                  row.kind(),
                  row.title(),
                  row.activityId(),
                  row.place(),
                  attempt.memberId(),
                  attempt.companyId(),
                  scene.opponent(attempt),
                  validator(ground, attempt),
                  attempt.state(),
                  attempt.level(),
                  actedAt,
                  ground.terms(row.challengeId(), attempt.termsVersion()).zone(),
                  attempt.measure(),
                  row.open(),
                  attempt.state() != AttemptState.FINAL);
            });
  }

  private static @Nullable MemberId validator(Ground ground, AttemptDao.Row attempt) {
    return ground.attempts.validations(List.of(attempt.attemptId())).stream()
        .filter(v -> v.round() == attempt.round() && !v.cosigned())
        .map(AttemptDao.ValidationRow::memberId)
        .findFirst()
        .orElse(null);
  }
}
