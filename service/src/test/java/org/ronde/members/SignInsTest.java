package org.ronde.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.members.Refusals.assertFault;
import static org.ronde.members.Refusals.assertRefused;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.Credentials;
import org.ronde.http.ProblemType;
import org.ronde.ids.CompanyId;

@Tag("database")
class SignInsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String PAULE = "paule@boulangerie.example";
  private static final String PASSWORD = "sept hiboux lisent le cadastre";

  private House house = new House(database);
  private SignIns signIns = house.members.signIns();
  private CompanyId bakery = new CompanyId(new java.util.UUID(0, 0));

  @BeforeEach
  void build() {
    house = new House(database);
    signIns = house.members.signIns();
    bakery = house.approvedBakery();
  }

  private void givePassword() {
    Secret session = house.session(PAULE);
    house.members.accounts().changePassword(house.actor(session), "", PASSWORD, session);
  }

  private Optional<Actor> asking(Secret session) {
    return signIns.authenticate(new Credentials.Session(session.text()));
  }

  @Test
  void signsInByALinkOnceAndGoesWhereTheMemberWanted() {
    signIns.requestLink("PAULE@boulangerie.example", "/cycles/1?a=b", Locale.FRENCH, House.FIREFOX);

    SignIns.Entered entered = signIns.byLink(house.post.secret(PAULE), House.FIREFOX);

    assertThat(entered.next()).isEqualTo("/cycles/1?a=b");
    assertThat(house.actor(entered.secret()).companyId()).isEqualTo(bakery);
    assertRefused(
        ProblemType.LINK_USED, () -> signIns.byLink(house.post.secret(PAULE), House.FIREFOX));
  }

  @Test
  void letsOneOfTwoWhoUseTheSameLinkAtOnceIn() throws Exception {
    signIns.requestLink(PAULE, "", Locale.FRENCH, House.FIREFOX);
    Secret secret = house.post.secret(PAULE);

    List<String> outcomes =
        Crowd.atOnce(
            List.of(
                () -> signIns.byLink(secret, House.FIREFOX),
                () -> signIns.byLink(secret, House.FIREFOX)));

    assertThat(outcomes).containsExactlyInAnyOrder("", "LINK_USED");
  }

  @Test
  void refusesALinkAfterAQuarterOfAnHour() {
    signIns.requestLink(PAULE, "", Locale.FRENCH, House.FIREFOX);
    database.clock().advance(Duration.ofMinutes(16));

    assertRefused(
        ProblemType.LINK_USED, () -> signIns.byLink(house.post.secret(PAULE), House.FIREFOX));
  }

  @Test
  void refusesALinkMadeForSomethingElse() {
    signIns.requestReset(PAULE, Locale.FRENCH, House.FIREFOX);

    assertRefused(
        ProblemType.LINK_USED, () -> signIns.byLink(house.post.secret(PAULE), House.FIREFOX));
  }

  @Test
  void writesToAStrangerThatThereIsNoAccount() {
    signIns.requestLink("nobody@x.example", "", Locale.FRENCH, House.FIREFOX);
    signIns.requestReset("nobody@x.example", Locale.FRENCH, House.FIREFOX);

    assertThat(house.post.all())
        .extracting(letter -> letter.template())
        .containsExactly("members/stranger", "members/stranger");
  }

  @Test
  void refusesAnAddressThatIsNone() {
    assertFault(
        "email",
        "members.fault.email",
        () -> signIns.requestLink("nobody", "", Locale.FRENCH, House.FIREFOX));
  }

  @Test
  void signsInByPassword() {
    givePassword();

    Secret session =
        signIns.byPassword(" Paule@Boulangerie.example".strip(), PASSWORD, House.FIREFOX);

    assertThat(house.actor(session).memberName()).isEqualTo("Paule Martin");
  }

  @Test
  void refusesWrongPasswordsAndUnknownAddressesAlike() {
    assertRefused(
        ProblemType.WRONG_CREDENTIALS,
        () -> signIns.byPassword("nobody@x.example", PASSWORD, House.FIREFOX));
    assertRefused(
        ProblemType.WRONG_CREDENTIALS, () -> signIns.byPassword(PAULE, PASSWORD, House.FIREFOX));

    givePassword();

    assertRefused(
        ProblemType.WRONG_CREDENTIALS,
        () -> signIns.byPassword(PAULE, PASSWORD + "!", House.FIREFOX));
    assertRefused(
        ProblemType.WRONG_CREDENTIALS,
        () -> signIns.byPassword("no address", PASSWORD, House.FIREFOX));
  }

  @Test
  void closesAnAccountToGuessersForAQuarterOfAnHourButNotToItsMailbox() {
    givePassword();
    for (int guess = 0; guess < 10; guess++) {
      Browser elsewhere = new Browser("198.51.100." + guess, "");
      assertRefused(
          ProblemType.WRONG_CREDENTIALS, () -> signIns.byPassword(PAULE, "wrong", elsewhere));
    }

    assertRefused(
        ProblemType.TOO_MANY_REQUESTS, () -> signIns.byPassword(PAULE, PASSWORD, House.FIREFOX));
    signIns.requestLink(PAULE, "", Locale.FRENCH, House.FIREFOX);
    assertThat(signIns.byLink(house.post.secret(PAULE), House.FIREFOX)).isNotNull();
    database.clock().advance(Duration.ofMinutes(16));
    assertThat(signIns.byPassword(PAULE, PASSWORD, House.FIREFOX)).isNotNull();
  }

  @Test
  void countsTriesOfOneNetworkAddressOverAllAccounts() {
    for (int guess = 0; guess < 30; guess++) {
      String email = "nobody%d@x.example".formatted(guess);
      assertRefused(
          ProblemType.WRONG_CREDENTIALS, () -> signIns.byPassword(email, "wrong", House.FIREFOX));
    }

    assertRefused(
        ProblemType.TOO_MANY_REQUESTS,
        () -> signIns.byPassword("another@x.example", "wrong", House.FIREFOX));
  }

  @Test
  void forgetsFailedTriesOnceTheMemberIsIn() {
    givePassword();
    for (int round = 0; round < 3; round++) {
      for (int guess = 0; guess < 5; guess++) {
        assertRefused(
            ProblemType.WRONG_CREDENTIALS, () -> signIns.byPassword(PAULE, "wrong", House.FIREFOX));
      }
      assertThat(signIns.byPassword(PAULE, PASSWORD, House.FIREFOX)).isNotNull();
    }
  }

  @Test
  void endsASessionAtTheNextRequest() {
    Secret session = house.session(PAULE);

    signIns.signOut(session);

    assertThat(asking(session)).isEmpty();
  }

  @Test
  void endsASessionThatIsNotUsedForTwoWeeks() {
    Secret session = house.session(PAULE);
    Secret used = house.session(PAULE);
    database.clock().advance(Duration.ofDays(10));
    assertThat(asking(used)).isPresent();

    database.clock().advance(Duration.ofDays(5));

    assertThat(asking(session)).isEmpty();
    assertThat(asking(used)).isPresent();
  }

  @Test
  void endsASessionAfterSixtyDaysInAnyCase() {
    Secret session = house.session(PAULE);
    for (int week = 0; week < 6; week++) {
      database.clock().advance(Duration.ofDays(10).minusHours(1));
      assertThat(asking(session)).isPresent();
    }

    database.clock().advance(Duration.ofDays(1));

    assertThat(asking(session)).isEmpty();
  }

  @Test
  void readsRightsAnewForEachRequest() {
    Secret session = house.session(PAULE);
    assertThat(asking(session).orElseThrow().company().role()).isEqualTo(Actor.Role.OWNER);

    database.jdbi().useHandle(handle -> handle.execute("UPDATE membership SET role = 'TRADER'"));
    assertThat(asking(session).orElseThrow().company().role()).isEqualTo(Actor.Role.TRADER);

    database.jdbi().useHandle(handle -> handle.execute("DELETE FROM membership"));
    assertThat(asking(session).orElseThrow().findActing()).isEmpty();
  }

  @Test
  void keepsNothingThatOpensASessionInTheDatabase() {
    Secret session = house.session(PAULE);
    Actor actor = house.actor(session);

    List<String> stored =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("SELECT session_hash FROM session")
                        .mapTo(String.class)
                        .list());

    assertThat(stored).doesNotContain(session.text(), String.valueOf(actor.session()));
    assertThat(asking(new Secret(stored.get(0)))).isEmpty();
  }

  @Test
  void knowsNobodyByAMadeUpSecret() {
    assertThat(asking(new Secret("made-up"))).isEmpty();
    assertThat(signIns.authenticate(new Credentials.ApiToken("rnd_abcdefgh_made-up"))).isEmpty();
  }

  @Test
  void actsForTheCompanyOfTheLastSession() {
    CompanyId brewery = house.approved(House.brewery(), House.owner(PAULE));
    Secret first = house.session(PAULE);
    assertThat(house.actor(first).companyId()).isEqualTo(bakery);

    house.members.doorway().sessions().actFor(first, brewery);

    assertThat(house.actor(first).companyId()).isEqualTo(brewery);
    assertThat(house.signedIn(PAULE).companyId()).isEqualTo(brewery);
  }

  @Test
  void actsForNoCompanyOfOthers() {
    CompanyId brewery = house.approved(House.brewery(), House.owner("jan@brouwerij.example"));
    Secret session = house.session(PAULE);

    assertRefused(
        ProblemType.NOT_FOUND, () -> house.members.doorway().sessions().actFor(session, brewery));
  }
}
