package org.ronde.contests.draw;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** 32 bytes of SHA-256 or of chance, written as 64 lower-case hexadecimal digits. */
public record Hash(String hex) implements Comparable<Hash> {
  static final int BYTES = 32;

  public Hash {
    if (!hex.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "'%s' is no hash: 64 hexadecimal digits in lower case are.".formatted(hex));
    }
  }

  public static Hash of(byte[] bytes) {
    return new Hash(HexFormat.of().formatHex(bytes));
  }

  /** 32 bytes of chance, for a salt or a secret. */
  public static Hash random(RandomGenerator chance) {
    byte[] bytes = new byte[BYTES];
    chance.nextBytes(bytes);
    return of(bytes);
  }

  /** The SHA-256 of the parts, one behind the other. */
  public static Hash sha256(byte[]... parts) {
    MessageDigest digest = digest();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return of(digest.digest());
  }

  /** The SHA-256 of a text in UTF-8. */
  public static Hash sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256, this one has not.", e);
    }
  }

  /** By value, the way drawn keys are compared. */
  @Override
  public int compareTo(Hash other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
