package org.ronde.contests;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ContestId;
import org.ronde.ids.ListingId;
import org.ronde.ids.MemberId;

/** Prizes. */
interface PrizeDao {
  @SqlUpdate("DELETE FROM contest_prize WHERE contest_id = :contest")
  void clear(ContestId contest);

  @SqlUpdate(
      """
      INSERT INTO contest_prize
        (contest_id, place, title, value_cents, listing_id, listing_revision, quantity, company_id)
      VALUES (:contest, :place, :title, :valueCents, :listing, :revision, :quantity, :company)
      """)
  void create(
      ContestId contest,
      int place,
      String title,
      long valueCents,
      @Nullable ListingId listing,
      @Nullable Integer revision,
      @Nullable Long quantity,
      @Nullable CompanyId company);

  @SqlQuery(
      """
      SELECT contest_id, place, title, value_cents, listing_id, listing_revision, quantity,
        company_id, state, agreed_at, substitute, substitute_cents, guardian, handed_over_at
      FROM contest_prize
      WHERE contest_id = :contest
      ORDER BY place
      """)
  List<Prize> of(ContestId contest);

  @SqlQuery(
      """
      SELECT contest_id, place, title, value_cents, listing_id, listing_revision, quantity,
        company_id, state, agreed_at, substitute, substitute_cents, guardian, handed_over_at
      FROM contest_prize
      WHERE contest_id = :contest AND place = :place
      """)
  Optional<Prize> find(ContestId contest, int place);

  /** The first prize of a contest. */
  record First(ContestId contestId, String title) {}

  @SqlQuery(
      "SELECT contest_id, title FROM contest_prize WHERE contest_id IN (<contests>) AND place = 1")
  List<First> firsts(@BindList List<ContestId> contests);

  @SqlUpdate(
      """
      UPDATE contest_prize
      SET agreed_by = :member, agreed_at = UTC_TIMESTAMP(6)
      WHERE contest_id = :contest AND place = :place AND state = 'PLANNED' AND agreed_at IS NULL
      """)
  int agree(ContestId contest, int place, MemberId member);

  @SqlUpdate(
      """
      UPDATE contest_prize
      SET state = :next
      WHERE contest_id = :contest AND place = :place AND state = :state
      """)
  int move(ContestId contest, int place, Prize.State state, Prize.State next);

  @SqlUpdate(
      """
      UPDATE contest_prize
      SET substitute = :substitute, substitute_cents = :cents
      WHERE contest_id = :contest AND place = :place AND state = 'HELD'
      """)
  int substitute(ContestId contest, int place, String substitute, long cents);

  @SqlUpdate(
      """
      UPDATE contest_prize
      SET state = 'HANDED_OVER', guardian = :guardian, handed_over_at = UTC_TIMESTAMP(6)
      WHERE contest_id = :contest AND place = :place AND state = 'HELD'
      """)
  int handOver(ContestId contest, int place, Prize.Guardian guardian);
}
