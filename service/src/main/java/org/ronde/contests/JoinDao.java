package org.ronde.contests;

import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.ronde.ids.MemberId;

/** Moves an entry from one account of a person to the other. */
interface JoinDao {
  /** Enters the other as the first was entered, also since when. */
  @SqlUpdate(
      """
      INSERT INTO contest_entrant
        (entrant_id, contest_id, member_id, salt, pseudonym, company_id, zone, shown, entered_at)
      SELECT :id, was.contest_id, :into, :salt, :pseudonym, was.company_id, was.zone, was.shown,
        was.entered_at
      FROM contest_entrant was
      WHERE was.entrant_id = :from
      """)
  int enter(EntrantId id, MemberId into, String salt, String pseudonym, EntrantId from);

  @SqlUpdate(
      """
      UPDATE contest_objection moved
      LEFT JOIN contest_objection own
        ON own.contest_id = moved.contest_id AND own.member_id = :into
      SET moved.member_id = :into
      WHERE moved.member_id = :from AND own.objection_id IS NULL
      """)
  void moveObjections(MemberId from, MemberId into);
}
