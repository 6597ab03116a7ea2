package org.ronde.evidence;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;

/** What a proof proves, which the room knows that asked for it. Plugged in by {@code app}. */
@FunctionalInterface
public interface Proven {
  /**
   * What is proved.
   *
   * @param title what it is called, or empty when the reader may not know
   * @param path the page of ours about it, empty with the title
   * @param measure the result as people say it, or empty
   */
  record Thing(String title, String path, String measure) {}

  /** What a proof proves, as far as this reader may know. */
  Optional<Thing> find(@Nullable Actor reader, Locale locale, Proof proof);
}
