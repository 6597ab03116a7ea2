package org.ronde.points;

import java.util.UUID;
import org.ronde.ids.Subject;

/**
 * Why points were written. A cause gives one member at most one award, however often it is told.
 *
 * @param kind lower case with hyphens, at most 30 characters: {@code attempt-validated}, {@code
 *     exchange-closed}
 */
public record Cause(String kind, UUID id) {
  public static Cause of(String kind, Subject subject) {
    return new Cause(kind, subject.id());
  }
}
