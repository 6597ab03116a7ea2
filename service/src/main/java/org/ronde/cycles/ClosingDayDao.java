package org.ronde.cycles;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.ronde.ids.CompanyId;

/** Closing days: weekdays and periods. */
interface ClosingDayDao {
  /** A weekday on which a company is closed; 1 is Monday. */
  record Weekday(CompanyId companyId, int weekday) {}

  /** A period in which a company is closed. */
  record Row(PeriodId periodId, CompanyId companyId, LocalDate firstDay, LocalDate lastDay) {
    Closing.Period period() {
      return new Closing.Period(periodId.value(), firstDay, lastDay);
    }
  }

  /** A period's id never leaves this room, so its type lives here. */
  record PeriodId(UUID value) implements org.ronde.ids.Id {}

  @SqlQuery(
      """
      SELECT company_id, weekday
      FROM company_closing_weekday
      WHERE company_id IN (<companies>)
      """)
  List<Weekday> weekdays(@BindList Collection<CompanyId> companies);

  @SqlQuery(
      """
      SELECT period_id, company_id, first_day, last_day
      FROM company_closing_period
      WHERE company_id IN (<companies>) AND last_day >= UTC_DATE() - INTERVAL 1 DAY
      ORDER BY first_day, period_id
      """)
  List<Row> periods(@BindList Collection<CompanyId> companies);

  @SqlUpdate("DELETE FROM company_closing_weekday WHERE company_id = :company")
  void clearWeekdays(CompanyId company);

  @SqlUpdate(
      """
      INSERT INTO company_closing_weekday (company_id, weekday)
      VALUES (:company, :weekday)
      """)
  void addWeekday(CompanyId company, int weekday);

  @SqlUpdate(
      """
      INSERT INTO company_closing_period (period_id, company_id, first_day, last_day)
      VALUES (:id, :company, :firstDay, :lastDay)
      """)
  void addPeriod(PeriodId id, CompanyId company, LocalDate firstDay, LocalDate lastDay);

  @SqlUpdate(
      """
      DELETE FROM company_closing_period
      WHERE period_id = :id AND company_id = :company
      """)
  int removePeriod(PeriodId id, CompanyId company);
}
