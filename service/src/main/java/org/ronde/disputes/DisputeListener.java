package org.ronde.disputes;

import org.ronde.ids.Subject;

/** Hears, inside the same transaction, what the desk decided about a subject. */
public interface DisputeListener {
  /**
   * A decision was made, the first or the one on appeal.
   *
   * @param upheld true when the complaint was right
   * @param last true when no appeal is possible any more
   */
  void decided(Subject subject, boolean upheld, boolean last);
}
