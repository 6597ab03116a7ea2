package org.ronde.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ContainerRequest;
import org.junit.jupiter.api.Test;

class BodyLimitFilterTest {
  private static final int BYTES_MAX = 1000;
  private static final Duration TIME_MAX = Duration.ofSeconds(20);
  private static final BodyLimitFilter.Limit LIMIT = new BodyLimitFilter.Limit(BYTES_MAX, TIME_MAX);

  private Instant now = Instant.parse("2026-11-21T09:00:00Z");
  private final BodyLimitFilter filter = new BodyLimitFilter(LIMIT, LIMIT, () -> now);

  @Test
  void letsABodyOfExactlyTheLimitPass() throws IOException {
    ContainerRequest request = request(new ByteArrayInputStream(new byte[BYTES_MAX]));
    request.header("Content-Length", BYTES_MAX);

    filter.filter(request);

    assertThat(request.getEntityStream().readAllBytes()).hasSize(BYTES_MAX);
  }

  @Test
  void refusesABodyThatSaysItIsTooLargeBeforeReadingIt() {
    ContainerRequest request = request(InputStream.nullInputStream());
    request.header("Content-Length", BYTES_MAX + 1);

    assertRefused(ProblemType.TOO_LARGE, () -> filter.filter(request));
  }

  @Test
  void stopsReadingABodyThatDidNotSayHowLargeItIs() {
    ContainerRequest request = request(new ByteArrayInputStream(new byte[BYTES_MAX + 1]));

    filter.filter(request);

    assertRefused(ProblemType.TOO_LARGE, () -> request.getEntityStream().readAllBytes());
  }

  @Test
  void countsSingleBytesToo() throws IOException {
    ContainerRequest request = request(new ByteArrayInputStream(new byte[BYTES_MAX + 1]));
    filter.filter(request);
    InputStream body = request.getEntityStream();

    for (int i = 0; i < BYTES_MAX; i++) {
      assertThat(body.read()).isZero();
    }

    assertRefused(ProblemType.TOO_LARGE, body::read);
  }

  @Test
  void stopsReadingABodyThatDrips() {
    ContainerRequest request = request(new Dripping(TIME_MAX.dividedBy(4)));

    filter.filter(request);

    assertRefused(ProblemType.TOO_SLOW, () -> request.getEntityStream().readAllBytes());
  }

  @Test
  void takesSilenceForSlowness() {
    ContainerRequest request = request(new Failing(new IOException(new TimeoutException())));

    filter.filter(request);

    assertRefused(ProblemType.TOO_SLOW, () -> request.getEntityStream().readAllBytes());
  }

  @Test
  void blamesTheSenderForABodyThatBreaksOff() {
    ContainerRequest request = request(new Failing(new IOException("Connection reset by peer")));

    filter.filter(request);

    assertRefused(ProblemType.MALFORMED, () -> request.getEntityStream().readAllBytes());
  }

  private static ContainerRequest request(InputStream body) {
    URI base = URI.create("http://localhost/");
    ContainerRequest request =
        new ContainerRequest(base, base, "POST", null, new MapPropertiesDelegate(), null);
    request.setEntityStream(body);
    return request;
  }

  private static void assertRefused(ProblemType type, Work work) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(work::run)
        .extracting(Refusal::type)
        .isEqualTo(type);
  }

  private interface Work {
    void run() throws IOException;
  }

  /** One byte at a time, each after a pause. */
  private final class Dripping extends InputStream {
    private final Duration pause;

    Dripping(Duration pause) {
      this.pause = pause;
    }

    @Override
    public int read() {
      now = now.plus(pause);
      return 'x';
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      buffer[offset] = (byte) read();
      return 1;
    }
  }

  private static final class Failing extends InputStream {
    private final IOException failure;

    Failing(IOException failure) {
      this.failure = failure;
    }

    @Override
    public int read() throws IOException {
      throw failure;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      throw failure;
    }
  }
}
