package org.ronde.contests.draw;

/**
 * The operator's own randomness: a chain of SHA-256 whose end is published with the rules and whose
 * links are revealed backwards, one for each draw. Nobody can change a link that was committed to;
 * the operator alone knows it beforehand, which a beacon is better at.
 */
public final class Commitment {
  /** How many draws one chain is good for: the first and as many alternates. */
  public static final int LINKS = 32;

  private Commitment() {}

  /** What to publish for this secret. */
  public static Hash published(Hash secret) {
    return link(secret, 0);
  }

  /** The link to reveal for a draw: 1 for the first, at most {@value #LINKS}. */
  public static Hash link(Hash secret, int draw) {
    if (draw < 0 || draw > LINKS) {
      throw new IllegalArgumentException(
          "A chain has %d links, there is no %d.".formatted(LINKS, draw));
    }
    Hash link = secret;
    for (int i = LINKS; i > draw; i--) {
      link = Hash.sha256(link.bytes());
    }
    return link;
  }

  /** Whether a link is what was committed to: hashed so many times it gives what was published. */
  public static boolean holds(Hash published, int draw, Hash revealed) {
    Hash link = revealed;
    for (int i = 0; i < draw; i++) {
      link = Hash.sha256(link.bytes());
    }
    return draw >= 1 && draw <= LINKS && link.equals(published);
  }
}
