package org.ronde.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.TestServer;
import org.ronde.ids.CompanyId;
import org.ronde.members.Company;
import org.ronde.preferences.PreferencesDao.LimitsRow;

@Tag("database")
class PreferencesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Square square = new Square();
  private final Preferences preferences = preferences(PreferenceSettings.defaults());
  private final Actor baker = square.company("Baker");
  private final Actor joiner = square.company("Joiner");

  private Preferences preferences(PreferenceSettings settings) {
    return new Preferences(database.jdbi(), database.transactions(), settings, square);
  }

  private static CompanyId id(Actor actor) {
    return actor.company().companyId();
  }

  @Test
  void givesDefaultsToACompanyThatSetNothing() {
    assertThat(preferences.limits(id(baker)))
        .isEqualTo(new Limits(4, 5, 50_000, 50_000, null, Set.of()));
  }

  @Test
  void keepsTheLimitsSetLast() {
    preferences.setLimits(baker, 6, 0, 1, 2, null);
    preferences.setLimits(baker, 3, 10, 0, 100_050, 2);

    assertThat(preferences.limits(id(baker))).isEqualTo(new Limits(3, 10, 0, 100_050, 2, Set.of()));
    assertThat(preferences.limits(id(joiner)).cycleLengthMax()).isEqualTo(4);
  }

  @Test
  void takesALimitOfOpenCyclesBack() {
    preferences.setLimits(baker, 4, 5, 0, 0, 1);
    preferences.setLimits(baker, 4, 5, 0, 0, null);

    assertThat(preferences.limits(id(baker)).openCyclesMax()).isNull();
  }

  @Test
  void refusesEveryLimitOutsideItsRangeAtOnce() {
    assertThatThrownBy(() -> preferences.setLimits(baker, 7, 101, -1, 10_000_001, 0))
        .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
        .satisfies(
            refusal -> {
              assertThat(refusal.type()).isEqualTo(ProblemType.INVALID);
              assertThat(refusal.faults())
                  .extracting(Refusal.Fault::field)
                  .containsExactly(
                      "cycleLengthMax",
                      "tolerancePercent",
                      "topUpPayMax",
                      "topUpTakeMax",
                      "openCyclesMax");
            });

    assertThat(preferences.limits(id(baker)).cycleLengthMax()).isEqualTo(4);
  }

  @Test
  void bindsEverybodyToACeilingThatWasLowered() {
    preferences.setLimits(baker, 6, 5, 0, 0, null);

    Preferences lower =
        preferences(new PreferenceSettings(4, 3, 5, 50_000, 50_000, 10_000_000, 200, 25));

    assertThat(lower.limits(id(baker)).cycleLengthMax()).isEqualTo(3);
    assertThat(lower.limits(id(joiner)).cycleLengthMax()).isEqualTo(3);
    assertThat(lower.market().companies())
        .extracting(org.ronde.matching.Company::cycleLengthMax)
        .containsOnly(3);
  }

  @Test
  void theDatabaseItselfHoldsLimitsToTheirRanges() {
    PreferencesDao dao = database.jdbi().onDemand(PreferencesDao.class);

    for (LimitsRow row :
        List.of(
            new LimitsRow(id(baker), 7, 0, 0, 0, null),
            new LimitsRow(id(baker), 1, 0, 0, 0, null),
            new LimitsRow(id(baker), 4, 101, 0, 0, null),
            new LimitsRow(id(baker), 4, 0, -1, 0, null),
            new LimitsRow(id(baker), 4, 0, 0, -1, null),
            new LimitsRow(id(baker), 4, 0, 0, 0, 0),
            new LimitsRow(id(baker), 4, 0, 0, 0, 101))) {
      assertThatThrownBy(() -> dao.setLimits(row, baker.memberId()))
          .isInstanceOf(JdbiException.class);
    }
    assertThatThrownBy(() -> dao.exclude(id(baker), id(baker), baker.memberId()))
        .isInstanceOf(JdbiException.class);
  }

  @Test
  void excludesACompanyOnceHoweverOftenItIsSaid() {
    preferences.exclude(baker, id(joiner));
    preferences.exclude(baker, id(joiner));

    assertThat(preferences.exclusions(baker)).extracting(Company::name).containsExactly("Joiner");
    assertThat(preferences.limits(id(baker)).excluded()).containsExactly(id(joiner));
    assertThat(preferences.limits(id(joiner)).excluded()).isEmpty();
  }

  @Test
  void dealsAgainWithACompanyThatIsReadmitted() {
    preferences.exclude(baker, id(joiner));

    preferences.readmit(baker, id(joiner));
    preferences.readmit(baker, id(joiner));

    assertThat(preferences.exclusions(baker)).isEmpty();
  }

  @Test
  void refusesToExcludeOnesOwnCompany() {
    assertRefused("preferences.fault.self", () -> preferences.exclude(baker, id(baker)));
  }

  @Test
  void refusesToExcludeACompanyThatDoesNotTradeHere() {
    assertRefused(
        "preferences.fault.unknown", () -> preferences.exclude(baker, id(Square.stranger())));
  }

  @Test
  void refusesOneExclusionTooMany() {
    Preferences narrow =
        preferences(new PreferenceSettings(4, 6, 5, 50_000, 50_000, 10_000_000, 1, 25));
    Actor school = square.company("School");
    narrow.exclude(baker, id(joiner));

    assertRefused("preferences.fault.exclusions", () -> narrow.exclude(baker, id(school)));
    narrow.exclude(baker, id(joiner));
  }

  private static void assertRefused(
      String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act)
        .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
        .satisfies(
            refusal ->
                assertThat(refusal.faults()).singleElement().extracting("key").isEqualTo(key));
  }

  @Test
  void refusesSomebodyWhoActsForNoCompany() {
    assertThatThrownBy(() -> preferences.exclusions(TestServer.operator()))
        .isInstanceOf(Refusal.class)
        .extracting("type")
        .isEqualTo(ProblemType.NO_COMPANY);
  }

  @Test
  void findsCompaniesToExcludeButNeitherMineNorThoseExcluded() {
    square.company("Joiners’ guild");
    preferences.exclude(baker, id(joiner));

    assertThat(preferences.findCompanies(baker, "join"))
        .extracting(Company::name)
        .containsExactly("Joiners’ guild");
    assertThat(preferences.findCompanies(baker, "baker")).isEmpty();
    assertThat(preferences.findCompanies(baker, " ")).isEmpty();
  }

  @Test
  void makesAMarketOfEverythingSaid() {
    square.need(baker, "Chairs");
    square.offer(joiner, "Chairs");
    preferences.setLimits(baker, 2, 1, 3, 4, null);
    preferences.exclude(baker, id(joiner));

    var market = preferences.market();

    assertThat(market.day()).isEqualTo(Square.TODAY);
    assertThat(market.offers()).hasSize(1);
    assertThat(market.needs()).hasSize(1);
    assertThat(market.companies())
        .contains(
            new org.ronde.matching.Company(
                id(baker).toString(), 2, 1, 3, 4, false, Set.of(id(joiner).toString())));
  }
}
