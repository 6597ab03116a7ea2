package org.ronde.points;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hash of an entry's place: SHA-256 of the hash before, the place as eight bytes, and the
 * entry's fields as one UTF-8 text, separated by {@code |}, in the order written here; an absent
 * field is empty, instants are microseconds since 1970.
 */
final class Chain {
  /** What comes before the first place. */
  static final byte[] START = new byte[32];

  /** An entry's place in the chain. */
  @SuppressWarnings("ArrayRecordComponent") // Compared by content, below.
  public record Seal(long seq, long entryId, byte[] prevHash, byte[] hash) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Seal seal
          && seq == seal.seq
          && entryId == seal.entryId
          && Arrays.equals(prevHash, seal.prevHash)
          && Arrays.equals(hash, seal.hash);
    }

    @Override
    public int hashCode() {
      return Objects.hash(seq, entryId, Arrays.hashCode(hash));
    }
  }

  private Chain() {}

  static Seal seal(long seq, byte[] prevHash, Line line) {
    MessageDigest digest = sha256();
    digest.update(prevHash);
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seq).array());
    digest.update(text(line).getBytes(StandardCharsets.UTF_8));
    return new Seal(seq, line.entryId(), prevHash, digest.digest());
  }

  static String text(Line line) {
    return Stream.of(
            line.entryId(),
            line.kind(),
            line.causeKind(),
            line.causeId().value(),
            line.rulesVersion(),
            line.memberId(),
            line.points(),
            line.worth(),
            line.awardId(),
            line.reversesId(),
            line.level(),
            line.validatorId(),
            micros(line.effectiveAt()),
            micros(line.recordedAt()),
            line.zoneId(),
            line.actedOn(),
            line.activityId(),
            line.companyId(),
            line.departement(),
            line.eligible(),
            line.difficulty(),
            line.firstOfActivity(),
            line.newOpponent(),
            line.personalBest(),
            line.weeksInARow())
        .map(field -> field == null ? "" : field.toString())
        .collect(Collectors.joining("|"));
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
