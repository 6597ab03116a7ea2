package org.ronde.cycles;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.ronde.db.Transactions;
import org.ronde.http.Actor;
import org.ronde.ids.CompanyId;
import org.ronde.matching.Market;
import org.ronde.members.Company;

/**
 * What companies' cycles so far say of their next: told to the engine with each market, and to each
 * company about itself.
 *
 * <p>Days are those of UTC, as on listings. On one day, equal decisions give equal histories.
 */
public final class Histories {
  private final HistoryDao dao;
  private final Transactions transactions;
  private final Neighbours neighbours;
  private final CycleSettings.History settings;

  public Histories(
      Jdbi jdbi, Transactions transactions, Neighbours neighbours, CycleSettings.History settings) {
    this.dao = jdbi.onDemand(HistoryDao.class);
    this.transactions = transactions;
    this.neighbours = neighbours;
    this.settings = settings;
  }

  /** The past of all companies on one day, or of the one that was named. */
  private record Records(
      LocalDate day,
      Map<CompanyId, HistoryDao.AnswersRow> answers,
      Map<CompanyId, LocalDate> agreed,
      Map<CompanyId, Integer> missed,
      Map<CompanyId, Integer> open) {
    Past past(CompanyId company, LocalDate cameOn, CycleSettings.History settings) {
      var row = answers.getOrDefault(company, new HistoryDao.AnswersRow(company, 0, 0));
      return new Past(
          day,
          row.answers(),
          row.yeses(),
          Past.yesPercent(row.yeses(), row.answers(), settings),
          cameOn,
          agreed.get(company),
          missed.getOrDefault(company, 0),
          open.getOrDefault(company, 0));
    }
  }

  public CycleSettings.History settings() {
    return settings;
  }

  /** What is known today of the company that the actor acts for. */
  public Past past(Actor actor) {
    var company = actor.company().companyId();
    return transactions.in(
        () ->
            records(company, neighbours.listings().today())
                .past(
                    company, dayOf(neighbours.companies().company(company).createdAt()), settings));
  }

  /**
   * The same market, in which each company has its history, and its limit of open cycles is less
   * those it stands in already.
   */
  Market told(Market market) {
    return transactions.in(
        () -> {
          var records = records(null, market.day());
          var cameOn =
              neighbours.companies().approved().stream()
                  .collect(toMap(Company::id, one -> dayOf(one.createdAt())));
          return market.withCompanies(
              market.companies().stream()
                  .map(
                      company -> {
                        var id = CompanyId.fromString(company.id());
                        var came = cameOn.getOrDefault(id, market.day());
                        var past = records.past(id, came, settings);
                        return company.with(
                            past.openCyclesLeft(company.openCyclesMax()), past.history());
                      })
                  .toList());
        });
  }

  /** In how many cycles a company stands now that not everybody has answered. */
  int openCycles(CompanyId company) {
    return dao.open(company).getOrDefault(company, 0);
  }

  private Records records(@Nullable CompanyId company, LocalDate day) {
    var since = day.minusMonths(settings.months());
    return new Records(
        day,
        dao.answers(company, since, settings.answersMax()).stream()
            .collect(toMap(HistoryDao.AnswersRow::companyId, Function.identity())),
        dao.agreed(company),
        dao.missed(company, since),
        dao.open(company));
  }

  private static LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
