package org.ronde.challenges;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.ids.AttemptId;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.MemberId;
import org.ronde.members.Secret;

/**
 * Asking people in: members one knows of, and any address by mail, so many a day. A link in a mail
 * is good once, for whoever opens it; looking at it changes nothing.
 */
public final class Invitations {
  private final Ground ground;
  private final LaunchRules rules;
  private final RandomGenerator chance;

  /** What the holder of a link may read before they are anybody here. */
  public record Preview(ChallengeId challenge, String inviter, String title, Terms terms) {}

  Invitations(Ground ground, LaunchRules rules, RandomGenerator chance) {
    this.ground = ground;
    this.rules = rules;
    this.chance = chance;
  }

  /**
   * Asks more people in: the author, or, where everybody may join, anybody who takes part.
   *
   * @throws Refusal NOT_FOUND for others, CHALLENGE_STATE when nobody can come in any more, INVALID
   *     at {@code who}, TOO_MANY_REQUESTS, NO_PLACE_LEFT
   */
  public void inviteMore(
      Actor actor, ChallengeId id, Set<MemberId> members, Set<String> addresses) {
    ground.transactions.run(
        () -> {
          Scene scene = ground.scene(actor, id);
          boolean author = scene.row().authorId().equals(actor.memberId());
          boolean mayToo = scene.row().open() && scene.people().contains(actor.memberId());
          if (!author && !mayToo) {
            throw new Refusal(ProblemType.NOT_FOUND);
          }
          requireRoomFor(scene);
          requireKnown(actor, scene, members, addresses);
          invite(actor, scene, members, addresses, null);
        });
  }

  private static void requireRoomFor(Scene scene) {
    Kind kind = scene.row().kind();
    boolean more = kind == Kind.OPEN || kind == Kind.GROUP || kind == Kind.STREAK;
    boolean again =
        kind == Kind.DUEL
            && scene.row().state() == ChallengeState.INVITED
            && scene.attempts().stream()
                .noneMatch(
                    a -> a.state() == AttemptState.INVITED || a.state() == AttemptState.COUNTERED);
    if (!scene.row().state().alive() || !(more || again)) {
      throw Ground.wrongState(scene.row());
    }
  }

  private void requireKnown(
      Actor actor, Scene scene, Set<MemberId> members, Set<String> addresses) {
    List<Fault> faults = new ArrayList<>();
    rules.people(actor, scene.row().activityId(), members, faults);
    rules.addresses(addresses, faults);
    if (members.isEmpty() && addresses.isEmpty()) {
      faults.add(Fault.of("who", "challenges.fault.nobody"));
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
  }

  /** Inside a change of the challenge, with its lock. */
  void invite(
      Actor actor,
      Scene scene,
      Set<MemberId> members,
      Set<String> addresses,
      @Nullable AttemptId passedBy) {
    requireWithinLimits(actor, scene, members.size(), addresses);
    Instant endsAt = scene.row().endsAt();
    for (MemberId member : members) {
      AttemptId id = new AttemptId(ground.ids.next());
      boolean fresh =
          ground.attempts.invite(
              id,
              scene.id(),
              member,
              actor.memberId(),
              passedBy,
              scene.row().version(),
              ground.settings.answerDays());
      if (fresh) {
        Story story = passedBy == null ? Story.INVITED : Story.PASSED_ON;
        ground.append(scene, ground.attempt(id), story, actor.memberId());
        if (passedBy == null) {
          ground.announcements.invited(scene, member, actor.memberId(), endsAt);
        } else {
          ground.announcements.passedOn(scene, member, actor.memberId());
        }
      }
    }
    addresses.forEach(address -> write(actor, scene, address, passedBy));
  }

  private void requireWithinLimits(Actor actor, Scene scene, int members, Set<String> addresses) {
    ChallengeSettings settings = ground.settings;
    Integer places = ground.terms(scene.id(), scene.row().version()).placesMax();
    int max = places == null ? settings.participantsMax() : settings.participantsMax() + places;
    if (scene.attempts().size() + members > max) {
      throw new Refusal(ProblemType.NO_PLACE_LEFT);
    }
    MemberId me = actor.memberId();
    boolean tooMany =
        members > 0
            && ground.attempts.invitedWithinADay(me) + members > settings.invitationsPerDay();
    boolean tooManyLetters =
        !addresses.isEmpty()
            && ground.letters.sentWithinADay(me) + addresses.size() > settings.lettersPerDay();
    boolean pestered =
        addresses.stream()
            .anyMatch(a -> ground.letters.receivedWithinADay(a) >= settings.lettersPerAddress());
    if (tooMany || tooManyLetters || pestered) {
      throw new Refusal(ProblemType.TOO_MANY_REQUESTS);
    }
  }

  private void write(Actor actor, Scene scene, String address, @Nullable AttemptId passedBy) {
    Secret secret = Secret.random(chance);
    boolean fresh =
        ground.letters.insert(
            new LetterDao.LetterId(ground.ids.next()),
            scene.id(),
            address,
            actor.memberId(),
            passedBy,
            secret.hash(),
            ground.settings.letterDays());
    if (fresh) {
      ground.announcements.write(
          scene,
          address,
          actor.memberId(),
          actor.locale(),
          "/challenges/invitations/" + secret.text());
    }
  }

  /**
   * What a link invites to, for anybody who holds it.
   *
   * @throws Refusal LINK_USED when it was used, is too old or never was
   */
  public Preview preview(String secret) {
    LetterDao.Row letter = usable(secret);
    ChallengeDao.Row row =
        ground
            .challenges
            .find(letter.challengeId())
            .filter(found -> found.state().alive())
            .orElseThrow(() -> new Refusal(ProblemType.LINK_USED));
    return new Preview(
        row.challengeId(),
        ground
            .neighbours
            .folk()
            .names(List.of(letter.invitedBy()))
            .getOrDefault(letter.invitedBy(), "?"),
        row.title(),
        ground.terms(row.challengeId(), row.version()));
  }

  /**
   * Makes the holder of a link one of those invited; they answer on the challenge’s page.
   *
   * @throws Refusal LINK_USED
   */
  public ChallengeId claim(Actor actor, String secret) {
    return ground.transactions.in(
        () -> {
          LetterDao.Row letter = usable(secret);
          Scene scene = ground.scene(ground.locked(letter.challengeId()));
          Challenges.requireAlive(scene.row());
          claim(actor, scene, letter);
          return scene.id();
        });
  }

  /** Inside a change of the challenge, with its lock. */
  void claim(Actor actor, Scene scene, LetterDao.Row letter) {
    if (letter.invitedBy().equals(actor.memberId())) {
      throw Refusal.invalid(Fault.of("who", "challenges.fault.yourself"));
    }
    if (scene.findOf(actor.memberId()).isPresent()) {
      return;
    }
    if (ground.letters.claim(letter.letterId(), actor.memberId()) == 0) {
      throw new Refusal(ProblemType.LINK_USED);
    }
    AttemptId id = new AttemptId(ground.ids.next());
    ground.attempts.invite(
        id,
        scene.id(),
        actor.memberId(),
        letter.invitedBy(),
        letter.passedBy(),
        scene.row().version(),
        ground.settings.answerDays());
    ground.append(scene, ground.attempt(id), Story.INVITED, letter.invitedBy());
  }

  private LetterDao.Row usable(String secret) {
    return ground
        .letters
        .findUsable(new Secret(secret).hash())
        .orElseThrow(() -> new Refusal(ProblemType.LINK_USED));
  }

  /**
   * Names who comes next in a chain, by the one who has just done it.
   *
   * @throws Refusal NOT_FOUND when it is no chain or the actor not in it; ATTEMPT_STATE before the
   *     proof is in; CHALLENGE_STATE when somebody was named already and may still do it; INVALID
   */
  public void passOn(Actor actor, ChallengeId id, Set<MemberId> members, Set<String> addresses) {
    ground.transactions.run(
        () -> {
          Scene scene = ground.scene(actor, id);
          AttemptDao.Row mine =
              scene
                  .findOf(actor.memberId())
                  .filter(a -> scene.row().kind() == Kind.CHAIN)
                  .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
          Challenges.requireAlive(scene.row());
          if (mine.state() != AttemptState.SUBMITTED && !mine.state().counts()) {
            throw Ground.wrongState(mine);
          }
          if (hasNext(scene, mine)) {
            throw new Refusal(ProblemType.CHALLENGE_STATE, Map.of("state", "PASSED"));
          }
          if (members.size() + addresses.size() != 1) {
            throw Refusal.invalid(Fault.of("who", "challenges.fault.one"));
          }
          boolean inChain = scene.attempts().stream().anyMatch(a -> members.contains(a.memberId()));
          if (inChain) {
            throw Refusal.invalid(Fault.of("who", "challenges.fault.inChain"));
          }
          requireKnown(actor, scene, members, addresses);
          invite(actor, scene, members, addresses, mine.attemptId());
        });
  }

  /** Whether somebody was named who has not said no, let it lapse or left. */
  static boolean hasNext(Scene scene, AttemptDao.Row mine) {
    return scene.attempts().stream()
        .filter(a -> mine.attemptId().equals(a.passedBy()))
        .anyMatch(
            a ->
                a.state() == AttemptState.INVITED
                    || (a.state().takesPart() && a.state() != AttemptState.EXPIRED));
  }
}
