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
        GET /
        GET /about
        GET /account/departures
        GET /api
        GET /api/openapi.json
        GET /api/v1/categories
        GET /api/v1/companies
        GET /api/v1/companies/{id}
        GET /api/v1/listings
        GET /api/v1/places
        GET /catalogue
        GET /companies/{id}
        GET /healthz
        GET /join
        GET /join/sent
        GET /links/{secret}
        GET /password/forgot
        GET /problems/{slug}
        GET /readyz
        GET /sign-in
        GET /sign-in/sent
        POST /join
        POST /language
        POST /links/{secret}
        POST /password/forgot
        POST /sign-in
        POST /sign-out
        POST /theme
        """);
    add(
        table,
        MEMBERS,
        """
        DELETE /api/v1/limits/exclusions/{companyId}
        DELETE /api/v1/me
        GET /account
        GET /account/companies/new
        GET /account/tokens
        GET /api/v1/company/closing-days
        GET /api/v1/company/invitations
        GET /api/v1/company/people
        GET /api/v1/cycles
        GET /api/v1/exchanges
        GET /api/v1/limits
        GET /api/v1/limits/exclusions
        GET /api/v1/listings/mine
        GET /api/v1/me
        GET /api/v1/needs/candidate-counts
        GET /api/v1/notices
        GET /api/v1/plan-orders
        GET /api/v1/tokens
        GET /company
        GET /company/closing-days
        GET /company/plan
        GET /cycles
        GET /exchanges
        GET /limits
        GET /listings
        GET /listings/new
        GET /notices
        GET /wants
        PUT /api/v1/company
        POST /account/acting
        POST /account/companies/new
        POST /account/departures
        POST /account/password
        POST /account/profile
        POST /account/sessions/end-others
        POST /account/tokens
        POST /api/v1/companies
        POST /api/v1/company/closing-days/periods
        POST /api/v1/company/invitations
        POST /api/v1/company/submissions
        POST /api/v1/limits/exclusions
        POST /api/v1/listings
        POST /api/v1/notices/readings
        POST /api/v1/plan-orders
        POST /api/v1/tokens
        POST /company
        POST /company/closing-days
        POST /company/closing-days/periods
        POST /company/invitations
        POST /company/plan
        POST /company/submissions
        POST /limits
        POST /limits/exclusions
        POST /limits/exclusions/{companyId}/removal
        POST /listings
        POST /notices/readings
        PUT /api/v1/company/closing-days/weekdays
        PUT /api/v1/limits
        """);
    add(
        table,
        OWNERS,
        """
        DELETE /api/v1/company/closing-days/periods/{periodId}
        DELETE /api/v1/company/invitations/{id}
        DELETE /api/v1/company/people/{member}
        DELETE /api/v1/tokens/{id}
        GET /api/v1/cycles/{cycleId}
        GET /api/v1/exchanges/{id}
        GET /api/v1/listings/{id}
        GET /api/v1/needs/{id}/candidates
        GET /cycles/{cycleId}
        GET /exchanges/{id}
        GET /listings/{id}
        GET /listings/{id}/edit
        GET /needs/{listingId}/candidates
        POST /account/sessions/{id}/end
        POST /account/tokens/{id}/revocation
        POST /api/v1/cycles/{cycleId}/decisions
        POST /api/v1/exchanges/{id}/legs/{leg}/dispatches
        POST /api/v1/exchanges/{id}/legs/{leg}/receipts
        POST /api/v1/exchanges/{id}/top-ups/{payer}/receipts
        POST /api/v1/listings/{id}/pauses
        POST /api/v1/listings/{id}/publications
        POST /api/v1/listings/{id}/renewals
        POST /api/v1/listings/{id}/withdrawals
        POST /api/v1/notices/{id}/readings
        POST /company/closing-days/periods/{periodId}/removals
        POST /company/invitations/{id}/withdrawal
        POST /company/people/{member}/removal
        POST /company/people/{member}/role
        POST /cycles/{cycleId}/decisions
        POST /exchanges/{id}/legs/{leg}/dispatches
        POST /exchanges/{id}/legs/{leg}/receipts
        POST /exchanges/{id}/top-ups/{payer}/receipts
        POST /listings/{id}/pauses
        POST /listings/{id}/publications
        POST /listings/{id}/renewals
        POST /listings/{id}/revisions
        POST /listings/{id}/withdrawals
        POST /needs/{listingId}/candidates
        POST /needs/{listingId}/candidates/all
        GET /notices/{id}
        GET /notices/{id}
        POST /notices/{id}/openings
        PUT /api/v1/company/people/{member}/role
        PUT /api/v1/listings/{id}
        PUT /api/v1/needs/{id}/wants
        """);
    add(
        table,
        OPERATORS,
        """
        GET /api/v1/clearings
        GET /api/v1/clearings/{clearingId}
        GET /api/v1/companies/waiting
        GET /operator
        GET /operator/clearings
        GET /operator/clearings/{clearingId}
        GET /operator/companies
        GET /operator/companies/{id}
        GET /operator/mailbox
        GET /operator/mailbox/{id}
        GET /operator/orders
        POST /api/v1/clearings
        POST /api/v1/clearings/{clearingId}/stops
        POST /api/v1/companies/{id}/decisions
        POST /api/v1/plan-orders/{id}/cancellations
        POST /api/v1/plan-orders/{id}/payments
        POST /operator/clearings
        POST /operator/clearings/{clearingId}/stops
        POST /operator/companies/{id}/decisions
        POST /operator/mailbox/{id}/attempts
        POST /operator/orders/{id}/cancellations
        POST /operator/orders/{id}/payments
        """);
    return Map.copyOf(table);
  }

  private static void add(Map<String, Right> table, Right right, String lines) {
    Arrays.stream(lines.split("\n")).forEach(line -> table.put(line, right));
  }
}
