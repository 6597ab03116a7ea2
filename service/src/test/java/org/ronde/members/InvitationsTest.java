package org.ronde.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
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
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.CompanyId;
import org.ronde.ids.InvitationId;

@Tag("database")
class InvitationsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String PAULE = "paule@boulangerie.example";
  private static final String HUGO = "hugo@boulangerie.example";
  private static final Invitations.Newcomer HUGO_ROUX =
      new Invitations.Newcomer("Hugo Roux", "", Locale.FRENCH);
  private static final Invitations.Newcomer NOTHING =
      new Invitations.Newcomer("", "", Locale.FRENCH);

  private House house = new House(database);
  private Invitations invitations = house.members.invitations();
  private CompanyId bakery = new CompanyId(new java.util.UUID(0, 0));

  @BeforeEach
  void build() {
    house = new House(database);
    invitations = house.members.invitations();
    bakery = house.approvedBakery();
  }

  @Test
  void makesANewcomerAMemberOfTheCompany() {
    invitations.invite(house.signedIn(PAULE), HUGO, Actor.Role.TRADER);

    Actor hugo = house.actor(invitations.accept(house.post.secret(HUGO), HUGO_ROUX, House.FIREFOX));

    assertThat(hugo.company().companyId()).isEqualTo(bakery);
    assertThat(hugo.company().role()).isEqualTo(Actor.Role.TRADER);
    assertThat(invitations.open(bakery)).isEmpty();
  }

  @Test
  void asksAMemberForNothingMore() {
    house.approved(House.brewery(), House.owner("jan@brouwerij.example"));
    invitations.invite(house.signedIn(PAULE), "jan@brouwerij.example", Actor.Role.OWNER);

    Actor jan =
        house.actor(
            invitations.accept(house.post.secret("jan@brouwerij.example"), NOTHING, House.FIREFOX));

    assertThat(jan.memberName()).isEqualTo("Paule Martin");
    assertThat(jan.company().companyId()).isEqualTo(bakery);
  }

  @Test
  void asksANewcomerForAName() {
    invitations.invite(house.signedIn(PAULE), HUGO, Actor.Role.TRADER);
    Secret secret = house.post.secret(HUGO);

    assertFault(
        "name", "members.fault.name", () -> invitations.accept(secret, NOTHING, House.FIREFOX));

    assertThat(invitations.accept(secret, HUGO_ROUX, House.FIREFOX)).isNotNull();
  }

  @Test
  void worksOnceEvenAtTheSameMoment() throws Exception {
    invitations.invite(house.signedIn(PAULE), HUGO, Actor.Role.TRADER);
    Secret secret = house.post.secret(HUGO);

    List<String> outcomes =
        Crowd.atOnce(
            List.of(
                () -> invitations.accept(secret, HUGO_ROUX, House.FIREFOX),
                () -> invitations.accept(secret, HUGO_ROUX, House.FIREFOX)));

    assertThat(outcomes).containsExactlyInAnyOrder("", "LINK_USED");
  }

  @Test
  void isReplacedByASecondOne() {
    invitations.invite(house.signedIn(PAULE), HUGO, Actor.Role.TRADER);
    Secret first = house.post.secret(HUGO);
    invitations.invite(house.signedIn(PAULE), HUGO, Actor.Role.OWNER);

    assertRefused(ProblemType.LINK_USED, () -> invitations.accept(first, HUGO_ROUX, House.FIREFOX));
    Actor hugo = house.actor(invitations.accept(house.post.secret(HUGO), HUGO_ROUX, House.FIREFOX));
    assertThat(hugo.company().role()).isEqualTo(Actor.Role.OWNER);
  }

  @Test
  void diesWhenWithdrawnAndAfterAWeek() {
    Actor paule = house.signedIn(PAULE);
    InvitationId withdrawn = invitations.invite(paule, HUGO, Actor.Role.TRADER);
    invitations.withdraw(paule, withdrawn);
    invitations.invite(paule, "late@boulangerie.example", Actor.Role.TRADER);
    database.clock().advance(Duration.ofDays(8));

    assertRefused(
        ProblemType.LINK_USED,
        () -> invitations.accept(house.post.secret(HUGO), HUGO_ROUX, House.FIREFOX));
    assertRefused(
        ProblemType.LINK_USED,
        () ->
            invitations.accept(
                house.post.secret("late@boulangerie.example"), HUGO_ROUX, House.FIREFOX));
    assertRefused(ProblemType.NOT_FOUND, () -> invitations.withdraw(paule, withdrawn));
  }

  @Test
  void isForOwnersAndForPeopleWhoAreNotThereYet() {
    invitations.invite(house.signedIn(PAULE), HUGO, Actor.Role.TRADER);
    invitations.accept(house.post.secret(HUGO), HUGO_ROUX, House.FIREFOX);

    assertRefused(
        ProblemType.NOT_OWNER,
        () -> invitations.invite(house.signedIn(HUGO), "x@y.example", Actor.Role.TRADER));
    assertRefused(
        ProblemType.ALREADY_MEMBER,
        () -> invitations.invite(house.signedIn(PAULE), HUGO, Actor.Role.TRADER));
    assertFault(
        "email",
        "members.fault.email",
        () -> invitations.invite(house.signedIn(PAULE), "hugo", Actor.Role.TRADER));
  }

  @Test
  void isNotWithdrawnByAnotherCompany() {
    house.approved(House.brewery(), House.owner("jan@brouwerij.example"));
    InvitationId id = invitations.invite(house.signedIn(PAULE), HUGO, Actor.Role.TRADER);

    assertRefused(
        ProblemType.NOT_FOUND,
        () -> invitations.withdraw(house.signedIn("jan@brouwerij.example"), id));
  }

  @Test
  void stopsAtTwentyADay() {
    Actor paule = house.signedIn(PAULE);
    for (int colleague = 0; colleague < 20; colleague++) {
      invitations.invite(
          paule, "colleague%d@boulangerie.example".formatted(colleague), Actor.Role.TRADER);
    }
    database.clock().advance(Duration.ofHours(23));

    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> invitations.invite(paule, HUGO, Actor.Role.TRADER));

    assertThat(refusal.type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
    assertThat(refusal.findRetrySeconds().orElseThrow()).isBetween(3500L, 3600L);
    database.clock().advance(Duration.ofHours(1));
    assertThat(invitations.invite(paule, HUGO, Actor.Role.TRADER)).isNotNull();
  }
}
