package org.ronde.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;

/**
 * Stops reading a request's body at a limit, whether or not it said how long it would be, and when
 * it keeps its reader waiting: a thousand bodies that drip would hold all threads.
 */
@PreMatching
public final class BodyLimitFilter implements ContainerRequestFilter {
  private final long bytesMax;
  private final Duration timeMax;

  public BodyLimitFilter(long bytesMax, Duration timeMax) {
    this.bytesMax = bytesMax;
    this.timeMax = timeMax;
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
    private final long begun = System.nanoTime();
    private long read;

    Limited(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      count(Math.max(0, count));
      return count;
    }

    private void count(int bytes) {
      read += bytes;
      if (read > bytesMax) {
        throw tooLarge();
      }
      if (bytes > 0 && System.nanoTime() - begun > timeMax.toNanos()) {
        throw new Refusal(ProblemType.UNEXPECTED);
      }
    }
  }
}
