package org.ronde.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.contests.Contest;
import org.ronde.contests.ContestState;
import org.ronde.contests.Prize;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.members.Company;
import org.ronde.members.CompanyFacts;
import org.ronde.members.Seeds;
import org.ronde.points.BoardKey;

@Tag("database")
class DemoWorldTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Rooms rooms =
      Rooms.build(new RondeConfiguration(), database.open(), database.clock());

  @Test
  void fillsAnEmptyInstanceOnce() {
    String first = DemoWorld.seed(rooms);
    String second = DemoWorld.seed(rooms);

    assertThat(first).contains("12 companies", "16 challenges");
    assertThat(second).contains("in use");
    assertThat(rooms.members().companies().approved()).hasSize(11);
    assertThat(rooms.exchanges().exchanges().count()).isEqualTo(3);
    assertThat(rooms.play().desk().reports().countWaiting()).isOne();
    assertThat(rooms.play().contests().contests().running())
        .extracting(Contest::state)
        .containsExactlyInAnyOrder(
            ContestState.OPEN,
            ContestState.FROZEN,
            ContestState.ENTRIES_SEALED,
            ContestState.SUSPENDED);
    assertThat(rooms.play().contests().contests().finished(1))
        .extracting(Contest::state)
        .containsExactly(
            ContestState.PROVISIONAL_RESULT, ContestState.PRIZES_AWARDED, ContestState.ARCHIVED);
    assertThat(rooms.play().contests().contests().finished(1))
        .allSatisfy(
            contest ->
                assertThat(rooms.play().contests().contests().prizes(contest.id()))
                    .extracting(Prize::state)
                    .doesNotContain(Prize.State.CARRIED_OVER));
    assertThat(TestRooms.broken(rooms)).isEmpty();
    assertThat(rooms.play().contests().contests().coming()).hasSize(1);
    assertThat(rooms.play().points().boards().size(BoardKey.GLOBAL)).isGreaterThan(11);
  }

  @Test
  void holdsPointsOfEveryCause() {
    DemoWorld.seed(rooms);

    List<String> causes =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("SELECT DISTINCT cause_kind FROM points_entry")
                        .mapTo(String.class)
                        .list());

    assertThat(causes)
        .containsExactlyInAnyOrder(
            "attempt-award",
            ExchangePoints.CLOSED,
            ExchangePoints.ON_TIME,
            ExchangePoints.FIRST_SWAP,
            ExchangePoints.NEED_ANSWERED);
  }

  @Test
  void leavesAnInstanceAloneWhereACompanyWaits() {
    rooms
        .members()
        .seeds()
        .company(
            new Seeds.SeedCompany(
                new CompanyFacts.Entry("Acme", "FR", "900000001", "", "31", "Toulouse"),
                "",
                Company.Status.PENDING,
                "",
                Company.Plan.FREE,
                List.of(
                    new Seeds.SeedPerson(
                        "robin@acme.example", "Robin", Locale.ENGLISH, Actor.Role.OWNER))));

    assertThat(DemoWorld.seed(rooms)).contains("in use");
    assertThat(rooms.members().companies().operators()).isEmpty();
  }

  @Test
  void leavesNothingBehindWhenItIsInterrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> DemoWorld.seed(rooms)).hasMessageContaining("nterrupt");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(rooms.members().companies().operators()).isEmpty();
    assertThat(DemoWorld.seed(rooms)).contains("12 companies");
  }
}
