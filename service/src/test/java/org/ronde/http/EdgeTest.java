package org.ronde.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.db.TestDatabase;

@Tag("database")
class EdgeTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @RegisterExtension
  static final TestServer server =
      new TestServer(database, () -> List.of(new BellPages(), new BellResource()));

  private static final AtomicInteger RINGS = new AtomicInteger();

  private final Actor baker = TestServer.trader("Boulangerie Paul");

  /** A page to try the edge on. */
  @Path("/bell")
  @Produces(MediaType.TEXT_HTML)
  public static final class BellPages {
    @GET
    public View show(@Auth Optional<Actor> actor) {
      return View.of("http/problem").with("title", "Bell").with("detail", "<b>ding</b>");
    }

    @GET
    @Path("/long")
    public View endless(@Auth Optional<Actor> actor) {
      return View.of("http/problem").with("title", "Bell").with("detail", "ding ".repeat(4000));
    }

    @GET
    @Path("/broken")
    public View broken(@Auth Optional<Actor> actor) {
      return View.of("http/problem").with("title", "Bell");
    }

    @GET
    @Path("/private")
    public View members(@Auth Actor actor) {
      return show(Optional.of(actor));
    }

    @POST
    @Once
    public Response ring(@Auth Actor actor, Form form) {
      if (form.value("tone").isEmpty()) {
        return Response.status(422).entity(show(Optional.of(actor))).build();
      }
      RINGS.incrementAndGet();
      return Redirect.to("/bell?rung=" + RINGS.get()).saying("kit.skip").response();
    }
  }

  /** The same over the API. */
  @Path("/api/v1/bell")
  @Produces(MediaType.APPLICATION_JSON)
  public static final class BellResource {
    /** What a client sends. */
    public record Ring(String tone, int times) {}

    @POST
    @Once
    public Ring ring(@Auth Actor actor, Ring ring) {
      RINGS.incrementAndGet();
      if (ring.times() > 3) {
        throw Refusal.invalid(Refusal.Fault.of("times", "problem.too-large.detail"));
      }
      return ring;
    }

    @GET
    @Path("/fall")
    public String fall(@Auth Optional<Actor> actor) {
      return actor.map(Actor::memberName).orElseThrow(() -> fault());
    }

    private static IllegalStateException fault() {
      return new IllegalStateException("secret detail");
    }
  }

  @Test
  void drawsAPageAndEscapesWhatIsInIt() {
    HttpResponse<String> page = server.asNobody().get("/bell");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("&lt;b&gt;ding").doesNotContain("<b>ding");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/bell", "/bell/long"})
  void tellsNoWrongLengthToWhoAsksForTheHeadersAlone(String path) {
    int length = server.asNobody().bytes(path).body().length;

    HttpResponse<String> head = server.asNobody().head(path);

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("Content-Length").orElse("" + length))
        .isEqualTo("" + length);
  }

  @Test
  void answersABrokenTemplateWithAnErrorPageAndNeverWithHalfAPage() {
    HttpResponse<String> page = server.asNobody().get("/bell/broken");

    assertThat(page.statusCode()).isEqualTo(500);
    assertThat(page.body()).doesNotContain("freemarker").doesNotContain("IllegalState");
  }

  @Test
  void sendsAnonymousVisitorsOfAMembersPageToSignInAndBack() {
    HttpResponse<String> page = server.asNobody().get("/bell/private?tone=a");

    assertThat(page.statusCode()).isEqualTo(303);
    assertThat(page.headers().firstValue("Location").orElse(""))
        .endsWith("/sign-in?next=%2Fbell%2Fprivate%3Ftone%3Da");
  }

  @Test
  void doesARepeatedFormOnce() {
    int before = RINGS.get();

    HttpResponse<String> first = server.as(baker).post("/bell", Map.of("tone", "a"), "key-1");
    HttpResponse<String> second = server.as(baker).post("/bell", Map.of("tone", "a"), "key-1");

    assertThat(first.statusCode()).isEqualTo(303);
    assertThat(RINGS.get()).isEqualTo(before + 1);
    assertThat(second.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
  }

  @Test
  void refusesAKeyUsedForSomethingElse() {
    server.as(baker).postJson("/api/v1/bell", "{\"tone\":\"a\",\"times\":1}");
    server.as(baker).sendJson("POST", "/api/v1/bell", "{\"tone\":\"a\",\"times\":1}", "key-2");

    HttpResponse<String> other =
        server.as(baker).sendJson("POST", "/api/v1/bell", "{\"tone\":\"b\",\"times\":1}", "key-2");

    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("/problems/idempotency-key-reused");
  }

  @Test
  void leavesTheKeyFreeWhenAFormIsShownAgain() {
    server.as(baker).post("/bell", Map.of(), "key-3");

    HttpResponse<String> corrected = server.as(baker).post("/bell", Map.of("tone", "c"), "key-3");

    assertThat(corrected.statusCode()).isEqualTo(303);
  }

  @Test
  void refusesAFormWithoutTheSessionsToken() {
    Actor stranger = TestServer.trader("Stranger");
    Actor sameSessionOtherToken =
        new Actor(
            stranger.memberId(),
            "Robin",
            stranger.locale(),
            false,
            stranger.acting(),
            "another token");
    server.as(stranger);
    TestServer.Client forger = server.new Client(sameSessionOtherToken);

    HttpResponse<String> answer = forger.post("/bell", Map.of("tone", "a"));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void tellsFieldByFieldWhatIsWrongInTheReadersLanguage() {
    HttpResponse<String> answer =
        server.as(baker).postJson("/api/v1/bell", "{\"tone\":\"a\",\"times\":9}");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"field\":\"times\"").contains("larger than");
  }

  @Test
  void readsJsonStrictly() {
    for (String json :
        List.of(
            "{\"tone\":\"a\",\"times\":\"7\"}",
            "{\"tone\":\"a\",\"times\":1.9}",
            "{\"tone\":\"a\",\"times\":1,\"role\":\"ADMIN\"}",
            "{\"tone\":\"a\",\"times\":1,\"times\":2}",
            "{\"tone\":\"a\",\"times\":1} x",
            "{\"tone\":\"a\"")) {
      HttpResponse<String> answer = server.as(baker).postJson("/api/v1/bell", json);

      assertThat(answer.statusCode()).as(json).isEqualTo(400);
      assertThat(answer.body()).as(json).contains("/problems/malformed");
    }
  }

  @Test
  void refusesABodyThatIsTooLarge() {
    HttpResponse<String> answer =
        server.as(baker).postJson("/api/v1/bell", "\"" + "x".repeat(300_000) + "\"");

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("/problems/too-large");
  }

  @Test
  void answersABodyThatBreaksOffAsTheSendersFault() throws IOException {
    server.as(baker);
    URI address = URI.create(server.url("/api/v1/bell"));
    String half =
        """
        POST /api/v1/bell HTTP/1.1
        Host: localhost
        Connection: close
        Cookie: __Host-ronde=%s
        X-CSRF-Token: %s
        Sec-Fetch-Site: same-origin
        Content-Type: application/json
        Content-Length: 100

        {"tone"
        """
            .formatted(baker.memberId(), baker.session())
            .replace("\n", "\r\n");

    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();

      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 400");
    }
  }

  @Test
  void keepsTheDetailsOfAFaultToTheLog() {
    HttpResponse<String> answer = server.asNobody().get("/api/v1/bell/fall");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("incident").doesNotContain("secret detail");
  }

  @Test
  void answersWhatTheWebServerItselfRefusesWithAProblemDocument() {
    HttpResponse<String> answer = server.asNobody().get("/bell/%25%2e%2e/..%2f");

    assertThat(answer.statusCode()).isBetween(400, 499);
    assertThat(answer.body()).doesNotContain("Jetty");
  }

  @Test
  void answersAnAddressThatIsNoneWithAProblemDocument() {
    HttpResponse<String> answer = server.asNobody().get("/api/v1/bell/%00");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void wantsAnIdempotencyKeyOverTheApi() {
    HttpResponse<String> answer =
        server.as(baker).sendJson("POST", "/api/v1/bell", "{\"tone\":\"a\",\"times\":1}", " ");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("/problems/idempotency-key-missing");
  }
}
