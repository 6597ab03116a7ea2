package org.ronde.activities;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.ronde.ids.MemberId;
import org.ronde.ids.QuestionId;

/** Questions about what the gate stopped. */
@RegisterConstructorMapper(SafetyQuestion.class)
interface SafetyDao {
  String ROW = "SELECT question_id, member_id, words, danger, asked_at FROM safety_question ";

  @SqlQuery(
      """
      SELECT EXISTS (
        SELECT 1
        FROM safety_question
        WHERE member_id = :member AND words_hash = :hash AND state = 'ALLOWED')
      """)
  boolean allowed(MemberId member, byte[] hash);

  @SqlQuery(
      """
      SELECT question_id
      FROM safety_question
      WHERE member_id = :member AND words_hash = :hash
      FOR UPDATE
      """)
  Optional<QuestionId> findSame(MemberId member, byte[] hash);

  @SqlQuery("SELECT COUNT(*) FROM safety_question WHERE member_id = :member AND state = 'OPEN'")
  int open(MemberId member);

  @SqlQuery("SELECT COUNT(*) FROM safety_question WHERE state = 'OPEN'")
  long waiting();

  @SqlQuery(ROW + "WHERE state = 'OPEN' ORDER BY asked_at, question_id LIMIT :max")
  List<SafetyQuestion> open(int max);

  @SqlQuery(ROW + "WHERE question_id = :id")
  Optional<SafetyQuestion> find(QuestionId id);

  @SqlUpdate(
      """
      INSERT INTO safety_question
        (question_id, member_id, words, words_hash, danger, asked_at)
      VALUES (:id, :member, :words, :hash, :danger, UTC_TIMESTAMP(6))
      ON DUPLICATE KEY UPDATE words = :words
      """)
  void insert(QuestionId id, MemberId member, String words, byte[] hash, String danger);

  @SqlUpdate(
      """
      UPDATE safety_question
      SET state = :state, answer = :answer, answered_by = :operator,
          answered_at = UTC_TIMESTAMP(6)
      WHERE question_id = :id AND state = 'OPEN'
      """)
  int answer(QuestionId id, String state, String answer, MemberId operator);

  @SqlUpdate("DELETE FROM safety_question WHERE member_id = :member")
  void forget(MemberId member);
}
