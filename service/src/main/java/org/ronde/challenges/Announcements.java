package org.ronde.challenges;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.MemberId;
import org.ronde.mail.Letter;
import org.ronde.mail.Post;
import org.ronde.notices.Notices;
import org.ronde.notices.Notices.Event;

/** What the people of a challenge are told, and who is. */
public final class Announcements {
  private final Notices notices;
  private final Post post;
  private final Folk folk;

  public Announcements(Notices notices, Post post, Folk folk) {
    this.notices = notices;
    this.post = post;
    this.folk = folk;
  }

  void invited(Scene scene, MemberId member, MemberId by, Instant endsAt) {
    tell(member, Event.CHALLENGE_INVITED, scene, by, Map.of("deadline", endsAt));
  }

  void passedOn(Scene scene, MemberId member, MemberId by) {
    tell(member, Event.CHALLENGE_CHAIN_YOURS, scene, by, Map.of());
  }

  void opened(Scene scene, Collection<MemberId> followers) {
    tell(followers, Event.CHALLENGE_OPENED, scene, scene.row().authorId(), Map.of(), path(scene));
  }

  void accepted(Scene scene, MemberId by) {
    tellAuthor(scene, Event.CHALLENGE_ACCEPTED, by);
  }

  void refused(Scene scene, MemberId by, @Nullable MemberId inviter) {
    MemberId told = inviter == null ? scene.row().authorId() : inviter;
    if (!told.equals(by)) {
      tell(told, Event.CHALLENGE_REFUSED, scene, by, Map.of());
    }
  }

  void lapsed(Scene scene, AttemptDao.Row attempt) {
    MemberId told = attempt.invitedBy() == null ? scene.row().authorId() : attempt.invitedBy();
    tell(told, Event.CHALLENGE_LAPSED, scene, attempt.memberId(), Map.of());
  }

  void countered(Scene scene, MemberId by) {
    tellAuthor(scene, Event.CHALLENGE_COUNTERED, by);
  }

  void counterAnswered(Scene scene, MemberId member, boolean accepted) {
    Event event = accepted ? Event.CHALLENGE_COUNTER_ACCEPTED : Event.CHALLENGE_COUNTER_DECLINED;
    tell(member, event, scene, scene.row().authorId(), Map.of());
  }

  void edited(Scene scene, Collection<MemberId> members) {
    tell(members, Event.CHALLENGE_EDITED, scene, scene.row().authorId(), Map.of(), path(scene));
  }

  void proofToLookAt(Scene scene, AttemptDao.Row attempt, Collection<MemberId> validators) {
    tell(
        validators, Event.CHALLENGE_PROOF_TO_SEE, scene, attempt.memberId(), Map.of(), path(scene));
  }

  void officerAsked(Scene scene, AttemptDao.Row attempt) {
    tell(
        folk.officers(),
        Event.CHALLENGE_OFFICER_ASKED,
        scene,
        attempt.memberId(),
        Map.of(),
        "/operator/attempts");
  }

  void validated(Scene scene, AttemptDao.Row attempt, @Nullable MemberId validator) {
    if (validator == null) {
      tellAlone(attempt.memberId(), Event.CHALLENGE_VALIDATED_ALONE, scene, Map.of());
    } else {
      tell(attempt.memberId(), Event.CHALLENGE_VALIDATED, scene, validator, Map.of());
    }
  }

  void notYet(Scene scene, AttemptDao.Row attempt, MemberId by, String reason) {
    tell(attempt.memberId(), Event.CHALLENGE_NOT_YET, scene, by, Map.of("reason", reason));
  }

  void endsSoon(Scene scene, AttemptDao.Row attempt, Instant endsAt) {
    tellAlone(attempt.memberId(), Event.CHALLENGE_ENDS_SOON, scene, Map.of("deadline", endsAt));
  }

  void expired(Scene scene, AttemptDao.Row attempt) {
    tellAlone(attempt.memberId(), Event.CHALLENGE_EXPIRED, scene, Map.of());
  }

  void decided(Scene scene, AttemptDao.Row attempt, boolean believed) {
    tellAlone(
        attempt.memberId(),
        believed ? Event.CHALLENGE_DECIDED_YES : Event.CHALLENGE_DECIDED_NO,
        scene,
        Map.of());
  }

  void revoked(Scene scene, AttemptDao.Row attempt, String reason) {
    tellAlone(attempt.memberId(), Event.CHALLENGE_REVOKED, scene, Map.of("reason", reason));
  }

  void cancelled(Scene scene, Collection<MemberId> members) {
    members.forEach(m -> tellAlone(m, Event.CHALLENGE_CANCELLED, scene, Map.of()));
  }

  void suspended(Scene scene) {
    scene.people().forEach(m -> tellAlone(m, Event.CHALLENGE_SUSPENDED, scene, Map.of()));
  }

  void resumed(Scene scene) {
    scene.people().forEach(m -> tellAlone(m, Event.CHALLENGE_RESUMED, scene, Map.of()));
  }

  /** Writes to somebody who may have no account, in the language of who invites them. */
  void write(Scene scene, String address, MemberId by, Locale locale, String path) {
    post.post(
        new Letter(
            address,
            "",
            locale,
            "challenges/invitation",
            Map.of("inviter", name(by), "title", scene.row().title(), "path", path)));
  }

  private void tellAuthor(Scene scene, Event event, MemberId by) {
    if (!scene.row().authorId().equals(by)) {
      tell(scene.row().authorId(), event, scene, by, Map.of());
    }
  }

  private void tell(
      MemberId member, Event event, Scene scene, MemberId by, Map<String, Object> more) {
    tell(List.of(member), event, scene, by, more, path(scene));
  }

  private void tell(
      Collection<MemberId> members,
      Event event,
      Scene scene,
      MemberId by,
      Map<String, Object> more,
      String path) {
    Map<String, Object> facts = new HashMap<>(more);
    facts.put("title", scene.row().title());
    facts.put("person", name(by));
    members.forEach(member -> notices.tellMember(member, event, facts, path));
  }

  private void tellAlone(MemberId member, Event event, Scene scene, Map<String, Object> more) {
    Map<String, Object> facts = new HashMap<>(more);
    facts.put("title", scene.row().title());
    notices.tellMember(member, event, facts, path(scene));
  }

  private String name(MemberId member) {
    return folk.names(List.of(member)).getOrDefault(member, "?");
  }

  private static String path(Scene scene) {
    return "/challenges/" + scene.id();
  }
}
