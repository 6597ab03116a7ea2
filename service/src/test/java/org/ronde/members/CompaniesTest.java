package org.ronde.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.members.Refusals.assertFault;
import static org.ronde.members.Refusals.assertRefused;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.ids.CompanyId;
import org.ronde.ids.MemberId;

@Tag("database")
class CompaniesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String PAULE = "paule@boulangerie.example";
  private static final String HUGO = "hugo@boulangerie.example";

  private House house = new House(database);
  private Companies companies = house.members.companies();

  @BeforeEach
  void build() {
    house = new House(database);
    companies = house.members.companies();
  }

  /** Writes down what it hears. */
  private static final class Ear implements CompanyListener {
    private final List<String> heard = new ArrayList<>();

    @Override
    public void approved(Company company) {
      heard.add("approved " + company.name());
    }

    @Override
    public void refused(Company company) {
      heard.add("refused " + company.name() + ": " + company.refusalReason());
    }

    @Override
    public void planStarted(Company company) {
      heard.add("premium " + company.name());
    }
  }

  @Test
  void letsACompanyInAndTellsTheListeners() {
    CompanyId bakery = house.pending(House.bakery(), House.owner(PAULE));
    Ear ear = new Ear();
    companies.listen(ear);

    companies.approve(house.operator(), bakery);

    assertThat(companies.company(bakery).approved()).isTrue();
    assertThat(companies.approved()).extracting(Company::id).containsExactly(bakery);
    assertThat(ear.heard).containsExactly("approved Boulangerie Paul");
    assertThat(companies.decisions(bakery))
        .singleElement()
        .satisfies(decision -> assertThat(decision.operator()).isEqualTo("Olga Petit"));
    assertThat(house.signedIn(PAULE).canTrade()).isTrue();
  }

  @Test
  void refusesWithAReasonUntilTheCompanyAsksAgain() {
    CompanyId bakery = house.pending(House.bakery(), House.owner(PAULE));
    Ear ear = new Ear();
    companies.listen(ear);
    Actor operator = house.operator();

    assertFault("reason", "members.fault.reason", () -> companies.refuse(operator, bakery, " "));
    companies.refuse(operator, bakery, "Which bakery is it?");
    assertThat(companies.company(bakery).refusalReason()).isEqualTo("Which bakery is it?");
    companies.submitAgain(house.signedIn(PAULE));
    companies.approve(operator, bakery);

    assertThat(ear.heard)
        .containsExactly(
            "refused Boulangerie Paul: Which bakery is it?", "approved Boulangerie Paul");
    assertThat(companies.decisions(bakery)).hasSize(2);
  }

  @Test
  void undoesTheDecisionWhenAListenerFails() {
    CompanyId bakery = house.pending(House.bakery(), House.owner(PAULE));
    companies.listen(
        new CompanyListener() {
          @Override
          public void approved(Company company) {
            throw new IllegalStateException("deaf");
          }

          @Override
          public void refused(Company company) {}

          @Override
          public void planStarted(Company company) {}
        });

    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> companies.approve(house.operator(), bakery))
        .hasMessage("deaf");

    assertThat(companies.company(bakery).status()).isEqualTo(Company.Status.PENDING);
    assertThat(house.rows("vetting_decision")).isZero();
  }

  @Test
  void decidesOnce() throws Exception {
    CompanyId bakery = house.pending(House.bakery(), House.owner(PAULE));
    Actor operator = house.operator();

    List<String> outcomes =
        Crowd.atOnce(
            List.of(
                () -> approve(operator, bakery),
                () -> refuse(operator, bakery),
                () -> approve(operator, bakery)));

    assertThat(outcomes).containsOnlyOnce("").contains("ALREADY_VETTED");
    assertThat(house.rows("vetting_decision")).isEqualTo(1);
    assertRefused(ProblemType.ALREADY_VETTED, () -> companies.refuse(operator, bakery, "too late"));
  }

  private boolean approve(Actor operator, CompanyId company) {
    companies.approve(operator, company);
    return true;
  }

  private boolean refuse(Actor operator, CompanyId company) {
    companies.refuse(operator, company, "no");
    return true;
  }

  @Test
  void letsOnlyOperatorsDecide() {
    CompanyId bakery = house.pending(House.bakery(), House.owner(PAULE));

    assertRefused(ProblemType.NOT_FOUND, () -> companies.approve(house.signedIn(PAULE), bakery));
    assertRefused(
        ProblemType.NOT_FOUND,
        () -> companies.approve(house.operator(), new CompanyId(UUID.randomUUID())));
  }

  @Test
  void asksAgainOnlyAfterARefusal() {
    house.pending(House.bakery(), House.owner(PAULE), House.trader(HUGO));

    assertRefused(ProblemType.ALREADY_VETTED, () -> companies.submitAgain(house.signedIn(PAULE)));
    assertRefused(ProblemType.NOT_OWNER, () -> companies.submitAgain(house.signedIn(HUGO)));
  }

  @Test
  void hidesACompanyThatIsNotLetInFromAllButItsPeopleAndOperators() {
    CompanyId bakery = house.pending(House.bakery(), House.owner(PAULE));
    house.approved(House.brewery(), House.owner("jan@brouwerij.example"));

    assertThat(companies.visible(Optional.of(house.signedIn(PAULE)), bakery)).isNotNull();
    assertThat(companies.visible(Optional.of(house.operator()), bakery)).isNotNull();
    assertRefused(ProblemType.NOT_FOUND, () -> companies.visible(Optional.empty(), bakery));
    assertRefused(
        ProblemType.NOT_FOUND,
        () -> companies.visible(Optional.of(house.signedIn("jan@brouwerij.example")), bakery));
  }

  @Test
  void findsCompaniesByNameAndNumber() {
    CompanyId bakery = house.approvedBakery();
    CompanyId brewery = house.approved(House.brewery(), House.owner("jan@brouwerij.example"));

    assertThat(companies.search("boulang", 1).items())
        .extracting(Company::id)
        .containsExactly(bakery);
    assertThat(companies.search("901821074", 1).items())
        .extracting(Company::id)
        .containsExactly(bakery);
    assertThat(companies.search("BE0123456789", 1).items())
        .extracting(Company::id)
        .containsExactly(brewery);
    assertThat(companies.search("", 1).items()).hasSize(2);
    assertThat(companies.search("", 1).total()).isEqualTo(2);
    assertThat(companies.companies(List.of(bakery, brewery))).hasSize(2);
    assertThat(companies.companies(List.of())).isEmpty();
  }

  @Test
  void knowsNoCompanyAndNoMemberByAMadeUpId() {
    assertRefused(ProblemType.NOT_FOUND, () -> companies.company(new CompanyId(UUID.randomUUID())));
    assertRefused(ProblemType.NOT_FOUND, () -> companies.member(new MemberId(UUID.randomUUID())));
  }

  @Test
  void letsTheOwnerSayWhatTheCompanyIs() {
    CompanyId bakery = house.approved(House.bakery(), House.owner(PAULE), House.trader(HUGO));
    Companies.Description said =
        new Companies.Description("Boulangerie Paul", "82", "Montauban", "Bread.");

    companies.describe(house.signedIn(PAULE), said, House.PLACES);

    assertThat(companies.company(bakery).city()).isEqualTo("Montauban");
    assertThat(companies.company(bakery).about()).isEqualTo("Bread.");
    assertRefused(
        ProblemType.NOT_OWNER, () -> companies.describe(house.signedIn(HUGO), said, House.PLACES));
    assertFault(
        "companyName",
        "members.fault.companyNameVetted",
        () ->
            companies.describe(
                house.signedIn(PAULE),
                new Companies.Description("Another", "82", "", ""),
                House.PLACES));
    assertFault(
        "about",
        "members.fault.about",
        () ->
            companies.describe(
                house.signedIn(PAULE),
                new Companies.Description("Boulangerie Paul", "82", "", "x".repeat(4001)),
                House.PLACES));
  }

  @Test
  void changesRolesAndRemovesColleagues() {
    CompanyId bakery = house.approved(House.bakery(), House.owner(PAULE), House.trader(HUGO));
    Actor paule = house.signedIn(PAULE);
    MemberId hugo = house.member(HUGO);

    companies.changeRole(paule, hugo, Actor.Role.OWNER);
    assertThat(house.signedIn(HUGO).company().role()).isEqualTo(Actor.Role.OWNER);
    companies.remove(paule, hugo);

    assertThat(companies.people(bakery)).extracting(Person::email).containsExactly(PAULE);
    assertThat(house.signedIn(HUGO).findActing()).isEmpty();
    assertRefused(ProblemType.NOT_FOUND, () -> companies.remove(paule, hugo));
  }

  @Test
  void keepsTheLastOwner() {
    house.approved(House.bakery(), House.owner(PAULE), House.trader(HUGO));
    Actor paule = house.signedIn(PAULE);

    assertRefused(
        ProblemType.LAST_OWNER,
        () -> companies.changeRole(paule, paule.memberId(), Actor.Role.TRADER));
    assertRefused(ProblemType.LAST_OWNER, () -> companies.remove(paule, paule.memberId()));
    assertRefused(
        ProblemType.NOT_OWNER, () -> companies.remove(house.signedIn(HUGO), paule.memberId()));
  }

  @Test
  void keepsOneOfTwoOwnersWhoRemoveEachOtherAtTheSameMoment() throws Exception {
    CompanyId bakery = house.approved(House.bakery(), House.owner(PAULE), House.owner(HUGO));
    Actor paule = house.signedIn(PAULE);
    Actor hugo = house.signedIn(HUGO);

    List<String> outcomes =
        Crowd.atOnce(
            List.of(() -> remove(paule, hugo.memberId()), () -> remove(hugo, paule.memberId())));

    assertThat(outcomes).containsOnlyOnce("");
    assertThat(companies.people(bakery))
        .singleElement()
        .satisfies(person -> assertThat(person.role()).isEqualTo(Actor.Role.OWNER));
  }

  @Test
  void keepsOneOfTwoOwnersWhoLeaveAtTheSameMoment() throws Exception {
    house.approved(House.bakery(), House.owner(PAULE), House.owner(HUGO));
    Actor paule = house.signedIn(PAULE);
    Actor hugo = house.signedIn(HUGO);

    List<String> outcomes =
        Crowd.atOnce(
            List.of(() -> remove(paule, paule.memberId()), () -> remove(hugo, hugo.memberId())));

    assertThat(outcomes).containsExactlyInAnyOrder("", "LAST_OWNER");
  }

  private boolean remove(Actor actor, MemberId colleague) {
    companies.remove(actor, colleague);
    return true;
  }

  @Test
  void changesNobodyOfAnotherCompany() {
    house.approvedBakery();
    house.approved(House.brewery(), House.owner("jan@brouwerij.example"));

    assertRefused(
        ProblemType.NOT_FOUND,
        () -> companies.remove(house.signedIn(PAULE), house.member("jan@brouwerij.example")));
    assertRefused(
        ProblemType.NO_COMPANY, () -> companies.remove(house.operator(), house.member(PAULE)));
  }
}
