package org.ronde.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a proof of what somebody did. */
public record EvidenceId(UUID value) implements Id {
  /**
   * Reads the 36-character form.
   *
   * @throws IllegalArgumentException when the text is no UUID
   */
  @JsonCreator
  public static EvidenceId fromString(String text) {
    return new EvidenceId(UUID.fromString(text));
  }

  @JsonValue
  @Override
  public String toString() {
    return value.toString();
  }
}
