package org.ronde.matching.io;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of one JSON object, with the line on which each stands. */
final class JsonFields {
  private final int line;
  private final Map<String, JsonNode> values = new HashMap<>();
  private final Map<String, Integer> lines = new HashMap<>();

  private JsonFields(int line) {
    this.line = line;
  }

  /** Reads the object that begins here; other names than the allowed ones are refused. */
  static JsonFields read(JsonParser parser, Set<String> allowed)
      throws IOException, BadFileException {
    int line = lineOf(parser);
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new BadFileException(line, "expected an object");
    }
    var fields = new JsonFields(line);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = String.valueOf(parser.currentName());
      int nameLine = lineOf(parser);
      if (!allowed.contains(name)) {
        throw new BadFileException(nameLine, "unknown field '" + name + "'");
      }
      parser.nextToken();
      fields.lines.put(name, nameLine);
      JsonNode value = parser.readValueAsTree();
      fields.values.put(name, value);
    }
    return fields;
  }

  static int lineOf(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }

  int line() {
    return line;
  }

  String text(String name) throws BadFileException {
    var value = required(name);
    if (!value.isTextual()) {
      throw bad(name, "is no text");
    }
    return value.textValue();
  }

  @Nullable String textOrNull(String name) throws BadFileException {
    return isAbsent(name) ? null : text(name);
  }

  List<String> texts(String name) throws BadFileException {
    if (isAbsent(name)) {
      return List.of();
    }
    var texts = new ArrayList<String>();
    var list = required(name);
    if (!list.isArray()) {
      throw bad(name, "is no list");
    }
    for (var each : list) {
      if (!each.isTextual()) {
        throw bad(name, "holds something else than texts");
      }
      texts.add(each.textValue());
    }
    return texts;
  }

  long number(String name) throws BadFileException {
    var value = required(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw bad(name, "is no whole number");
    }
    return value.longValue();
  }

  @Nullable Long numberOrNull(String name) throws BadFileException {
    return isAbsent(name) ? null : number(name);
  }

  long number(String name, long otherwise) throws BadFileException {
    return isAbsent(name) ? otherwise : number(name);
  }

  int smallNumber(String name, int otherwise) throws BadFileException {
    long number = number(name, otherwise);
    if (number != (int) number) {
      throw bad(name, "is too large");
    }
    return (int) number;
  }

  boolean truth(String name) throws BadFileException {
    if (isAbsent(name)) {
      return false;
    }
    var value = required(name);
    if (!value.isBoolean()) {
      throw bad(name, "is neither true nor false");
    }
    return value.booleanValue();
  }

  LocalDate day(String name) throws BadFileException {
    var text = text(name);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw bad(name, "is no day like 2026-11-30");
    }
  }

  <E extends Enum<E>> E oneOf(String name, Class<E> values) throws BadFileException {
    var text = text(name);
    for (var value : values.getEnumConstants()) {
      if (value.name().equals(text)) {
        return value;
      }
    }
    throw bad(name, "is '%s', not one of %s".formatted(text, List.of(values.getEnumConstants())));
  }

  private boolean isAbsent(String name) {
    var value = values.get(name);
    return value == null || value.isNull();
  }

  private JsonNode required(String name) throws BadFileException {
    var value = values.get(name);
    if (value == null || value.isNull()) {
      throw new BadFileException(lines.getOrDefault(name, line), "'" + name + "' is missing");
    }
    return value;
  }

  private BadFileException bad(String name, String reason) {
    return new BadFileException(lines.getOrDefault(name, line), "'" + name + "' " + reason);
  }
}
