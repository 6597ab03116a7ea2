package org.ronde.challenges;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ronde.activities.Activity;
import org.ronde.http.Actor;
import org.ronde.http.Refusal;
import org.ronde.ids.ActivityId;
import org.ronde.ids.AttemptId;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.MemberId;
import org.ronde.ids.Subject;
import org.ronde.places.Place;
import org.ronde.points.Cause;

/** Reads challenges: mine, a member’s, open ones near a place; and facts for the rooms above. */
public final class Board {
  private static final int SEARCHED_MAX = 400;
  private static final int READ_AT_ONCE = 40;
  private static final double KILOMETRES_PER_DEGREE = 111.2;

  private final Ground ground;
  private final LaunchRules rules;
  private final Sight sight;

  Board(Ground ground, LaunchRules rules) {
    this.ground = ground;
    this.rules = rules;
    this.sight = new Sight(ground);
  }

  /**
   * A challenge as this reader sees it.
   *
   * @throws Refusal NOT_FOUND when there is none or they may not see it
   */
  public Seen.Whole challenge(Actor actor, Locale locale, ChallengeId id) {
    return sight.whole(new Reading(ground, actor), locale, ground.seen(actor, id));
  }

  /** The challenge an attempt belongs to, if this reader may see it; else NOT_FOUND. */
  public ChallengeId challengeOf(Actor actor, AttemptId id) {
    return ground.seen(actor, ground.attempt(id).challengeId()).id();
  }

  /** My challenges: what waits for me first, then what runs, then what is over. */
  public List<Seen.Line> mine(Actor actor, Locale locale) {
    String email = ground.neighbours.folk().person(actor.memberId()).email();
    int max = ground.settings.pageSize() * 5;
    return lines(
            new Asked(new Reading(ground, actor), locale, null),
            ground.search.mine(actor.memberId(), email, max),
            line -> true,
            max)
        .stream()
        .sorted(
            Comparator.comparing((Seen.Line line) -> !line.next().mine())
                .thenComparing(line -> !line.state().alive()))
        .toList();
  }

  /**
   * The challenges a member takes part in that this reader may see, newest first.
   *
   * @param max at most so many
   */
  public List<Seen.Line> ofMember(Actor actor, Locale locale, MemberId member, int max) {
    List<ChallengeId> ids =
        ground.search.attemptsOf(member, SEARCHED_MAX).stream()
            .map(AttemptDao.Row::challengeId)
            .toList();
    if (ids.isEmpty()) {
      return List.of();
    }
    List<ChallengeDao.Row> rows =
        ground.challenges.find(ids).stream()
            .sorted(Comparator.comparing(row -> ids.indexOf(row.challengeId())))
            .toList();
    return lines(new Asked(new Reading(ground, actor), locale, null), rows, line -> true, max);
  }

  /**
   * Which open calls to look for.
   *
   * @param activity or null: any
   * @param place code of a town, or empty: wherever
   * @param kilometres around the place
   * @param anywhere only those without a place
   */
  public record Filter(
      @Nullable ActivityId activity, String place, int kilometres, boolean anywhere) {}

  /** Open calls this reader may join, the nearest first when a place is given, else the newest. */
  public List<Seen.Line> open(Actor actor, Locale locale, Filter filter) {
    Optional<Place> centre = ground.neighbours.towns().find(filter.place());
    List<ChallengeDao.Row> rows = new ArrayList<>();
    if (centre.isPresent()) {
      rows.addAll(
          ground.search.near(
              filter.activity(), box(centre.get(), filter.kilometres()), SEARCHED_MAX));
    } else {
      rows.addAll(ground.search.open(filter.activity(), filter.anywhere(), SEARCHED_MAX));
      rows.addAll(ground.search.openToSome(filter.activity(), SEARCHED_MAX));
      rows.sort(Comparator.comparing(ChallengeDao.Row::launchedAt).reversed());
    }
    Asked asked = new Asked(new Reading(ground, actor), locale, centre.orElse(null));
    return lines(
        asked,
        centre.isEmpty() ? rows : nearest(rows, centre.get(), filter.kilometres()),
        line -> line.next() == Seen.Next.JOIN,
        ground.settings.pageSize());
  }

  private List<ChallengeDao.Row> nearest(
      List<ChallengeDao.Row> rows, Place centre, int kilometresMax) {
    Map<ChallengeId, Integer> kilometres = new HashMap<>();
    rows.forEach(
        row ->
            findKilometres(centre, row).ifPresent(far -> kilometres.put(row.challengeId(), far)));
    return rows.stream()
        .filter(row -> kilometres.getOrDefault(row.challengeId(), 0) <= kilometresMax)
        .sorted(
            Comparator.comparing(
                row -> kilometres.getOrDefault(row.challengeId(), Integer.MAX_VALUE)))
        .toList();
  }

  /** Open calls near a town, for anybody who is signed in. */
  public List<Seen.Line> openNear(
      Actor actor, Locale locale, String place, int kilometres, @Nullable ActivityId activity) {
    return open(actor, locale, new Filter(activity, place, kilometres, false));
  }

  /** A little too large; what is too far is left out afterwards by the true distance. */
  private static SearchDao.Box box(Place centre, int kilometres) {
    double up = kilometres / KILOMETRES_PER_DEGREE + 0.1;
    double cosine = Math.max(0.01, Math.cos(Math.toRadians(Math.abs(centre.latitude()) + up)));
    double aside = Math.min(180, up / cosine);
    double west = centre.longitude() - aside;
    double east = centre.longitude() + aside;
    return new SearchDao.Box(
        degrees(centre.latitude() - up),
        degrees(centre.latitude() + up),
        degrees(aside >= 180 ? -180 : west < -180 ? west + 360 : west),
        degrees(aside >= 180 ? 180 : east > 180 ? east - 360 : east));
  }

  private static BigDecimal degrees(double value) {
    return BigDecimal.valueOf(value).setScale(5, RoundingMode.HALF_EVEN);
  }

  /** Who reads a list, in which language, and from where distances count, if from anywhere. */
  private record Asked(Reading reading, Locale locale, @Nullable Place centre) {}

  /** The first of some challenges that this reader may see and that are wanted. */
  private List<Seen.Line> lines(
      Asked asked, List<ChallengeDao.Row> rows, Predicate<Seen.Line> wanted, int max) {
    List<Seen.Line> lines = new ArrayList<>();
    for (int from = 0; from < rows.size() && lines.size() < max; from += READ_AT_ONCE) {
      List<ChallengeDao.Row> some = rows.subList(from, Math.min(rows.size(), from + READ_AT_ONCE));
      lines(asked, some).stream().filter(wanted).limit(max - lines.size()).forEach(lines::add);
    }
    return lines;
  }

  private List<Seen.Line> lines(Asked asked, List<ChallengeDao.Row> rows) {
    List<AttemptDao.Row> all =
        ground.attempts.of(rows.stream().map(ChallengeDao.Row::challengeId).toList());
    Map<ChallengeId, List<AttemptDao.Row>> attempts =
        all.stream().collect(Collectors.groupingBy(AttemptDao.Row::challengeId));
    Reading reading = asked.reading();
    reading.readActivities(rows);
    reading.readValidations(
        all.stream().filter(attempt -> attempt.state() == AttemptState.SUBMITTED).toList());
    Sight.Names names =
        sight.names(
            asked.locale(), rows.stream().map(ChallengeDao.Row::authorId).distinct().toList());
    return rows.stream()
        .map(row -> new Scene(row, attempts.getOrDefault(row.challengeId(), List.of())))
        .filter(scene -> ground.rights.maySee(reading, scene))
        .map(scene -> line(asked, scene, names))
        .toList();
  }

  private Seen.Line line(Asked asked, Scene scene, Sight.Names names) {
    ChallengeDao.Row row = scene.row();
    Reading reading = asked.reading();
    return new Seen.Line(
        row.challengeId(),
        row.kind(),
        row.state(),
        row.title(),
        row.activityId(),
        reading.activity(row.activityId()).name(asked.locale()),
        names.who(row.authorId()),
        sight.placeName(row),
        findKilometres(asked.centre(), row).orElse(null),
        row.endsAt(),
        (int) scene.attempts().stream().filter(a -> a.state().takesPart()).count(),
        sight.next(reading, scene),
        scene.findOf(reading.me()).map(AttemptDao.Row::state).orElse(null));
  }

  private Optional<Integer> findKilometres(@Nullable Place centre, ChallengeDao.Row row) {
    return centre == null
        ? Optional.empty()
        : ground
            .neighbours
            .towns()
            .find(row.place())
            .map(place -> ground.neighbours.towns().kilometres(centre, place));
  }

  /**
   * To what the actor may dare somebody; empty for a stranger who does not wish to hear of open
   * challenges in anything, and for oneself.
   */
  public Optional<Seen.Daring> findDaring(Actor actor, MemberId member) {
    if (member.equals(actor.memberId())) {
      return Optional.empty();
    }
    boolean anything = rules.acquaintances(actor).contains(member);
    List<Activity> followed = anything ? List.of() : ground.neighbours.atlas().followed(member);
    return named(Set.of(member)).stream()
        .findFirst()
        .filter(who -> anything || !followed.isEmpty())
        .map(who -> new Seen.Daring(who, anything, followed));
  }

  /** Whom this actor may invite: acquaintances, and followers of the activity. */
  public List<Seen.Who> reachable(Actor actor, ActivityId activity) {
    return named(rules.reachable(actor, activity));
  }

  /** Whom this actor may invite to anything: colleagues, friends, people met, partners. */
  public List<Seen.Who> acquaintances(Actor actor) {
    return named(rules.acquaintances(actor));
  }

  private List<Seen.Who> named(Set<MemberId> ids) {
    return ground.neighbours.folk().names(ids).entrySet().stream()
        .map(entry -> new Seen.Who(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(Seen.Who::name).thenComparing(who -> who.id().value()))
        .toList();
  }

  /** What a member did best, in the activity’s unit. */
  public record Best(Activity activity, BigDecimal measure) {}

  /**
   * What somebody else believed that a member did best, by activity, the latest first.
   *
   * @param max at most so many
   */
  public List<Best> bests(MemberId member, int max) {
    List<AwardDao.Best> bests = ground.awarded.bests(member, max);
    Map<ActivityId, Activity> known =
        ground.neighbours.atlas().known(bests.stream().map(AwardDao.Best::activityId).toList());
    return bests.stream()
        .flatMap(
            best ->
                Stream.ofNullable(known.get(best.activityId()))
                    .map(activity -> new Best(activity, best.measure())))
        .toList();
  }

  /** The member’s own best in an activity, from validated attempts. */
  public Optional<BigDecimal> findBest(MemberId member, ActivityId activity) {
    return ground.awarded.findBest(member, activity);
  }

  /** A proof that waits for an officer. */
  public record Waiting(Seen.Whole challenge, Seen.Part part) {}

  /**
   * Proofs that wait for an officer, the longest waiting first.
   *
   * @throws Refusal NOT_FOUND for all but operators
   */
  public List<Waiting> forOfficers(Actor officer, Locale locale) {
    officer.requireOperator();
    List<Waiting> waiting = new ArrayList<>();
    for (ClockDao.Due due : ground.clock.forOfficers(ground.settings.pageSize())) {
      Seen.Whole whole = challenge(officer, locale, due.challengeId());
      whole.parts().stream()
          .filter(part -> part.id().equals(due.attemptId()))
          .forEach(part -> waiting.add(new Waiting(whole, part)));
    }
    return waiting;
  }

  // For the rooms above

  /** Under which subjects evidence keeps the proofs of a challenge that were believed. */
  public List<Subject> gallerySubjects(ChallengeId id, int max) {
    return ground.search.believedOf(id, max).stream()
        .map(attempt -> Subject.of(Attempts.SUBJECT, attempt))
        .toList();
  }

  /** The same of an activity, over all challenges. */
  public List<Subject> gallerySubjects(ActivityId id, int max) {
    return ground.search.believedOf(id, max).stream()
        .map(attempt -> Subject.of(Attempts.SUBJECT, attempt))
        .toList();
  }

  /**
   * The challenge that an attempt belongs to, with what it measures.
   *
   * @param id null when the reader may not see it, and then without a title
   */
  public record Proven(@Nullable ChallengeId id, String title, Activity.Measure measure) {}

  /** What the proofs of an attempt prove, as far as this reader may know. */
  public Optional<Proven> findProven(@Nullable Actor reader, AttemptId id) {
    return ground
        .attempts
        .find(id)
        .flatMap(attempt -> ground.challenges.find(attempt.challengeId()))
        .map(
            row -> {
              Activity.Measure measure =
                  ground.neighbours.atlas().known(row.activityId()).measure();
              boolean seen =
                  reader != null
                      && ground.rights.maySee(new Reading(ground, reader), ground.scene(row));
              return seen
                  ? new Proven(row.challengeId(), row.title(), measure)
                  : new Proven(null, "", measure);
            });
  }

  /** The facts of an attempt that was proved; empty when there is none. */
  public Optional<AttemptFacts> findFacts(AttemptId id) {
    return Facts.find(ground, id);
  }

  /** The causes of a member’s points that others may still question; after some days, no more. */
  public Set<Cause> questionable(MemberId member) {
    return ground.awarded.questionable(member).stream()
        .map(Awards::cause)
        .collect(Collectors.toSet());
  }

  /** A challenge that points were won in. */
  public record Won(ChallengeId id, String title) {}

  /** The challenges behind these causes of points; those with another ground are left out. */
  public Map<Cause, Won> won(Collection<Cause> causes) {
    List<AwardDao.AwardId> awards =
        causes.stream()
            .filter(cause -> cause.kind().equals(Awards.CAUSE))
            .map(cause -> new AwardDao.AwardId(cause.id()))
            .toList();
    return awards.isEmpty()
        ? Map.of()
        : ground.awarded.won(awards).stream()
            .collect(
                Collectors.toMap(
                    row -> Awards.cause(row.awardId()),
                    row -> new Won(row.challengeId(), row.title())));
  }
}
