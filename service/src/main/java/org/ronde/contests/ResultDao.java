package org.ronde.contests;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.ContestId;
import org.ronde.ids.Id;
import org.ronde.ids.MemberId;

/** Sealed lists, amendments, draws, winners, objections. */
interface ResultDao {
  /** A line of a sealed list. */
  record Sealed(
      String pseudonym,
      int place,
      int standing,
      long points,
      int level,
      int activities,
      int people,
      @Nullable Instant reachedAt,
      int tickets) {}

  /** An entry struck between seal and draw. */
  record Amendment(int number, String pseudonym, String reason, String root, Instant madeAt) {}

  /** A draw as it is stored; lists are joined by commas. */
  record DrawRow(
      int number,
      String source,
      long round,
      String randomness,
      String root,
      String seed,
      String excluded,
      String prizes,
      Instant drawnAt) {}

  /** Who won what by which draw; a merit contest's draw has the number 0. */
  record Winner(
      int drawNumber,
      int prize,
      String pseudonym,
      @Nullable Integer ticket,
      @Nullable String ticketKey,
      @Nullable Instant struckAt,
      @Nullable String struckReason) {}

  /** Identifies an objection. */
  record ObjectionId(java.util.UUID value) implements Id {}

  /** An objection as it is stored. */
  record Objection(
      ObjectionId objectionId,
      @Nullable MemberId memberId,
      String text,
      Instant madeAt,
      @Nullable String answer,
      @Nullable Instant answeredAt) {}

  @SqlBatch(
      """
      INSERT INTO contest_sealed
        (contest_id, pseudonym, place, standing, points, level, activities, people, reached_at,
         tickets)
      VALUES
        (:contest, :pseudonym, :place, :standing, :points, :level, :activities, :people, :reachedAt,
         :tickets)
      """)
  void seal(ContestId contest, @BindMethods List<Sealed> lines);

  @SqlQuery(
      """
      SELECT pseudonym, place, standing, points, level, activities, people, reached_at, tickets
      FROM contest_sealed
      WHERE contest_id = :contest
      ORDER BY place
      """)
  List<Sealed> sealed(ContestId contest);

  @SqlQuery(
      """
      SELECT pseudonym, place, standing, points, level, activities, people, reached_at, tickets
      FROM contest_sealed
      WHERE contest_id = :contest AND place >= :from
      ORDER BY place
      LIMIT :limit
      """)
  List<Sealed> sealedFrom(ContestId contest, int from, int limit);

  @SqlQuery(
      """
      SELECT pseudonym, place, standing, points, level, activities, people, reached_at, tickets
      FROM contest_sealed
      WHERE contest_id = :contest AND pseudonym = :pseudonym
      """)
  Optional<Sealed> findSealed(ContestId contest, String pseudonym);

  @SqlQuery("SELECT COUNT(*) FROM contest_sealed WHERE contest_id = :contest")
  long countSealed(ContestId contest);

  @SqlUpdate(
      """
      INSERT INTO contest_amendment (contest_id, number, pseudonym, reason, root, made_at)
      VALUES (:contest, :number, :pseudonym, :reason, :root, UTC_TIMESTAMP(6))
      """)
  void amend(ContestId contest, int number, String pseudonym, String reason, String root);

  @SqlQuery(
      """
      SELECT number, pseudonym, reason, root, made_at
      FROM contest_amendment
      WHERE contest_id = :contest
      ORDER BY number
      """)
  List<Amendment> amendments(ContestId contest);

  @SqlUpdate(
      """
      INSERT INTO contest_draw
        (contest_id, number, source, round, randomness, root, seed, excluded, prizes, drawn_at)
      VALUES
        (:contest, :number, :source, :round, :randomness, :root, :seed, :excluded, :prizes,
         UTC_TIMESTAMP(6))
      """)
  void draw(
      ContestId contest,
      int number,
      String source,
      long round,
      String randomness,
      String root,
      String seed,
      String excluded,
      String prizes);

  @SqlQuery(
      """
      SELECT number, source, round, randomness, root, seed, excluded, prizes, drawn_at
      FROM contest_draw
      WHERE contest_id = :contest
      ORDER BY number
      """)
  List<DrawRow> draws(ContestId contest);

  @SqlUpdate(
      """
      INSERT INTO contest_winner (contest_id, draw_number, prize, pseudonym, ticket, ticket_key)
      VALUES (:contest, :draw, :prize, :pseudonym, :ticket, :key)
      """)
  void win(
      ContestId contest,
      int draw,
      int prize,
      String pseudonym,
      @Nullable Integer ticket,
      @Nullable String key);

  @SqlQuery(
      """
      SELECT draw_number, prize, pseudonym, ticket, ticket_key, struck_at, struck_reason
      FROM contest_winner
      WHERE contest_id = :contest
      ORDER BY prize, draw_number
      """)
  List<Winner> winners(ContestId contest);

  @SqlUpdate(
      """
      UPDATE contest_winner
      SET struck_at = UTC_TIMESTAMP(6), struck_reason = :reason
      WHERE contest_id = :contest AND pseudonym = :pseudonym AND struck_at IS NULL
      """)
  int strikeWinner(ContestId contest, String pseudonym, String reason);

  @SqlUpdate(
      """
      INSERT INTO contest_objection (objection_id, contest_id, member_id, text, made_at)
      VALUES (:id, :contest, :member, :text, UTC_TIMESTAMP(6))
      ON DUPLICATE KEY UPDATE objection_id = objection_id
      """)
  void object(ObjectionId id, ContestId contest, MemberId member, String text);

  @SqlQuery(
      """
      SELECT objection_id, member_id, text, made_at, answer, answered_at
      FROM contest_objection
      WHERE contest_id = :contest
      ORDER BY made_at, objection_id
      """)
  List<Objection> objections(ContestId contest);

  @SqlQuery(
      """
      SELECT objection_id, member_id, text, made_at, answer, answered_at
      FROM contest_objection
      WHERE contest_id = :contest AND member_id = :member
      """)
  Optional<Objection> findObjection(ContestId contest, MemberId member);

  @SqlUpdate(
      """
      UPDATE contest_objection
      SET answer = :answer, answered_by = :member, answered_at = UTC_TIMESTAMP(6)
      WHERE contest_id = :contest AND objection_id = :id AND answer IS NULL
      """)
  int answer(ContestId contest, ObjectionId id, String answer, MemberId member);

  @SqlUpdate("UPDATE contest_objection SET member_id = NULL WHERE member_id = :member")
  void forget(MemberId member);
}
