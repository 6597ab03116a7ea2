package org.ronde.evidence;

import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.ronde.ids.MemberId;

/** Makes the proofs of one account of a person another's. */
interface JoinDao {
  @SqlUpdate("UPDATE evidence SET owner_id = :into WHERE owner_id = :from")
  void moveProofs(MemberId from, MemberId into);

  @SqlUpdate("UPDATE evidence_item SET owner_id = :into WHERE owner_id = :from")
  void moveItems(MemberId from, MemberId into);

  @SqlUpdate(
      """
      UPDATE evidence_viewer moved
      LEFT JOIN evidence_viewer own
        ON own.evidence_id = moved.evidence_id AND own.member_id = :into
      SET moved.member_id = :into
      WHERE moved.member_id = :from AND own.evidence_id IS NULL
      """)
  void moveSight(MemberId from, MemberId into);

  @SqlUpdate("DELETE FROM evidence_viewer WHERE member_id = :from")
  void forgetSight(MemberId from);

  @SqlUpdate("UPDATE evidence_person SET member_id = :into WHERE member_id = :from")
  void moveMarks(MemberId from, MemberId into);
}
