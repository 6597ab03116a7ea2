package org.ronde.members;

import java.time.Instant;
import java.util.UUID;

/** What an operator once decided about a company, and why. */
public record VettingDecision(
    Company.Status verdict, String reason, Instant decidedAt, String operator) {
  /** Identifies a decision; nobody asks for one by it. */
  record Id(UUID value) implements org.ronde.ids.Id {}
}
