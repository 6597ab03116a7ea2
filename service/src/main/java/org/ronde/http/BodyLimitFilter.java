package org.ronde.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.model.ResourceMethod;

/**
 * Stops reading a request's body at a limit, whether or not it said how long it would be, and when
 * it keeps its reader waiting: a thousand bodies that drip would hold all threads. Methods marked
 * {@link Uploads} may be sent more.
 *
 * <p>It runs once the method is known, before anything reads a body.
 */
@Priority(0)
public final class BodyLimitFilter implements ContainerRequestFilter {
  private static final Limit PLAIN = new Limit(256 * 1024, Duration.ofSeconds(20));

  private final Limit uploads;

  private record Limit(long bytesMax, Duration timeMax) {
    Refusal tooLarge() {
      return new Refusal(ProblemType.TOO_LARGE, Map.of("bytesMax", bytesMax));
    }
  }

  public BodyLimitFilter(UploadSettings settings) {
    this.uploads = new Limit(settings.formBytesMax(), Duration.ofSeconds(settings.secondsMax()));
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Limit limit = takesUploads(request) ? uploads : PLAIN;
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

  private static final class Limited extends FilterInputStream {
    private final long begun = System.nanoTime();
    private final Limit limit;
    private long read;

    Limited(InputStream in, Limit limit) {
      super(in);
      this.limit = limit;
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
      if (read > limit.bytesMax()) {
        throw limit.tooLarge();
      }
      if (bytes > 0 && System.nanoTime() - begun > limit.timeMax().toNanos()) {
        throw new Refusal(ProblemType.UNEXPECTED);
      }
    }
  }
}
