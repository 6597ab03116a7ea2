package org.ronde.preferences;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.ronde.ids.ListingId;
import org.ronde.ids.MemberId;
import org.ronde.matching.Verdict;

/** What companies said about offers for their needs. */
interface WantDao {
  /**
   * What a company said about an offer, on the terms of one revision.
   *
   * <p>A yes is a yes to those terms: a newer revision turns it back into "ask me". A no is to the
   * offer as such, and stays.
   */
  record WantRow(ListingId needId, ListingId offerId, Verdict verdict, int offerRevision) {

    /** Whether the word still counts now that the offer is in this revision. */
    boolean holdsFor(int currentRevision) {
      return switch (verdict) {
        case WOULD_TAKE -> offerRevision >= currentRevision;
        case NEVER -> true;
      };
    }
  }

  @SqlQuery("SELECT need_id, offer_id, verdict, offer_revision FROM want")
  List<WantRow> all();

  @SqlQuery(
      """
      SELECT need_id, offer_id, verdict, offer_revision
      FROM want
      WHERE need_id IN (<needs>)
      """)
  List<WantRow> ofNeeds(
      @BindList(onEmpty = BindList.EmptyHandling.NULL_STRING) Collection<ListingId> needs);

  @SqlBatch(
      """
      INSERT INTO want (need_id, offer_id, verdict, offer_revision, decided_by, decided_at)
      VALUES (:needId, :offerId, :verdict, :offerRevision, :member, UTC_TIMESTAMP(6))
      ON DUPLICATE KEY UPDATE
        verdict = VALUES(verdict),
        offer_revision = VALUES(offer_revision),
        decided_by = VALUES(decided_by),
        decided_at = VALUES(decided_at)
      """)
  void say(@BindMethods List<WantRow> wants, MemberId member);

  @SqlBatch("DELETE FROM want WHERE need_id = :need AND offer_id = :offers")
  void forget(ListingId need, List<ListingId> offers);
}
