package org.ronde.exchanges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.exchanges.Square.company;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.TestServer;
import org.ronde.ids.ExchangeId;

@Tag("database")
class ExchangePagesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Square SQUARE = new Square(database);

  @RegisterExtension
  static final TestServer server =
      new TestServer(
          database,
          () ->
              List.of(
                  new ExchangePages(SQUARE.exchanges, SQUARE, TestServer.words()),
                  new ExchangeResource(SQUARE.exchanges, SQUARE)));

  private final Actor anne = SQUARE.trader("Boulangerie Anne");
  private final Actor bruno = SQUARE.trader("Atelier Bruno");
  private final Actor chloe = SQUARE.trader("Studio Chloé");
  private final Actor dora = SQUARE.trader("Ferme Dora");

  private static String legs(ExchangeId id, Exchange.Leg leg) {
    return "/exchanges/" + id + "/legs/" + leg.id();
  }

  @Test
  void showsWhatIGiveAndGetWhomToCallAndMyNextSteps() {
    ExchangeId id = SQUARE.agreed(anne, bruno, chloe, dora);

    HttpResponse<String> page = server.as(bruno).get("/exchanges/" + id);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("You give “Work of Atelier Bruno”, you receive “Work of Boulangerie Anne”")
        .contains("4 hours for Studio Chloé", "4 hours from Boulangerie Anne")
        .contains("€200", "excl. VAT")
        .contains("What Ferme Dora gives has not arrived yet.")
        .contains("0 of 4 arrived")
        .contains("Boulangerie Anne pays Atelier Bruno", "€30")
        .contains(legs(id, SQUARE.given(bruno, id)) + "/dispatches")
        .contains(legs(id, SQUARE.received(bruno, id)) + "/receipts");
  }

  @Test
  void showsTheContactDetailsOfMyTwoNeighboursOnly() {
    ExchangeId id = SQUARE.agreed(anne, bruno, chloe, dora);

    String page = server.as(bruno).get("/exchanges/" + id).body();
    String json = server.as(bruno).get("/api/v1/exchanges/" + id).body();

    for (String body : List.of(page, json)) {
      assertThat(body)
          .contains("boulangerieanne@example.org", "studiochlo@example.org", "Toulouse")
          .doesNotContain("fermedora@example.org");
    }
  }

  @Test
  void showsOnePartnerInASwap() {
    ExchangeId id = SQUARE.agreed(anne, bruno);

    assertThat(server.as(anne).get("/exchanges/" + id).body())
        .contains("Direct swap", "Your partner")
        .containsOnlyOnce("atelierbruno@example.org</a>");
  }

  @Test
  void goesFromSentToCompletedByTheForms() {
    ExchangeId id = SQUARE.agreed(anne, bruno);

    HttpResponse<String> sent =
        server
            .as(anne)
            .post(legs(id, SQUARE.given(anne, id)) + "/dispatches", Map.of("note", "By <van>"));
    String waiting = server.as(bruno).get("/exchanges/" + id).body();
    server.as(bruno).post(legs(id, SQUARE.received(bruno, id)) + "/receipts", Map.of());
    server.as(anne).post(legs(id, SQUARE.received(anne, id)) + "/receipts", Map.of());
    server.as(bruno).post("/exchanges/" + id + "/top-ups/" + company(anne) + "/receipts", Map.of());
    String done = server.as(bruno).get("/exchanges/" + id).body();

    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(waiting).contains("On its way from Boulangerie Anne", "By &lt;van&gt;");
    assertThat(done)
        .contains("You gave “Work of Atelier Bruno”, you received “Work of Boulangerie Anne”")
        .contains("2 of 2 arrived", "Completed on", "Received on")
        .doesNotContain("/dispatches", "/receipts");
    assertThat(server.as(anne).get("/exchanges").body()).contains("Completed", "2 of 2 arrived");
  }

  @Test
  void saysHowLateWhatHasNotArrivedIs() {
    ExchangeId id = SQUARE.agreed(anne, bruno);
    String inTime = server.as(anne).get("/exchanges/" + id).body();
    SQUARE.receive(bruno, id);

    database.clock().advance(Duration.ofDays(32));

    assertThat(inTime).doesNotContain("late");
    assertThat(server.as(anne).get("/exchanges/" + id).body()).contains("2 days late");
    assertThat(server.as(anne).get("/exchanges").body())
        .contains("What you receive is 2 days late")
        .doesNotContain("What you give is");
    assertThat(server.as(anne).get("/api/v1/exchanges").body())
        .contains("\"daysLate\":0", "\"daysLate\":2");
  }

  @Test
  void keepsWhatAGiverWroteBetweenTheTwo() {
    ExchangeId id = SQUARE.agreed(anne, bruno, chloe);
    server
        .as(anne)
        .post(legs(id, SQUARE.given(anne, id)) + "/dispatches", Map.of("note", "Secret door code"));

    assertThat(server.as(bruno).get("/exchanges/" + id).body()).contains("Secret door code");
    assertThat(server.as(chloe).get("/exchanges/" + id).body()).doesNotContain("Secret door code");
    assertThat(server.as(chloe).get("/api/v1/exchanges/" + id).body())
        .doesNotContain("Secret door code");
  }

  @Test
  void showsTheFormAgainWithWhatWasTypedWhenTheNoteIsTooLong() {
    ExchangeId id = SQUARE.agreed(anne, bruno);
    String note = "so long ".repeat(80);

    HttpResponse<String> page =
        server
            .as(anne)
            .post(legs(id, SQUARE.given(anne, id)) + "/dispatches", Map.of("note", note));

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("At most 500 characters.", note.strip());
    assertThat(SQUARE.given(anne, id).state()).isEqualTo(LegState.AGREED);
  }

  @Test
  void saysWhatIsWrongWhenALegWasReceivedBefore() {
    ExchangeId id = SQUARE.agreed(anne, bruno);
    SQUARE.receive(bruno, id);

    HttpResponse<String> page =
        server.as(bruno).post(legs(id, SQUARE.received(bruno, id)) + "/receipts", Map.of());

    assertThat(page.statusCode()).isEqualTo(409);
    assertThat(page.body()).contains("This delivery has already been received.");
  }

  @Test
  void doesADoubleClickOnce() {
    ExchangeId id = SQUARE.agreed(anne, bruno);
    String path = legs(id, SQUARE.received(bruno, id)) + "/receipts";

    int first = server.as(bruno).post(path, Map.of(), "one-click").statusCode();
    int second = server.as(bruno).post(path, Map.of(), "one-click").statusCode();

    assertThat(List.of(first, second)).containsExactly(303, 303);
  }

  @Test
  void doesNotExistForForeigners() {
    ExchangeId id = SQUARE.agreed(anne, bruno);
    String leg = legs(id, SQUARE.given(anne, id));

    assertThat(server.as(dora).get("/exchanges/" + id).statusCode()).isEqualTo(404);
    assertThat(server.as(dora).post(leg + "/dispatches", Map.of()).statusCode()).isEqualTo(404);
    assertThat(server.as(dora).postJson("/api/v1" + leg + "/receipts", "").statusCode())
        .isEqualTo(404);
    assertThat(server.as(anne).get("/exchanges/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(server.asNobody().get("/exchanges/" + id).statusCode()).isEqualTo(303);
  }

  @Test
  void offersTheFirstStepWhenNothingIsAgreedYet() {
    assertThat(server.as(dora).get("/exchanges").body())
        .contains("Nothing agreed yet", "href=\"/cycles\"");
  }

  @Test
  void carriesOutALegOverTheApi() {
    ExchangeId id = SQUARE.agreed(anne, bruno);
    String given = "/api/v1" + legs(id, SQUARE.given(anne, id));

    HttpResponse<String> sent =
        server.as(anne).postJson(given + "/dispatches", "{\"note\":\"By van\"}");
    HttpResponse<String> wrong = server.as(anne).postJson(given + "/receipts", "");
    HttpResponse<String> received = server.as(bruno).postJson(given + "/receipts", "");
    HttpResponse<String> again = server.as(bruno).postJson(given + "/receipts", "");
    HttpResponse<String> list = server.as(bruno).get("/api/v1/exchanges");

    assertThat(sent.statusCode()).isEqualTo(200);
    assertThat(sent.body()).contains("\"state\":\"SENT\"", "\"sentNote\":\"By van\"");
    assertThat(wrong.statusCode()).isEqualTo(403);
    assertThat(wrong.body()).contains("not-your-leg");
    assertThat(received.statusCode()).isEqualTo(200);
    assertThat(received.body()).contains("\"state\":\"RECEIVED\"", "\"receivedCount\":1");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(list.body()).contains("\"id\":\"" + id + "\"", "\"valueCents\":20000");
  }

  @Test
  void notesATopUpOverTheApi() {
    ExchangeId id = SQUARE.agreed(anne, bruno);
    String path = "/api/v1/exchanges/" + id + "/top-ups/";

    HttpResponse<String> settled =
        server.as(bruno).postJson(path + company(anne) + "/receipts", "");
    HttpResponse<String> none = server.as(bruno).postJson(path + company(dora) + "/receipts", "");

    assertThat(settled.body()).contains("\"amountCents\":3000").doesNotContain("settledAt\":null");
    assertThat(none.statusCode()).isEqualTo(404);
  }
}
