package org.ronde.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ronde.members.Refusals.assertFault;
import static org.ronde.members.Refusals.assertRefused;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;

@Tag("database")
class OperatorsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private House house = new House(database);
  private Operators operators = house.members.operators();

  @BeforeEach
  void build() {
    house = new House(database);
    operators = house.members.operators();
  }

  private static Secret secret(String link) {
    assertThat(link).startsWith("http://localhost/links/");
    return new Secret(link.substring(link.lastIndexOf('/') + 1));
  }

  private Secret become(Secret secret) {
    return operators.becomeFirst(
        secret, "olga@ronde.example", "Olga Petit", Locale.FRENCH, House.FIREFOX);
  }

  @Test
  void letsTheFirstOneInByALinkThatWorksOnce() {
    Secret link = secret(operators.firstOperatorLink().orElseThrow());

    Actor olga = house.actor(become(link));

    assertThat(olga.operator()).isTrue();
    assertThat(operators.firstOperatorLink()).isEmpty();
    assertRefused(ProblemType.LINK_USED, () -> become(link));
  }

  @Test
  void makesOneOperatorOfTwoLinksUsedAtTheSameMoment() throws Exception {
    Secret one = secret(operators.firstOperatorLink().orElseThrow());
    Secret other = secret(operators.firstOperatorLink().orElseThrow());

    List<String> outcomes = Crowd.atOnce(List.of(() -> become(one), () -> become(other)));

    assertThat(outcomes).containsExactlyInAnyOrder("", "LINK_USED");
    assertThat(house.members.companies().operators()).hasSize(1);
  }

  @Test
  void endsThePrintedLinkWhenAnOperatorIsMadeInAnotherWay() {
    Secret link = secret(operators.firstOperatorLink().orElseThrow());
    operators.createOperator("olga@ronde.example", "Olga Petit");

    assertRefused(ProblemType.LINK_USED, () -> become(link));
  }

  @Test
  void asksTheFirstOneForNameAndAddress() {
    Secret link = secret(operators.firstOperatorLink().orElseThrow());

    assertFault(
        "email",
        "members.fault.email",
        () -> operators.becomeFirst(link, "no", "Olga", Locale.FRENCH, House.FIREFOX));
    assertFault(
        "name",
        "members.fault.name",
        () -> operators.becomeFirst(link, "olga@x.example", "", Locale.FRENCH, House.FIREFOX));
    assertThat(become(link)).isNotNull();
  }

  @Test
  void isMadeAtTheConsole() {
    house.approvedBakery();

    operators.createOperator("olga@ronde.example", "Olga Petit");
    operators.createOperator("paule@boulangerie.example", "ignored");

    assertThat(house.members.companies().operators())
        .extracting(Person::name)
        .containsExactlyInAnyOrder("Olga Petit", "Paule Martin");
    assertThatThrownBy(() -> operators.createOperator("olga", "Olga")).hasMessageContaining("olga");
  }

  @Test
  void printsAOneTimeLinkForAMemberAtTheConsole() {
    house.approvedBakery();

    Secret link = secret(house.members.oneTimeLink("Paule@boulangerie.example"));

    assertThat(house.members.signIns().byLink(link, House.FIREFOX)).isNotNull();
    assertRefused(ProblemType.LINK_USED, () -> house.members.signIns().byLink(link, House.FIREFOX));
    assertThatThrownBy(() -> house.members.oneTimeLink("nobody@x.example"))
        .hasMessageContaining("nobody@x.example");
  }

  @Test
  void seedsCompaniesInEveryState() {
    house
        .members
        .seeds()
        .company(
            new Seeds.SeedCompany(
                House.bakery(),
                "Bread.",
                Company.Status.REFUSED,
                "Who are you?",
                Company.Plan.PREMIUM,
                List.of(
                    House.owner("paule@boulangerie.example"),
                    House.trader("hugo@boulangerie.example"))));

    Company bakery = house.members.companies().search("", 1).items().get(0);
    assertThat(bakery.status()).isEqualTo(Company.Status.REFUSED);
    assertThat(bakery.refusalReason()).isEqualTo("Who are you?");
    assertThat(bakery.premium()).isTrue();
    assertThat(house.members.companies().people(bakery.id())).hasSize(2);
    assertThat(house.post.all()).isEmpty();
  }
}
