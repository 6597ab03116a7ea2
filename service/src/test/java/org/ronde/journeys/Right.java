package org.ronde.journeys;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who may use a route. Every route has a line in the table; one without fails the test. */
enum Right {
  /** Everybody, signed in or not. */
  EVERYBODY,
  /** Whoever is signed in, about their own things. */
  MEMBERS,
  /** Those whose thing it is; for all others it does not exist. */
  OWNERS,
  /** Those who take part, and operators, who judge; for all others it does not exist. */
  PARTIES,
  /** Operators; for all others it does not exist. */
  OPERATORS;

  private static final Map<String, Right> TABLE = table();

  static Optional<Right> find(Route route) {
    return Optional.ofNullable(TABLE.get(route.toString()));
  }

  static List<String> routes() {
    return List.copyOf(TABLE.keySet());
  }

  private static Map<String, Right> table() {
    Map<String, Right> table = new HashMap<>();
    add(
        table,
        EVERYBODY,
        """
        GET /  GET /about  GET /account/departures  GET /activities  GET /activities/{code}
        GET /api  GET /api/openapi.json  GET /api/v1/activities  GET /api/v1/activities/{code}
        GET /api/v1/activity-families  GET /api/v1/categories  GET /api/v1/companies
        GET /api/v1/companies/{id}  GET /api/v1/contests  GET /api/v1/contests/{id}
        GET /api/v1/contests/{id}/bundle  GET /api/v1/contests/{id}/rules
        GET /api/v1/contests/{id}/standings  GET /api/v1/listings  GET /api/v1/places
        GET /api/v1/points/heads  GET /api/v1/points/rules  GET /api/v1/towns
        GET /api/v1/towns/nearest  GET /catalogue  GET /challenges/invitations/{secret}
        GET /companies/{id}  GET /contests  GET /contests/{id}  GET /contests/{id}/bundle.json
        GET /contests/{id}/draw  GET /contests/{id}/reveal  GET /contests/{id}/rules
        GET /contests/{id}/rules/{version}.txt  GET /contests/{id}/standings
        GET /contests/{id}/standings.csv  GET /evidence/links/{secret}
        GET /evidence/links/{secret}/picture  GET /healthz  GET /join  GET /join/sent
        GET /links/{secret}  GET /members/{id}  GET /password/forgot  GET /points/heads
        GET /points/rules  GET /problems/{slug}  GET /readyz  GET /sign-in  GET /sign-in/sent
        POST /evidence/links/{secret}  POST /join  POST /language  POST /links/{secret}
        POST /password/forgot  POST /sign-in  POST /sign-out  POST /theme
        """);
    add(
        table,
        MEMBERS,
        """
        DELETE /api/v1/contests/{id}/entries/mine  DELETE /api/v1/friends/{id}
        DELETE /api/v1/limits/exclusions/{companyId}  DELETE /api/v1/me
        DELETE /api/v1/practices/{code}  GET /account  GET /account/companies/new
        GET /account/merges  GET /account/merges/sent  GET /account/merges/{secret}
        GET /account/tokens  GET /activities/new  GET /activities/questions
        GET /api/v1/activity-proposals  GET /api/v1/challenges  GET /api/v1/challenges/open
        GET /api/v1/challenges/drafts  GET /api/v1/challenges/people  GET /api/v1/company/closing-days
        GET /api/v1/company/invitations  GET /api/v1/company/people
        GET /api/v1/contests/{id}/proofs/mine  GET /api/v1/cycles  GET /api/v1/cycles/history  GET /api/v1/disputes
        GET /api/v1/exchanges  GET /api/v1/friends  GET /api/v1/leaderboards
        GET /api/v1/me/merges/{secret}
        GET /api/v1/leaderboards/mine  GET /api/v1/limits  GET /api/v1/limits/exclusions
        GET /api/v1/listings/mine  GET /api/v1/me  GET /api/v1/members/{id}
        GET /api/v1/needs/candidate-counts  GET /api/v1/notices  GET /api/v1/partner-requests
        GET /api/v1/partners  GET /api/v1/plan-orders  GET /api/v1/points
        GET /api/v1/points/entries  GET /api/v1/practices  GET /api/v1/profile  GET /api/v1/stream
        GET /api/v1/tokens  GET /challenges  GET /challenges/gallery  GET /challenges/new
        GET /company  GET /company/closing-days  GET /company/plan  GET /contests/{id}/proof
        GET /cycles  GET /cycles/history  GET /disputes  GET /evidence  GET /exchanges  GET /friends  GET /leaderboards
        GET /leaderboards/all  GET /leaderboards/events  GET /leaderboards/export
        GET /leaderboards/screen  GET /limits  GET /listings  GET /listings/new  GET /notices
        GET /partners  GET /partners/ask  GET /partners/requests  GET /points  GET /points/export
        GET /practices  GET /practices/{code}  GET /profile  GET /stream  GET /wants
        POST /account/acting  POST /account/companies/new  POST /account/departures
        POST /account/merges  POST /account/merges/{secret}
        POST /account/password  POST /account/profile  POST /account/sessions/end-others
        POST /account/tokens  POST /activities  POST /activities/questions
        POST /api/v1/activity-proposals  POST /api/v1/challenges  POST /api/v1/challenges/drafts  POST /api/v1/companies
        POST /api/v1/company/closing-days/periods  POST /api/v1/company/invitations
        POST /api/v1/company/submissions  POST /api/v1/contests/{id}/entries
        POST /api/v1/contests/{id}/objections  POST /api/v1/evidence/files
        POST /api/v1/me/merges  POST /api/v1/me/merges/{secret}
        POST /api/v1/friends/{id}  POST /api/v1/limits/exclusions  POST /api/v1/listings
        POST /api/v1/notices/readings  POST /api/v1/partner-requests  POST /api/v1/plan-orders
        POST /api/v1/points/appearance  POST /api/v1/safety-questions  POST /api/v1/tokens
        POST /challenges  POST /challenges/drafts  POST /challenges/invitations/{secret}  POST /company
        POST /company/closing-days  POST /company/closing-days/periods  POST /company/invitations
        POST /company/plan  POST /company/submissions  POST /contests/{id}/departures
        POST /contests/{id}/entries  POST /contests/{id}/objections  POST /friends/{id}
        POST /friends/{id}/endings  POST /limits  POST /limits/exclusions
        POST /limits/exclusions/{companyId}/removal  POST /listings  POST /notices/readings
        POST /partners/requests  POST /points/appearance  POST /practices/{code}
        POST /practices/{code}/removals  POST /profile  PUT /api/v1/company
        PUT /api/v1/company/closing-days/weekdays  PUT /api/v1/limits  PUT /api/v1/practices/{code}
        PUT /api/v1/profile
        """);
    add(
        table,
        OWNERS,
        """
        DELETE /api/v1/company/closing-days/periods/{periodId}
        DELETE /api/v1/company/invitations/{id}  DELETE /api/v1/company/people/{member}
        DELETE /api/v1/challenges/drafts/{draft}  GET /api/v1/challenges/drafts/{draft}
        PUT /api/v1/challenges/drafts/{draft}  POST /api/v1/challenges/drafts/{draft}/launches
        POST /challenges/drafts/{draft}/removals
        DELETE /api/v1/evidence/{id}/items/{item}  DELETE /api/v1/stream/{id}/applause
        DELETE /api/v1/stream/{id}/comments/{comment}  DELETE /api/v1/tokens/{id}
        GET /api/v1/cycles/{cycleId}  GET /api/v1/exchanges/{id}  GET /api/v1/listings/{id}
        GET /api/v1/needs/{id}/candidates
        GET /contests/{id}/gifts/{place}  GET /cycles/{cycleId}  GET /evidence/asked/{person}
        GET /evidence/asked/{person}/picture  GET /evidence/kept/{item}
        GET /evidence/{id}/items/{item}/people  GET /exchanges/{id}  GET /listings/{id}
        GET /listings/{id}/edit  GET /needs/{listingId}/candidates  GET /notices/{id}
        POST /account/sessions/{id}/end
        POST /account/tokens/{id}/revocation  POST /api/v1/contests/{id}/prizes/{place}/agreements
        POST /api/v1/cycles/{cycleId}/decisions  POST /api/v1/evidence/people/{person}/answers
        POST /api/v1/evidence/{id}/audiences  POST /api/v1/evidence/{id}/items/{item}/people
        POST /api/v1/exchanges/{id}/legs/{leg}/dispatches
        POST /api/v1/exchanges/{id}/legs/{leg}/receipts
        POST /api/v1/exchanges/{id}/top-ups/{payer}/receipts  POST /api/v1/listings/{id}/pauses
        POST /api/v1/listings/{id}/publications  POST /api/v1/listings/{id}/renewals
        POST /api/v1/listings/{id}/withdrawals  POST /api/v1/notices/{id}/readings
        POST /api/v1/partner-requests/{id}/answers  POST /api/v1/stream/{id}/comments
        POST /company/closing-days/periods/{periodId}/removals
        POST /company/invitations/{id}/withdrawal  POST /company/people/{member}/removal
        POST /company/people/{member}/role  POST /contests/{id}/gifts/{place}/agreements
        POST /cycles/{cycleId}/decisions  POST /evidence/asked/{person}
        POST /evidence/{id}/audiences  POST /evidence/{id}/items/{item}/people
        POST /evidence/{id}/items/{item}/people/{person}/removals
        POST /evidence/{id}/items/{item}/removals  POST /exchanges/{id}/legs/{leg}/dispatches
        POST /exchanges/{id}/legs/{leg}/receipts  POST /exchanges/{id}/top-ups/{payer}/receipts
        POST /listings/{id}/pauses  POST /listings/{id}/publications  POST /listings/{id}/renewals
        POST /listings/{id}/revisions  POST /listings/{id}/withdrawals
        POST /needs/{listingId}/candidates  POST /needs/{listingId}/candidates/all
        POST /notices/{id}/openings  POST /partners/requests/{id}/answers
        POST /stream/{id}/applause  POST /stream/{id}/comments
        POST /stream/{id}/comments/{comment}/removals  POST /stream/{id}/silences
        PUT /api/v1/company/people/{member}/role  PUT /api/v1/listings/{id}
        PUT /api/v1/needs/{id}/wants  PUT /api/v1/stream/{id}/applause
        """);
    add(
        table,
        PARTIES,
        """
        GET /api/v1/challenges/{id}  GET /api/v1/disputes/{id}  GET /api/v1/evidence/{id}
        GET /api/v1/reports/{kind}/{id}/fate  GET /api/v1/stream/{id}  GET /challenges/{id}
        GET /disputes/{id}  GET /evidence/{id}  GET /evidence/{id}/items/{item}
        GET /api/v1/partner-requests/{id}  GET /partners/requests/{id}
        GET /reports/{kind}/{id}  GET /reports/{kind}/{id}/new  GET /stream/{id}
        POST /api/v1/attempts/{attempt}/counter-answers  POST /api/v1/attempts/{attempt}/disputes
        POST /api/v1/attempts/{attempt}/not-yets  POST /api/v1/attempts/{attempt}/validations
        POST /api/v1/challenges/{id}/appeals
        POST /api/v1/challenges/{id}/acceptances  POST /api/v1/challenges/{id}/cancellations
        POST /api/v1/challenges/{id}/closings  POST /api/v1/challenges/{id}/counters
        POST /api/v1/challenges/{id}/invitations  POST /api/v1/challenges/{id}/proofs
        POST /api/v1/challenges/{id}/refusals  POST /api/v1/challenges/{id}/successors
        POST /api/v1/challenges/{id}/terms  POST /api/v1/challenges/{id}/withdrawals
        POST /api/v1/disputes/{id}/appeals  POST /api/v1/disputes/{id}/withdrawals
        POST /api/v1/disputes/{id}/words  POST /api/v1/reports/{kind}/{id}
        POST /api/v1/reports/{kind}/{id}/pleas  POST /challenges/{id}/acceptances
        POST /challenges/{id}/appeals  POST /challenges/{id}/attempts/{attempt}/counter-answers
        POST /challenges/{id}/attempts/{attempt}/disputes
        POST /challenges/{id}/attempts/{attempt}/not-yets
        POST /challenges/{id}/attempts/{attempt}/validations  POST /challenges/{id}/cancellations
        POST /challenges/{id}/closings  POST /challenges/{id}/counters
        POST /challenges/{id}/invitations  POST /challenges/{id}/proofs
        POST /challenges/{id}/refusals  POST /challenges/{id}/successors
        POST /challenges/{id}/terms  POST /challenges/{id}/withdrawals  POST /disputes/{id}/appeals
        POST /disputes/{id}/withdrawals  POST /disputes/{id}/words
        POST /reports/{kind}/{id}  POST /reports/{kind}/{id}/pleas
        """);
    add(
        table,
        OPERATORS,
        """
        GET /api/v1/clearings  GET /api/v1/clearings/{clearingId}
        GET /api/v1/clearings/{clearingId}/manifest  GET /api/v1/clearings/{clearingId}/market
        GET /api/v1/companies/waiting
        GET /api/v1/disputes/waiting  GET /api/v1/operator/activities
        GET /api/v1/operator/activities/export.csv  GET /api/v1/operator/attempts
        GET /api/v1/reports  GET /operator  GET /operator/activities
        GET /operator/activities/export.csv  GET /operator/activities/imports
        GET /operator/activities/proposals/{id}  GET /operator/attempts  GET /operator/clearings
        GET /operator/clearings/comparison  GET /operator/clearings/{clearingId}
        GET /operator/clearings/{clearingId}/manifest.json
        GET /operator/clearings/{clearingId}/market.json.gz
        GET /operator/companies  GET /operator/companies/{id}
        GET /operator/contests  GET /operator/contests/new  GET /operator/contests/{id}
        GET /operator/contests/{id}/edit  GET /operator/disputes  GET /operator/mailbox
        GET /operator/mailbox/{id}  GET /operator/orders  GET /operator/reports
        POST /api/v1/clearings  POST /api/v1/clearings/{clearingId}/proposals
        POST /api/v1/clearings/{clearingId}/stops
        POST /api/v1/companies/{id}/decisions  POST /api/v1/disputes/{id}/decisions
        POST /api/v1/operator/activities/imports
        POST /api/v1/operator/activities/proposals/{id}/decisions
        POST /api/v1/operator/activities/questions/{id}/answers
        POST /api/v1/operator/attempts/{attempt}/decisions
        POST /api/v1/operator/attempts/{attempt}/revocations  POST /api/v1/operator/contests
        POST /api/v1/operator/contests/{id}/cancellations  POST /api/v1/operator/contests/{id}/moves
        POST /api/v1/operator/contests/{id}/objections/{objection}/answers
        POST /api/v1/operator/contests/{id}/prizes/{place}/handovers
        POST /api/v1/operator/contests/{id}/prizes/{place}/substitutes
        POST /api/v1/operator/contests/{id}/publications
        POST /api/v1/operator/contests/{id}/resumptions  POST /api/v1/operator/contests/{id}/rules
        POST /api/v1/operator/contests/{id}/strikes  POST /api/v1/operator/contests/{id}/suspensions
        POST /api/v1/plan-orders/{id}/cancellations  POST /api/v1/plan-orders/{id}/payments
        POST /api/v1/reports/{kind}/{id}/decisions  POST /disputes/{id}/decisions
        POST /operator/activities/imports  POST /operator/activities/proposals/{id}/approvals
        POST /operator/activities/proposals/{id}/refusals
        POST /operator/activities/questions/{id}/answers
        POST /operator/attempts/{attempt}/decisions  POST /operator/attempts/{attempt}/revocations
        POST /operator/clearings  POST /operator/clearings/{clearingId}/proposals
        POST /operator/clearings/{clearingId}/stops
        POST /operator/companies/{id}/decisions  POST /operator/contests
        POST /operator/contests/{id}/edit  POST /operator/contests/{id}/moves
        POST /operator/contests/{id}/objections/{objection}/answers
        POST /operator/contests/{id}/prizes/{place}/handovers
        POST /operator/contests/{id}/prizes/{place}/substitutes
        POST /operator/contests/{id}/publications  POST /operator/contests/{id}/rules
        POST /operator/contests/{id}/strikes  POST /operator/mailbox/{id}/attempts
        POST /operator/orders/{id}/cancellations  POST /operator/orders/{id}/payments
        POST /operator/reports/{kind}/{id}/decisions  PUT /api/v1/operator/contests/{id}
        """);
    return Map.copyOf(table);
  }

  private static void add(Map<String, Right> table, Right right, String lines) {
    Arrays.stream(lines.strip().split("\\s{2,}|\n")).forEach(line -> table.put(line, right));
  }
}
