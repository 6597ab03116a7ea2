package org.ronde.listings;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.ronde.ids.ListingId;

/** Listings whose last day has passed or is near, by the database's date in UTC. */
@RegisterRowMapper(ListingRows.class)
interface ExpiryDao {
  @SqlQuery(
      """
      SELECT listing_id
      FROM listing
      WHERE state IN ('PUBLISHED', 'PAUSED') AND last_day < UTC_DATE()
      ORDER BY listing_id
      """)
  List<ListingId> due();

  /** A listing that never had more days than that is not reminded: its company knows. */
  @SqlQuery(
      ListingsDao.LISTING
          + """
          WHERE l.state = 'PUBLISHED'
            AND l.last_day BETWEEN UTC_DATE() AND UTC_DATE() + INTERVAL :days DAY
            AND DATEDIFF(l.last_day, DATE(l.published_at)) > :days
          ORDER BY l.last_day, l.listing_id
          """)
  List<Listing> soon(int days);

  @SqlUpdate(
      """
      INSERT IGNORE INTO listing_reminder (listing_id, last_day, days_before, reminded_at)
      VALUES (:id, :lastDay, :days, UTC_TIMESTAMP(6))
      """)
  int remind(ListingId id, LocalDate lastDay, int days);
}
