package org.ronde.http;

import io.dropwizard.auth.Authenticator;
import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.server.AbstractServerFactory;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.logging.common.ExternalLoggingFactory;
import io.dropwizard.request.logging.LogbackAccessRequestLogFactory;
import io.dropwizard.testing.DropwizardTestSupport;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.ronde.db.TestDatabase;
import org.ronde.ids.CompanyId;
import org.ronde.ids.MemberId;

/**
 * A real server with the edge and the resources of one room, and actors as a test wants them.
 *
 * <pre>{@code
 * @RegisterExtension static final TestDatabase database = new TestDatabase();
 * @RegisterExtension static final TestServer server =
 *     new TestServer(database, () -> List.of(new ListingPages(listings), new ListingResource(…)));
 *
 * Actor baker = server.trader("Boulangerie Paul");
 * server.as(baker).get("/listings").body();
 * server.as(baker).post("/listings", Map.of("title", "Pain"));
 * server.as(baker).postJson("/api/v1/listings", "{…}");
 * }</pre>
 */
public final class TestServer implements BeforeAllCallback, AfterAllCallback {
  private static final Words WORDS = Words.load();

  private final TestDatabase database;
  private final Supplier<List<Object>> resources;
  private final Authenticator<Credentials, Actor> authenticator;
  private final Map<String, Actor> actors = new ConcurrentHashMap<>();
  private @Nullable DropwizardTestSupport<Configuration> support;

  public TestServer(TestDatabase database, Supplier<List<Object>> resources) {
    this(database, resources, credentials -> Optional.empty());
  }

  /** With an authenticator that knows more than the actors a test makes up: real sessions. */
  public TestServer(
      TestDatabase database,
      Supplier<List<Object>> resources,
      Authenticator<Credentials, Actor> authenticator) {
    this.database = database;
    this.resources = resources;
    this.authenticator = authenticator;
  }

  /** The words that pages use, for expecting them. */
  public static Words words() {
    return WORDS;
  }

  public static Templates templates() {
    return new Templates(WORDS, ZoneId.of("Europe/Paris"));
  }

  /** An actor that trades for an approved company of its own, in English. */
  public static Actor trader(String companyName) {
    return actor(new Actor.Acting(id(), companyName, Actor.Role.OWNER, true), false);
  }

  public static Actor operator() {
    return actor(null, true);
  }

  public static Actor actor(Actor.@Nullable Acting acting, boolean operator) {
    return new Actor(
        new MemberId(UUID.randomUUID()),
        "Robin",
        Locale.ENGLISH,
        operator,
        acting,
        "csrf-" + UUID.randomUUID());
  }

  private static CompanyId id() {
    return new CompanyId(UUID.randomUUID());
  }

  /** Requests of this actor, signed in by session cookie. */
  public Client as(Actor actor) {
    actors.put(actor.memberId().toString(), actor);
    return new Client(actor);
  }

  public Client asNobody() {
    return new Client(null);
  }

  /** Requests with a real session's cookie, for the authenticator given to this server. */
  public Client asSession(Actor actor, String cookie) {
    return new Client(actor, cookie);
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    DefaultServerFactory factory = new DefaultServerFactory();
    HttpConnectorFactory application = (HttpConnectorFactory) HttpConnectorFactory.application();
    application.setPort(0);
    HttpConnectorFactory admin = (HttpConnectorFactory) HttpConnectorFactory.admin();
    admin.setPort(0);
    factory.setApplicationConnectors(List.of(application));
    factory.setAdminConnectors(List.of(admin));
    ((AbstractServerFactory) factory).setRegisterDefaultExceptionMappers(false);
    Configuration configuration = new Configuration();
    configuration.setServerFactory(factory);
    // Leaves logback-test.xml in charge.
    configuration.setLoggingFactory(new ExternalLoggingFactory());
    LogbackAccessRequestLogFactory quiet = new LogbackAccessRequestLogFactory();
    quiet.setAppenders(List.of());
    factory.setRequestLogFactory(quiet);
    support =
        new DropwizardTestSupport<>(EdgeOnly.class, configuration) {
          @Override
          public Application<Configuration> newApplication() {
            return new EdgeOnly();
          }
        };
    support.before();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (support != null) {
      support.after();
    }
  }

  public String url(String path) {
    if (support == null) {
      throw new IllegalStateException("The server has not started.");
    }
    return "http://localhost:" + support.getLocalPort() + path;
  }

  private final class EdgeOnly extends Application<Configuration> {
    @Override
    public void initialize(Bootstrap<Configuration> bootstrap) {
      Assets.serve(bootstrap);
    }

    @Override
    public void run(Configuration configuration, Environment environment) {
      URI baseUrl = URI.create("http://localhost");
      new Edge(
              baseUrl,
              templates(),
              new Cookies(baseUrl),
              database.open(),
              credentials ->
                  credentials instanceof Credentials.Session session
                          && actors.containsKey(session.secret())
                      ? Optional.ofNullable(actors.get(session.secret()))
                      : authenticator.authenticate(credentials),
              actor -> Map.of("unread", 0),
              new ViewFilter.SiteFacts(baseUrl.toString(), true, true))
          .plugInto(environment);
      resources.get().forEach(environment.jersey()::register);
    }
  }

  /** One actor's browser and API client; redirects are not followed. */
  public final class Client {
    private final @Nullable Actor actor;
    private final String cookie;
    private final HttpClient http = HttpClient.newHttpClient();

    Client(@Nullable Actor actor) {
      this(actor, actor == null ? "" : actor.memberId().toString());
    }

    Client(@Nullable Actor actor, String cookie) {
      this.actor = actor;
      this.cookie = cookie;
    }

    public HttpResponse<String> get(String path) {
      return send(request(path).GET());
    }

    /** Posts a form with the session's token and a fresh idempotency key. */
    public HttpResponse<String> head(String path) {
      return send(request(path).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    }

    public HttpResponse<String> post(String path, Map<String, String> fields) {
      return post(path, fields, UUID.randomUUID().toString());
    }

    public HttpResponse<String> post(String path, Map<String, String> fields, String key) {
      Map<String, String> all = new java.util.LinkedHashMap<>(fields);
      all.put("csrf", actor == null || actor.session() == null ? "" : actor.session());
      all.put("idempotencyKey", key);
      String body =
          all.entrySet().stream()
              .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
              .collect(Collectors.joining("&"));
      return send(
          request(path)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("Sec-Fetch-Site", "same-origin")
              .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> postJson(String path, String json) {
      return sendJson("POST", path, json, UUID.randomUUID().toString());
    }

    public HttpResponse<String> sendJson(String method, String path, String json, String key) {
      HttpRequest.Builder request =
          request(path)
              .header("Content-Type", "application/json")
              .header("Sec-Fetch-Site", "same-origin")
              .header("Idempotency-Key", key);
      if (actor != null && actor.session() != null) {
        request.header("X-CSRF-Token", actor.session());
      }
      return send(request.method(method, HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Posts a form with files, the session's token and a fresh idempotency key. */
    public HttpResponse<String> postFiles(
        String path, Map<String, String> fields, Map<String, byte[]> files) {
      return postFiles(path, fields, files, UUID.randomUUID().toString());
    }

    /**
     * Posts a form with files.
     *
     * @param files by name, all in the field {@code files}
     */
    public HttpResponse<String> postFiles(
        String path, Map<String, String> fields, Map<String, byte[]> files, String key) {
      MultipartBody body = new MultipartBody();
      fields.forEach(body::field);
      body.field("csrf", actor == null || actor.session() == null ? "" : actor.session());
      body.field("idempotencyKey", key);
      files.forEach((name, bytes) -> body.file("files", name, bytes));
      return postBody(path, body.contentType(), body.bytes());
    }

    public HttpResponse<String> postBody(String path, String contentType, byte[] body) {
      return send(
          request(path)
              .header("Content-Type", contentType)
              .header("Sec-Fetch-Site", "same-origin")
              .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** Fetches bytes with further request headers. */
    public HttpResponse<byte[]> bytes(String path, String... headers) {
      HttpRequest.Builder request = request(path).GET();
      if (headers.length > 0) {
        request.headers(headers);
      }
      try {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    private HttpRequest.Builder request(String path) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(url(path))).header("Accept-Language", "en");
      if (actor != null) {
        request.header(
            "Cookie", new Cookies(URI.create("http://localhost")).sessionName() + "=" + cookie);
      }
      return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
      try {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    private String encode(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }
}
