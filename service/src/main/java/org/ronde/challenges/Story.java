package org.ronde.challenges;

/** What can happen in a challenge, for the talk under its picture. */
public enum Story {
  LAUNCHED,
  EDITED,
  INVITED,
  JOINED,
  ACCEPTED,
  REFUSED,
  COUNTERED,
  DECLINED,
  LAPSED,
  STARTED,
  PROVED,
  VALIDATED,
  COSIGNED,
  NOT_YET,
  DISPUTED,
  DECIDED,
  FINAL,
  EXPIRED,
  WITHDRAWN,
  PASSED_ON,
  REVOKED,
  CLOSED,
  SUSPENDED,
  RESUMED,
  ENDED,
  CANCELLED
}
