package org.ronde.points;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who is listed first among members with the same points: the stronger validation, then more
 * activities, then more people, then who reached the points first by the one sequence of the chain.
 * Written as bytes of which the smaller goes first. Two members never tie: a place in the chain is
 * one member's, so neither a clock nor an id ever decides.
 *
 * <p>On boards other than a contest's only the sequence counts.
 */
record Tie(int level, int activities, int people, long reached) {
  static final int BYTES = 13;
  private static final int SHORT_MAX = 0xFFFF;

  /** Of a board where only the sequence counts. */
  static Tie reached(long seq) {
    return new Tie(0, 0, 0, seq);
  }

  byte[] bytes() {
    return ByteBuffer.allocate(BYTES)
        .put((byte) (0xFF - level))
        .putShort((short) (SHORT_MAX - Math.min(activities, SHORT_MAX)))
        .putShort((short) (SHORT_MAX - Math.min(people, SHORT_MAX)))
        .putLong(reached)
        .array();
  }

  /** A member's row of a board. */
  @SuppressWarnings("ArrayRecordComponent") // Compared by content, below.
  record Score(long points, byte[] tie) {
    static final Score NONE = new Score(0, new byte[BYTES]);

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Score score
          && points == score.points
          && Arrays.equals(tie, score.tie);
    }

    @Override
    public int hashCode() {
      return Objects.hash(points, Arrays.hashCode(tie));
    }
  }
}
