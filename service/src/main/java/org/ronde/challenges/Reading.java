package org.ronde.challenges;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronde.activities.Activity;
import org.ronde.http.Actor;
import org.ronde.ids.ActivityId;
import org.ronde.ids.AttemptId;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.CompanyId;
import org.ronde.ids.MemberId;

/**
 * What one page or list is drawn from, for one reader: whatever is needed is read once, however
 * many challenges and people there are. It is good for one request, for nothing in it changes.
 */
final class Reading {
  private final Ground ground;
  private final Actor actor;
  private final Map<ActivityId, Activity> activities = new HashMap<>();
  private final Map<ChallengeId, Map<Integer, Terms>> terms = new HashMap<>();
  private final Map<AttemptId, List<AttemptDao.ValidationRow>> validations = new HashMap<>();
  private @Nullable Set<MemberId> friends;
  private @Nullable Set<CompanyId> companies;
  private @Nullable Set<ChallengeId> letters;
  private @Nullable Set<AttemptId> witnessed;

  Reading(Ground ground, Actor actor) {
    this.ground = ground;
    this.actor = actor;
  }

  Actor actor() {
    return actor;
  }

  MemberId me() {
    return actor.memberId();
  }

  /** Whether the challenge calls on the reader. */
  boolean inAudience(ChallengeDao.Row row) {
    return switch (row.audience()) {
      case INVITED -> false;
      case FRIENDS -> friends().contains(row.authorId());
      case COLLEAGUES -> row.companyId() != null && companies().contains(row.companyId());
      case EVERYBODY -> true;
    };
  }

  private Set<MemberId> friends() {
    if (friends == null) {
      friends = ground.neighbours.folk().friends(me());
    }
    return friends;
  }

  private Set<CompanyId> companies() {
    if (companies == null) {
      companies = ground.neighbours.folk().companies(me());
    }
    return companies;
  }

  /** Whether an invitation was mailed to the reader’s own address and not taken up yet. */
  boolean hasLetter(ChallengeId id) {
    if (letters == null) {
      letters = ground.letters.to(ground.neighbours.folk().person(me()).email());
    }
    return letters.contains(id);
  }

  /** Whether somebody in it named the reader as one who was there. */
  boolean witnesses(Scene scene) {
    if (witnessed == null) {
      witnessed = ground.attempts.witnessedBy(me());
    }
    return scene.attempts().stream().map(AttemptDao.Row::attemptId).anyMatch(witnessed::contains);
  }

  /** The activities of some challenges, read at once. */
  void readActivities(Collection<ChallengeDao.Row> rows) {
    activities.putAll(
        ground
            .neighbours
            .atlas()
            .known(rows.stream().map(ChallengeDao.Row::activityId).distinct().toList()));
  }

  Activity activity(ActivityId id) {
    return activities.computeIfAbsent(id, ground.neighbours.atlas()::known);
  }

  Terms terms(ChallengeId id, int version) {
    return terms
        .computeIfAbsent(id, unused -> new HashMap<>())
        .computeIfAbsent(version, unused -> ground.terms(id, version));
  }

  /** Who vouched for some attempts, read at once. */
  void readValidations(Collection<AttemptDao.Row> attempts) {
    List<AttemptId> ids =
        attempts.stream()
            .filter(attempt -> attempt.submittedAt() != null)
            .map(AttemptDao.Row::attemptId)
            .toList();
    ids.forEach(id -> validations.put(id, List.of()));
    if (!ids.isEmpty()) {
      ground.attempts.validations(ids).stream()
          .collect(Collectors.groupingBy(AttemptDao.ValidationRow::attemptId))
          .forEach(validations::put);
    }
  }

  /** Who vouched for the last proof of an attempt, the first of them first. */
  List<MemberId> vouched(AttemptDao.Row attempt) {
    if (!validations.containsKey(attempt.attemptId())) {
      readValidations(List.of(attempt));
    }
    return validations.getOrDefault(attempt.attemptId(), List.of()).stream()
        .filter(validation -> validation.round() == attempt.round())
        .map(AttemptDao.ValidationRow::memberId)
        .toList();
  }
}
