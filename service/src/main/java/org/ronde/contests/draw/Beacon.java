package org.ronde.contests.draw;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import supranational.blst.BLST_ERROR;
import supranational.blst.P1_Affine;
import supranational.blst.P2_Affine;

/**
 * The public beacon of the League of Entropy, drand <em>quicknet</em>: every three seconds some
 * twenty organisations sign the number of the round together, and none of them knows the signature
 * before. Chain {@value #CHAIN}, scheme bls-unchained-g1-rfc9380.
 */
public final class Beacon {
  public static final String CHAIN =
      "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";
  private static final long GENESIS = 1_692_803_367;
  private static final long PERIOD_SECONDS = 3;
  private static final int SIGNATURE_BYTES = 48;
  private static final String DOMAIN = "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_";
  private static final byte[] PUBLIC_KEY =
      HexFormat.of()
          .parseHex(
              "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451"
                  + "0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a");
  private static final Pattern SIGNATURE = Pattern.compile("(?<![0-9a-f])[0-9a-f]{96}(?![0-9a-f])");

  private Beacon() {}

  /** The first round that comes out at this instant or later. */
  public static long roundAt(Instant instant) {
    Instant genesis = Instant.ofEpochSecond(GENESIS);
    if (!instant.isAfter(genesis)) {
      return 1;
    }
    long whole = instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0) - GENESIS;
    return (whole + PERIOD_SECONDS - 1) / PERIOD_SECONDS + 1;
  }

  /** When a round comes out. */
  public static Instant timeOf(long round) {
    return Instant.ofEpochSecond(GENESIS + (round - 1) * PERIOD_SECONDS);
  }

  /** The signature in what somebody pasted: its hexadecimal digits alone, or the beacon's JSON. */
  public static Optional<String> findSignature(String pasted) {
    Matcher found = SIGNATURE.matcher(pasted.strip().toLowerCase(java.util.Locale.ROOT));
    return found.find() ? Optional.of(found.group()) : Optional.empty();
  }

  /** Whether the beacon signed this round so. Takes about ten milliseconds. */
  public static boolean signed(long round, String signatureHex) {
    byte[] signature;
    try {
      signature = HexFormat.of().parseHex(signatureHex);
    } catch (IllegalArgumentException e) {
      return false;
    }
    if (round < 1 || signature.length != SIGNATURE_BYTES) {
      return false;
    }
    byte[] message = Hash.sha256(ByteBuffer.allocate(8).putLong(round).array()).bytes();
    try {
      P1_Affine point = new P1_Affine(signature);
      return !point.is_inf()
          && point.in_group()
          && point.core_verify(new P2_Affine(PUBLIC_KEY), true, message, DOMAIN)
              == BLST_ERROR.BLST_SUCCESS;
    } catch (RuntimeException e) {
      // The library says by an exception that the bytes are no point of the curve.
      return false;
    }
  }
}
