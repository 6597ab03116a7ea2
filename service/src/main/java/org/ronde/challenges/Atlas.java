package org.ronde.challenges;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ronde.activities.Activities;
import org.ronde.activities.Activity;
import org.ronde.activities.Practice;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.ActivityId;
import org.ronde.ids.MemberId;

/** What this room asks of the catalogue of activities. */
public interface Atlas {
  /** A published activity; else NOT_FOUND. */
  Activity activity(ActivityId id);

  /** Activities by id, also those that left the catalogue since: for what was launched before. */
  Map<ActivityId, Activity> known(Collection<ActivityId> ids);

  /** One of them. */
  default Activity known(ActivityId id) {
    return Optional.ofNullable(known(List.of(id)).get(id))
        .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  List<Activity> search(String text, Locale locale, int max);

  List<Activity> practised(MemberId member);

  Set<MemberId> followers(ActivityId id);

  /** In what a member wishes to hear of open challenges. */
  List<Activity> followed(MemberId member);

  /** Those with whom a member agreed to play. */
  Set<MemberId> partners(MemberId member);

  /** The safety gate: refuses words that describe a dangerous idea, with a fault at the field. */
  void requireSafe(Actor actor, String field, String text);

  /** Asks the catalogue's door. */
  static Atlas of(Activities activities) {
    return new Atlas() {
      @Override
      public Activity activity(ActivityId id) {
        return activities.activity(id);
      }

      @Override
      public Map<ActivityId, Activity> known(Collection<ActivityId> ids) {
        return activities.activities(Set.copyOf(ids)).stream()
            .collect(Collectors.toMap(Activity::id, Function.identity()));
      }

      @Override
      public List<Activity> search(String text, Locale locale, int max) {
        return activities.search(text, locale, max);
      }

      @Override
      public List<Activity> practised(MemberId member) {
        return activities.practised(member);
      }

      @Override
      public Set<MemberId> followers(ActivityId id) {
        return activities.followers(id);
      }

      @Override
      public List<Activity> followed(MemberId member) {
        return activities.practices().of(member).stream()
            .filter(Practice::follows)
            .map(Practice::activity)
            .toList();
      }

      @Override
      public Set<MemberId> partners(MemberId member) {
        return activities.requests().partners(member);
      }

      @Override
      public void requireSafe(Actor actor, String field, String text) {
        activities.requireSafe(actor, field, text);
      }
    };
  }
}
