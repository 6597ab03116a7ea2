package org.ronde.contests;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.ronde.contests.Results.Chance;
import org.ronde.contests.draw.Beacon;
import org.ronde.contests.draw.Commitment;
import org.ronde.contests.draw.Hash;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;

/** Finds the chance that the rules name, and takes no other. */
final class Chances {
  /** How long the beacon may be silent before the operator's chain takes its place. */
  private static final Duration SILENCE = Duration.ofHours(24);

  private final Tables tables;

  Chances(Tables tables) {
    this.tables = tables;
  }

  /**
   * The chance of the next draw.
   *
   * @param given what the operator pasted; empty: the link that Ronde keeps
   * @throws Refusal CONTEST_EARLY, or RANDOMNESS_WRONG when what was given is not what the rules
   *     committed to
   */
  Chance of(Contest contest, String given) {
    Long round = contest.round();
    if (round == null) {
      requireTime(tables.contests().drawsAt(contest.id()));
      return link(contest, given);
    }
    requireTime(Beacon.timeOf(round));
    Optional<String> signature = Beacon.findSignature(given);
    if (signature.isPresent()) {
      if (!Beacon.signed(round, signature.get())) {
        throw Results.wrong(round);
      }
      return new Chance("drand", round, signature.get());
    }
    requireTime(Beacon.timeOf(round).plus(SILENCE));
    return link(contest, given);
  }

  private void requireTime(Instant time) {
    if (tables.contests().now().isBefore(time)) {
      throw new Refusal(ProblemType.CONTEST_EARLY, Map.of("at", time.toString()));
    }
  }

  private Chance link(Contest contest, String given) {
    int number =
        1
            + (int)
                tables.results().draws(contest.id()).stream()
                    .filter(draw -> draw.source().equals("commitment"))
                    .count();
    String commitment = contest.commitment();
    if (number > Commitment.LINKS || commitment == null) {
      throw Results.wrong(number);
    }
    Optional<Hash> link =
        given.isBlank()
            ? tables
                .contests()
                .findSecret(contest.id())
                .map(secret -> Commitment.link(new Hash(secret), number))
            : Optional.of(given.strip())
                .filter(text -> text.matches("[0-9a-f]{64}"))
                .map(Hash::new);
    return link.filter(l -> Commitment.holds(new Hash(commitment), number, l))
        .map(l -> new Chance("commitment", number, l.hex()))
        .orElseThrow(() -> Results.wrong(number));
  }
}
