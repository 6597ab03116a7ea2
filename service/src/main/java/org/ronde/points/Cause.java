package org.ronde.points;

import java.util.UUID;
import org.ronde.ids.Subject;

/**
 * Why points were written. A cause gives one member at most one award, however often it is told;
 * taken back, it cannot be told anew: an appeal that gives points again is a cause of its own.
 *
 * @param kind lower case with hyphens, at most 30 characters: {@code attempt-award}, {@code
 *     exchange-closed}
 */
public record Cause(String kind, UUID id) {
  public Cause {
    if (!kind.matches("[a-z-]{1,30}")) {
      throw new IllegalArgumentException("'%s' is no kind of cause.".formatted(kind));
    }
  }

  public static Cause of(String kind, Subject subject) {
    return new Cause(kind, subject.id());
  }
}
