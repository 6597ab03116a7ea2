package org.ronde.app;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.ronde.activities.PartnerRequest;
import org.ronde.activities.PartnerRequests;
import org.ronde.challenges.Attempts;
import org.ronde.challenges.Challenges;
import org.ronde.challenges.Revocations;
import org.ronde.challenges.Revoking;
import org.ronde.challenges.Seen;
import org.ronde.disputes.Reportable;
import org.ronde.evidence.Proofs;
import org.ronde.evidence.ReportableProofs;
import org.ronde.exchanges.Exchanges;
import org.ronde.http.Actor;
import org.ronde.http.Refusal;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.MemberId;
import org.ronde.ids.PartnerRequestId;
import org.ronde.ids.Subject;
import org.ronde.members.MemberListener;
import org.ronde.members.Members;
import org.ronde.members.Person;
import org.ronde.social.Stream;

/** Carries news to and between the rooms of challenges. */
final class PlayNews {
  private PlayNews() {}

  static void plug(PlayRooms play, Members members, Exchanges exchanges) {
    Challenges challenges = play.challenges();
    play.desk().disputes().listen(Attempts.SUBJECT, challenges.attempts());
    play.desk().disputes().listen(Revoking.SUBJECT, challenges.revoking());
    play.desk().disputes().listen(Revocations.SUBJECT, challenges.revocations());
    play.desk().reports().plug(Proofs.SUBJECT, new ReportableProofs(play.evidence().proofs()));
    play.desk().reports().plug("comment", play.social().stream().comments());
    play.desk().reports().plug("profile", play.social().profiles().words());
    play.desk()
        .reports()
        .plug(Revoking.SUBJECT, new OfChallenges(challenges, play.social().stream()));
    play.desk().reports().plug("partner-request", new OfRequests(play.activities().requests()));
    challenges.listen(play.social().stream());
    exchanges.listen(new ExchangePoints(members.companies(), play.points().points()));
    members.departures().listen(new OfMembers(play));
  }

  /** Who leaves is forgotten by every room; what proves others' points and ranks stays. */
  private record OfMembers(PlayRooms play) implements MemberListener {
    @Override
    public void leaving(Person member) {
      play.contests().contests().erase(member.id());
      play.challenges().forget(member.id(), member.email());
    }

    @Override
    public void left(MemberId member) {
      play.activities().forget(member);
      play.evidence().proofs().forget(member);
      play.points().points().forget(member);
      play.social().friends().forget(member);
      play.social().profiles().forget(member);
      play.social().stream().forget(member);
    }
  }

  /** Challenges, as things that can be reported: a dangerous one is stopped. */
  private record OfChallenges(Challenges challenges, Stream stream) implements Reportable {
    @Override
    public Optional<Content> content(Actor actor, UUID id) {
      try {
        Seen.Whole whole = challenges.board().challenge(actor, Locale.FRENCH, new ChallengeId(id));
        return Optional.of(new Content(whole.title(), "/challenges/" + id, whole.author().id()));
      } catch (Refusal refusal) {
        return Optional.empty();
      }
    }

    @Override
    public void hide(UUID id, MemberId officer) {
      challenges.revoking().suspend(new Subject(Revoking.SUBJECT, id), officer);
      stream.hide(new ChallengeId(id));
    }

    @Override
    public void restore(UUID id) {
      challenges.revoking().decided(new Subject(Revoking.SUBJECT, id), true, true);
    }
  }

  /** A word to somebody one does not know, as a thing that they can report. */
  private record OfRequests(PartnerRequests requests) implements Reportable {
    @Override
    public Optional<Content> content(Actor actor, UUID id) {
      try {
        PartnerRequest request = requests.request(actor, new PartnerRequestId(id));
        return Optional.of(
            new Content(
                request.word().isEmpty() ? request.askerName() : request.word(),
                "/partners/requests/" + id,
                request.asker()));
      } catch (Refusal refusal) {
        return Optional.empty();
      }
    }

    @Override
    public void hide(UUID id, MemberId officer) {
      requests.hide(new PartnerRequestId(id), true);
    }

    @Override
    public void restore(UUID id) {
      requests.hide(new PartnerRequestId(id), false);
    }
  }
}
