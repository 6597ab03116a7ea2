package org.ronde.social;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a member says of themselves and shows to whom.
 *
 * @param about at most 500 characters, may be empty
 * @param audiences who may see each part; complete
 */
public record Profile(String about, Map<Part, Audience> audiences) {
  public Profile {
    EnumMap<Part, Audience> all = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      all.put(part, audiences.getOrDefault(part, Audience.MEMBERS));
    }
    audiences = Collections.unmodifiableMap(all);
  }

  /** A part of a member's page. */
  public enum Part {
    PRACTICES,
    CHALLENGES,
    GALLERY,
    POINTS
  }

  /** Who may see a part, beside its owner. */
  public enum Audience {
    PRIVATE,
    MEMBERS,
    PUBLIC
  }

  /** What a member shows who never chose: all to members, nothing to strangers. */
  public static Profile untouched() {
    return new Profile("", Map.of());
  }

  public Audience audience(Part part) {
    return audiences.getOrDefault(part, Audience.MEMBERS);
  }
}
