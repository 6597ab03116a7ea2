package org.ronde.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/**
 * Stops reading a request's body at a limit, whether or not it said how long it would be, and when
 * it keeps its reader waiting: a thousand bodies that drip would hold all threads.
 *
 * <p>A body whose sender goes away is no fault of ours: it is refused like one that cannot be read.
 */
@PreMatching
public final class BodyLimitFilter implements ContainerRequestFilter {
  private final long bytesMax;
  private final Duration timeMax;
  private final InstantSource clock;

  public BodyLimitFilter(long bytesMax, Duration timeMax, InstantSource clock) {
    this.bytesMax = bytesMax;
    this.timeMax = timeMax;
    this.clock = clock;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getLength() > bytesMax) {
      throw tooLarge();
    }
    request.setEntityStream(new Limited(request.getEntityStream()));
  }

  private Refusal tooLarge() {
    return new Refusal(ProblemType.TOO_LARGE, Map.of("bytesMax", bytesMax));
  }

  private final class Limited extends FilterInputStream {
    private final Instant end = clock.instant().plus(timeMax);
    private long read;

    Limited(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      int count;
      try {
        count = super.read(buffer, offset, length);
      } catch (IOException e) {
        throw refusal(e);
      }
      count(Math.max(0, count));
      return count;
    }

    private void count(int bytes) {
      read += bytes;
      if (read > bytesMax) {
        throw tooLarge();
      }
      if (bytes > 0 && clock.instant().isAfter(end)) {
        throw new Refusal(ProblemType.TOO_SLOW);
      }
    }
  }

  /** Reading fails when the sender is silent for as long as the server waits, or is gone. */
  private static Refusal refusal(IOException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TimeoutException) {
        return new Refusal(ProblemType.TOO_SLOW);
      }
    }
    return new Refusal(ProblemType.MALFORMED, Map.of("reason", "body"));
  }
}
