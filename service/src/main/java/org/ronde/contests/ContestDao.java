package org.ronde.contests;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.ContestId;
import org.ronde.ids.Id;
import org.ronde.ids.MemberId;

/** Contests, the versions of their rules and their story. */
interface ContestDao {
  /** A contest as it is stored; its terms are JSON. */
  record Row(
      ContestId contestId,
      ContestState state,
      @Nullable ContestState suspendedFrom,
      String terms,
      int rulesVersion,
      @Nullable Instant frozenAt,
      @Nullable Instant sealedAt,
      @Nullable Instant drawnAt,
      @Nullable Instant objectionsUntil,
      @Nullable String root,
      @Nullable String commitment,
      @Nullable Long round,
      @Nullable String reason) {
    Contest contest() {
      return new Contest(
          contestId,
          state,
          suspendedFrom,
          TermsJson.read(terms),
          rulesVersion,
          frozenAt,
          sealedAt,
          drawnAt,
          objectionsUntil,
          root,
          commitment,
          round,
          reason);
    }
  }

  /** The moments of a contest's terms, copied to columns. */
  record Moments(
      String kind,
      Instant opensAt,
      Instant freezesAt,
      Instant closesAt,
      Instant settlesAt,
      Instant drawsAt) {
    static Moments of(Terms terms) {
      return new Moments(
          terms.kind().name(),
          terms.opensAt(),
          terms.freezesAt(),
          terms.closesAt(),
          terms.settlesAt(),
          terms.drawsAt());
    }
  }

  /** Identifies a line of the story. */
  record EventId(UUID value) implements Id {}

  @SqlQuery("SELECT UTC_TIMESTAMP(6)")
  Instant now();

  @SqlUpdate(
      """
      INSERT INTO contest
        (contest_id, kind, terms, opens_at, freezes_at, closes_at, settles_at, draws_at, created_by,
         created_at)
      VALUES
        (:id, :kind, :terms, :opensAt, :freezesAt, :closesAt, :settlesAt, :drawsAt, :member,
         UTC_TIMESTAMP(6))
      """)
  void create(ContestId id, String terms, MemberId member, @BindMethods Moments moments);

  @SqlUpdate(
      """
      UPDATE contest
      SET kind = :kind, terms = :terms, opens_at = :opensAt, freezes_at = :freezesAt,
        closes_at = :closesAt, settles_at = :settlesAt, draws_at = :drawsAt
      WHERE contest_id = :id
      """)
  void write(ContestId id, String terms, @BindMethods Moments moments);

  @SqlQuery(
      """
      SELECT contest_id, state, suspended_from, terms, rules_version, frozen_at, sealed_at, drawn_at,
        objections_until, root, commitment, round, reason
      FROM contest
      WHERE contest_id = :id
      """)
  Optional<Row> find(ContestId id);

  @SqlQuery(
      """
      SELECT contest_id, state, suspended_from, terms, rules_version, frozen_at, sealed_at, drawn_at,
        objections_until, root, commitment, round, reason
      FROM contest
      WHERE contest_id = :id
      FOR UPDATE
      """)
  Optional<Row> lock(ContestId id);

  @SqlQuery(
      """
      SELECT contest_id, state, suspended_from, terms, rules_version, frozen_at, sealed_at, drawn_at,
        objections_until, root, commitment, round, reason
      FROM contest
      WHERE state IN (<states>)
      ORDER BY closes_at, contest_id
      LIMIT :limit
      """)
  List<Row> inStates(@BindList List<ContestState> states, int limit);

  @SqlQuery(
      """
      SELECT contest_id, state, suspended_from, terms, rules_version, frozen_at, sealed_at, drawn_at,
        objections_until, root, commitment, round, reason
      FROM contest
      WHERE state IN (<states>)
      ORDER BY closes_at DESC, contest_id
      LIMIT :limit OFFSET :offset
      """)
  List<Row> lastInStates(@BindList List<ContestState> states, int limit, int offset);

  /** Those that the clock may move. */
  @SqlQuery(
      """
      SELECT contest_id
      FROM contest
      WHERE (state = 'RULES_PUBLISHED' AND opens_at <= UTC_TIMESTAMP(6))
        OR (state = 'OPEN' AND freezes_at <= UTC_TIMESTAMP(6))
        OR (state = 'FROZEN' AND closes_at <= UTC_TIMESTAMP(6))
        OR state = 'CLOSED'
        OR (state = 'SETTLING' AND settles_at <= UTC_TIMESTAMP(6))
        OR (state = 'ENTRIES_SEALED' AND draws_at <= UTC_TIMESTAMP(6))
        OR (state IN ('DRAWN', 'RANKED')
          AND drawn_at + INTERVAL :revealHours HOUR <= UTC_TIMESTAMP(6))
        OR (state = 'PROVISIONAL_RESULT' AND objections_until <= UTC_TIMESTAMP(6))
        OR (state IN ('DRAWN', 'PROVISIONAL_RESULT', 'FINAL') AND kind = 'DRAW'
          AND draws_at <= UTC_TIMESTAMP(6)
          AND EXISTS (
            SELECT 1 FROM contest_winner w
            WHERE w.contest_id = contest.contest_id AND w.struck_at IS NOT NULL))
        OR (state = 'PRIZES_AWARDED'
          AND objections_until + INTERVAL :archiveDays DAY <= UTC_TIMESTAMP(6))
      ORDER BY contest_id
      """)
  List<ContestId> due(int revealHours, int archiveDays);

  @SqlUpdate(
      """
      UPDATE contest
      SET state = :next, suspended_from = :suspendedFrom, reason = :reason
      WHERE contest_id = :id AND state = :state
      """)
  int move(
      ContestId id,
      ContestState state,
      ContestState next,
      @Nullable ContestState suspendedFrom,
      @Nullable String reason);

  @SqlUpdate(
      """
      UPDATE contest
      SET state = 'RULES_PUBLISHED', rules_version = 1, commitment = :commitment, secret = :secret,
        round = :round
      WHERE contest_id = :id AND state = 'DRAFT'
      """)
  int publish(ContestId id, String commitment, @Nullable String secret, @Nullable Long round);

  @SqlUpdate("UPDATE contest SET rules_version = :version WHERE contest_id = :id")
  void takeRules(ContestId id, int version);

  @SqlUpdate("UPDATE contest SET frozen_at = UTC_TIMESTAMP(6) WHERE contest_id = :id")
  void noteFrozen(ContestId id);

  @SqlUpdate("UPDATE contest SET sealed_at = UTC_TIMESTAMP(6), root = :root WHERE contest_id = :id")
  void noteSealed(ContestId id, String root);

  @SqlUpdate("UPDATE contest SET root = :root WHERE contest_id = :id")
  void reseal(ContestId id, String root);

  @SqlUpdate("UPDATE contest SET drawn_at = UTC_TIMESTAMP(6) WHERE contest_id = :id")
  void noteDrawn(ContestId id);

  @SqlUpdate("UPDATE contest SET round = :round, draws_at = :drawsAt WHERE contest_id = :id")
  void takeRound(ContestId id, @Nullable Long round, Instant drawsAt);

  @SqlUpdate(
      """
      UPDATE contest
      SET objections_until = UTC_TIMESTAMP(6) + INTERVAL :hours HOUR
      WHERE contest_id = :id
      """)
  void openObjections(ContestId id, int hours);

  @SqlQuery("SELECT secret FROM contest WHERE contest_id = :id")
  Optional<String> findSecret(ContestId id);

  @SqlQuery("SELECT draws_at FROM contest WHERE contest_id = :id")
  Instant drawsAt(ContestId id);

  @SqlUpdate(
      """
      INSERT INTO contest_rules
        (contest_id, version, text_en, text_fr, sha256, reason, published_at)
      VALUES (:id, :version, :textEn, :textFr, :sha256, :reason, UTC_TIMESTAMP(6))
      """)
  void keepRules(
      ContestId id, int version, String textEn, String textFr, String sha256, String reason);

  @SqlQuery(
      """
      SELECT version, text_en, text_fr, sha256, reason, published_at
      FROM contest_rules
      WHERE contest_id = :id
      ORDER BY version DESC
      """)
  List<Rules> rules(ContestId id);

  @SqlUpdate(
      """
      INSERT INTO contest_event (event_id, contest_id, kind, detail, member_id, happened_at)
      VALUES (:event, :id, :kind, :detail, :member, UTC_TIMESTAMP(6))
      """)
  void append(EventId event, ContestId id, String kind, String detail, @Nullable MemberId member);

  /** When a contest last came to a state. */
  @SqlQuery(
      """
      SELECT happened_at
      FROM contest_event
      WHERE contest_id = :id AND kind = :state
      ORDER BY happened_at DESC
      LIMIT 1
      """)
  Optional<Instant> findMoment(ContestId id, ContestState state);

  /** A line of the story, as everybody may read it. */
  record Line(String kind, String detail, Instant happenedAt) {}

  @SqlQuery(
      """
      SELECT kind, detail, happened_at
      FROM contest_event
      WHERE contest_id = :id
      ORDER BY happened_at, event_id
      """)
  List<Line> story(ContestId id);
}
