package org.ronde.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.app.HealthOfDisk.FREE_BYTES_MIN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.DatabaseConfiguration;
import org.ronde.db.TestDatabase;

/** What an operator and their machines ask of a running Ronde. */
@Tag("database")
class OperationsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final DropwizardTestSupport<RondeConfiguration> RONDE = support();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static DropwizardTestSupport<RondeConfiguration> support() {
    DatabaseConfiguration settings = database.configuration();
    return new DropwizardTestSupport<>(
        TestApplication.class,
        "../config.yml",
        ConfigOverride.config("server.applicationConnectors[0].port", "0"),
        ConfigOverride.config("server.adminConnectors[0].port", "0"),
        ConfigOverride.config("logging.level", "ERROR"),
        ConfigOverride.config("database.url", settings.getUrl()),
        ConfigOverride.config("database.user", String.valueOf(settings.getUser())),
        ConfigOverride.config("database.password", String.valueOf(settings.getPassword())));
  }

  @BeforeAll
  static void start() throws Exception {
    RONDE.before();
  }

  @AfterAll
  static void stop() {
    RONDE.after();
  }

  private static HttpResponse<String> get(int port, String path)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path))).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return get(RONDE.getLocalPort(), path);
  }

  @Test
  void saysThatItIsAliveAndReady() throws Exception {
    assertThat(get("/healthz").body()).isEqualTo("yes\n");
    HttpResponse<String> ready = get("/readyz");
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body()).isEqualTo("yes\n");
  }

  @Test
  void saysNoWithoutReasonsWhenItIsNotReady() {
    try (var answer = new HealthReady(() -> false).ready()) {
      assertThat(answer.getStatus()).isEqualTo(503);
      assertThat(answer.getEntity()).isEqualTo("no\n");
    }
  }

  @Test
  void tellsTheOperatorWhatIsWrong() throws Exception {
    HttpResponse<String> answer = get(RONDE.getAdminPort(), "/healthcheck");

    assertThat(answer.body()).contains("\"database\":{\"healthy\":true").contains("\"disk\"");
  }

  @Test
  void knowsADiskThatIsFull() throws Exception {
    HealthOfDisk enough = new HealthOfDisk(Path.of("not", "made", "yet"), FREE_BYTES_MIN);
    HealthOfDisk tooLittle = new HealthOfDisk(Path.of("."), Long.MAX_VALUE);

    assertThat(enough.execute().isHealthy()).isTrue();
    assertThat(tooLittle.execute().getMessage()).contains("bytes are free");
  }

  @Test
  void measuresForPrometheusOnTheAdminPortAlone() throws Exception {
    HttpResponse<String> answer = get(RONDE.getAdminPort(), "/metrics");

    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(answer.body()).contains("# TYPE ").contains("QueuedThreadPool_dw_size");
    assertThat(get("/metrics").statusCode()).isEqualTo(404);
  }

  @Test
  void describesEveryRouteOfTheApi() throws Exception {
    JsonNode paths = openApi().get("paths");
    List<String> missing = new ArrayList<>();

    for (Class<?> type : resources()) {
      collect(Resource.from(type), "", paths, missing);
    }

    assertThat(missing).isEmpty();
  }

  private static void collect(
      Resource resource, String above, JsonNode paths, List<String> missing) {
    String path =
        (above + "/" + resource.getPath()).replaceAll("/+", "/").replaceAll("(.)/$", "$1");
    // Jersey's templates may hold a pattern, OpenAPI's only a name.
    String described = path.replaceAll("\\{\\s*([A-Za-z0-9]+)\\s*:[^}]*}", "{$1}");
    for (ResourceMethod method : resource.getResourceMethods()) {
      JsonNode operation =
          paths == null
              ? null
              : paths.path(described).get(method.getHttpMethod().toLowerCase(Locale.ROOT));
      if (operation == null) {
        missing.add("%s %s is not described".formatted(method.getHttpMethod(), described));
      } else if (!operation.at("/responses/default/content").has("application/problem+json")) {
        missing.add("%s %s describes no problem".formatted(method.getHttpMethod(), described));
      } else if (operation.path("summary").asText().isEmpty()) {
        missing.add("%s %s has no summary".formatted(method.getHttpMethod(), described));
      }
    }
    resource.getChildResources().forEach(child -> collect(child, path, paths, missing));
  }

  private static List<Class<?>> resources() {
    List<Class<?>> resources = new ArrayList<>();
    RONDE.getEnvironment().jersey().getResourceConfig().getInstances().stream()
        .<Class<?>>map(Object::getClass)
        .filter(OpenApiDocument::describes)
        .forEach(resources::add);
    return resources;
  }

  private static JsonNode openApi() throws IOException, InterruptedException {
    return new ObjectMapper().readTree(get("/api/openapi.json").body());
  }

  @Test
  void describesWhatAProblemHolds() throws Exception {
    JsonNode problem = openApi().at("/components/schemas/Problem/properties");

    assertThat(problem.path("type").path("description").asText()).contains("/problems/not-found");
    assertThat(problem.has("errors")).isTrue();
    assertThat(problem.has("incident")).isTrue();
  }

  @Test
  void leadsFromTheTypeOfAProblemToTheGuide() throws Exception {
    HttpResponse<String> known = get("/problems/not-found");
    HttpResponse<String> unknown = get("/problems/no-such-thing");

    assertThat(known.statusCode()).isEqualTo(303);
    assertThat(known.headers().firstValue("Location").orElse("")).endsWith("/api#not-found");
    assertThat(unknown.statusCode()).isEqualTo(404);
  }

  @Test
  void explainsTheApiInWords() throws Exception {
    HttpResponse<String> guide = get("/api");

    assertThat(guide.statusCode()).isEqualTo(200);
    assertThat(guide.body()).contains("/api/openapi.json").contains("id=\"not-found\"");
  }

  @Test
  void refusesASmallBodyThatInflatesToALargeOne() throws Exception {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 300; i++) {
        gzip.write(zeros);
      }
    }

    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:%d/language".formatted(RONDE.getLocalPort())))
                .header("Content-Encoding", "gzip")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bomb.toByteArray()))
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void takesASmallFormThatArrivesInTwoParts() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RONDE.getLocalPort())) {
      socket
          .getOutputStream()
          .write(
              String.join(
                      "\r\n",
                      "POST /language HTTP/1.1",
                      "Host: localhost",
                      "Sec-Fetch-Site: same-origin",
                      "Content-Type: application/x-www-form-urlencoded",
                      "Content-Length: 11",
                      "Connection: close",
                      "",
                      "lang")
                  .getBytes(UTF_8));
      socket.getOutputStream().flush();
      // What a network does now and then: the rest comes later.
      LockSupport.parkNanos(Duration.ofMillis(150).toNanos());
      socket.getOutputStream().write("uage=fr".getBytes(UTF_8));

      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 303");
    }
  }
}
