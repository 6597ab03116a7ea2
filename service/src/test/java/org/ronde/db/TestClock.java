package org.ronde.db;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.jspecify.annotations.Nullable;

/**
 * A clock that tests move, for Java and for the database alike: each connection that jdbi hands out
 * is told the time. It ticks on from where it was put, until it is put back.
 */
public final class TestClock implements InstantSource, JdbiPlugin {
  private volatile @Nullable Duration ahead;

  @Override
  public Instant instant() {
    Duration moved = ahead;
    return moved == null ? Instant.now() : Instant.now().plus(moved);
  }

  /** Moves on by this much. */
  public void advance(Duration duration) {
    Duration moved = ahead;
    ahead = moved == null ? duration : moved.plus(duration);
  }

  public void moveTo(Instant instant) {
    ahead = Duration.between(Instant.now(), instant);
  }

  public void reset() {
    ahead = null;
  }

  @Override
  public Handle customizeHandle(Handle handle) {
    if (ahead == null) {
      handle.execute("SET timestamp = DEFAULT");
    } else {
      Instant now = instant();
      handle.execute(
          "SET timestamp = ?",
          BigDecimal.valueOf(now.getEpochSecond())
              .add(BigDecimal.valueOf(now.getNano() / 1000, 6)));
    }
    return handle;
  }
}
