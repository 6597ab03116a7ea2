package org.ronde.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies what happened, in the stream. */
public record HappeningId(UUID value) implements Id {
  /**
   * Reads the 36-character form.
   *
   * @throws IllegalArgumentException when the text is no UUID
   */
  @JsonCreator
  public static HappeningId fromString(String text) {
    return new HappeningId(UUID.fromString(text));
  }

  @JsonValue
  @Override
  public String toString() {
    return value.toString();
  }
}
