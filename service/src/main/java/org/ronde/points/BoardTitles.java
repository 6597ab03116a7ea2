package org.ronde.points;

import java.util.Locale;
import java.util.Optional;
import org.ronde.http.Actor;

/**
 * What boards of activities, companies, départements and contests are called. Plugged in by the
 * application, which knows the rooms above this one.
 */
@FunctionalInterface
public interface BoardTitles {
  /**
   * The name of what a board ranks: {@code Running}, {@code Haute-Garonne}; empty when there is
   * none that this reader may see, and then there is no such board for them.
   */
  Optional<String> find(BoardKey board, Locale locale, Actor reader);
}
