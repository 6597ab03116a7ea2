package org.ronde.contests.draw;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One entrant on the sealed list: who they are stays with them, how many tickets they hold does
 * not.
 *
 * @param pseudonym HMAC-SHA256 of the member under a salt that only they and we know
 * @param tickets 1 to {@value #TICKETS_MAX}
 */
public record Entry(Hash pseudonym, int tickets) {
  public static final int TICKETS_MAX = 1000;

  public Entry {
    if (tickets < 1 || tickets > TICKETS_MAX) {
      throw new IllegalArgumentException(
          "An entry holds 1 to %d tickets, not %d.".formatted(TICKETS_MAX, tickets));
    }
  }

  /** The pseudonym of a member: HMAC-SHA256 with the salt as key over the id's 16 bytes. */
  public static Hash pseudonym(Hash salt, UUID member) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(salt.bytes(), "HmacSHA256"));
      return Hash.of(mac.doFinal(bytes(member)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every Java has HmacSHA256, this one has not.", e);
    }
  }

  static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
