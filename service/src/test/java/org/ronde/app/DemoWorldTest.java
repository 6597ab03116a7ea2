package org.ronde.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.contests.Contest;
import org.ronde.contests.ContestState;
import org.ronde.contests.Prize;
import org.ronde.cycles.Clearing;
import org.ronde.cycles.Clearings;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.TestServer;
import org.ronde.ids.ClearingId;
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
    assertThat(inMarket("yesPercent")).hasSizeGreaterThan(2);
    assertThat(inMarket("waitingDays")).hasSizeGreaterThan(2);
    assertThat(inMarket("missedCycles")).hasSize(2);
  }

  /** The different values of a field of companies in the market that a trial sees. */
  private Set<String> inMarket(String field) {
    Actor operator = TestServer.operator();
    Clearings clearings = rooms.cycles().clearings();
    ClearingId trial =
        clearings.request(
            operator, new Clearing.Asked(true, 3, 0, Duration.ofMinutes(1).toMillis(), 1));
    rooms.cycles().job().runQueued();
    try (var packed =
        new GZIPInputStream(new ByteArrayInputStream(clearings.market(operator, trial)))) {
      return Pattern.compile("\"%s\" *: *(\\d+)".formatted(field))
          .matcher(new String(packed.readAllBytes(), StandardCharsets.UTF_8))
          .results()
          .map(found -> found.group(1))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
