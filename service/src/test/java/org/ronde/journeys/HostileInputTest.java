package org.ronde.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Programs that send what no one would: to every route that takes JSON, as the API describes it,
 * every shape it does not. The answer is a refusal in due form, never a fault of ours.
 */
@Tag("database")
class HostileInputTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DEPTH = 3_000;

  /** In the place of a field. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "\"\"",
          "\"text\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"é\\u202e' OR 1=1 --<script>\"",
          "\"" + "a".repeat(70_000) + "\"",
          "-1",
          "0",
          "1.5",
          "1e308",
          "9223372036854775807",
          "-9223372036854775808",
          "9".repeat(400),
          "[]",
          "[null]",
          "{}",
          "[".repeat(DEPTH) + "]".repeat(DEPTH));

  /** In the place of the whole body; none of them is JSON that the API describes. */
  private static final List<String> BODIES =
      List.of(
          "[]",
          "42",
          "\"text\"",
          "{",
          "{}{}",
          "{\"nobody\":\"knows this\"}",
          "{\"a\":1,\"a\":2}",
          "\u0000",
          "{\"a\":".repeat(DEPTH) + "1" + "}".repeat(DEPTH),
          "[".repeat(DEPTH));

  private static final List<String> TYPES =
      List.of(
          "text/plain",
          "application/xml",
          "multipart/form-data",
          "image/png",
          "*/*",
          "nonsense",
          "application/json; charset=nonsense",
          "application/json; charset=utf-16");

  @RegisterExtension static final Ronde ronde = new Ronde();

  private final List<String> wrong = new ArrayList<>();

  @Test
  void isRefusedInDueFormOnEveryRouteOfTheApi() throws JsonProcessingException {
    ronde.application().seedDemo();
    ronde.application().rooms().cycles().job().queueDaily();
    ronde.application().rooms().cycles().job().runQueued();
    Vidal vidal = new Vidal(ronde);
    Client operator = Client.of(ronde, "operator@ronde.example");
    JsonNode api = JSON.readTree(vidal.claire().get("/api/openapi.json").text());
    int routes = 0;

    for (Map.Entry<String, JsonNode> path : api.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        String method = operation.getKey().toUpperCase(Locale.ROOT);
        if (Set.of("POST", "PUT").contains(method)) {
          routes++;
          Route route = new Route(method, path.getKey(), false);
          boolean theirs = Right.find(route).equals(Optional.of(Right.OPERATORS));
          attack(theirs ? operator : vidal.claire(), vidal, route, api, operation.getValue());
        }
      }
    }

    assertThat(routes).isGreaterThan(20);
    assertThat(wrong).isEmpty();
  }

  private void attack(Client client, Vidal vidal, Route route, JsonNode api, JsonNode operation) {
    String path = vidal.fill(route.template());
    JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
    boolean takesJson = !schema.isMissingNode();
    for (String body : BODIES) {
      send(client, route, path, client.json(), body.getBytes(UTF_8), takesJson);
    }
    send(client, route, path, client.json(), new byte[0], takesJson);
    send(client, route, path, client.json(), "null".getBytes(UTF_8), takesJson);
    send(client, route, path, client.json(), new byte[] {'{', (byte) 0xC3, '}'}, takesJson);
    for (String type : TYPES) {
      Map<String, String> headers = new HashMap<>(client.json());
      headers.put("Content-Type", type);
      boolean other = takesJson && !type.startsWith("application/json") && !type.equals("*/*");
      send(client, route, path, headers, "{}".getBytes(UTF_8), other);
    }
    if (takesJson) {
      fields(api, schema).forEach(body -> send(client, route, path, client.json(), body, false));
    }
    if (route.template().contains("{")) {
      for (String id : List.of("x", "%00", "1-1-1-1-1", "a".repeat(2_000), "%F0%9F%92%A3")) {
        String elsewhere = route.template().replaceAll("\\{[^}]+}", id);
        send(client, route, elsewhere, client.json(), "{}".getBytes(UTF_8), true);
      }
    }
  }

  /** A body for each field and each value that might not belong there, the others left whole. */
  private static Stream<byte[]> fields(JsonNode api, JsonNode schema) {
    Map<String, String> whole = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property :
        resolve(api, schema).path("properties").properties()) {
      whole.put(property.getKey(), sample(api, property.getValue()));
    }
    return whole.keySet().stream()
        .flatMap(
            field ->
                VALUES.stream()
                    .map(
                        value -> {
                          Map<String, String> changed = new LinkedHashMap<>(whole);
                          changed.put(field, value);
                          return json(changed).getBytes(UTF_8);
                        }));
  }

  private static String json(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> "\"%s\":%s".formatted(field.getKey(), field.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** JSON that the schema describes, whether or not it makes sense. */
  static String sample(JsonNode api, JsonNode described) {
    JsonNode schema = resolve(api, described);
    if (schema.has("enum")) {
      return schema.get("enum").get(0).toString();
    }
    return switch (schema.path("type").asText()) {
      case "integer", "number" -> "1";
      case "boolean" -> "false";
      case "array" -> "[" + sample(api, schema.path("items")) + "]";
      case "object" -> {
        Map<String, String> fields = new LinkedHashMap<>();
        schema
            .path("properties")
            .properties()
            .forEach(field -> fields.put(field.getKey(), sample(api, field.getValue())));
        yield json(fields);
      }
      default ->
          switch (schema.path("format").asText()) {
            case "date" -> "\"2030-01-01\"";
            case "date-time" -> "\"2030-01-01T00:00:00Z\"";
            default -> "\"01900000-0000-7000-8000-000000000000\"";
          };
    };
  }

  private static JsonNode resolve(JsonNode api, JsonNode schema) {
    return schema instanceof ObjectNode node && node.has("$ref")
        ? api.at(node.get("$ref").asText().substring(1))
        : schema;
  }

  private void send(
      Client client,
      Route route,
      String path,
      Map<String, String> headers,
      byte[] body,
      boolean mustRefuse) {
    Client.Answer answer = client.send(route.method(), path, headers, body);
    boolean form = !answer.refused() || answer.type().startsWith("application/problem+json");
    if (answer.status() >= 500 || !form || (mustRefuse && !answer.refused())) {
      String sent = new String(Arrays.copyOf(body, Math.min(body.length, 300)), UTF_8);
      wrong.add(
          "%s as %s answers %d %s to %s"
              .formatted(route, headers.get("Content-Type"), answer.status(), answer.type(), sent));
    }
  }
}
