package org.ronde.challenges;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.MemberId;
import org.ronde.members.MergeListener;
import org.ronde.members.Obstacle;
import org.ronde.members.Person;

/**
 * Brings together the challenges of two accounts of one person.
 *
 * <p>What one wrote and is in becomes the other's, running or over. Terms, talk and words of belief
 * are appended and never rewritten, so a challenge that needs both accounts, or the word of the one
 * that ends, has to be over first. What was won is counted again as the doing of one person: one
 * first time, nobody new in oneself. What one of the two believed of the other, and what both did
 * in one challenge, is taken back.
 */
public final class Joining implements MergeListener {
  private final Ground ground;
  private final JoinDao dao;

  Joining(Ground ground) {
    this.ground = ground;
    this.dao = ground.join;
  }

  @Override
  public List<Obstacle> obstacles(Person from, Person into) {
    Set<ChallengeId> own = new HashSet<>();
    Stream.concat(dao.withPart(into.id()).stream(), dao.refereed(into.id().toString()).stream())
        .forEach(live -> own.add(live.challengeId()));
    List<JoinDao.Live> refereed = dao.refereed(from.id().toString());
    Set<ChallengeId> named = new HashSet<>();
    List<Obstacle> obstacles = new ArrayList<>();
    Stream.concat(dao.withPart(from.id()).stream(), refereed.stream())
        .filter(live -> own.contains(live.challengeId()))
        .forEach(live -> add(obstacles, named, Obstacle.Kind.SHARED_CHALLENGE, live));
    refereed.forEach(live -> add(obstacles, named, Obstacle.Kind.REFEREE, live));
    dao.half(from.id()).forEach(live -> add(obstacles, named, Obstacle.Kind.WITNESS, live));
    return obstacles;
  }

  private static void add(
      List<Obstacle> obstacles, Set<ChallengeId> named, Obstacle.Kind kind, JoinDao.Live live) {
    if (named.add(live.challengeId())) {
      obstacles.add(new Obstacle(kind, live.title(), "/challenges/" + live.challengeId()));
    }
  }

  @Override
  public void merging(Person from, Person into) {
    MemberId ending = from.id();
    MemberId lasting = into.id();
    List<MemberId> two = List.of(ending, lasting);
    dao.lock(two);
    dao.ensureCareers(ending, lasting);
    dao.lockCareers(two);
    String reason = ground.words.say(into.locale(), "challenges.joined");
    takeBack(ending, lasting, reason);
    List<AwardDao.Row> released = ground.awards.release(ending, reason);
    moveAttempts(ending, lasting);
    dao.moveChallenges(ending, lasting);
    dao.moveInvitations(ending, lasting);
    dao.moveWitness(ending, lasting);
    dao.moveDrafts(ending, lasting);
    dao.moveLettersBy(ending, lasting);
    dao.moveLettersClaimed(ending, lasting);
    dao.moveLettersTo(from.email(), into.email());
    dao.forgetLettersTo(from.email());
    dao.forgetOpponent(ending, lasting);
    ground.awards.regain(lasting, released);
  }

  private void takeBack(MemberId ending, MemberId lasting, String reason) {
    Revocations revocations = new Revocations(ground);
    for (JoinDao.Won won : dao.wonByTwo(ending, lasting)) {
      Scene scene = ground.scene(ground.locked(won.challengeId()));
      revocations.revoke(scene, scene.find(won.attemptId()).orElseThrow(), reason);
    }
  }

  private void moveAttempts(MemberId ending, MemberId lasting) {
    dao.stepAside(ending, lasting);
    dao.moveAttempts(ending, lasting);
    dao.takePlace(ending);
  }
}
