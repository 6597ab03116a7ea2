package org.ronde.activities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.ronde.db.Transactions;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.ids.ActivityId;
import org.ronde.ids.MemberId;
import org.ronde.places.Gazetteer;
import org.ronde.places.Place;

/** What members practise, each activity once. A person needs no company for it. */
public final class Practices {
  private final ActivityDao activities;
  private final PracticeDao dao;
  private final Transactions transactions;
  private final Gazetteer gazetteer;
  private final int practicesMax;

  Practices(Jdbi jdbi, Transactions transactions, Gazetteer gazetteer, ActivitySettings settings) {
    this.activities = jdbi.onDemand(ActivityDao.class);
    this.dao = jdbi.onDemand(PracticeDao.class);
    this.transactions = transactions;
    this.gazetteer = gazetteer;
    this.practicesMax = settings.practicesMax();
  }

  /** All that a member practises, the last changed first. */
  public List<Practice> of(MemberId member) {
    List<PracticeDao.Row> rows = dao.of(member);
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<ActivityId, Activity> known = new HashMap<>();
    activities
        .any(rows.stream().map(PracticeDao.Row::activityId).toList())
        .forEach(row -> known.put(row.activityId(), row.activity()));
    List<Practice> practices = new ArrayList<>();
    for (PracticeDao.Row row : rows) {
      Activity activity = known.get(row.activityId());
      if (activity != null) {
        practices.add(practice(row, activity));
      }
    }
    return practices;
  }

  /** What the actor said of an activity. */
  public Optional<Practice> find(Actor actor, ActivityId id) {
    return dao.find(actor.memberId(), id)
        .flatMap(row -> activities.find(id).map(found -> practice(row, found.activity())));
  }

  /** Where a member lives as far as this room knows: the town of what they changed last. */
  public Optional<Place> home(MemberId member) {
    return dao.of(member).stream().findFirst().map(row -> gazetteer.place(row.placeCode()));
  }

  /**
   * Says that the actor practises an activity, or changes what they said.
   *
   * @throws Refusal INVALID at {@code ofAge} for an activity for adults when they do not say that
   *     they are, at {@code activity} when they practise too many; NOT_FOUND for no activity
   */
  public void put(Actor actor, ActivityId id, PracticeTerms terms) {
    MemberId member = actor.memberId();
    transactions.run(
        () -> {
          // The lock makes the count exact and two requests at once one practice.
          lock(id);
          Activity activity = activities.find(id).orElseThrow(Practices::notFound).activity();
          if (activity.adult() && !terms.ofAge()) {
            throw Refusal.invalid(Fault.of("ofAge", "activities.fault.ofAge"));
          }
          PracticeDao.Row row = row(member, id, terms);
          if (dao.find(member, id).isPresent()) {
            dao.update(row);
            return;
          }
          if (dao.count(member) >= practicesMax) {
            throw Refusal.invalid(
                new Fault("activity", "activities.fault.practices", Map.of("max", practicesMax)));
          }
          dao.insert(row);
          activities.count(id, 1);
        });
  }

  /** Says that the actor practises an activity no more; nothing when they did not. */
  public void remove(Actor actor, ActivityId id) {
    transactions.run(
        () -> {
          lock(id);
          drop(actor.memberId(), id);
        });
  }

  /** Forgets all that a member practises, in the caller's transaction. */
  void forget(MemberId member) {
    eachLocked(member, id -> drop(member, id));
  }

  /** Makes what one account practises another's, unless that practises it as well. */
  void join(MemberId from, MemberId into, JoinDao moves) {
    eachLocked(
        from,
        id -> {
          if (dao.find(into, id).isPresent()) {
            drop(from, id);
          } else {
            moves.movePractice(from, into, id);
          }
        });
  }

  private void eachLocked(MemberId member, Consumer<ActivityId> work) {
    dao.of(member).stream()
        .map(PracticeDao.Row::activityId)
        .sorted(Comparator.comparing(ActivityId::value))
        .forEach(
            id -> {
              lock(id);
              work.accept(id);
            });
  }

  private void lock(ActivityId id) {
    if (activities.lock(id).isEmpty()) {
      throw notFound();
    }
  }

  private void drop(MemberId member, ActivityId id) {
    if (dao.delete(member, id) == 1) {
      activities.count(id, -1);
    }
  }

  private Practice practice(PracticeDao.Row row, Activity activity) {
    return new Practice(
        activity,
        Level.of(row.level()),
        gazetteer.place(row.placeCode()),
        new Slots(row.slots()),
        row.findable(),
        row.follows());
  }

  private static PracticeDao.Row row(MemberId member, ActivityId id, PracticeTerms terms) {
    Place place = terms.place();
    return new PracticeDao.Row(
        member,
        id,
        terms.level().number(),
        place.code(),
        place.latitude(),
        place.longitude(),
        place.zone().getId(),
        terms.slots().mask(),
        terms.findable(),
        terms.follows(),
        terms.ofAge());
  }

  private static Refusal notFound() {
    return new Refusal(ProblemType.NOT_FOUND);
  }
}
