package org.ronde.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.members.House.HUGO;
import static org.ronde.members.House.PASSWORD;
import static org.ronde.members.House.PAULE;
import static org.ronde.members.Refusals.assertFault;
import static org.ronde.members.Refusals.assertRefused;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.Credentials;
import org.ronde.http.ProblemType;
import org.ronde.ids.CompanyId;
import org.ronde.ids.MemberId;

@Tag("database")
class DeparturesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private House house = new House(database);
  private Departures departures = house.members.departures();
  private Companies companies = house.members.companies();

  @BeforeEach
  void build() {
    house = new House(database);
    departures = house.members.departures();
    companies = house.members.companies();
  }

  @Test
  void leavesNothingThatTellsWhoItWas() {
    CompanyId bakery = house.bakeryOfTwo();
    Secret paule = house.session(PAULE);
    Secret hugo = house.session(HUGO);
    house.members.accounts().changePassword(house.actor(hugo), "", PASSWORD, hugo);
    String token = house.members.tokens().make(house.actor(hugo), "Hugo Roux’s till", 30).token();
    CompanyId brewery = house.approved(House.brewery(), House.owner("jan@brouwerij.example"));
    house
        .members
        .invitations()
        .invite(house.signedIn("jan@brouwerij.example"), HUGO, Actor.Role.TRADER);
    Secret invitation = house.post.secret(HUGO);
    house.members.signIns().requestReset(HUGO, Locale.FRENCH, House.FIREFOX);
    Secret reset = house.post.secret(HUGO);
    MemberId id = house.member(HUGO);

    departures.leave(house.actor(hugo), " Hugo@Boulangerie.example ", PASSWORD);

    assertThat(Traces.of(database, "Hugo Roux", HUGO)).isEmpty();
    assertThat(house.authenticate(new Credentials.Session(hugo.text()))).isEmpty();
    assertThat(house.authenticate(new Credentials.ApiToken(token))).isEmpty();
    assertRefused(
        ProblemType.LINK_USED,
        () -> house.members.accounts().reset(reset, PASSWORD, House.FIREFOX));
    assertRefused(
        ProblemType.LINK_USED,
        () ->
            house
                .members
                .invitations()
                .invitation(house.members.doorway().links().link(invitation)));
    assertThat(house.members.invitations().open(brewery)).isEmpty();
    assertThat(companies.people(bakery)).extracting(Person::name).containsExactly("Paule Martin");
    assertThat(companies.member(id).left()).isTrue();
    assertThat(companies.company(bakery).approved()).isTrue();
    assertThat(house.actor(paule).memberName()).isEqualTo("Paule Martin");
  }

  @Test
  void letsThemComeBackAsSomebodyNew() {
    house.bakeryOfTwo();
    MemberId before = house.member(HUGO);

    departures.leave(house.signedIn(HUGO), HUGO, "");

    MemberId after = house.members.seeds().member(HUGO, "Hugo Roux", Locale.FRENCH);
    assertThat(after).isNotEqualTo(before);
    assertThat(house.signedIn(HUGO).acting()).isNull();
  }

  @Test
  void leavesErasedMembersOutOfEveryListOfPeople() {
    CompanyId bakery = house.bakeryOfTwo();
    MemberId paule = house.member(PAULE);
    MemberId hugo = house.member(HUGO);

    assertThat(companies.colleagues(paule)).containsExactly(hugo);
    assertThat(companies.companiesOf(hugo)).containsExactly(bakery);
    departures.leave(house.signedIn(HUGO), HUGO, "");

    assertThat(companies.names(Set.of(paule, hugo))).containsOnlyKeys(paule);
    assertThat(companies.members(Set.of(paule, hugo)))
        .extracting(Person::id)
        .containsExactly(paule);
    assertThat(companies.names(Set.of())).isEmpty();
    assertThat(companies.members(Set.of())).isEmpty();
    assertThat(companies.colleagues(paule)).isEmpty();
    assertThat(companies.companiesOf(hugo)).isEmpty();
    assertThat(companies.findMember(HUGO)).isEmpty();
    assertThat(companies.findMember(PAULE)).map(Person::id).contains(paule);
    assertThat(Companies.findAddress(" x ")).isEmpty();
  }

  @Test
  void tellsThoseWhoListenBeforeAndAfterTheNameGoes() {
    house.bakeryOfTwo();
    List<String> heard = new ArrayList<>();
    departures.listen(
        new MemberListener() {
          @Override
          public void leaving(Person member) {
            heard.add(member.name() + " " + member.email());
          }

          @Override
          public void left(MemberId member) {
            heard.add("left: " + companies.member(member).name());
          }
        });

    departures.leave(house.signedIn(HUGO), HUGO, "");

    assertThat(heard).containsExactly("Hugo Roux " + HUGO, "left: ");
  }

  @Test
  void changesNothingWhenSomebodyWhoListensFails() {
    house.bakeryOfTwo();
    Actor hugo = house.signedIn(HUGO);
    departures.listen(
        member -> {
          throw new IllegalStateException("not now");
        });

    assertThat(catching(() -> departures.leave(hugo, HUGO, ""))).hasMessage("not now");

    assertThat(house.signedIn(HUGO).memberName()).isEqualTo("Hugo Roux");
  }

  private static Throwable catching(Runnable call) {
    return org.assertj.core.api.Assertions.catchThrowable(call::run);
  }

  @Test
  void refusesAnotherAddressAWrongPasswordAndAToken() {
    house.bakeryOfTwo();
    Secret session = house.session(HUGO);
    Actor hugo = house.actor(session);
    house.members.accounts().changePassword(hugo, "", PASSWORD, session);
    String token = house.members.tokens().make(hugo, "Till", 30).token();
    Actor program = house.authenticate(new Credentials.ApiToken(token)).orElseThrow();

    assertFault("email", "members.fault.ownEmail", () -> departures.leave(hugo, PAULE, PASSWORD));
    assertFault("email", "members.fault.ownEmail", () -> departures.leave(hugo, "", PASSWORD));
    assertFault(
        "currentPassword",
        "members.fault.currentPassword",
        () -> departures.leave(hugo, HUGO, "wrong"));
    assertRefused(ProblemType.SESSION_NEEDED, () -> departures.leave(program, HUGO, PASSWORD));
    for (int guess = 0; guess < 10; guess++) {
      catching(() -> departures.leave(hugo, HUGO, "wrong"));
    }
    assertRefused(ProblemType.TOO_MANY_REQUESTS, () -> departures.leave(hugo, HUGO, PASSWORD));
    assertThat(house.actor(session).memberName()).isEqualTo("Hugo Roux");
  }

  @Test
  void keepsTheLastOwnerOfACompanyWithColleagues() {
    CompanyId bakery = house.bakeryOfTwo();
    Actor paule = house.signedIn(PAULE);

    assertThat(departures.partings(paule))
        .containsExactly(new Parting("Boulangerie Paul", Parting.Outcome.NEEDS_OWNER));
    assertRefused(ProblemType.COMPANY_NEEDS_OWNER, () -> departures.leave(paule, PAULE, ""));
    companies.changeRole(paule, house.member(HUGO), Actor.Role.OWNER);
    assertThat(departures.partings(paule))
        .containsExactly(new Parting("Boulangerie Paul", Parting.Outcome.GOES_ON));
    departures.leave(paule, PAULE, "");

    assertThat(companies.people(bakery)).extracting(Person::email).containsExactly(HUGO);
  }

  @Test
  void closesACompanyWithItsOnlyPerson() {
    CompanyId bakery = house.approvedBakery();
    Actor paule = house.signedIn(PAULE);
    house.members.invitations().invite(paule, HUGO, Actor.Role.OWNER);
    Secret invitation = house.post.secret(HUGO);
    List<String> closing = new ArrayList<>();
    companies.listen(new Closings(closing));

    assertThat(departures.partings(paule))
        .containsExactly(new Parting("Boulangerie Paul", Parting.Outcome.CLOSES));
    departures.leave(paule, PAULE, "");

    assertThat(companies.company(bakery).status()).isEqualTo(Company.Status.CLOSED);
    assertThat(companies.approved()).isEmpty();
    assertThat(companies.visible(Optional.empty(), bakery).name()).isEqualTo("Boulangerie Paul");
    assertThat(closing).containsExactly("Paule Martin for Boulangerie Paul");
    assertRefused(
        ProblemType.LINK_USED,
        () ->
            house
                .members
                .invitations()
                .accept(
                    invitation,
                    new Invitations.Newcomer("Hugo Roux", "", Locale.FRENCH),
                    House.FIREFOX));
  }

  @Test
  void leavesTheNumberOfAClosedCompanyToWhoeverComesBackWithIt() {
    CompanyId closed = house.approvedBakery();
    departures.leave(house.signedIn(PAULE), PAULE, "");

    CompanyId founded = house.pending(House.bakery(), House.owner(HUGO));
    CompanyFacts facts = CompanyFacts.read(House.bakery(), House.PLACES);

    assertThat(founded).isNotEqualTo(closed);
    assertThat(companies.earlier(companies.company(founded)))
        .extracting(Company::id)
        .containsExactly(closed);
    assertThat(companies.earlier(companies.company(closed))).isEmpty();
    assertRefused(ProblemType.COMPANY_EXISTS, () -> companies.requireNew(facts));
  }

  private record Closings(List<String> heard) implements CompanyListener {
    @Override
    public void approved(Company company) {}

    @Override
    public void refused(Company company) {}

    @Override
    public void planStarted(Company company) {}

    @Override
    public void closing(Actor owner) {
      heard.add(owner.memberName() + " for " + owner.companyName());
    }
  }

  @Test
  void closesARefusedCompanyTooAndKeepsTheWordOfAnOperatorWhoLeft() {
    CompanyId bakery = house.pending(House.bakery(), House.owner(PAULE));
    house.members.operators().createOperator("second@ronde.example", "Sam");
    Actor olga = house.operator();
    companies.refuse(olga, bakery, "No such SIREN");

    departures.leave(house.signedIn(PAULE), PAULE, "");
    departures.leave(olga, "olga@ronde.example", "");

    assertThat(companies.company(bakery).status()).isEqualTo(Company.Status.CLOSED);
    assertThat(companies.decisions(bakery))
        .singleElement()
        .satisfies(
            decision -> {
              assertThat(decision.operator()).isEmpty();
              assertThat(decision.reason()).isEqualTo("No such SIREN");
            });
  }

  @Test
  void keepsTheOnlyPersonOfACompanyThatOthersCountOn() {
    CompanyId bakery = house.approvedBakery();
    Actor paule = house.signedIn(PAULE);
    departures.heed(bakery::equals);

    assertThat(departures.partings(paule))
        .containsExactly(new Parting("Boulangerie Paul", Parting.Outcome.BOUND));
    assertRefused(ProblemType.COMPANY_BOUND, () -> departures.leave(paule, PAULE, ""));

    assertThat(companies.company(bakery).approved()).isTrue();
    assertThat(house.signedIn(PAULE).companyId()).isEqualTo(bakery);
  }

  @Test
  void keepsTheLastOperatorAlsoWhenTwoLeaveAtOnce() throws Exception {
    Actor olga = house.operator();
    assertRefused(
        ProblemType.LAST_OPERATOR, () -> departures.leave(olga, "olga@ronde.example", ""));
    house.members.operators().createOperator("sam@ronde.example", "Sam");
    Actor sam = house.signedIn("sam@ronde.example");

    List<Callable<?>> both =
        List.of(() -> gone(olga, "olga@ronde.example"), () -> gone(sam, "sam@ronde.example"));
    List<String> outcomes = Crowd.atOnce(both);

    assertThat(outcomes).containsExactlyInAnyOrder("", "LAST_OPERATOR");
    assertThat(companies.operators()).hasSize(1);
  }

  private boolean gone(Actor actor, String email) {
    departures.leave(actor, email, "");
    return true;
  }

  @Test
  void leavesOnceWhenAskedTwice() {
    house.bakeryOfTwo();
    Actor hugo = house.signedIn(HUGO);

    departures.leave(hugo, HUGO, "");

    assertRefused(ProblemType.SIGN_IN_REQUIRED, () -> departures.leave(hugo, HUGO, ""));
  }
}
