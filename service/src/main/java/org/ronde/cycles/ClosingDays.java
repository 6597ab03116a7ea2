package org.ronde.cycles;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.ronde.db.Transactions;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.CompanyId;
import org.ronde.ids.Ids;

/**
 * The days on which companies are closed. They move the deadline of cycles proposed from then on;
 * one already proposed keeps its own.
 */
public final class ClosingDays {
  /** Longest period, in days. */
  static final int PERIOD_DAYS_MAX = 62;

  /** Most periods a company keeps at a time. */
  static final int PERIODS_MAX = 20;

  private final ClosingDayDao dao;
  private final Transactions transactions;
  private final Ids ids;

  public ClosingDays(Jdbi jdbi, Transactions transactions, Ids ids) {
    this.dao = jdbi.onDemand(ClosingDayDao.class);
    this.transactions = transactions;
    this.ids = ids;
  }

  /** When a company is closed; past periods are left out. */
  public Closing closing(CompanyId company) {
    return closings(List.of(company)).get(0);
  }

  /** The same for several companies, in their order. */
  List<Closing> closings(Collection<CompanyId> companies) {
    var weekdays = dao.weekdays(companies);
    var periods = dao.periods(companies);
    return companies.stream()
        .map(
            company -> {
              var days = new HashSet<DayOfWeek>();
              weekdays.stream()
                  .filter(row -> row.companyId().equals(company))
                  .forEach(row -> days.add(DayOfWeek.of(row.weekday())));
              return new Closing(
                  days,
                  periods.stream()
                      .filter(row -> row.companyId().equals(company))
                      .map(ClosingDayDao.Row::period)
                      .toList());
            })
        .toList();
  }

  /**
   * Sets the weekdays on which the actor's company is closed.
   *
   * @throws Refusal INVALID when no working day is left, or a day is not of the working week
   */
  public void closeOn(Actor actor, Set<DayOfWeek> weekdays) {
    var company = actor.company().companyId();
    if (!Closing.WORKING_WEEK.containsAll(weekdays)
        || weekdays.size() == Closing.WORKING_WEEK.size()) {
      throw Refusal.invalid(Refusal.Fault.of("weekdays", "cycles.closing.fault.weekdays"));
    }
    transactions.run(
        () -> {
          dao.clearWeekdays(company);
          weekdays.forEach(day -> dao.addWeekday(company, day.getValue()));
        });
  }

  /**
   * Adds days in a row on which the actor's company is closed.
   *
   * @throws Refusal INVALID when a day is missing, the last is before the first, the period is too
   *     long, or there are too many
   */
  public void closeFrom(Actor actor, @Nullable LocalDate firstDay, @Nullable LocalDate lastDay) {
    var company = actor.company().companyId();
    if (firstDay == null || lastDay == null) {
      throw Refusal.invalid(
          Refusal.Fault.of(
              firstDay == null ? "firstDay" : "lastDay", "cycles.closing.fault.missing"));
    }
    if (lastDay.isBefore(firstDay)) {
      throw Refusal.invalid(Refusal.Fault.of("lastDay", "cycles.closing.fault.order"));
    }
    if (ChronoUnit.DAYS.between(firstDay, lastDay) >= PERIOD_DAYS_MAX) {
      throw Refusal.invalid(
          new Refusal.Fault(
              "lastDay", "cycles.closing.fault.long", Map.of("days", PERIOD_DAYS_MAX)));
    }
    transactions.run(
        () -> {
          if (dao.periods(List.of(company)).size() >= PERIODS_MAX) {
            throw Refusal.invalid(
                new Refusal.Fault(
                    "firstDay", "cycles.closing.fault.many", Map.of("periods", PERIODS_MAX)));
          }
          dao.addPeriod(new ClosingDayDao.PeriodId(ids.next()), company, firstDay, lastDay);
        });
  }

  /**
   * Takes a period of the actor's company away.
   *
   * @throws Refusal NOT_FOUND when it has none of this id
   */
  public void reopen(Actor actor, UUID period) {
    var company = actor.company().companyId();
    transactions.run(
        () -> {
          if (dao.removePeriod(new ClosingDayDao.PeriodId(period), company) == 0) {
            throw new Refusal(ProblemType.NOT_FOUND);
          }
        });
  }
}
