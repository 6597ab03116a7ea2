package org.ronde.http;

/**
 * Every expected refusal: its slug, which is the last part of the problem's {@code type} and of the
 * message keys {@code problem.<slug>.title} and {@code problem.<slug>.detail}, and its HTTP status.
 */
public enum ProblemType {
  INVALID("invalid", 422),
  MALFORMED("malformed", 400),
  NOT_FOUND("not-found", 404),
  METHOD_NOT_ALLOWED("method-not-allowed", 405),
  NOT_ACCEPTABLE("not-acceptable", 406),
  TOO_SLOW("too-slow", 408),
  TOO_LARGE("too-large", 413),
  UNSUPPORTED_TYPE("unsupported-type", 415),
  TOO_MANY_PARTS("too-many-parts", 413),
  FIELD_TOO_LONG("field-too-long", 413),
  INTERNAL("internal", 500),
  UNAVAILABLE("unavailable", 503),
  UNEXPECTED("unexpected", 400),

  SIGN_IN_REQUIRED("sign-in-required", 401),
  FORGED("forged", 403),
  TWO_CREDENTIALS("two-credentials", 400),
  TOO_MANY_REQUESTS("too-many-requests", 429),
  IDEMPOTENCY_KEY_MISSING("idempotency-key-missing", 400),
  IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422),

  NO_COMPANY("no-company", 403),
  NOT_OWNER("not-owner", 403),
  NOT_APPROVED("not-approved", 403),
  HALF_SWITCHED_OFF("half-switched-off", 404),
  SESSION_NEEDED("session-needed", 403),
  LINK_USED("link-used", 410),
  WRONG_CREDENTIALS("wrong-credentials", 422),
  COMPANY_EXISTS("company-exists", 409),
  ALREADY_VETTED("already-vetted", 409),
  LAST_OWNER("last-owner", 409),
  ALREADY_MEMBER("already-member", 409),
  COMPANY_NEEDS_OWNER("company-needs-owner", 409),
  COMPANY_BOUND("company-bound", 409),
  LAST_OPERATOR("last-operator", 409),
  ACCOUNTS_TIED("accounts-tied", 409),
  OTHER_ACCOUNT("other-account", 403),

  LISTING_CHANGED("listing-changed", 409),
  LISTING_STATE("listing-state", 409),
  LISTING_HELD("listing-held", 409),
  QUANTITY_GONE("quantity-gone", 409),

  CYCLE_CLOSED("cycle-closed", 409),
  DEADLINE_PASSED("deadline-passed", 409),
  ALREADY_DECIDED("already-decided", 409),
  PLAN_NEEDED("plan-needed", 402),
  CLEARING_RUNNING("clearing-running", 409),
  ORDER_STATE("order-state", 409),

  LEG_STATE("leg-state", 409),
  NOT_YOUR_LEG("not-your-leg", 403),

  DISPUTE_OPEN("dispute-open", 409),
  DISPUTE_STATE("dispute-state", 409),
  OFFICER_INVOLVED("officer-involved", 403),

  ENOUGH_FOR_TODAY("enough-for-today", 429),
  PERSON_DECIDED("person-decided", 409),
  // Challenges.
  CHALLENGE_STATE("challenge-state", 409),
  ATTEMPT_STATE("attempt-state", 409),
  TERMS_CHANGED("terms-changed", 409),
  TERMS_FIXED("terms-fixed", 409),
  TOO_LATE("too-late", 409),
  NO_PLACE_LEFT("no-place-left", 409),
  NOT_YOUR_CALL("not-your-call", 403),
  // Contests.
  CONTEST_STATE("contest-state", 409),
  CONTEST_EARLY("contest-early", 409),
  STAFF_EXCLUDED("staff-excluded", 403),
  NOT_ELIGIBLE("not-eligible", 403),
  PRIZE_CONSENT("prize-consent", 409),
  PRIZE_STATE("prize-state", 409),
  RANDOMNESS_WRONG("randomness-wrong", 422),
  ALREADY_ANSWERED("already-answered", 409);

  private final String slug;
  private final int status;

  ProblemType(String slug, int status) {
    this.slug = slug;
    this.status = status;
  }

  public String slug() {
    return slug;
  }

  public int status() {
    return status;
  }
}
