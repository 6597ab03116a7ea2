package org.ronde.points;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/**
 * What points were won for, in words: the challenge, the exchange. Plugged in by the application,
 * which knows the rooms where causes live.
 */
@FunctionalInterface
public interface Grounds {
  /** Nobody knows more than the kind of the cause. */
  Grounds NONE = (causes, locale) -> Map.of();

  /**
   * What a cause was.
   *
   * @param title the challenge's, for instance
   * @param link the page about it, starting with a slash
   */
  record Ground(String title, String link) {}

  /** Those of one's own causes that have more to say than their kind. */
  Map<Cause, Ground> of(Collection<Cause> causes, Locale locale);
}
