package org.ronde.listings;

import org.ronde.ids.ListingId;

/** Hears, inside the same transaction, what became of a listing. */
public interface ListingListener {
  /**
   * It is no longer what a proposal was built on: a new revision, a pause, a withdrawal or the end
   * of its time.
   */
  void changed(ListingId id);

  /** Its last day has passed; follows {@link #changed}. */
  default void expired(Listing listing) {}

  /** Its last day is this many days away or less; said once for each last day and reminder. */
  default void expiresSoon(Listing listing, int days) {}

  /** Another need of its group was promised to an exchange, so it pauses; follows changed. */
  default void pausedByGroup(Listing listing) {}

  /** Nothing of its group is promised any more: the company may publish it again. */
  default void groupFree(Listing listing) {}
}
