package org.ronde.challenges;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.ronde.activities.Activity;
import org.ronde.db.Transactions;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.http.Words;
import org.ronde.ids.AttemptId;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.CompanyId;
import org.ronde.ids.DraftId;
import org.ronde.ids.Ids;
import org.ronde.ids.MemberId;
import org.ronde.places.Place;

/**
 * The door of challenges: launching, changing and ending them. Answers, proofs and what is due have
 * doors of their own: {@link Answers}, {@link Attempts}, {@link Clockwork}, {@link Board}.
 *
 * <p>What one may not see does not exist. Every change locks the challenge first, so two people,
 * clicks or nodes never do the same twice; deadlines are decided by the database’s clock after it.
 */
public final class Challenges {
  private static final int FOLLOWERS_TOLD_MAX = 200;

  private final Ground ground;
  private final LaunchRules rules;
  private final Invitations invitations;

  /** What all doors of the room are made of. */
  public record Edges(Jdbi jdbi, Transactions transactions, Ids ids, Words words) {}

  /**
   * @param chance a secure source, for the secrets in links come from it
   */
  public Challenges(
      Edges edges,
      Neighbours neighbours,
      Announcements announcements,
      RandomGenerator chance,
      ChallengeSettings settings) {
    this.ground =
        new Ground(
            edges.jdbi(),
            edges.transactions(),
            edges.ids(),
            neighbours,
            announcements,
            settings,
            edges.words());
    this.rules = new LaunchRules(ground);
    this.invitations = new Invitations(ground, rules, chance);
  }

  /** The database’s clock, by which all deadlines go. */
  public Instant now() {
    return ground.challenges.now();
  }

  public Drafts drafts() {
    return new Drafts(ground);
  }

  public Answers answers() {
    return new Answers(ground, rules, invitations);
  }

  public Attempts attempts() {
    return new Attempts(ground);
  }

  public Revoking revoking() {
    return new Revoking(ground);
  }

  public Revocations revocations() {
    return new Revocations(ground);
  }

  public Invitations invitations() {
    return invitations;
  }

  public Clockwork clockwork() {
    return new Clockwork(ground);
  }

  public Board board() {
    return new Board(ground, rules);
  }

  /** For two accounts of one person. */
  public Joining joining() {
    return new Joining(ground);
  }

  /**
   * Forgets what a member who leaves was writing, and the mails by which they invited or were. What
   * they launched and proved stays for those who took part, under no name.
   */
  public void forget(MemberId member, String email) {
    ground.drafts.forget(member);
    ground.letters.forget(member, email);
  }

  /** Adds one who hears of what becomes of challenges. */
  public void listen(ChallengeListener listener) {
    ground.listen(listener);
  }

  /**
   * Launches a challenge: writes its terms, invites, and lets the author begin where they take
   * part.
   *
   * @throws Refusal NOT_FOUND for an unknown activity; INVALID with a fault per field, also when
   *     the safety gate finds it dangerous; TOO_MANY_REQUESTS beyond the day’s limits
   */
  public ChallengeId launch(Actor actor, Launch launch) {
    return launch(actor, launch, null);
  }

  /**
   * The same of a draft, which then is none any more.
   *
   * @param draft of the actor’s own, or null; one that is gone already is no matter
   */
  public ChallengeId launch(Actor actor, Launch launch, @Nullable DraftId draft) {
    Activity activity = ground.neighbours.atlas().activity(launch.activity());
    return ground.transactions.in(
        () -> {
          Instant now = ground.challenges.now();
          Terms terms = rules.terms(actor, launch, activity, now);
          if (ground.challenges.launchedWithinADay(actor.memberId())
              >= ground.settings.launchesPerDay()) {
            throw new Refusal(ProblemType.TOO_MANY_REQUESTS);
          }
          ChallengeId id = create(actor, launch, terms);
          ChallengeDao.Row row = ground.locked(id);
          if (launch.kind().authorTakesPart()) {
            ground.attempts.join(
                new AttemptId(ground.ids.next()),
                id,
                actor.memberId(),
                companyOf(actor),
                ground.clock(row, 1, terms));
          }
          ground.append(ground.scene(row), null, Story.LAUNCHED, actor.memberId());
          invitations.invite(actor, ground.scene(row), launch.members(), launch.addresses(), null);
          ground.start(id);
          Scene scene = ground.scene(row);
          ground.tell(ChallengeListener.Kind.LAUNCHED, scene, null, actor.memberId());
          tellFollowers(scene, launch.members());
          if (draft != null) {
            ground.drafts.discard(draft, actor.memberId());
          }
          return id;
        });
  }

  private ChallengeId create(Actor actor, Launch launch, Terms terms) {
    ChallengeId id = new ChallengeId(ground.ids.next());
    Optional<Place> place = ground.neighbours.towns().find(launch.place());
    ground.challenges.create(
        new ChallengeDao.Row(
            id,
            actor.memberId(),
            companyOf(actor),
            launch.activity(),
            launch.kind(),
            launch.audience(),
            first(launch),
            null,
            1,
            launch.title(),
            terms.endsAt(),
            place.map(Place::code).orElse(""),
            place.map(p -> degrees(p.latitude())).orElse(null),
            place.map(p -> degrees(p.longitude())).orElse(null),
            terms.startsAt(),
            null));
    ground.write(id, 1, actor.memberId(), terms);
    return id;
  }

  private static ChallengeState first(Launch launch) {
    if (launch.kind().joinable(launch.audience())) {
      return ChallengeState.OPEN;
    }
    return switch (launch.kind()) {
      case DUEL, OPEN -> ChallengeState.INVITED;
      case GROUP, STREAK, CHAIN, SELF -> ChallengeState.RUNNING;
    };
  }

  private static BigDecimal degrees(double value) {
    return BigDecimal.valueOf(value).setScale(5, RoundingMode.HALF_EVEN);
  }

  static @Nullable CompanyId companyOf(Actor actor) {
    return actor.findActing().map(Actor.Acting::companyId).orElse(null);
  }

  private void tellFollowers(Scene scene, Set<MemberId> invited) {
    if (scene.row().state() == ChallengeState.OPEN && scene.row().open()) {
      ground.announcements.opened(
          scene,
          ground.neighbours.atlas().followers(scene.row().activityId()).stream()
              .filter(m -> !m.equals(scene.row().authorId()) && !invited.contains(m))
              .limit(FOLLOWERS_TOLD_MAX)
              .toList());
    }
  }

  /** What an author may change of a challenge. */
  public record Edit(String title, String details, @Nullable BigDecimal target, Instant endsAt) {}

  /**
   * Writes a new version of the terms. Who accepted an earlier one stays on it until they accept
   * the new one; the author, when nobody else has accepted yet, moves along.
   *
   * @return the new version
   * @throws Refusal NOT_FOUND for all but the author, CHALLENGE_STATE when it is over, TERMS_FIXED
   *     for a group that somebody joined, INVALID
   */
  public int edit(Actor author, ChallengeId id, Edit edit) {
    return ground.transactions.in(
        () -> {
          Scene scene = own(author, id);
          requireAlive(scene.row());
          List<MemberId> others =
              scene.people().stream().filter(m -> !m.equals(author.memberId())).toList();
          if (scene.row().kind() == Kind.GROUP && !others.isEmpty()) {
            throw new Refusal(ProblemType.TERMS_FIXED);
          }
          Terms terms = edited(author, scene, edit);
          int version = ground.challenges.nextVersion(id);
          ground.write(id, version, author.memberId(), terms);
          ground.challenges.renew(id, version, terms.title(), terms.endsAt());
          if (others.isEmpty() || scene.row().kind() != Kind.DUEL) {
            scene
                .findOf(author.memberId())
                .ifPresent(
                    mine ->
                        ground.attempts.renew(
                            mine.attemptId(), ground.clock(scene.row(), version, terms)));
          }
          ground.append(scene, null, Story.EDITED, author.memberId());
          Scene after = ground.scene(ground.locked(id));
          ground.announcements.edited(after, told(scene, author));
          return version;
        });
  }

  private static List<MemberId> told(Scene scene, Actor author) {
    return scene.attempts().stream()
        .filter(
            a ->
                a.state() == AttemptState.INVITED
                    || a.state() == AttemptState.ACCEPTED
                    || a.state() == AttemptState.ACTIVE)
        .map(AttemptDao.Row::memberId)
        .filter(m -> !m.equals(author.memberId()))
        .toList();
  }

  private Terms edited(Actor author, Scene scene, Edit edit) {
    Terms old = ground.terms(scene.id(), scene.row().version());
    List<Fault> faults = new ArrayList<>();
    LaunchRules.text(edit.title(), edit.details(), faults);
    rules.window(old.startsAt(), edit.endsAt(), ground.challenges.now(), faults);
    if (edit.target() != null) {
      LaunchRules.number("target", edit.target(), faults);
      if (old.measure() == Activity.Measure.NONE && scene.row().kind() != Kind.GROUP) {
        faults.add(Fault.of("target", "challenges.fault.notMeasured"));
      }
    } else if (scene.row().kind() == Kind.GROUP) {
      faults.add(Fault.of("target", "challenges.fault.groupTarget"));
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    rules.requireSafe(author, edit.title(), edit.details());
    return old.countered(edit.target(), edit.endsAt()).worded(edit.title(), edit.details());
  }

  /**
   * Closes an open call to newcomers; those who are in go on.
   *
   * @throws Refusal NOT_FOUND for all but the author, CHALLENGE_STATE when it is not open
   */
  public void close(Actor author, ChallengeId id) {
    ground.transactions.run(
        () -> {
          Scene scene = own(author, id);
          if (ground.challenges.move(id, ChallengeState.OPEN, ChallengeState.RUNNING) == 0) {
            throw Ground.wrongState(scene.row());
          }
          ground.append(scene, null, Story.CLOSED, author.memberId());
          ground.challenges.endWhenDone(id);
        });
  }

  /**
   * Calls a challenge off, as long as nobody has proved anything.
   *
   * @throws Refusal NOT_FOUND for all but the author, CHALLENGE_STATE when it is over or somebody
   *     has sent a proof
   */
  public void cancel(Actor author, ChallengeId id) {
    ground.transactions.run(
        () -> {
          Scene scene = own(author, id);
          requireAlive(scene.row());
          if (ground.attempts.somethingProved(id)) {
            throw new Refusal(ProblemType.CHALLENGE_STATE, Map.of("state", "PROVED"));
          }
          List<MemberId> told = new ArrayList<>();
          for (AttemptDao.Row attempt : scene.attempts()) {
            if (attempt.state().mayBecome(AttemptState.LAPSED)) {
              Ground.once(
                  ground.attempts.move(attempt.attemptId(), attempt.state(), AttemptState.LAPSED),
                  attempt);
              told.add(attempt.memberId());
            }
          }
          ground.challenges.end(id, scene.row().state(), ChallengeState.CANCELLED);
          ground.append(scene, null, Story.CANCELLED, author.memberId());
          told.remove(author.memberId());
          ground.announcements.cancelled(scene, told);
        });
  }

  private Scene own(Actor author, ChallengeId id) {
    Scene scene = ground.scene(author, id);
    if (!scene.row().authorId().equals(author.memberId())) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
    return scene;
  }

  static void requireAlive(ChallengeDao.Row row) {
    if (!row.state().alive()) {
      throw Ground.wrongState(row);
    }
  }
}
