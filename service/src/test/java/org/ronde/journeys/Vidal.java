package org.ronde.journeys;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.ronde.http.Actor;
import org.ronde.ids.CompanyId;
import org.ronde.ids.MemberId;
import org.ronde.members.Companies;

/**
 * The company of the demo world whose private things others reach for: what it has, by the
 * parameters of routes, and the texts that nobody else may ever read.
 */
final class Vidal {
  static final String OWNER = "claire@vidal.example";

  /** Why a company refused: for the operator, beside a clearing's cycles; the demo's has none. */
  private static final String REASON = "Nos vestes doivent être livrées";

  private static final String DRAFT = "Canari brouillon";
  private static final String GUEST = "canari-invite@vidal.example";

  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  private final Ronde ronde;
  private final Client claire;
  private final String draft;
  private final Pastimes pastimes;

  Vidal(Ronde ronde) {
    this.ronde = ronde;
    this.claire = Client.of(ronde, OWNER);
    draft = writeADraft();
    done(claire.post("/company/invitations", Map.of("email", GUEST, "role", "TRADER")));
    done(
        claire.post(
            "/company/closing-days/periods",
            Map.of("firstDay", "2030-07-08", "lastDay", "2030-07-09")));
    done(claire.json("POST", "/api/v1/tokens", "{\"name\":\"Canari\",\"days\":3}"));
    done(Client.of(ronde, "lucie@bastide.example").json("POST", "/api/v1/plan-orders", ""));
    this.pastimes =
        new Pastimes(
            ronde.application().rooms().play(),
            actor(OWNER),
            actor("hugo@vidal.example"),
            actor("operator@ronde.example"));
  }

  Client claire() {
    return claire;
  }

  /** Where the braces of a route lead to things of this company. */
  String fill(String template) {
    // Without a board of this name, its events are no stream that would never end.
    String path = template.replaceFirst("/events$", "/events?board=nobody");
    for (Map.Entry<String, String> part : parts(template).entrySet()) {
      path = path.replace("{" + part.getKey() + "}", part.getValue());
    }
    if (path.contains("{")) {
      throw new AssertionError(
          "The test knows nothing of Vidal's to put into %s.".formatted(template));
    }
    return path;
  }

  MemberId member(String email) {
    return MemberId.fromString(one("SELECT member_id FROM member WHERE email = '" + email + "'"));
  }

  /** The member with this address, acting for their company if they have one. */
  private Actor actor(String email) {
    MemberId member = member(email);
    Companies companies = ronde.application().rooms().members().companies();
    boolean operator = companies.operators().stream().anyMatch(each -> each.id().equals(member));
    CompanyId company = CompanyId.fromString(company("Vidal"));
    return new Actor(
        member,
        companies.member(member).name(),
        Locale.FRENCH,
        operator,
        operator ? null : new Actor.Acting(company, "Vidal", Actor.Role.OWNER, true),
        null);
  }

  /** What must not appear in any answer to others. */
  List<String> canaries() {
    return List.of(DRAFT, GUEST, OWNER, "hugo@vidal.example", "bernard@lacaze.example", REASON);
  }

  /** Those of them that some page shows to whom they belong. */
  List<String> shown() {
    return canaries().stream().filter(canary -> !canary.equals(REASON)).toList();
  }

  private Map<String, String> parts(String template) {
    if (template.startsWith("/links") || template.contains("/merges/")) {
      return Map.of("secret", "a-secret-that-was-never-made-aaaaaaaaaaaaaaa");
    }
    if (template.startsWith("/problems")) {
      return Map.of("slug", "not-found");
    }
    if (template.contains("exchanges/{id}")) {
      return Map.of(
          "id", one("SELECT exchange_id FROM exchange_leg WHERE giver_id = " + vidal()),
          "leg", one("SELECT leg_id FROM exchange_leg WHERE giver_id = " + vidal()),
          "payer", company("Vidal"));
    }
    if (template.contains("{move}")) {
      return Map.of("id", draft, "move", "pauses");
    }
    if (template.contains("operator/companies/{id}")) {
      return Map.of("id", one("SELECT company_id FROM company WHERE status = 'PENDING'"));
    }
    Map<String, String> parts = new HashMap<>();
    PARAMETER
        .matcher(template)
        .results()
        .map(found -> found.group(1))
        .forEach(
            parameter ->
                pastimes.find(template, parameter).ifPresent(value -> parts.put(parameter, value)));
    return parts.isEmpty() ? Map.of(parameter(template), id(template)) : parts;
  }

  private String id(String template) {
    return switch (template.replaceFirst("/\\{.*", "").replaceFirst("^/(api/v1/)?", "")) {
      case "clearings", "operator/clearings" -> one("SELECT clearing_id FROM clearing");
      case "companies" -> company("Vidal");
      case "limits/exclusions" -> company("Vidal");
      case "listings" -> draft;
      case "needs" -> one("SELECT need_id FROM cycle_leg WHERE receiver = " + vidal());
      case "cycles" ->
          one(
              "SELECT cycle_id FROM cycle JOIN cycle_leg USING (cycle_id)"
                  + " WHERE state = 'PROPOSED' AND receiver = "
                  + vidal());
      case "notices" -> one("SELECT notice_id FROM notice WHERE company_id = " + vidal());
      case "plan-orders", "operator/orders" ->
          one("SELECT order_id FROM plan_order WHERE closed_at IS NULL AND state = 'DUE'");
      case "tokens", "account/tokens" ->
          one("SELECT token_id FROM api_token WHERE name = 'Canari'");
      case "account/sessions" ->
          one("SELECT session_id FROM session WHERE company_id = " + vidal());
      case "company/people" ->
          one("SELECT member_id FROM membership WHERE company_id = " + vidal());
      case "company/invitations" ->
          one("SELECT invitation_id FROM invitation WHERE company_id = " + vidal());
      case "company/closing-days/periods" ->
          one("SELECT period_id FROM company_closing_period WHERE company_id = " + vidal());
      case "operator/mailbox" -> one("SELECT mail_id FROM mail_outbox");
      default -> "{unknown}";
    };
  }

  private static String parameter(String template) {
    return template.contains("{") ? template.replaceAll("^[^{]*\\{|}.*$", "") : "none";
  }

  private String company(String name) {
    return one("SELECT company_id FROM company WHERE name LIKE '%" + name + "%'");
  }

  private static String vidal() {
    return "(SELECT company_id FROM company WHERE name LIKE '%Vidal%')";
  }

  private String one(String query) {
    byte[] bytes =
        ronde
            .database()
            .jdbi()
            .withHandle(
                handle -> handle.createQuery(query + " LIMIT 1").mapTo(byte[].class).findOne())
            .orElseThrow(() -> new AssertionError("Nothing found by: " + query));
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong()).toString();
  }

  private String writeADraft() {
    Client.Answer answer =
        claire.json(
            "POST",
            "/api/v1/listings",
            """
            {"side":"OFFER","title":"%s","description":"","language":"fr","category":"web-design",
             "unit":"HOUR","quantity":10,"quantityStep":1,"unitValueCents":5000,"vatPermille":200,
             "departement":"31","reach":"COUNTRY","lastDay":"%s"}
            """
                .formatted(
                    DRAFT, ronde.application().rooms().listings().listings().today().plusDays(30)));
    done(answer);
    return answer.text().replaceAll("(?s).*?\"id\"\\s*:\\s*\"([^\"]+)\".*", "$1");
  }

  private static void done(Client.Answer answer) {
    if (answer.refused()) {
      throw new AssertionError("Vidal could not prepare: " + answer);
    }
  }
}
