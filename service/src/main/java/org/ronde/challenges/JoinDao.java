package org.ronde.challenges;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.ronde.ids.AttemptId;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.MemberId;

/** Moves one account's part in challenges to another account of the same person. */
interface JoinDao {
  /** A challenge that is not over. */
  record Live(ChallengeId challengeId, String title) {}

  String LIVE =
      """
      SELECT c.challenge_id, c.title
      FROM challenge c
      WHERE c.state IN ('INVITED', 'OPEN', 'RUNNING', 'SUSPENDED') AND
      """;

  /** Those a member wrote, is in or is asked to, or has a say in as a witness. */
  @SqlQuery(
      LIVE
          + """
          (c.author_id = :member
            OR EXISTS (
              SELECT 1 FROM challenge_attempt a
              WHERE a.challenge_id = c.challenge_id AND a.member_id = :member
                AND a.state NOT IN ('REFUSED', 'LAPSED', 'WITHDRAWN', 'REVOKED'))
            OR EXISTS (
              SELECT 1 FROM challenge_attempt a
              JOIN challenge_witness w ON w.attempt_id = a.attempt_id AND w.member_id = :member
              WHERE a.challenge_id = c.challenge_id)
            OR EXISTS (
              SELECT 1 FROM challenge_attempt a
              JOIN challenge_validation v ON v.attempt_id = a.attempt_id AND v.member_id = :member
              WHERE a.challenge_id = c.challenge_id))
          ORDER BY c.challenge_id
          """)
  List<Live> withPart(MemberId member);

  /**
   * Those whose terms name a member as the referee. The terms are read through: this is asked once
   * in a person's life.
   */
  @SqlQuery(
      LIVE
          + """
          EXISTS (
            SELECT 1 FROM challenge_terms t
            WHERE t.challenge_id = c.challenge_id
              AND t.canonical LIKE CONCAT('%"referee":"', :member, '"%'))
          ORDER BY c.challenge_id
          """)
  List<Live> refereed(String member);

  /** Those in which a member believed a proof that still waits for somebody else. */
  @SqlQuery(
      LIVE
          + """
          EXISTS (
            SELECT 1 FROM challenge_attempt a
            JOIN challenge_validation v
              ON v.attempt_id = a.attempt_id AND v.round = a.round AND v.member_id = :member
            WHERE a.challenge_id = c.challenge_id AND a.state = 'SUBMITTED')
          ORDER BY c.challenge_id
          """)
  List<Live> half(MemberId member);

  /** All that the two wrote or were in, whatever became of it; every change begins with this. */
  @SqlQuery(
      """
      SELECT challenge_id FROM challenge
      WHERE challenge_id IN (
          SELECT challenge_id FROM challenge WHERE author_id IN (<members>)
          UNION
          SELECT challenge_id FROM challenge_attempt WHERE member_id IN (<members>)
          UNION
          SELECT a.challenge_id FROM challenge_attempt a
          JOIN challenge_witness w ON w.attempt_id = a.attempt_id
          WHERE w.member_id IN (<members>))
      ORDER BY challenge_id
      FOR UPDATE
      """)
  List<ChallengeId> lock(@BindList Collection<MemberId> members);

  @SqlUpdate("INSERT IGNORE INTO challenge_career (member_id) VALUES (:from), (:into)")
  void ensureCareers(MemberId from, MemberId into);

  @SqlQuery(
      """
      SELECT member_id FROM challenge_career
      WHERE member_id IN (<members>)
      ORDER BY member_id
      FOR UPDATE
      """)
  List<MemberId> lockCareers(@BindList Collection<MemberId> members);

  @SqlUpdate("UPDATE challenge SET author_id = :into WHERE author_id = :from")
  void moveChallenges(MemberId from, MemberId into);

  // A member is in a challenge once. Where one of the two did it and the other did not, that part
  // changes places with it, by way of an id that is nobody's.

  /** Where a part is, of which nothing came. */
  String DID_NOT = "('REFUSED', 'LAPSED', 'WITHDRAWN', 'EXPIRED')";

  /** An attempt and the challenge it is of. */
  record Won(AttemptId attemptId, ChallengeId challengeId) {}

  /**
   * What only two people could have won: by the word of the one that ends, or by the one that ends
   * where the other did it as well, taken back or not, or believed it.
   */
  @SqlQuery(
      """
      SELECT own.attempt_id, own.challenge_id
      FROM challenge_award award
      JOIN challenge_attempt own ON own.attempt_id = award.attempt_id
      WHERE award.member_id = :into AND award.validator_id = :from AND award.reversed_at IS NULL
      UNION
      SELECT left_behind.attempt_id, left_behind.challenge_id
      FROM challenge_award award
      JOIN challenge_attempt left_behind ON left_behind.attempt_id = award.attempt_id
      LEFT JOIN challenge_attempt own
        ON own.challenge_id = left_behind.challenge_id AND own.member_id = :into
      LEFT JOIN challenge_validation believed
        ON believed.attempt_id = left_behind.attempt_id AND believed.member_id = :into
      WHERE award.member_id = :from AND award.reversed_at IS NULL
        AND (believed.attempt_id IS NOT NULL OR own.state NOT IN
      """
          + DID_NOT
          + """
          )
      ORDER BY attempt_id
      """)
  List<Won> wonByTwo(MemberId from, MemberId into);

  @SqlUpdate(
      """
      UPDATE challenge_attempt own
      JOIN challenge_attempt moved
        ON moved.challenge_id = own.challenge_id AND moved.member_id = :from
      LEFT JOIN challenge_validation believed
        ON believed.attempt_id = moved.attempt_id AND believed.member_id = :into
      SET own.member_id = own.attempt_id
      WHERE own.member_id = :into AND believed.attempt_id IS NULL AND own.state IN
      """
          + DID_NOT)
  void stepAside(MemberId from, MemberId into);

  /** What both did, and what the one that goes on believed of the other, stays where it was. */
  @SqlUpdate(
      """
      UPDATE challenge_attempt moved
      LEFT JOIN challenge_attempt own
        ON own.challenge_id = moved.challenge_id AND own.member_id = :into
      LEFT JOIN challenge_validation believed
        ON believed.attempt_id = moved.attempt_id AND believed.member_id = :into
      SET moved.member_id = :into
      WHERE moved.member_id = :from AND own.attempt_id IS NULL AND believed.attempt_id IS NULL
      """)
  void moveAttempts(MemberId from, MemberId into);

  @SqlUpdate("UPDATE challenge_attempt SET member_id = :from WHERE member_id = attempt_id")
  void takePlace(MemberId from);

  @SqlUpdate("UPDATE challenge_attempt SET invited_by = :into WHERE invited_by = :from")
  void moveInvitations(MemberId from, MemberId into);

  @SqlUpdate(
      """
      UPDATE challenge_witness moved
      LEFT JOIN challenge_witness own
        ON own.attempt_id = moved.attempt_id AND own.member_id = :into
      SET moved.member_id = :into
      WHERE moved.member_id = :from AND own.attempt_id IS NULL
      """)
  void moveWitness(MemberId from, MemberId into);

  @SqlUpdate("UPDATE challenge_draft SET author_id = :into WHERE author_id = :from")
  void moveDrafts(MemberId from, MemberId into);

  @SqlUpdate("UPDATE challenge_letter SET invited_by = :into WHERE invited_by = :from")
  void moveLettersBy(MemberId from, MemberId into);

  @SqlUpdate("UPDATE challenge_letter SET claimed_by = :into WHERE claimed_by = :from")
  void moveLettersClaimed(MemberId from, MemberId into);

  /** Invitations to one address are invitations to the other, unless that was invited too. */
  @SqlUpdate(
      """
      UPDATE challenge_letter moved
      LEFT JOIN challenge_letter own
        ON own.challenge_id = moved.challenge_id AND own.email = :into
      SET moved.email = :into
      WHERE moved.email = :from AND own.letter_id IS NULL
      """)
  void moveLettersTo(String from, String into);

  @SqlUpdate("DELETE FROM challenge_letter WHERE email = :from")
  void forgetLettersTo(String from);

  /** Nobody meets themselves. */
  @SqlUpdate(
      """
      UPDATE challenge_award SET opponent_id = NULL
      WHERE member_id = :into AND opponent_id = :from AND reversed_at IS NULL
      """)
  void forgetOpponent(MemberId from, MemberId into);
}
