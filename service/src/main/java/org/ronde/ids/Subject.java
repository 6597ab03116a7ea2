package org.ronde.ids;

import java.util.UUID;

/**
 * What a proof, a dispute, a report or an entry is about: a thing of some room, named without
 * knowing that room.
 *
 * @param kind the thing's name in lower case with hyphens, at most 20 characters: {@code attempt},
 *     {@code comment}
 */
public record Subject(String kind, UUID id) {
  public Subject {
    if (!kind.matches("[a-z-]{1,20}")) {
      throw new IllegalArgumentException("'%s' is no kind of subject.".formatted(kind));
    }
  }

  public static Subject of(String kind, Id id) {
    return new Subject(kind, id.value());
  }

  @Override
  public String toString() {
    return kind + ":" + id;
  }
}
