package org.ronde.members;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * A random text that travels in a cookie, a mail or a header. The database only ever sees its hash,
 * so a copy of the database opens nothing.
 */
public record Secret(String text) {
  private static final int BYTES = 32;

  /** A new one of 43 characters. */
  public static Secret random(RandomGenerator chance) {
    byte[] bytes = new byte[BYTES];
    chance.nextBytes(bytes);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What is stored and looked for: 64 hexadecimal digits. */
  public String hash() {
    return hash("");
  }

  /** Another value that only the holder of the secret can know, told apart by its use. */
  String hash(String use) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(use.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "Secret[REDACTED]";
  }
}
