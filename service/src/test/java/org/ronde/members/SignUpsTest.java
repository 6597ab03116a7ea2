package org.ronde.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.members.Refusals.assertFault;
import static org.ronde.members.Refusals.assertRefused;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;

@Tag("database")
class SignUpsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String PAULE = "paule@boulangerie.example";

  private House house = new House(database);

  @BeforeEach
  void build() {
    house = new House(database);
  }

  private SignUps signUps() {
    return house.members.signUps();
  }

  private static SignUps.Entry entry(
      String email, String password, CompanyFacts.@Nullable Entry company) {
    return new SignUps.Entry("Paule Martin", email, Locale.FRENCH, password, company);
  }

  private void ask(String email, CompanyFacts.@Nullable Entry company) {
    signUps().ask(entry(email, "", company), House.FIREFOX);
  }

  @Test
  void makesMemberAndCompanyOnlyWhenTheMailIsAnswered() {
    ask("Paule@Boulangerie.example", House.bakery());

    assertThat(house.rows("member")).isZero();
    assertThat(house.rows("company")).isZero();
    assertThat(house.post.to(PAULE).template()).isEqualTo("members/confirm");

    SignUps.Confirmed confirmed = signUps().confirm(house.post.secret(PAULE), House.FIREFOX);

    Actor paule = house.actor(confirmed.secret());
    assertThat(confirmed.hasCompany()).isTrue();
    assertThat(paule.company().companyName()).isEqualTo("Boulangerie Paul");
    assertThat(paule.company().role()).isEqualTo(Actor.Role.OWNER);
    assertThat(paule.company().approved()).isFalse();
    assertThat(house.members.companies().waiting(1).items())
        .singleElement()
        .satisfies(
            company -> {
              assertThat(company.vatNumber()).isEqualTo("FR53901821074");
              assertThat(company.status()).isEqualTo(Company.Status.PENDING);
            });
  }

  @Test
  void takesACompanyFromAnotherCountryByItsVatNumber() {
    ask("jan@brouwerij.example", House.brewery());

    signUps().confirm(house.post.secret("jan@brouwerij.example"), House.FIREFOX);

    assertThat(house.members.companies().waiting(1).items())
        .singleElement()
        .satisfies(
            company -> {
              assertThat(company.siren()).isNull();
              assertThat(company.departement()).isNull();
              assertThat(company.country()).isEqualTo("BE");
            });
  }

  @Test
  void takesAPersonWithoutACompany() {
    ask(PAULE, null);

    Actor paule = house.actor(signUps().confirm(house.post.secret(PAULE), House.FIREFOX).secret());

    assertThat(paule.findActing()).isEmpty();
    assertThat(house.rows("company")).isZero();
  }

  @Test
  void tellsAMemberByMailThatTheyHaveAnAccount() {
    house.approvedBakery();

    ask(PAULE, House.brewery());

    assertThat(house.post.to(PAULE).template()).isEqualTo("members/already");
    assertThat(house.rows("sign_up")).isZero();
  }

  @Test
  void saysThatACompanyIsHereWithoutNamingAnybody() {
    house.approvedBakery();

    assertRefused(ProblemType.COMPANY_EXISTS, () -> ask("someone@else.example", House.bakery()));

    assertThat(house.post.all()).isEmpty();
  }

  @Test
  void letsNobodyBlockACompanyByTypingItsSiren() {
    ask("mallory@evil.example", House.bakery());

    ask(PAULE, House.bakery());
    SignUps.Confirmed paule = signUps().confirm(house.post.secret(PAULE), House.FIREFOX);
    SignUps.Confirmed mallory =
        signUps().confirm(house.post.secret("mallory@evil.example"), House.FIREFOX);

    assertThat(paule.hasCompany()).isTrue();
    assertThat(mallory.companyTaken()).isTrue();
    assertThat(house.actor(mallory.secret()).findActing()).isEmpty();
    assertThat(house.rows("company")).isEqualTo(1);
  }

  @Test
  void letsNobodyPlantAPasswordForAnAddressOfSomebodyElse() {
    signUps().ask(entry(PAULE, "sept hiboux lisent le cadastre", null), House.FIREFOX);
    ask(PAULE, null);

    signUps().confirm(house.post.secret(PAULE), House.FIREFOX);

    assertRefused(
        ProblemType.WRONG_CREDENTIALS,
        () ->
            house
                .members
                .signIns()
                .byPassword(PAULE, "sept hiboux lisent le cadastre", House.FIREFOX));
  }

  @Test
  void letsThePasswordOfTheConfirmedFormOpenTheAccount() {
    signUps().ask(entry(PAULE, "sept hiboux lisent le cadastre", null), House.FIREFOX);
    signUps().confirm(house.post.secret(PAULE), House.FIREFOX);

    Secret session =
        house.members.signIns().byPassword(PAULE, "sept hiboux lisent le cadastre", House.FIREFOX);

    assertThat(house.actor(session).memberName()).isEqualTo("Paule Martin");
  }

  @Test
  void confirmsOnceEvenWhenClickedTwiceAtTheSameMoment() throws Exception {
    ask(PAULE, House.bakery());
    Secret secret = house.post.secret(PAULE);

    List<String> outcomes =
        Crowd.atOnce(
            List.of(
                () -> signUps().confirm(secret, House.FIREFOX),
                () -> signUps().confirm(secret, House.FIREFOX),
                () -> signUps().confirm(secret, House.FIREFOX)));

    assertThat(outcomes).containsExactlyInAnyOrder("", "LINK_USED", "LINK_USED");
    assertThat(house.rows("session")).isEqualTo(1);
  }

  @Test
  void foundsACompanyOnceWhenTwoConfirmAtTheSameMoment() throws Exception {
    ask("one@boulangerie.example", House.bakery());
    ask("two@boulangerie.example", House.bakery());

    List<String> outcomes =
        Crowd.atOnce(
            List.of(
                () ->
                    signUps().confirm(house.post.secret("one@boulangerie.example"), House.FIREFOX),
                () ->
                    signUps()
                        .confirm(house.post.secret("two@boulangerie.example"), House.FIREFOX)));

    assertThat(outcomes).containsExactly("", "");
    assertThat(house.rows("company")).isEqualTo(1);
    assertThat(house.rows("membership")).isEqualTo(1);
  }

  @Test
  void refusesALinkThatIsTooOld() {
    ask(PAULE, House.bakery());
    database.clock().advance(Duration.ofHours(25));

    assertRefused(
        ProblemType.LINK_USED, () -> signUps().confirm(house.post.secret(PAULE), House.FIREFOX));
  }

  @Test
  void namesEachFieldThatDoesNotFit() {
    CompanyFacts.Entry wrong = new CompanyFacts.Entry("B", "FR", "123456789", "", "99", "");
    SignUps.Entry entry = new SignUps.Entry("P", "no", Locale.FRENCH, "short", wrong);

    assertFault(
        "companyName", "members.fault.companyName", () -> signUps().ask(entry, House.FIREFOX));
    assertFault("siren", "members.fault.siren", () -> signUps().ask(entry, House.FIREFOX));
    assertFault(
        "departement", "members.fault.departement", () -> signUps().ask(entry, House.FIREFOX));
    assertFault("name", "members.fault.name", () -> signUps().ask(entry, House.FIREFOX));
    assertFault("email", "members.fault.email", () -> signUps().ask(entry, House.FIREFOX));
    assertFault(
        "password", "members.fault.passwordShort", () -> signUps().ask(entry, House.FIREFOX));
  }

  @Test
  void namesTheFieldsOfACompanyElsewhere() {
    SignUps.Entry entry =
        entry(PAULE, "", new CompanyFacts.Entry("Brouwerij", "BE", "", "BE1", "", ""));
    SignUps.Entry nowhere =
        entry(PAULE, "", new CompanyFacts.Entry("Brewery", "US", "", "12345", "", "Boston"));

    assertFault("vatNumber", "members.fault.vatNumber", () -> signUps().ask(entry, House.FIREFOX));
    assertFault("city", "members.fault.city", () -> signUps().ask(entry, House.FIREFOX));
    assertFault("country", "members.fault.country", () -> signUps().ask(nowhere, House.FIREFOX));
  }

  @Test
  void refusesAPasswordMadeOfTheCompanyName() {
    assertFault(
        "password",
        "members.fault.passwordEasy",
        () -> signUps().ask(entry(PAULE, "Boulangerie Paul 31", House.bakery()), House.FIREFOX));
  }

  @Test
  void sendsNoMoreThanAFewMailsToOneAddress() {
    for (int mail = 0; mail < 5; mail++) {
      ask(PAULE, null);
    }

    assertRefused(ProblemType.TOO_MANY_REQUESTS, () -> ask(PAULE, null));
    ask("hugo@boulangerie.example", null);
    database.clock().advance(Duration.ofMinutes(61));
    ask(PAULE, null);
  }

  @Test
  void letsAMemberAddACompany() {
    house.approvedBakery();
    Actor paule = house.signedIn(PAULE);

    signUps().addCompany(paule, House.brewery());

    assertThat(house.members.companies().waiting(1).items())
        .extracting(Company::name)
        .containsExactly("Brouwerij Peeters");
    assertRefused(ProblemType.COMPANY_EXISTS, () -> signUps().addCompany(paule, House.brewery()));
  }

  @Test
  void forgetsFormsThatNobodyConfirmed() {
    ask(PAULE, House.bakery());
    database.clock().advance(Duration.ofDays(40));

    house.members.forgetOld();

    assertThat(house.rows("sign_up")).isZero();
    assertThat(house.rows("link")).isZero();
    assertThat(house.rows("attempt")).isZero();
  }
}
