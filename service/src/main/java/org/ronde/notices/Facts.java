package org.ronde.notices;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ronde.http.Formats;
import org.ronde.http.Templates;

/**
 * The named values of a notice, kept as JSON so that they can be said in any language later.
 *
 * <p>Texts and whole numbers as they are, an instant as {@code {"instant": "…"}}, a date as {@code
 * {"day": "…"}}.
 */
record Facts(Map<String, Object> values) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String AMOUNT = "Cents";

  /** Facts that are members' names. */
  static final List<String> PEOPLE = List.of("who", "person", "partner", "name");

  Facts {
    values = Map.copyOf(values);
  }

  static Facts of(String json) {
    Map<String, Object> values = new HashMap<>();
    try {
      JSON.readTree(json)
          .properties()
          .forEach(fact -> values.put(fact.getKey(), value(fact.getValue())));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The facts of a notice are not JSON: " + json, e);
    }
    return new Facts(values);
  }

  private static Object value(JsonNode node) {
    if (node.isObject()) {
      return node.has("day")
          ? LocalDate.parse(node.get("day").asText())
          : Instant.parse(node.get("instant").asText());
    }
    return node.isNumber() ? (Object) node.longValue() : node.asText();
  }

  String json() {
    ObjectNode object = JSON.createObjectNode();
    values.forEach((name, value) -> put(object, name, value));
    return object.toString();
  }

  private static void put(ObjectNode object, String name, Object value) {
    if (value instanceof String text) {
      object.put(name, text);
    } else if (value instanceof Integer || value instanceof Long) {
      object.put(name, ((Number) value).longValue());
    } else if (value instanceof Instant instant) {
      object.putObject(name).put("instant", instant.toString());
    } else if (value instanceof LocalDate day) {
      object.putObject(name).put("day", day.toString());
    } else {
      throw new IllegalArgumentException(
          "The fact '%s' of a notice cannot be a %s: a text, a whole number, an instant or a date is."
              .formatted(name, value.getClass().getSimpleName()));
    }
  }

  /**
   * The values as messages take them: amounts, instants and dates already in words, and words for
   * somebody whose name is gone.
   */
  Map<String, Object> arguments(Templates templates, Locale locale) {
    Formats formats = new Formats(locale, templates.zone());
    Map<String, Object> arguments = new HashMap<>();
    values.forEach((name, value) -> arguments.put(name, said(name, value, formats)));
    PEOPLE.stream()
        .filter(fact -> "".equals(arguments.get(fact)))
        .forEach(fact -> arguments.put(fact, templates.words().say(locale, "notices.somebody")));
    return arguments;
  }

  private static Object said(String name, Object value, Formats formats) {
    if (value instanceof Number number && name.endsWith(AMOUNT)) {
      return formats.euros(number.longValue());
    }
    if (value instanceof Instant instant) {
      return formats.dateTime(instant);
    }
    return value instanceof LocalDate day ? formats.date(day) : value;
  }
}
