package org.ronde.members;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.ids.MemberId;

/**
 * A member as seen from a company they act for.
 *
 * @param name empty for one who has left
 * @param role what they may do there; null when the member was not asked for through a company
 */
public record Person(
    MemberId id, String name, String email, Locale locale, Actor.@Nullable Role role) {
  /** Whether they have left Ronde: nobody to name, and nobody to write to. */
  public boolean left() {
    return name.isEmpty();
  }
}
