package org.ronde.points;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ronde.ids.MemberId;

/**
 * What points were won for: the challenge, the exchange; and whether that may still be questioned.
 * Plugged in by the application, which knows the rooms where causes live.
 */
public interface Grounds {
  /** Nobody knows more than the kind of the cause, and nothing is questioned. */
  Grounds NONE =
      new Grounds() {
        @Override
        public Map<Cause, Ground> of(Collection<Cause> causes, Locale locale) {
          return Map.of();
        }

        @Override
        public Set<Cause> questionable(MemberId member) {
          return Set.of();
        }
      };

  /**
   * What a cause was.
   *
   * @param title the challenge's, for instance
   * @param link the page about it, starting with a slash
   */
  record Ground(String title, String link) {}

  /** Those of one's own causes that have more to say than their kind. */
  Map<Cause, Ground> of(Collection<Cause> causes, Locale locale);

  /** The causes of a member's points that others may still take to the desk: days after them. */
  Set<Cause> questionable(MemberId member);
}
