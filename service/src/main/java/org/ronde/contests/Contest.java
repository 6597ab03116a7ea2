package org.ronde.contests;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.ContestId;

/**
 * A contest as it stands.
 *
 * @param suspendedFrom the state it goes back to; null unless suspended
 * @param rulesVersion the version of the rules in force, 0 while a draft
 * @param root what seals the list in force, amendments included
 * @param commitment the end of the operator's chain, published with the rules
 * @param round the beacon's round of the next draw; null when the chain is the source
 * @param reason why it is suspended or void
 */
public record Contest(
    ContestId id,
    ContestState state,
    @Nullable ContestState suspendedFrom,
    Terms terms,
    int rulesVersion,
    @Nullable Instant frozenAt,
    @Nullable Instant sealedAt,
    @Nullable Instant drawnAt,
    @Nullable Instant objectionsUntil,
    @Nullable String root,
    @Nullable String commitment,
    @Nullable Long round,
    @Nullable String reason) {

  /** Where it is, or was when it was suspended. */
  public ContestState phase() {
    return suspendedFrom == null ? state : suspendedFrom;
  }

  public boolean draw() {
    return terms.kind() == Terms.Kind.DRAW;
  }

  /** Whether the board must not move for anybody. */
  public boolean veiled() {
    return phase().veiled();
  }

  public boolean running() {
    return switch (state) {
      case OPEN, FROZEN, CLOSED, SETTLING, ENTRIES_SEALED, DRAWN, RANKED, SUSPENDED -> true;
      case DRAFT, RULES_PUBLISHED, PROVISIONAL_RESULT, FINAL, PRIZES_AWARDED, ARCHIVED, VOID ->
          false;
    };
  }
}
