package org.ronde.challenges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.challenges.Playground.refused;
import static org.ronde.challenges.Playground.words;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.CompanyId;
import org.ronde.ids.Subject;

/** Whom a challenge reaches, how often one may ask, and what stops it. */
@Tag("database")
class OpenCallsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private Playground play = new Playground(database);
  private Actor anne = play.person("Anne Martin");
  private Actor bruno = play.person("Bruno Petit");
  private Actor chloe = play.person("Chloé Roux");

  @BeforeEach
  void makeFriends() {
    play.befriend(anne, bruno, chloe);
  }

  private static Launch calling(
      Launch base, Kind.Audience audience, String place, Set<String> addresses) {
    return new Launch(
        base.kind(),
        base.activity(),
        base.title(),
        null,
        base.endsAt(),
        base.zone(),
        audience,
        Set.of(),
        addresses,
        place,
        base.options());
  }

  @Test
  void opensToWhomItCallsOn() {
    CompanyId company = anne.company().companyId();
    Actor colleague = play.colleague("Denis", company);
    Actor stranger = play.person("Stranger");
    Launch base = play.launch(Kind.OPEN, play.pancakes, null);
    Launch forColleagues = calling(base, Kind.Audience.COLLEAGUES, "", Set.of());
    Launch forFriends = calling(base, Kind.Audience.FRIENDS, "toulouse", Set.of());

    ChallengeId house = play.challenges.launch(anne, forColleagues);
    ChallengeId friendly = play.challenges.launch(anne, forFriends);

    play.challenges.answers().accept(colleague, house, 1, "");
    play.challenges.answers().accept(bruno, friendly, 1, "");
    assertThat(refused(() -> play.see(bruno, house))).isEqualTo(ProblemType.NOT_FOUND);
    assertThat(refused(() -> play.see(colleague, friendly))).isEqualTo(ProblemType.NOT_FOUND);
    assertThat(open(stranger, "")).isEmpty();
  }

  private List<ChallengeId> open(Actor actor, String place) {
    return play.challenges.board().openNear(actor, actor.locale(), place, 50, null).stream()
        .map(Seen.Line::id)
        .toList();
  }

  @Test
  void findsOpenCallsNearAPlace() {
    Launch base = play.launch(Kind.OPEN, play.pancakes, null);
    List<ChallengeId> ids =
        java.util.stream.Stream.of("toulouse", "tokyo", "")
            .map(
                place ->
                    play.challenges.launch(
                        anne, calling(base, Kind.Audience.EVERYBODY, place, Set.of())))
            .toList();

    assertThat(open(bruno, "blagnac")).containsExactly(ids.get(0));
    assertThat(open(bruno, "tokyo")).containsExactly(ids.get(1));
    assertThat(open(bruno, "")).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(
            play.challenges
                .board()
                .open(bruno, bruno.locale(), new Board.Filter(play.running.id(), "", 50, false)))
        .isEmpty();
    assertThat(
            play.challenges
                .board()
                .open(bruno, bruno.locale(), new Board.Filter(null, "", 50, true)))
        .extracting(Seen.Line::id)
        .containsExactly(ids.get(2));
  }

  @Test
  void invitesAnAddressThatMayHaveNoAccountYet() {
    Launch base = play.launch(Kind.DUEL, play.pancakes, null);
    Launch byMail = calling(base, base.audience(), "", Set.of("newcomer@example.net"));
    ChallengeId id = play.challenges.launch(anne, byMail);
    String path = String.valueOf(play.letters.get(0).model().get("path"));
    String secret = path.substring(path.lastIndexOf('/') + 1);

    assertThat(play.challenges.invitations().preview(secret).inviter()).isEqualTo("Anne Martin");
    Actor newcomer = play.person("Newcomer");
    assertThat(refused(() -> play.see(newcomer, id))).isEqualTo(ProblemType.NOT_FOUND);
    assertThat(play.challenges.invitations().claim(newcomer, secret)).isEqualTo(id);
    play.challenges.answers().accept(newcomer, id, 1, "");

    assertThat(play.state(id, newcomer)).isEqualTo(AttemptState.ACTIVE);
    assertThat(refused(() -> play.challenges.invitations().claim(chloe, secret)))
        .isEqualTo(ProblemType.LINK_USED);
    assertThat(refused(() -> play.challenges.invitations().preview("made-up")))
        .isEqualTo(ProblemType.LINK_USED);
  }

  @Test
  void letsTheOwnerOfTheAddressAnswerWithoutTheLink() {
    Launch base = play.launch(Kind.DUEL, play.pancakes, null);
    ChallengeId id =
        play.challenges.launch(anne, calling(base, base.audience(), "", Set.of("eve@example.org")));
    Actor eve = play.person("Eve");

    assertThat(play.challenges.board().mine(eve, eve.locale()))
        .extracting(Seen.Line::next)
        .containsExactly(Seen.Next.ANSWER);
    play.challenges.answers().accept(eve, id, 1, "");

    assertThat(play.state(id, eve)).isEqualTo(AttemptState.ACTIVE);
  }

  @Test
  void forgetsTheMailsAndDraftsOfWhoLeaves() {
    Launch base = play.launch(Kind.OPEN, play.pancakes, null);
    Set<String> both = Set.of("newcomer@example.net", "eve@example.org");
    ChallengeId id = play.challenges.launch(anne, calling(base, Kind.Audience.INVITED, "", both));
    play.challenges.drafts().keep(anne, Kind.SELF, java.util.Map.of("title", "Mine"));
    Actor eve = play.person("Eve");

    play.challenges.forget(eve.memberId(), "eve@example.org");
    assertThat(play.challenges.board().mine(eve, eve.locale())).isEmpty();
    play.challenges.forget(anne.memberId(), "annemartin@example.org");

    assertThat(play.challenges.drafts().mine(anne)).isEmpty();
    String path = String.valueOf(play.letters.get(0).model().get("path"));
    assertThat(
            refused(
                () ->
                    play.challenges
                        .invitations()
                        .preview(path.substring(path.lastIndexOf('/') + 1))))
        .isEqualTo(ProblemType.LINK_USED);
    assertThat(play.see(anne, id)).isNotNull();
  }

  @Test
  void writesOnlySoManyMailsADay() {
    ChallengeId id = play.challenges.launch(anne, play.launch(Kind.OPEN, play.pancakes, null));
    Set<String> many = new java.util.HashSet<>();
    for (int i = 0; i < 11; i++) {
      many.add("friend" + i + "@example.net");
    }

    assertThat(refused(() -> play.challenges.invitations().inviteMore(anne, id, Set.of(), many)))
        .isEqualTo(ProblemType.TOO_MANY_REQUESTS);
    assertThat(play.letters).isEmpty();
    database.clock().advance(Duration.ofDays(1));
    for (int i = 0; i < 3; i++) {
      Actor author = play.person("Author " + i);
      ChallengeId each =
          play.challenges.launch(author, play.launch(Kind.OPEN, play.pancakes, null));
      play.challenges.invitations().inviteMore(author, each, Set.of(), Set.of("p@example.net"));
    }
    assertThat(
            refused(
                () ->
                    play.challenges
                        .invitations()
                        .inviteMore(anne, id, Set.of(), Set.of("p@example.net"))))
        .isEqualTo(ProblemType.TOO_MANY_REQUESTS);
  }

  @Test
  void launchesOnlySoManyADay() {
    for (int i = 0; i < 20; i++) {
      play.challenges.launch(anne, play.launch(Kind.SELF, play.pancakes, null));
    }

    assertThat(
            refused(
                () -> play.challenges.launch(anne, play.launch(Kind.SELF, play.pancakes, null))))
        .isEqualTo(ProblemType.TOO_MANY_REQUESTS);
    database.clock().advance(Duration.ofDays(1).plusSeconds(1));
    assertThat(play.challenges.launch(anne, play.launch(Kind.SELF, play.pancakes, null)))
        .isNotNull();
  }

  @Test
  void stopsEverythingWhenItIsFoundDangerousAndTheAuthorMayAskTheDesk() {
    ChallengeId id = play.duel(anne, bruno, play.pancakes, null);
    play.challenges.attempts().prove(bruno, id, words("Hot"));
    Subject subject = Subject.of(Revoking.SUBJECT, id);
    Actor olga = play.officer("Olga");

    play.challenges.revoking().suspend(subject, olga.memberId());
    play.challenges.revoking().suspend(subject, olga.memberId());

    assertThat(refused(() -> play.challenges.attempts().believe(anne, play.attempt(id, bruno))))
        .isEqualTo(ProblemType.CHALLENGE_STATE);
    assertThat(refused(() -> play.challenges.attempts().prove(anne, id, words("x"))))
        .isEqualTo(ProblemType.CHALLENGE_STATE);
    database.clock().advance(Duration.ofDays(30));
    play.challenges.clockwork().runDue();
    assertThat(play.state(id, bruno)).isEqualTo(AttemptState.SUBMITTED);
    assertThat(play.awards).isEmpty();
    assertThat(refused(() -> play.challenges.revoking().appeal(bruno, id, "No!")))
        .isEqualTo(ProblemType.NOT_FOUND);
    play.challenges.revoking().appeal(anne, id, "It is only batter.");
    assertThat(play.against).containsExactly(anne.memberId());
    assertThat(refused(() -> play.challenges.revoking().appeal(anne, id, "Again")))
        .isEqualTo(ProblemType.CHALLENGE_STATE);
    play.challenges.revoking().decided(subject, true, false);

    assertThat(play.see(bruno, id).state()).isEqualTo(ChallengeState.RUNNING);
    play.challenges.clockwork().runDue();
    assertThat(play.state(id, bruno)).isEqualTo(AttemptState.SUBMITTED);
    play.challenges.attempts().believe(anne, play.attempt(id, bruno));
    assertThat(play.inForce(bruno)).hasSize(1);
  }

  @Test
  void hearsTheAuthorOfAStoppedChallengeByAnotherOfficer() {
    play.officer("Paul");
    Actor olga = play.officer("Olga");
    ChallengeId id = play.duel(anne, bruno, play.pancakes, null);
    play.challenges.revoking().suspend(Subject.of(Revoking.SUBJECT, id), olga.memberId());

    play.challenges.revoking().appeal(anne, id, "It is only batter.");

    // A side of it never decides it.
    assertThat(play.against).containsExactly(olga.memberId());
  }

  @Test
  void takesBackWhatWasBelievedOfADangerousChallenge() {
    ChallengeId id = play.duel(anne, bruno, play.pancakes, null);
    play.challenges.attempts().prove(bruno, id, words("Hot"));
    play.challenges.attempts().believe(anne, play.attempt(id, bruno));
    Subject subject = Subject.of(Revoking.SUBJECT, id);
    Actor olga = play.officer("Olga");
    play.challenges.revoking().suspend(subject, olga.memberId());

    play.challenges.revoking().decided(subject, false, true);

    assertThat(play.see(anne, id).state()).isEqualTo(ChallengeState.CANCELLED);
    assertThat(play.state(id, bruno)).isEqualTo(AttemptState.REVOKED);
    assertThat(play.state(id, anne)).isEqualTo(AttemptState.LAPSED);
    assertThat(play.inForce(bruno)).isEmpty();
  }
}
