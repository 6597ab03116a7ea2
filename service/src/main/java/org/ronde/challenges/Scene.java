package org.ronde.challenges;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.AttemptId;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.MemberId;

/** A challenge with everybody’s part in it, as read at one moment. */
record Scene(ChallengeDao.Row row, List<AttemptDao.Row> attempts) {
  Scene {
    attempts = List.copyOf(attempts);
  }

  ChallengeId id() {
    return row.challengeId();
  }

  Optional<AttemptDao.Row> findOf(MemberId member) {
    return attempts.stream().filter(a -> a.memberId().equals(member)).findFirst();
  }

  Optional<AttemptDao.Row> find(AttemptId id) {
    return attempts.stream().filter(a -> a.attemptId().equals(id)).findFirst();
  }

  /** The author and those who take part. */
  Set<MemberId> people() {
    Set<MemberId> people = new LinkedHashSet<>();
    people.add(row.authorId());
    attempts.stream()
        .filter(a -> a.state().takesPart())
        .forEach(attempt -> people.add(attempt.memberId()));
    return people;
  }

  /**
   * Whom a member met by an attempt: the other of a duel, who invited or passed the chain on, else
   * the author. It never depends on who answered or proved first.
   */
  @Nullable MemberId opponent(AttemptDao.Row attempt) {
    MemberId member = attempt.memberId();
    if (row.kind() == Kind.DUEL) {
      return attempts.stream()
          .map(AttemptDao.Row::memberId)
          .filter(other -> !other.equals(member))
          .findFirst()
          .orElse(null);
    }
    if (attempt.invitedBy() != null) {
      return attempt.invitedBy();
    }
    return row.authorId().equals(member) ? null : row.authorId();
  }
}
