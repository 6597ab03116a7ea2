package org.ronde.activities;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ronde.http.Actor;
import org.ronde.ids.ActivityId;
import org.ronde.ids.MemberId;

/** The catalogue's door. */
public final class Activities {
  /** A published activity; else NOT_FOUND. */
  public Activity activity(ActivityId id) {
    throw new UnsupportedOperationException();
  }

  /** Published activities whose name or synonyms hold the text in either language, best first. */
  public List<Activity> search(String text, Locale locale, int max) {
    throw new UnsupportedOperationException();
  }

  /** What a member practises. */
  public List<Activity> practised(MemberId member) {
    throw new UnsupportedOperationException();
  }

  /** Who practises an activity and wants to hear of open challenges in it. */
  public Set<MemberId> followers(ActivityId id) {
    throw new UnsupportedOperationException();
  }

  /**
   * The safety gate: refuses words that describe a dangerous idea.
   *
   * @throws org.ronde.http.Refusal INVALID with a fault at {@code field} that says why and what to
   *     do instead
   */
  public void requireSafe(Actor actor, String field, String text) {
    throw new UnsupportedOperationException();
  }
}
