package org.ronde.matching.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Maps, lists, texts, numbers and truths as JSON.
 *
 * <p>By the generator alone: a mapper takes longer to load than a want list to solve.
 */
final class JsonText {
  private JsonText() {}

  /** On one line, without spaces. */
  static String of(@Nullable Object value) {
    return written(value, false);
  }

  /** A field a line. */
  static String inLines(Object value) {
    return written(value, true);
  }

  private static String written(@Nullable Object value, boolean inLines) {
    var text = new StringWriter();
    try (var json = new JsonFactory().createGenerator(text)) {
      if (inLines) {
        json.useDefaultPrettyPrinter();
      }
      write(json, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value instanceof Map<?, ?> fields) {
      json.writeStartObject();
      for (var field : fields.entrySet()) {
        json.writeFieldName(String.valueOf(field.getKey()));
        write(json, field.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (var each : list) {
        write(json, each);
      }
      json.writeEndArray();
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else if (value instanceof Number number) {
      json.writeNumber(number.longValue());
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value == null) {
      json.writeNull();
    } else {
      json.writeString(value.toString());
    }
  }
}
