package org.ronde.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every route of the running application, asked by those who may not: what is another company's
 * does not exist for them, nothing of it is in any answer, and what is refused changes nothing.
 */
@Tag("database")
class RightsTest {
  private static final int INTERNAL = 500;

  /** Tables that any request, or a job beside it, writes to. */
  private static final Set<String> RESTLESS =
      Set.of("session", "attempt", "scheduled_tasks", "mail_outbox", "flyway_schema_history");

  /** What makes a request whole where an empty one would be refused for that alone. */
  private static final Map<String, String> JSON =
      Map.of(
          "POST /api/v1/cycles/{cycleId}/decisions", "{\"answer\":\"ACCEPT\"}",
          "POST /api/v1/exchanges/{id}/legs/{leg}/dispatches", "{\"note\":\"\"}",
          "POST /api/v1/companies/{id}/decisions", "{\"verdict\":\"APPROVED\"}",
          "PUT /api/v1/company/people/{member}/role", "{\"role\":\"TRADER\"}",
          "PUT /api/v1/listings/{id}", "{\"revision\":1}",
          "PUT /api/v1/needs/{id}/wants", "{\"wants\":[]}",
          "POST /api/v1/challenges/{id}/proofs", "{\"text\":\"x\"}");

  private static final Map<String, String> FIELDS =
      Map.of("role", "TRADER", "verdict", "APPROVED", "revision", "1");

  /** What one of two words means depends on where it is said. */
  private static final Map<String, String> ANSWERS =
      Map.of("/needs/", "NEVER", "/evidence/", "YES", "/cycles/", "ACCEPT");

  /** They take files and nothing else: what brings none is refused for that. */
  private static final Set<String> UPLOADS = Set.of("POST /api/v1/evidence/files");

  @RegisterExtension static final Ronde ronde = new Ronde();

  private final List<Route> routes = Route.of(ronde.application().plugged());

  @TestFactory
  Stream<DynamicTest> givesNobodyMoreThanTheirs() {
    ronde.application().seedDemo();
    settle();
    Vidal vidal = new Vidal(ronde);
    return Stream.of(
        DynamicTest.dynamicTest("and knows the right of every route", this::knowsEveryRoute),
        DynamicTest.dynamicTest(
            "and what others must not see is there to be seen",
            () -> tellsThemToTheirOwners(vidal)),
        DynamicTest.dynamicTest("to strangers", () -> refusesStrangers(vidal)),
        DynamicTest.dynamicTest("to forgers", () -> refusesForgers(vidal)),
        DynamicTest.dynamicTest(
            "to another company", () -> refuses(vidal, "mathieu@garrigue.example", Set.of(404))),
        DynamicTest.dynamicTest(
            "to one that waits", () -> refuses(vidal, "romain@vertige.example", Set.of(404, 403))),
        DynamicTest.dynamicTest(
            "to the operator", () -> refuses(vidal, "operator@ronde.example", Set.of(404, 403))),
        DynamicTest.dynamicTest(
            "whatever a company sends", () -> survives(vidal, "mathieu@garrigue.example")),
        DynamicTest.dynamicTest(
            "whatever one that waits sends", () -> survives(vidal, "romain@vertige.example")),
        DynamicTest.dynamicTest(
            "whatever the operator sends", () -> survives(vidal, "operator@ronde.example")));
  }

  /** Does now what jobs would do meanwhile, until there is nothing left that they would change. */
  private void settle() {
    var rooms = ronde.application().rooms();
    rooms.cycles().job().queueDaily();
    Map<String, String> before;
    do {
      before = checksums();
      while (rooms.cycles().job().runQueued()) {
        // Until no clearing is queued.
      }
      rooms.cycles().cycles().expireDue();
      rooms.cycles().cycles().remindDue();
      rooms.listings().expiry().expireDue();
      rooms.listings().expiry().remind();
      rooms.exchanges().exchanges().remindDue();
      rooms.play().desk().disputes().closeDue();
      rooms.play().challenges().clockwork().runDue();
      rooms.play().challenges().clockwork().remindDue();
      rooms.play().contests().course().advance();
    } while (!checksums().equals(before));
  }

  private void knowsEveryRoute() {
    assertThat(Right.routes())
        .containsExactlyInAnyOrderElementsOf(
            routes.stream().map(Route::toString).distinct().toList());
  }

  /** A canary that nobody can read would never be missed in the other answers. */
  private void tellsThemToTheirOwners(Vidal vidal) {
    Client bernard = Client.of(ronde, "bernard@lacaze.example");
    Set<String> told = new TreeSet<>(tells(vidal, bernard.get("/company")));

    for (Route route : routes) {
      if (route.safe() && right(route) != Right.OPERATORS) {
        told.addAll(tells(vidal, vidal.claire().get(vidal.fill(route.template()))));
      }
    }

    assertThat(told).containsExactlyInAnyOrderElementsOf(vidal.shown());
  }

  private void refusesStrangers(Vidal vidal) {
    Client nobody = Client.anonymous(ronde);
    List<String> wrong = new ArrayList<>();
    Map<String, String> before = checksums();

    for (Route route : routes) {
      Client.Answer answer = ask(nobody, route, vidal, Map.of(), JSON);
      boolean open = right(route) == Right.EVERYBODY || hiddenDraft(route);
      boolean asked = answer.status() == 303 && answer.location().contains("/sign-in");
      boolean fileOfOurs = UPLOADS.contains(route.toString()) && answer.status() == 415;
      boolean refused = answer.status() == 401 || (!api(route) && asked) || fileOfOurs;
      if (answer.status() >= INTERNAL || (!open && !refused) || (open && answer.status() == 401)) {
        wrong.add("%s answers a stranger %d".formatted(route, answer.status()));
      }
      tells(vidal, answer).forEach(canary -> wrong.add(route + " tells a stranger " + canary));
    }

    assertThat(wrong).isEmpty();
    assertThat(checksums()).isEqualTo(before);
  }

  /**
   * The private things that strangers may ask for: a listing or a proof may be public, and a draft,
   * or what only its parties may see, is not there.
   */
  private static boolean hiddenDraft(Route route) {
    return route.safe()
        && (route.template().endsWith("listings/{id}")
            || route.template().matches("(/api/v1)?/evidence/\\{id}(/items/\\{item})?"));
  }

  private static boolean api(Route route) {
    return route.template().startsWith("/api/");
  }

  private void refusesForgers(Vidal vidal) {
    List<String> wrong = new ArrayList<>();
    Map<String, Map<String, String>> forgeries = forgeries(vidal.claire());
    Map<String, String> before = checksums();

    for (Route route : routes) {
      if (!route.safe()) {
        forgeries.forEach(
            (how, headers) -> {
              Client.Answer answer =
                  vidal.claire().send(route.method(), vidal.fill(route.template()), headers, "");
              boolean noFile = UPLOADS.contains(route.toString()) && answer.status() == 415;
              if (answer.status() != 403 && !noFile) {
                wrong.add("%s %s answers %d".formatted(route, how, answer.status()));
              }
            });
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(checksums()).isEqualTo(before);
  }

  /** Requests that bring Claire's cookie without Claire's will. */
  private static Map<String, Map<String, String>> forgeries(Client claire) {
    Map<String, String> whole = new HashMap<>(claire.json());
    Map<String, String> noToken = new HashMap<>(whole);
    noToken.remove("X-CSRF-Token");
    Map<String, String> otherToken = new HashMap<>(whole);
    otherToken.put("X-CSRF-Token", "0".repeat(64));
    Map<String, String> crossSite = new HashMap<>(whole);
    crossSite.put("Sec-Fetch-Site", "cross-site");
    Map<String, String> sameSite = new HashMap<>(whole);
    sameSite.put("Sec-Fetch-Site", "same-site");
    Map<String, String> foreign = new HashMap<>(whole);
    foreign.remove("Sec-Fetch-Site");
    foreign.put("Origin", "https://elsewhere.example");
    Map<String, String> silent = new HashMap<>(whole);
    silent.remove("Sec-Fetch-Site");
    return Map.of(
        "without a token", noToken,
        "with another's token", otherToken,
        "from another site", crossSite,
        "from a sister site", sameSite,
        "from another origin", foreign,
        "from nowhere", silent);
  }

  private void refuses(Vidal vidal, String email, Set<Integer> refusals) {
    Client other = Client.of(ronde, email);
    Map<String, String> bodies = bodies(vidal);
    boolean operator = email.startsWith("operator");
    List<String> wrong = new ArrayList<>();
    Map<String, String> before = checksums();

    for (Route route : routes) {
      Right right = right(route);
      boolean theirs = operator && (right == Right.OPERATORS || right == Right.PARTIES);
      if (right == Right.EVERYBODY || right == Right.MEMBERS || theirs) {
        continue;
      }
      Client.Answer answer = ask(other, route, vidal, FIELDS, bodies);
      if (!refusals.contains(answer.status())) {
        wrong.add("%s answers %d".formatted(route, answer.status()));
      }
      tells(vidal, answer).forEach(canary -> wrong.add(route + " tells " + canary));
    }

    assertThat(wrong).isEmpty();
    assertThat(checksums()).isEqualTo(before);
  }

  /** All that is left: one's own things, and for operators theirs. The doors out come last. */
  private void survives(Vidal vidal, String email) {
    Client member = Client.of(ronde, email);
    boolean operator = email.startsWith("operator");
    List<String> wrong = new ArrayList<>();

    for (Route route : routes) {
      if (right(route) == Right.OWNERS || route.template().equals("/sign-out")) {
        continue;
      }
      Client.Answer answer = ask(member, route, vidal, Map.of(), JSON);
      boolean lost = route.safe() && answer.status() == 401;
      if (answer.status() >= INTERNAL || lost) {
        wrong.add("%s answers %d".formatted(route, answer.status()));
      }
      if (!operator) {
        tells(vidal, answer).forEach(canary -> wrong.add(route + " tells " + canary));
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(member.post("/sign-out", Map.of()).status()).isEqualTo(303);
    assertThat(member.get("/account").location()).contains("/sign-in");
  }

  /** A body of the form that the API's own description gives; without one, an empty body. */
  private static Map<String, String> bodies(Vidal vidal) {
    Map<String, String> bodies = new HashMap<>();
    try {
      JsonNode api = new ObjectMapper().readTree(vidal.claire().get("/api/openapi.json").text());
      for (Map.Entry<String, JsonNode> path : api.get("paths").properties()) {
        for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
          JsonNode content = operation.getValue().at("/requestBody/content");
          JsonNode schema = content.path("application/json").path("schema");
          if (schema.isMissingNode()) {
            schema = content.path("*/*").path("schema");
          }
          if (!schema.isMissingNode()) {
            bodies.put(
                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                HostileInputTest.sample(api, schema));
          }
        }
      }
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
    bodies.putAll(JSON);
    return bodies;
  }

  private static Client.Answer ask(
      Client client,
      Route route,
      Vidal vidal,
      Map<String, String> fields,
      Map<String, String> bodies) {
    String path = vidal.fill(route.template());
    if (route.safe()) {
      return client.get(path);
    }
    if (!route.template().startsWith("/api/")) {
      Map<String, String> whole = new HashMap<>(fields);
      ANSWERS.forEach(
          (start, answer) -> {
            if (route.template().startsWith(start) && !fields.isEmpty()) {
              whole.put("answer", answer);
            }
          });
      return client.post(path, whole);
    }
    return client.json(route.method(), path, bodies.getOrDefault(route.toString(), ""));
  }

  private static Right right(Route route) {
    return Right.find(route)
        .orElseThrow(() -> new AssertionError("Nobody said who may use %s.".formatted(route)));
  }

  private static List<String> tells(Vidal vidal, Client.Answer answer) {
    return vidal.canaries().stream().filter(answer.text()::contains).toList();
  }

  /** A number for the content of each table that should rest. */
  private static Map<String, String> checksums() {
    return ronde
        .database()
        .jdbi()
        .withHandle(
            handle -> {
              Map<String, String> checksums = new TreeMap<>();
              handle
                  .createQuery(
                      """
                      SELECT table_name AS name
                      FROM information_schema.tables
                      WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'
                      """)
                  .mapTo(String.class)
                  .filter(table -> !RESTLESS.contains(table))
                  .forEach(
                      table ->
                          checksums.put(
                              table,
                              handle
                                  .createQuery("CHECKSUM TABLE `" + table + "`")
                                  .map((row, context) -> row.getString("Checksum"))
                                  .one()));
              return checksums;
            });
  }
}
