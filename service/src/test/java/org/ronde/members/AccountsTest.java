package org.ronde.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.members.Refusals.assertFault;
import static org.ronde.members.Refusals.assertRefused;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.Credentials;
import org.ronde.http.ProblemType;

@Tag("database")
class AccountsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String PAULE = "paule@boulangerie.example";
  private static final String PASSWORD = "sept hiboux lisent le cadastre";
  private static final String OTHER = "quatre-vingts cloches mauves";

  private House house = new House(database);
  private Accounts accounts = house.members.accounts();

  @BeforeEach
  void build() {
    house = new House(database);
    accounts = house.members.accounts();
    house.approvedBakery();
  }

  private boolean alive(Secret session) {
    return house
        .members
        .signIns()
        .authenticate(new Credentials.Session(session.text()))
        .isPresent();
  }

  @Test
  void endsAllOtherSessionsWhenThePasswordChanges() {
    Secret here = house.session(PAULE);
    Secret elsewhere = house.session(PAULE);

    accounts.changePassword(house.actor(here), "", PASSWORD, here);

    assertThat(alive(here)).isTrue();
    assertThat(alive(elsewhere)).isFalse();
    assertThat(house.post.to(PAULE).template()).isEqualTo("members/password-changed");
  }

  @Test
  void asksForThePasswordSoFarAndCountsWrongOnes() {
    Secret session = house.session(PAULE);
    Actor paule = house.actor(session);
    accounts.changePassword(paule, "", PASSWORD, session);

    for (int guess = 0; guess < 10; guess++) {
      assertFault(
          "current",
          "members.fault.currentPassword",
          () -> accounts.changePassword(paule, "wrong", OTHER, session));
    }

    assertRefused(
        ProblemType.TOO_MANY_REQUESTS,
        () -> accounts.changePassword(paule, PASSWORD, OTHER, session));
    database.clock().advance(Duration.ofMinutes(16));
    accounts.changePassword(paule, PASSWORD, OTHER, session);
    assertThat(house.members.signIns().byPassword(PAULE, OTHER, House.FIREFOX)).isNotNull();
  }

  @Test
  void refusesAPasswordMadeOfOnesOwnName() {
    Secret session = house.session(PAULE);

    assertFault(
        "password",
        "members.fault.passwordEasy",
        () -> accounts.changePassword(house.actor(session), "", "Paule Boulangerie 31", session));
  }

  @Test
  void choosesANewPasswordByALinkAndEndsEverySession() {
    Secret old = house.session(PAULE);
    house.members.signIns().requestReset(PAULE, Locale.FRENCH, House.FIREFOX);
    Secret link = house.post.secret(PAULE);
    house.members.signIns().requestReset(PAULE, Locale.FRENCH, House.FIREFOX);
    Secret secondLink = house.post.secret(PAULE);

    Secret fresh = accounts.reset(link, PASSWORD, House.FIREFOX);

    assertThat(alive(fresh)).isTrue();
    assertThat(alive(old)).isFalse();
    assertThat(house.members.signIns().byPassword(PAULE, PASSWORD, House.FIREFOX)).isNotNull();
    assertRefused(ProblemType.LINK_USED, () -> accounts.reset(link, OTHER, House.FIREFOX));
    assertRefused(ProblemType.LINK_USED, () -> accounts.reset(secondLink, OTHER, House.FIREFOX));
  }

  @Test
  void keepsTheLinkWhenTheNewPasswordIsRefused() {
    house.members.signIns().requestReset(PAULE, Locale.FRENCH, House.FIREFOX);
    Secret link = house.post.secret(PAULE);

    assertFault(
        "password",
        "members.fault.passwordShort",
        () -> accounts.reset(link, "short", House.FIREFOX));

    assertThat(accounts.reset(link, PASSWORD, House.FIREFOX)).isNotNull();
  }

  @Test
  void refusesToResetByALinkMadeForSigningIn() {
    house.members.signIns().requestLink(PAULE, "", Locale.FRENCH, House.FIREFOX);

    assertRefused(
        ProblemType.LINK_USED,
        () -> accounts.reset(house.post.secret(PAULE), PASSWORD, House.FIREFOX));
  }

  @Test
  void refusesAResetLinkAfterHalfAnHour() {
    house.members.signIns().requestReset(PAULE, Locale.FRENCH, House.FIREFOX);
    database.clock().advance(Duration.ofMinutes(31));

    assertRefused(
        ProblemType.LINK_USED,
        () -> accounts.reset(house.post.secret(PAULE), PASSWORD, House.FIREFOX));
  }

  @Test
  void changesNameAndLanguage() {
    Actor paule = house.signedIn(PAULE);

    accounts.describe(paule, "Paule Durand", "fr");

    assertThat(house.signedIn(PAULE).memberName()).isEqualTo("Paule Durand");
    assertThat(house.signedIn(PAULE).locale()).isEqualTo(Locale.FRENCH);
    assertFault("name", "members.fault.name", () -> accounts.describe(paule, "", "en"));
    assertFault(
        "language", "members.fault.language", () -> accounts.describe(paule, "Paule", "tlh"));
  }

  @Test
  void listsOnlyOnesOwnLivingSessionsAndEndsThem() {
    house.approved(House.brewery(), House.owner("jan@brouwerij.example"));
    Secret jan = house.session("jan@brouwerij.example");
    Secret here = house.session(PAULE);
    Secret elsewhere = house.session(PAULE);
    Actor paule = house.actor(here);
    Sessions sessions = house.members.doorway().sessions();

    List<Sessions.Session> open = sessions.open(paule.memberId(), here);

    assertThat(open).hasSize(2);
    assertThat(open).filteredOn(Sessions.Session::current).hasSize(1);
    Sessions.Session other =
        open.stream().filter(session -> !session.current()).findFirst().orElseThrow();
    assertRefused(
        ProblemType.NOT_FOUND, () -> sessions.end(house.actor(jan).memberId(), other.id()));
    sessions.end(paule.memberId(), other.id());
    assertThat(alive(elsewhere)).isFalse();
    assertThat(alive(here)).isTrue();
    assertRefused(ProblemType.NOT_FOUND, () -> sessions.end(paule.memberId(), other.id()));
  }
}
