package org.ronde.contests.draw;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that proves a draw, as it is handed out: with it and {@code docs/draw.md} anybody repeats the
 * draw without asking us. Hashes are hexadecimal.
 *
 * @param protocol {@code RONDE-DRAW-1}
 * @param software what drew
 */
public record Bundle(
    String protocol,
    String software,
    UUID contest,
    Rules rules,
    Sealed list,
    List<Amendment> amendments,
    List<Round> draws) {
  public static final String PROTOCOL = "RONDE-DRAW-1";

  public Bundle {
    amendments = List.copyOf(amendments);
    draws = List.copyOf(draws);
  }

  /**
   * What was published before anything could be known.
   *
   * @param sha256 of the rules in force, both languages
   * @param commitment end of the operator's chain
   * @param round the beacon's round named for the first draw; null when the operator's chain is the
   *     source
   */
  public record Rules(
      int version,
      String sha256,
      long ticketPrice,
      int ticketCap,
      String commitment,
      @Nullable Long round) {}

  /** The list as it was sealed, in order of pseudonyms. */
  public record Sealed(String root, String sealedAt, List<Line> entries) {
    public Sealed {
      entries = List.copyOf(entries);
    }
  }

  /** One entry. */
  public record Line(String pseudonym, int tickets) {}

  /** Entries struck from the sealed list before the draw, and the root of what remained. */
  public record Amendment(List<String> struck, String reason, String root) {
    public Amendment {
      struck = List.copyOf(struck);
    }
  }

  /**
   * One draw: the first, or a fresh one for a prize that came back.
   *
   * @param source {@code drand} or {@code commitment}
   * @param round of the beacon, or which link of the chain
   * @param randomness the beacon's signature, or the link
   * @param excluded pseudonyms that took no part: struck, or winners already
   * @param prizes the places drawn for, in this order
   */
  public record Round(
      String source,
      long round,
      String randomness,
      String root,
      String seed,
      List<String> excluded,
      List<Integer> prizes,
      List<Winner> winners) {
    public Round {
      excluded = List.copyOf(excluded);
      prizes = List.copyOf(prizes);
      winners = List.copyOf(winners);
    }
  }

  /** Who was drawn for which prize, by which of their tickets. */
  public record Winner(int prize, String pseudonym, int ticket, String key) {}
}
