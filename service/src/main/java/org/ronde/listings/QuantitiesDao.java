package org.ronde.listings;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.ronde.ids.ListingId;

/** What is promised and what is gone. Each update guards itself, whoever forgot the lock. */
interface QuantitiesDao {
  /** The other needs of the groups these listings belong to. */
  @SqlQuery(
      """
      SELECT other.listing_id
      FROM listing one
      JOIN listing other
        ON other.company_id = one.company_id AND other.one_of_group = one.one_of_group
      WHERE one.listing_id IN (<ids>) AND other.listing_id NOT IN (<ids>)
      """)
  List<ListingId> groupOf(@BindList Collection<ListingId> ids);

  @SqlUpdate(
      """
      UPDATE listing
      SET held = held + :quantity, updated_at = UTC_TIMESTAMP(6)
      WHERE listing_id = :id AND state = 'PUBLISHED' AND held + delivered + :quantity <= quantity
      """)
  int hold(ListingId id, long quantity);

  @SqlUpdate(
      """
      UPDATE listing
      SET held = held - :quantity, updated_at = UTC_TIMESTAMP(6)
      WHERE listing_id = :id AND held >= :quantity
      """)
  int release(ListingId id, long quantity);

  // MySQL assigns from left to right; neither side reads what the other has just written.
  @SqlUpdate(
      """
      UPDATE listing
      SET held = held - :quantity, delivered = delivered + :quantity,
          updated_at = UTC_TIMESTAMP(6)
      WHERE listing_id = :id AND held >= :quantity
      """)
  int deliver(ListingId id, long quantity);
}
