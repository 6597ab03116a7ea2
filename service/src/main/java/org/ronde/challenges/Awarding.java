package org.ronde.challenges;

import org.ronde.points.Award;
import org.ronde.points.Cause;
import org.ronde.points.Points;

/** What this room asks of the points ledger, each in the caller's transaction. */
public interface Awarding {
  /** Writes an award once and says how many points it was worth. */
  int award(Award award);

  /** Takes back what a cause was worth. */
  void reverse(Cause cause, String reason);

  /** Asks the ledger's door. */
  static Awarding of(Points points) {
    return new Awarding() {
      @Override
      public int award(Award award) {
        return points.award(award).points();
      }

      @Override
      public void reverse(Cause cause, String reason) {
        points.reverse(cause, reason);
      }
    };
  }
}
