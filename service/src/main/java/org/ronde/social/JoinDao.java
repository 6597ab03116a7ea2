package org.ronde.social;

import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.ronde.ids.MemberId;

/** Makes the friends, doings and words of one account of a person another's. */
interface JoinDao {
  /** As a friend of one, so of the other; where both know somebody, one yes is enough. */
  @SqlUpdate(
      """
      INSERT INTO friendship (low_id, high_id, asker_id, asked_at, agreed_at)
      SELECT LEAST(:into, :friend), GREATEST(:into, :friend),
        IF(was.asker_id = :from, :into, :friend), was.asked_at, was.agreed_at
      FROM friendship was
      WHERE was.low_id = LEAST(:from, :friend) AND was.high_id = GREATEST(:from, :friend)
      ON DUPLICATE KEY UPDATE
        agreed_at = COALESCE(friendship.agreed_at, VALUES(agreed_at))
      """)
  void befriend(MemberId from, MemberId into, MemberId friend);

  @SqlUpdate("UPDATE happening SET member_id = :into WHERE member_id = :from")
  void moveDoings(MemberId from, MemberId into);

  @SqlUpdate(
      """
      UPDATE happening_person moved
      LEFT JOIN happening_person own
        ON own.happening_id = moved.happening_id AND own.member_id = :into
      SET moved.member_id = :into
      WHERE moved.member_id = :from AND own.happening_id IS NULL
      """)
  void moveSight(MemberId from, MemberId into);

  @SqlUpdate("DELETE FROM happening_person WHERE member_id = :from")
  void forgetSight(MemberId from);

  @SqlUpdate(
      """
      UPDATE applause moved
      LEFT JOIN applause own ON own.happening_id = moved.happening_id AND own.member_id = :into
      SET moved.member_id = :into
      WHERE moved.member_id = :from AND own.happening_id IS NULL
      """)
  void moveApplause(MemberId from, MemberId into);

  /** Nobody applauds themselves. */
  @SqlUpdate(
      """
      DELETE given FROM applause given
      JOIN happening h ON h.happening_id = given.happening_id AND h.member_id = :into
      WHERE given.member_id = :into
      """)
  void forgetOwnApplause(MemberId into);

  @SqlUpdate("UPDATE happening_comment SET member_id = :into WHERE member_id = :from")
  void moveComments(MemberId from, MemberId into);
}
