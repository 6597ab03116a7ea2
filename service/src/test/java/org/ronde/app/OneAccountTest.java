package org.ronde.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ronde.activities.Level;
import org.ronde.challenges.Seen;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.Subject;
import org.ronde.members.Obstacle;
import org.ronde.members.Traces;
import org.ronde.members.Uniting;
import org.ronde.points.Cause;

/** Two accounts of one person become one, with every room plugged in: E17. */
@Tag("database")
class OneAccountTest extends TwoAccounts {
  // Points

  @Test
  void movesPointsAndLeavesTheLedgerWhole() {
    award(old, cause(), anne);
    award(hugo, cause(), anne);
    long before = balance(old);

    unite();

    assertThat(before).isPositive();
    assertThat(balance(old)).isZero();
    assertThat(balance(hugo)).isPositive();
    assertThat(play.points().points().entries(old.memberId()))
        .as("what happened stays written")
        .hasSize(2);
    assertThat(play.points().points().shownBalance(hugo.memberId())).isEqualTo(balance(hugo));
  }

  @Test
  void capsThePointsOfADayOnTheUnion() {
    Actor alone = person("alone@home.example", "Al");
    for (int i = 0; i < 30; i++) {
      Actor voucher = person("v%d@home.example".formatted(i), "V");
      award(old, cause(), voucher);
      award(hugo, cause(), voucher);
      award(alone, cause(), voucher);
      award(alone, cause(), voucher);
    }
    assertThat(balance(old)).isEqualTo(balance(hugo));

    unite();

    assertThat(balance(hugo)).isEqualTo(balance(alone));
  }

  @Test
  void countsAnActOfBothOnceAndNoneByOnesOwnWord() {
    Cause both = cause();
    award(old, both, anne);
    award(hugo, both, anne);
    long one = balance(hugo);
    award(old, cause(), hugo);
    award(hugo, cause(), old);

    unite();

    assertThat(balance(hugo)).isEqualTo(one);
    assertThat(balance(old)).isZero();
  }

  // Challenges

  @Test
  void winsAsOnePersonWhoDidAllOfIt() {
    Actor alone = person("alone@home.example", "Al");
    run(old, anne, 3000);
    run(hugo, anne, 4000);
    run(alone, anne, 3000);
    run(alone, anne, 4000);
    ChallengeId open = dare(anne, old, 5000);
    prove(old, open, 5000);
    assertThat(balance(old) + balance(hugo)).isGreaterThan(balance(alone));

    unite();

    assertThat(balance(hugo)).isEqualTo(balance(alone));
    assertThat(balance(old)).isZero();
    play.challenges().attempts().believe(anne, attempt(hugo, open));
    assertThat(balance(hugo)).isGreaterThan(balance(alone));
    assertThat(play.challenges().board().mine(hugo, Locale.FRENCH)).hasSize(3);
    assertThat(play.challenges().board().challenge(anne, Locale.FRENCH, open).talk())
        .as("whoever spoke before is called by the name of now")
        .extracting(said -> said.by() == null ? "" : said.by().name())
        .contains("Hugo Roux")
        .doesNotContain("Hugo Boulanger");
    assertThat(play.challenges().board().acquaintances(anne))
        .extracting(Seen.Who::id)
        .doesNotContain(old.memberId());
    play.points().boards().catchUp();
    assertThat(TestRooms.broken(rooms)).isEmpty();
  }

  @Test
  void waitsForAChallengeOfBothAndChangesNothingMeanwhile() {
    ChallengeId both = dare(hugo, old, 5000);

    assertThat(Uniting.obstacles(rooms.members(), old.memberId(), hugo))
        .containsExactly(
            new Obstacle(Obstacle.Kind.SHARED_CHALLENGE, "Une course", "/challenges/" + both));
    assertThat(catchThrowableOfType(Refusal.class, this::unite).type())
        .isEqualTo(ProblemType.ACCOUNTS_TIED);
    play.challenges().cancel(hugo, both);
    unite();
  }

  // Names, links, leaving

  @Test
  void leadsFromTheOldPageToTheNewOne() {
    assertThat(play.social().profiles().page(anne, old.memberId(), Locale.FRENCH).member())
        .isEqualTo(old.memberId());

    unite();

    assertThat(play.social().profiles().page(anne, old.memberId(), Locale.FRENCH))
        .satisfies(
            page -> {
              assertThat(page.member()).isEqualTo(hugo.memberId());
              assertThat(page.name()).isEqualTo("Hugo Roux");
            });
  }

  @Test
  void leavesNothingOfEitherWhenTheOneLeaves() {
    award(old, cause(), anne);
    befriend(old, anne);
    practise(old, "running", Level.REGULAR);
    submit(old, new Subject("attempt", UUID.randomUUID()), Set.of());
    play.social().stream().comment(old, happening(anne), "Un mot de Hugo Boulanger.");
    unite();

    rooms.members().departures().leave(hugo, NEW, "");

    // Letters to others, and the last one to the old address, stay until mail.keptDays.
    assertThat(Traces.of(database, OLD, "Hugo Boulanger", "Hugo Roux", "Fait."))
        .allSatisfy(trace -> assertThat(trace).startsWith("mail_outbox."));
    assertThat(Traces.of(database, NEW)).isEmpty();
    assertThat(play.social().friends().of(anne.memberId())).isEmpty();
    assertThat(rooms.members().companies().names(Set.of(old.memberId()))).isEmpty();
    assertThat(TestRooms.broken(rooms)).isEmpty();
  }
}
