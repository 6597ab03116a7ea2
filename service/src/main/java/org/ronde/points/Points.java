package org.ronde.points;

import java.util.List;
import org.ronde.ids.MemberId;

/** The ledger's door: the only way to write points, and to read a member's own. */
public final class Points {
  /**
   * Writes an award in the caller's transaction. Told again, it returns the entry written first.
   * Caps and the diminishing value of a pair may make it worth less, down to 0.
   */
  public Entry award(Award award) {
    throw new UnsupportedOperationException();
  }

  /**
   * Takes back every award of a cause by entries of its own, in the caller's transaction; what
   * other awards lost to a cap because of it is given back. Told again, it does nothing.
   *
   * @param reason for the member, in the language of the one who decided; at most 500 characters
   */
  public List<Entry> reverse(Cause cause, String reason) {
    throw new UnsupportedOperationException();
  }

  /** What a member has, in points; below 0 is possible after a reversal and shown as 0. */
  public long balance(MemberId member) {
    throw new UnsupportedOperationException();
  }

  /** The entries of a cause, reversals included, oldest first. */
  public List<Entry> entries(Cause cause) {
    throw new UnsupportedOperationException();
  }
}
