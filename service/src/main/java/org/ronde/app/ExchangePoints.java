package org.ronde.app;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ronde.exchanges.Exchange;
import org.ronde.exchanges.ExchangeListener;
import org.ronde.ids.CompanyId;
import org.ronde.members.Companies;
import org.ronde.members.Company;
import org.ronde.members.Person;
import org.ronde.points.Award;
import org.ronde.points.Cause;
import org.ronde.points.Effort;
import org.ronde.points.Points;
import org.ronde.points.ValidationLevel;

/**
 * Points for the people of an exchange that closed. It proves itself: no evidence is asked for.
 * Because it cost a trade, no contest may count it and no draw ticket comes from it.
 *
 * <ul>
 *   <li>The exchange closed: once an exchange.
 *   <li>The company sent what it gave by the day it was due: once an exchange.
 *   <li>A first swap with a company: for whoever the company gives to and receives from. The cause
 *       is the company met, so a person gets it once for each, in whatever company and however
 *       often they meet again.
 *   <li>A need answered: the company posted its offer after the need that it served. The cause is
 *       the need, so it counts once however many legs serve it.
 * </ul>
 */
record ExchangePoints(Companies companies, Points points) implements ExchangeListener {
  static final String CLOSED = "exchange-closed";
  static final String ON_TIME = "leg-on-time";
  static final String FIRST_SWAP = "first-swap-with";
  static final String NEED_ANSWERED = "need-answered";

  @Override
  public void closed(Exchange exchange) {
    Map<CompanyId, Company> known =
        companies.companies(exchange.parties()).stream()
            .collect(Collectors.toMap(Company::id, Function.identity()));
    List<Award> awards = new ArrayList<>();
    for (CompanyId party : exchange.parties()) {
      Company company = known.get(party);
      if (company == null) {
        throw new IllegalStateException("%s is party to %s.".formatted(party, exchange.id()));
      }
      List<Cause> causes = causes(exchange, party);
      for (Person person : companies.people(party)) {
        causes.forEach(cause -> awards.add(award(cause, person, company, closedAt(exchange))));
      }
    }
    points.awardAll(awards);
  }

  private static List<Cause> causes(Exchange exchange, CompanyId party) {
    Exchange.Leg given = exchange.givenBy(party);
    List<Cause> causes = new ArrayList<>();
    causes.add(new Cause(CLOSED, exchange.id().value()));
    if (onTime(given)) {
      causes.add(new Cause(ON_TIME, exchange.id().value()));
    }
    causes.add(new Cause(FIRST_SWAP, given.receiver().value()));
    causes.add(new Cause(FIRST_SWAP, exchange.receivedBy(party).giver().value()));
    if (answers(given)) {
      causes.add(new Cause(NEED_ANSWERED, given.need().value()));
    }
    return causes.stream().distinct().toList();
  }

  private static boolean onTime(Exchange.Leg given) {
    return given.sentAt() != null
        && !given.sentAt().atZone(ZoneOffset.UTC).toLocalDate().isAfter(given.dueOn());
  }

  /** Ids grow with time. */
  private static boolean answers(Exchange.Leg given) {
    return given.offer().value().compareTo(given.need().value()) > 0;
  }

  private static Instant closedAt(Exchange exchange) {
    if (exchange.closedAt() == null) {
      throw new IllegalStateException("%s is open.".formatted(exchange.id()));
    }
    return exchange.closedAt();
  }

  private static Award award(Cause cause, Person person, Company company, Instant closedAt) {
    return new Award(
        cause,
        person.id(),
        new Effort(2, false, false, false, 0),
        ValidationLevel.WITNESSES,
        null,
        closedAt,
        ZoneOffset.UTC,
        null,
        company.id(),
        company.departement() == null ? "" : company.departement(),
        false);
  }
}
