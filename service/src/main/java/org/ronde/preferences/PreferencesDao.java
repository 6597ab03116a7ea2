package org.ronde.preferences;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.CompanyId;
import org.ronde.ids.MemberId;

/** Limits and exclusions of companies. */
interface PreferencesDao {
  /** A company's limits as stored, its exclusions aside. */
  record LimitsRow(
      CompanyId companyId,
      int cycleLengthMax,
      int tolerancePercent,
      long topUpPayMaxCents,
      long topUpTakeMaxCents,
      @Nullable Integer openCyclesMax) {}

  record ExclusionRow(CompanyId companyId, CompanyId excludedId) {}

  @SqlQuery(
      """
      SELECT company_id, cycle_length_max, tolerance_percent,
             top_up_pay_max_cents, top_up_take_max_cents, open_cycles_max
      FROM company_limits
      WHERE company_id = :company
      """)
  Optional<LimitsRow> findLimits(CompanyId company);

  @SqlQuery(
      """
      SELECT company_id, cycle_length_max, tolerance_percent,
             top_up_pay_max_cents, top_up_take_max_cents, open_cycles_max
      FROM company_limits
      """)
  List<LimitsRow> allLimits();

  @SqlUpdate(
      """
      INSERT INTO company_limits (
        company_id, cycle_length_max, tolerance_percent,
        top_up_pay_max_cents, top_up_take_max_cents, open_cycles_max, changed_by, changed_at)
      VALUES (
        :companyId, :cycleLengthMax, :tolerancePercent,
        :topUpPayMaxCents, :topUpTakeMaxCents, :openCyclesMax, :member, UTC_TIMESTAMP(6))
      ON DUPLICATE KEY UPDATE
        cycle_length_max = VALUES(cycle_length_max),
        tolerance_percent = VALUES(tolerance_percent),
        top_up_pay_max_cents = VALUES(top_up_pay_max_cents),
        top_up_take_max_cents = VALUES(top_up_take_max_cents),
        open_cycles_max = VALUES(open_cycles_max),
        changed_by = VALUES(changed_by),
        changed_at = VALUES(changed_at)
      """)
  void setLimits(@BindMethods LimitsRow row, MemberId member);

  @SqlQuery("SELECT excluded_id FROM exclusion WHERE company_id = :company")
  Set<CompanyId> exclusions(CompanyId company);

  @SqlQuery("SELECT company_id, excluded_id FROM exclusion")
  List<ExclusionRow> allExclusions();

  @SqlUpdate(
      """
      INSERT INTO exclusion (company_id, excluded_id, decided_by, decided_at)
      VALUES (:company, :excluded, :member, UTC_TIMESTAMP(6))
      ON DUPLICATE KEY UPDATE excluded_id = excluded_id
      """)
  void exclude(CompanyId company, CompanyId excluded, MemberId member);

  @SqlUpdate("DELETE FROM exclusion WHERE company_id = :company AND excluded_id = :excluded")
  void readmit(CompanyId company, CompanyId excluded);
}
