package org.ronde.cycles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.TestServer;
import org.ronde.ids.CompanyId;
import org.ronde.ids.Ids;

@Tag("database")
class ClosingDaysTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @RegisterExtension
  static final TestServer server =
      new TestServer(
          database,
          () ->
              List.of(
                  new ClosingDayPages(closingDays(), TestServer.words()),
                  new ClosingDayResource(closingDays())));

  private final ClosingDays closingDays = closingDays();
  private final Actor actor = TestServer.trader("Vidal");
  private final CompanyId company = actor.company().companyId();

  private static ClosingDays closingDays() {
    return new ClosingDays(database.jdbi(), database.transactions(), Ids.timeOrdered());
  }

  @BeforeEach
  void beginInNovember() {
    database.clock().moveTo(Instant.parse("2026-11-24T09:00:00Z"));
  }

  @Test
  void keepsWeekdaysAndPeriods() {
    closingDays.closeOn(actor, Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY));
    closingDays.closeOn(actor, Set.of(DayOfWeek.WEDNESDAY));
    closingDays.closeFrom(actor, LocalDate.of(2026, 12, 24), LocalDate.of(2027, 1, 2));

    var closing = closingDays.closing(company);
    assertThat(closing.weekdays()).containsExactly(DayOfWeek.WEDNESDAY);
    assertThat(closing.periods())
        .extracting(Closing.Period::lastDay)
        .containsExactly(LocalDate.of(2027, 1, 2));

    closingDays.reopen(actor, closing.periods().get(0).id());
    assertThat(closingDays.closing(company).periods()).isEmpty();
  }

  @Test
  void movesTheDeadlineOfCyclesItIsPartOf() {
    closingDays.closeFrom(actor, LocalDate.of(2026, 11, 25), LocalDate.of(2026, 11, 25));
    var deadlines = new Deadlines(closingDays, CycleSettings.standard(), ZoneId.of("Europe/Paris"));
    var now = Instant.parse("2026-11-24T09:00:00Z");
    var other = new CompanyId(UUID.randomUUID());

    assertThat(deadlines.deadline(now, List.of(other))).isEqualTo("2026-11-27T17:00:00Z");
    assertThat(deadlines.deadline(now, List.of(other, company))).isEqualTo("2026-11-30T17:00:00Z");
  }

  @Test
  void forgetsPeriodsThatAreOver() {
    closingDays.closeFrom(actor, LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 21));

    assertThat(closingDays.closing(company).periods()).isEmpty();
  }

  @Test
  void refusesACompanyThatNeverOpens() {
    assertFault(
        "weekdays",
        () -> closingDays.closeOn(actor, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)));
    assertFault("weekdays", () -> closingDays.closeOn(actor, Set.of(DayOfWeek.SUNDAY)));
  }

  @Test
  void refusesPeriodsThatAreNone() {
    var day = LocalDate.of(2026, 12, 24);

    assertFault("firstDay", () -> closingDays.closeFrom(actor, null, day));
    assertFault("lastDay", () -> closingDays.closeFrom(actor, day, null));
    assertFault("lastDay", () -> closingDays.closeFrom(actor, day, day.minusDays(1)));
    assertFault("lastDay", () -> closingDays.closeFrom(actor, day, day.plusDays(62)));
  }

  @Test
  void refusesTheTwentyFirstPeriod() {
    var day = LocalDate.of(2026, 12, 24);
    for (int i = 0; i < 20; i++) {
      closingDays.closeFrom(actor, day.plusDays(i), day.plusDays(i));
    }

    assertFault("firstDay", () -> closingDays.closeFrom(actor, day, day));
  }

  @Test
  void leavesThePeriodsOfOthersAlone() {
    closingDays.closeFrom(actor, LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 26));
    var period = closingDays.closing(company).periods().get(0).id();

    assertThatThrownBy(() -> closingDays.reopen(TestServer.trader("Roux"), period))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.NOT_FOUND));
    assertThat(closingDays.closing(company).periods()).hasSize(1);
  }

  @Test
  void isSetOnItsPage() {
    var browser = server.as(actor);

    var saved = browser.post("/company/closing-days", Map.of("weekdays", "MONDAY"));
    assertThat(saved.statusCode()).isEqualTo(303);
    browser.post(
        "/company/closing-days/periods", Map.of("firstDay", "2026-12-24", "lastDay", "2027-01-02"));

    var page = browser.get("/company/closing-days");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("From 24\u00a0December 2026 to 2\u00a0January 2027");
    assertThat(closingDays.closing(company).weekdays()).containsExactly(DayOfWeek.MONDAY);
  }

  @Test
  void isSetOverTheApi() {
    var program = server.as(actor);
    var path = "/api/v1/company/closing-days";

    var weekdays = send("PUT", path + "/weekdays", "{\"weekdays\": [\"FRIDAY\", \"MONDAY\"]}");
    var period =
        send(
            "POST",
            path + "/periods",
            "{\"firstDay\": \"2026-12-24\", \"lastDay\": \"2027-01-02\"}");
    var id = closingDays.closing(company).periods().get(0).id();

    assertThat(weekdays.statusCode()).isEqualTo(200);
    assertThat(period.statusCode()).isEqualTo(201);
    assertThat(program.get(path).body())
        .contains("[\"MONDAY\",\"FRIDAY\"]", "\"firstDay\":\"2026-12-24\"");
    assertThat(send("DELETE", path + "/periods/" + id, "").statusCode()).isEqualTo(204);
    assertThat(closingDays.closing(company).periods()).isEmpty();
  }

  @Test
  void refusesOverTheApiWhatThePageRefuses() {
    var path = "/api/v1/company/closing-days";

    assertThat(send("PUT", path + "/weekdays", "{\"weekdays\": [\"SUNDAY\"]}").statusCode())
        .isEqualTo(422);
    assertThat(send("POST", path + "/periods", "{}").statusCode()).isEqualTo(422);
    assertThat(send("DELETE", path + "/periods/" + UUID.randomUUID(), "").statusCode())
        .isEqualTo(404);
  }

  private HttpResponse<String> send(String method, String path, String json) {
    return server.as(actor).sendJson(method, path, json, UUID.randomUUID().toString());
  }

  @Test
  void keepsWhatWasTypedWhenItDoesNotFit() {
    var refused =
        server
            .as(actor)
            .post(
                "/company/closing-days/periods",
                Map.of("firstDay", "2026-12-24", "lastDay", "2026-12-01"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("The last day lies before the first.")
        .contains("value=\"2026-12-24\"");
  }

  private static void assertFault(String field, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.faults())
                    .extracting(Refusal.Fault::field)
                    .containsExactly(field));
  }
}
