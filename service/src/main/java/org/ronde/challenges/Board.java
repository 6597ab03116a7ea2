package org.ronde.challenges;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronde.activities.Activity;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
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
    Scene scene =
        ground.scene(
            ground.challenges.find(id).orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND)));
    ground.rights.requireSight(actor, scene);
    return sight.whole(actor, locale, scene);
  }

  /** The challenge an attempt belongs to, if this reader may see it; else NOT_FOUND. */
  public ChallengeId challengeOf(Actor actor, AttemptId id) {
    ChallengeId challenge = ground.attempt(id).challengeId();
    Scene scene =
        ground.scene(
            ground
                .challenges
                .find(challenge)
                .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND)));
    ground.rights.requireSight(actor, scene);
    return challenge;
  }

  /** My challenges: what waits for me first, then what runs, then what is over. */
  public List<Seen.Line> mine(Actor actor, Locale locale) {
    String email = ground.neighbours.folk().person(actor.memberId()).email();
    return lines(
            actor,
            locale,
            ground.search.mine(actor.memberId(), email, ground.settings.pageSize() * 5),
            null)
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
    return lines(actor, locale, rows, null).stream().limit(max).toList();
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
    }
    return lines(actor, locale, rows, centre.orElse(null)).stream()
        .filter(line -> line.next() == Seen.Next.JOIN)
        .filter(line -> line.kilometres() == null || line.kilometres() <= filter.kilometres())
        .sorted(
            Comparator.comparing(
                line -> line.kilometres() == null ? Integer.MAX_VALUE : line.kilometres()))
        .limit(ground.settings.pageSize())
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

  private List<Seen.Line> lines(
      Actor actor, Locale locale, List<ChallengeDao.Row> rows, @Nullable Place centre) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<ChallengeId, List<AttemptDao.Row>> attempts =
        ground.attempts.of(rows.stream().map(ChallengeDao.Row::challengeId).toList()).stream()
            .collect(Collectors.groupingBy(AttemptDao.Row::challengeId));
    Sight.Names names =
        sight.names(rows.stream().map(ChallengeDao.Row::authorId).distinct().toList());
    List<Seen.Line> lines = new ArrayList<>();
    for (ChallengeDao.Row row : rows) {
      Scene scene = new Scene(row, attempts.getOrDefault(row.challengeId(), List.of()));
      if (ground.rights.maySee(actor, scene)) {
        lines.add(line(actor, locale, scene, names, centre));
      }
    }
    return lines;
  }

  private Seen.Line line(
      Actor actor, Locale locale, Scene scene, Sight.Names names, @Nullable Place centre) {
    ChallengeDao.Row row = scene.row();
    Optional<Place> place = ground.neighbours.towns().find(row.place());
    return new Seen.Line(
        row.challengeId(),
        row.kind(),
        row.state(),
        row.title(),
        row.activityId(),
        ground.neighbours.atlas().activity(row.activityId()).name(locale),
        names.who(row.authorId()),
        place.map(Place::name).orElse(""),
        centre == null
            ? null
            : place.map(p -> ground.neighbours.towns().kilometres(centre, p)).orElse(null),
        row.endsAt(),
        (int) scene.attempts().stream().filter(a -> a.state().takesPart()).count(),
        sight.next(actor, scene),
        scene.findOf(actor.memberId()).map(AttemptDao.Row::state).orElse(null));
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
    return ground.awarded.bests(member, max).stream()
        .map(
            best -> new Best(ground.neighbours.atlas().activity(best.activityId()), best.measure()))
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

  /** The facts of an attempt that was proved; empty when there is none. */
  public Optional<AttemptFacts> findFacts(AttemptId id) {
    return Facts.find(ground, id);
  }

  /** The attempt a points entry was written for; empty when it has another cause. */
  public Optional<AttemptFacts> findFacts(Cause cause) {
    return cause.kind().equals(Awards.CAUSE)
        ? ground.awarded.findAttempt(new AwardDao.AwardId(cause.id())).flatMap(this::findFacts)
        : Optional.empty();
  }
}
