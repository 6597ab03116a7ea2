package org.ronde.activities;

import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.ronde.ids.ActivityId;
import org.ronde.ids.MemberId;

/** Moves what one account of a person told this room to another account of theirs. */
interface JoinDao {
  @SqlUpdate(
      """
      UPDATE practice SET member_id = :into
      WHERE member_id = :from AND activity_id = :activity
      """)
  int movePractice(MemberId from, MemberId into, ActivityId activity);

  /** Nobody asks themselves to play. */
  @SqlUpdate(
      """
      DELETE FROM partner_request
      WHERE (asker_id = :from AND asked_id = :into) OR (asker_id = :into AND asked_id = :from)
      """)
  void forgetBetween(MemberId from, MemberId into);

  /** What both ask the same person waits once. */
  @SqlUpdate(
      """
      DELETE moved FROM partner_request moved
      JOIN partner_request own
        ON own.asked_id = moved.asked_id AND own.activity_id = moved.activity_id
        AND own.waiting = TRUE AND own.asker_id = :into
      WHERE moved.asker_id = :from AND moved.waiting = TRUE
      """)
  void forgetAskedTwice(MemberId from, MemberId into);

  /** What one person asks both waits once. */
  @SqlUpdate(
      """
      DELETE moved FROM partner_request moved
      JOIN partner_request own
        ON own.asker_id = moved.asker_id AND own.activity_id = moved.activity_id
        AND own.waiting = TRUE AND own.asked_id = :into
      WHERE moved.asked_id = :from AND moved.waiting = TRUE
      """)
  void forgetGotTwice(MemberId from, MemberId into);

  @SqlUpdate("UPDATE partner_request SET asker_id = :into WHERE asker_id = :from")
  void moveSent(MemberId from, MemberId into);

  @SqlUpdate("UPDATE partner_request SET asked_id = :into WHERE asked_id = :from")
  void moveGot(MemberId from, MemberId into);

  @SqlUpdate("UPDATE activity_proposal SET member_id = :into WHERE member_id = :from")
  void moveProposals(MemberId from, MemberId into);

  @SqlUpdate(
      """
      UPDATE safety_question moved
      LEFT JOIN safety_question own
        ON own.words_hash = moved.words_hash AND own.member_id = :into
      SET moved.member_id = :into
      WHERE moved.member_id = :from AND own.question_id IS NULL
      """)
  void moveQuestions(MemberId from, MemberId into);
}
