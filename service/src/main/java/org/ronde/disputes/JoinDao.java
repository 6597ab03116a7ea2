package org.ronde.disputes;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.ronde.ids.DisputeId;
import org.ronde.ids.MemberId;

/** Makes the disputes and reports of one account of a person another's. */
interface JoinDao {
  /** A dispute that is not over. */
  record Open(DisputeId disputeId, String title) {}

  @SqlQuery(
      """
      SELECT dispute_id, title
      FROM dispute
      WHERE closed_at IS NULL
        AND (opener_id = :from AND other_id = :into OR opener_id = :into AND other_id = :from)
      ORDER BY dispute_id
      """)
  List<Open> between(MemberId from, MemberId into);

  // A dispute between the two is over and stays as it was: nobody is their own other side.

  @SqlUpdate(
      """
      UPDATE dispute SET appealer_id = :into
      WHERE appealer_id = :from AND opener_id <> :into AND other_id <> :into
      """)
  void moveAppeals(MemberId from, MemberId into);

  @SqlUpdate("UPDATE dispute SET opener_id = :into WHERE opener_id = :from AND other_id <> :into")
  void moveOpened(MemberId from, MemberId into);

  @SqlUpdate("UPDATE dispute SET other_id = :into WHERE other_id = :from AND opener_id <> :into")
  void moveAnswered(MemberId from, MemberId into);

  @SqlUpdate("UPDATE moderation SET author_id = :into WHERE author_id = :from")
  void moveReported(MemberId from, MemberId into);

  /** What both reported stays reported by both. */
  @SqlUpdate(
      """
      UPDATE report moved
      LEFT JOIN report own
        ON own.subject_kind = moved.subject_kind AND own.subject_id = moved.subject_id
        AND own.reporter_id = :into
      SET moved.reporter_id = :into
      WHERE moved.reporter_id = :from AND own.report_id IS NULL
      """)
  void moveReports(MemberId from, MemberId into);
}
