package org.ronde.listings;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;
import org.ronde.db.Transactions;
import org.ronde.ids.ListingId;

/**
 * What the calendar does to listings: reminds of the last day, then ends them. A job calls both,
 * once a day or more often; calling again does nothing twice.
 */
public final class Expiry {
  private final Transactions transactions;
  private final Listings listings;
  private final ListingsSettings settings;
  private final ExpiryDao dao;

  public Expiry(
      Jdbi jdbi, Transactions transactions, Listings listings, ListingsSettings settings) {
    this.transactions = transactions;
    this.listings = listings;
    this.settings = settings;
    this.dao = jdbi.onDemand(ExpiryDao.class);
  }

  /**
   * Ends every published or paused listing whose last day has passed, each in a transaction of its
   * own so that none waits for the others.
   *
   * @return how many
   */
  public int expireDue() {
    int expired = 0;
    for (ListingId id : dao.due()) {
      if (listings.expire(id)) {
        expired++;
      }
    }
    return expired;
  }

  /** Published listings whose last day is at most this many days away. */
  public List<Listing> expiringSoon(int days) {
    return dao.soon(days);
  }

  /**
   * Tells the companies of listings that end soon, once for each of the configured numbers of days.
   * A run that was missed is made up for by the nearest reminder alone.
   *
   * @return how many were told
   */
  public int remind() {
    int reminded = 0;
    for (int days : new TreeSet<>(settings.reminderDays())) {
      for (Listing listing : dao.soon(days)) {
        if (transactions.in(() -> remindOnce(listing, days))) {
          reminded++;
        }
      }
    }
    return reminded;
  }

  private boolean remindOnce(Listing listing, int days) {
    if (dao.remind(listing.id(), listing.lastDay(), days) == 0) {
      return false;
    }
    // The earlier reminders would only say the same with a larger number.
    settings.reminderDays().stream()
        .filter(earlier -> earlier > days)
        .forEach(earlier -> dao.remind(listing.id(), listing.lastDay(), earlier));
    int left = (int) ChronoUnit.DAYS.between(listings.today(), listing.lastDay());
    listings.tell(listener -> listener.expiresSoon(listing, left));
    return true;
  }
}
