package org.ronde.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.ronde.ids.Id;

/** Identifies a mark on a picture. */
public record PersonId(UUID value) implements Id {
  /**
   * Reads the 36-character form.
   *
   * @throws IllegalArgumentException when the text is no UUID
   */
  @JsonCreator
  public static PersonId fromString(String text) {
    return new PersonId(UUID.fromString(text));
  }

  @JsonValue
  @Override
  public String toString() {
    return value.toString();
  }
}
