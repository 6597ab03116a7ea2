package org.ronde.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.model.ResourceMethod;

/**
 * Stops reading a request's body at a limit, whether or not it said how long it would be, and when
 * it keeps its reader waiting: a thousand bodies that drip would hold all threads. Methods marked
 * {@link Uploads} may be sent more.
 *
 * <p>It runs once the method is known, before anything reads a body. A body whose sender goes away
 * is no fault of ours: it is refused like one that cannot be read.
 */
@Priority(0)
public final class BodyLimitFilter implements ContainerRequestFilter {
  private static final Limit PLAIN = new Limit(256 * 1024, Duration.ofSeconds(20));

  private final Limit plain;
  private final Limit uploads;
  private final InstantSource clock;

  /** How much, and for how long. */
  record Limit(long bytesMax, Duration timeMax) {
    Refusal tooLarge() {
      return new Refusal(ProblemType.TOO_LARGE, Map.of("bytesMax", bytesMax));
    }
  }

  public BodyLimitFilter(UploadSettings settings, InstantSource clock) {
    this(
        PLAIN,
        new Limit(settings.formBytesMax(), Duration.ofSeconds(settings.secondsMax())),
        clock);
  }

  /** With limits of the caller's. */
  BodyLimitFilter(Limit plain, Limit uploads, InstantSource clock) {
    this.plain = plain;
    this.uploads = uploads;
    this.clock = clock;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Limit limit = takesUploads(request) ? uploads : plain;
    if (request.getLength() > limit.bytesMax()) {
      throw limit.tooLarge();
    }
    request.setEntityStream(new Limited(request.getEntityStream(), limit));
  }

  /** Whether the method that will answer is marked {@link Uploads}. */
  static boolean takesUploads(ContainerRequestContext request) {
    ResourceMethod method =
        request.getUriInfo() instanceof ExtendedUriInfo info
            ? info.getMatchedResourceMethod()
            : null;
    return method != null
        && method.getInvocable().getHandlingMethod().isAnnotationPresent(Uploads.class);
  }

  private final class Limited extends FilterInputStream {
    private final Limit limit;
    private final Instant end;
    private long read;

    Limited(InputStream in, Limit limit) {
      super(in);
      this.limit = limit;
      this.end = clock.instant().plus(limit.timeMax());
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
      if (read > limit.bytesMax()) {
        throw limit.tooLarge();
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
