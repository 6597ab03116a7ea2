package org.ronde.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a comment on what happened. */
public record CommentId(UUID value) implements Id {
  /**
   * Reads the 36-character form.
   *
   * @throws IllegalArgumentException when the text is no UUID
   */
  @JsonCreator
  public static CommentId fromString(String text) {
    return new CommentId(UUID.fromString(text));
  }

  @JsonValue
  @Override
  public String toString() {
    return value.toString();
  }
}
