package org.ronde.contests.draw;

import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The draw itself: seed = SHA-256("RONDE-DRAW-1" ‖ contest ‖ root ‖ randomness); a ticket's key =
 * SHA-256(seed ‖ pseudonym ‖ number in 4 bytes, from 0); an entry's key is its smallest; prize k
 * goes to the k-th smallest.
 *
 * <p>The smallest of w equal chances is w times as likely the smallest of all, so this draws by
 * weight without replacement and without a fraction. No key depends on another entry: striking a
 * loser changes nobody else's.
 */
public final class Draw {
  private Draw() {}

  /** An entry with its smallest key, and the number of the ticket that has it. */
  public record Drawn(Entry entry, Hash key, int ticket) {}

  /** The seed of a draw. */
  public static Hash seed(UUID contest, Hash root, byte[] randomness) {
    return Hash.sha256(SealedList.NAME, Entry.bytes(contest), root.bytes(), randomness);
  }

  /**
   * The first so many of the draw, in the order of prizes: fewer when there are fewer entries.
   *
   * @param excluded pseudonyms struck from the list, or served by an earlier draw
   */
  public static List<Drawn> first(int max, SealedList list, Hash seed, Set<Hash> excluded) {
    byte[] seedBytes = seed.bytes();
    return list.entries().parallelStream()
        .filter(entry -> !excluded.contains(entry.pseudonym()))
        .map(entry -> smallest(entry, seedBytes))
        .sorted(Comparator.comparing(Drawn::key))
        .limit(max)
        .toList();
  }

  private static Drawn smallest(Entry entry, byte[] seed) {
    MessageDigest digest = Hash.digest();
    ByteBuffer message = ByteBuffer.allocate(2 * Hash.BYTES + Integer.BYTES);
    message.put(seed).put(entry.pseudonym().bytes());
    byte[] key = new byte[Hash.BYTES];
    byte[] best = new byte[Hash.BYTES];
    int ticket = -1;
    for (int j = 0; j < entry.tickets(); j++) {
      message.putInt(2 * Hash.BYTES, j);
      digest.update(message.array());
      write(digest, key);
      if (ticket < 0 || Arrays.compareUnsigned(key, best) < 0) {
        byte[] other = best;
        best = key;
        key = other;
        ticket = j;
      }
    }
    return new Drawn(entry, Hash.of(best), ticket);
  }

  private static void write(MessageDigest digest, byte[] key) {
    try {
      digest.digest(key, 0, key.length);
    } catch (DigestException e) {
      throw new IllegalStateException("A SHA-256 did not fit into 32 bytes.", e);
    }
  }
}
