package org.ronde.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who talks to Ronde without a browser, signed in or not, and may lie in any header. */
final class Client {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Pattern PAGE_TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  private final Ronde ronde;
  private final Map<String, String> headers;
  private final String pageToken;

  private Client(Ronde ronde, Map<String, String> headers, String pageToken) {
    this.ronde = ronde;
    this.headers = Map.copyOf(headers);
    this.pageToken = pageToken;
  }

  /** What came back. */
  record Answer(int status, String type, String location, String text) {
    boolean refused() {
      return status >= 400;
    }
  }

  /** Nobody we know. */
  static Client anonymous(Ronde ronde) {
    return new Client(ronde, Map.of("Accept-Language", "fr"), "");
  }

  /** The member with this address, in a browser's session of their own. */
  static Client of(Ronde ronde, String email) {
    URI link = URI.create(ronde.application().rooms().members().oneTimeLink(email));
    HttpResponse<String> entered =
        exchange(
            HttpRequest.newBuilder(URI.create(ronde.url(link.getPath())))
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    String cookie =
        entered.headers().allValues("Set-Cookie").stream()
            .filter(line -> line.startsWith("__Host-ronde="))
            .map(line -> line.replaceFirst(";.*", ""))
            .findFirst()
            .orElseThrow(() -> new AssertionError("Not signed in: " + entered.statusCode()));
    Client client = new Client(ronde, Map.of("Cookie", cookie), "");
    Matcher token = PAGE_TOKEN.matcher(client.get("/about").text());
    if (!token.find()) {
      throw new AssertionError("The page of a signed-in member has no form.");
    }
    return new Client(ronde, client.headers, token.group(1));
  }

  /** The session cookie's name and value, for a browser that goes on as the same person. */
  String[] cookie() {
    return String.valueOf(headers.get("Cookie")).split("=", 2);
  }

  /** What a form of ours sends as {@code csrf}. */
  String pageToken() {
    return pageToken;
  }

  Map<String, String> headers() {
    return headers;
  }

  Answer get(String path) {
    return send("GET", path, Map.of(), "");
  }

  /** As a form of our own pages is sent. */
  Answer post(String path, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("csrf", pageToken);
    return send(
        "POST",
        path,
        Map.of(
            "Sec-Fetch-Site", "same-origin", "Content-Type", "application/x-www-form-urlencoded"),
        form(all));
  }

  /** As a script on our own pages sends JSON. */
  Answer json(String method, String path, String body) {
    return send(method, path, json(), body);
  }

  /** The headers of a script on our own pages. */
  Map<String, String> json() {
    Map<String, String> sent = new HashMap<>();
    sent.put("Sec-Fetch-Site", "same-origin");
    sent.put("Content-Type", "application/json");
    sent.put("Idempotency-Key", "key-" + System.nanoTime());
    if (!pageToken.isEmpty()) {
      sent.put("X-CSRF-Token", pageToken);
    }
    return sent;
  }

  Answer send(String method, String path, Map<String, String> more, String body) {
    return send(method, path, more, body.getBytes(StandardCharsets.UTF_8));
  }

  Answer send(String method, String path, Map<String, String> more, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(ronde.url(path)))
            .method(
                method,
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    Map<String, String> all = new HashMap<>(headers);
    all.putAll(more);
    all.forEach(request::header);
    HttpResponse<String> response = exchange(request.build());
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        response.headers().firstValue("Location").orElse(""),
        response.body());
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> exchange(HttpRequest request) {
    try {
      return send(request);
    } catch (IOException e) {
      throw new IllegalStateException(request.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Once more on a new connection, when the server closed the old one after a refusal. */
  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
