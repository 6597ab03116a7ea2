package org.ronde.contests;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ContestId;
import org.ronde.ids.MemberId;

/** Who takes part, and what of theirs was counted. */
interface EntrantDao {
  @SqlUpdate(
      """
      INSERT INTO contest_entrant
        (entrant_id, contest_id, member_id, salt, pseudonym, company_id, zone, shown, entered_at)
      VALUES
        (:entrant, :contest, :member, :salt, :pseudonym, :company, :zone, :shown,
         UTC_TIMESTAMP(6))
      ON DUPLICATE KEY UPDATE entrant_id = entrant_id
      """)
  void enter(
      EntrantId entrant,
      ContestId contest,
      MemberId member,
      String salt,
      String pseudonym,
      @Nullable CompanyId company,
      String zone,
      boolean shown);

  @SqlUpdate(
      """
      UPDATE contest_entrant
      SET withdrawn_at = NULL, shown = :shown
      WHERE contest_id = :contest AND member_id = :member
      """)
  int comeBack(ContestId contest, MemberId member, boolean shown);

  @SqlUpdate(
      """
      UPDATE contest_entrant
      SET withdrawn_at = UTC_TIMESTAMP(6)
      WHERE contest_id = :contest AND member_id = :member AND withdrawn_at IS NULL
      """)
  int withdraw(ContestId contest, MemberId member);

  @SqlUpdate(
      """
      UPDATE contest_entrant
      SET struck_at = UTC_TIMESTAMP(6), struck_reason = :reason
      WHERE contest_id = :contest AND pseudonym = :pseudonym AND struck_at IS NULL
      """)
  int strike(ContestId contest, String pseudonym, String reason);

  @SqlUpdate(
      """
      UPDATE contest_entrant
      SET member_id = NULL, salt = NULL, shown = FALSE,
        withdrawn_at = COALESCE(withdrawn_at, UTC_TIMESTAMP(6))
      WHERE member_id = :member
      """)
  int erase(MemberId member);

  @SqlUpdate("UPDATE contest_entrant SET shown = FALSE WHERE contest_id = :contest")
  int hideAll(ContestId contest);

  @SqlQuery(
      """
      SELECT entrant_id, contest_id, member_id, pseudonym, company_id, zone, shown, entered_at,
        withdrawn_at, struck_at, struck_reason
      FROM contest_entrant
      WHERE contest_id = :contest AND member_id = :member
      """)
  Optional<Entrant> find(ContestId contest, MemberId member);

  @SqlQuery(
      """
      SELECT entrant_id, contest_id, member_id, pseudonym, company_id, zone, shown, entered_at,
        withdrawn_at, struck_at, struck_reason
      FROM contest_entrant
      WHERE contest_id = :contest AND pseudonym = :pseudonym
      """)
  Optional<Entrant> findByPseudonym(ContestId contest, String pseudonym);

  @SqlQuery("SELECT salt FROM contest_entrant WHERE contest_id = :contest AND member_id = :member")
  Optional<String> findSalt(ContestId contest, MemberId member);

  @SqlQuery(
      """
      SELECT entrant_id, contest_id, member_id, pseudonym, company_id, zone, shown, entered_at,
        withdrawn_at, struck_at, struck_reason
      FROM contest_entrant
      WHERE contest_id = :contest AND withdrawn_at IS NULL AND struck_at IS NULL
      ORDER BY pseudonym
      """)
  List<Entrant> active(ContestId contest);

  @SqlQuery(
      """
      SELECT entrant_id, contest_id, member_id, pseudonym, company_id, zone, shown, entered_at,
        withdrawn_at, struck_at, struck_reason
      FROM contest_entrant
      WHERE contest_id = :contest AND pseudonym IN (<pseudonyms>)
      """)
  List<Entrant> ofPseudonyms(
      ContestId contest,
      @BindList(onEmpty = BindList.EmptyHandling.NULL_STRING) Collection<String> pseudonyms);

  @SqlQuery(
      """
      SELECT entrant_id, contest_id, member_id, pseudonym, company_id, zone, shown, entered_at,
        withdrawn_at, struck_at, struck_reason
      FROM contest_entrant
      WHERE contest_id = :contest AND member_id IN (<members>)
      """)
  List<Entrant> ofMembers(
      ContestId contest,
      @BindList(onEmpty = BindList.EmptyHandling.NULL_STRING) Collection<MemberId> members);

  /** Pseudonyms of those who left or were struck, before the seal or after it. */
  @SqlQuery(
      """
      SELECT pseudonym
      FROM contest_entrant
      WHERE contest_id = :contest AND (withdrawn_at IS NOT NULL OR struck_at IS NOT NULL)
      """)
  Set<String> gone(ContestId contest);

  @SqlQuery("SELECT contest_id FROM contest_entrant WHERE member_id = :member")
  List<ContestId> contestsOf(MemberId member);

  @SqlQuery(
      """
      SELECT COUNT(*)
      FROM contest_entrant
      WHERE contest_id = :contest AND withdrawn_at IS NULL AND struck_at IS NULL
      """)
  long count(ContestId contest);

  /** How many take part in a contest. */
  record Count(ContestId contestId, long entrants) {}

  @SqlQuery(
      """
      SELECT contest_id, COUNT(*) AS entrants
      FROM contest_entrant
      WHERE contest_id IN (<contests>) AND withdrawn_at IS NULL AND struck_at IS NULL
      GROUP BY contest_id
      """)
  List<Count> counts(@BindList List<ContestId> contests);

  /** Which of these contests a member takes part in. */
  @SqlQuery(
      """
      SELECT contest_id
      FROM contest_entrant
      WHERE member_id = :member AND contest_id IN (<contests>)
        AND withdrawn_at IS NULL AND struck_at IS NULL
      """)
  Set<ContestId> entered(MemberId member, @BindList List<ContestId> contests);

  /** How many came from one company; the company is null for those who acted for none. */
  record Crowd(@Nullable CompanyId companyId, long entrants) {}

  @SqlQuery(
      """
      SELECT company_id, COUNT(*) AS entrants
      FROM contest_entrant
      WHERE contest_id = :contest AND withdrawn_at IS NULL AND struck_at IS NULL
      GROUP BY company_id
      ORDER BY entrants DESC, company_id
      """)
  List<Crowd> crowds(ContestId contest);
}
