package org.ronde.cycles;

import java.util.Map;
import org.ronde.ids.CompanyId;
import org.ronde.notices.Notices;

/**
 * What the companies of a cycle are told, each from where it stands: what it would give and
 * receive, how many take part, until when. Never why another one refused.
 */
final class Tellings {
  private final Neighbours neighbours;

  Tellings(Neighbours neighbours) {
    this.neighbours = neighbours;
  }

  /** Tells every company of the cycle. */
  void tellAll(Cycle cycle, Notices.Event event) {
    cycle.companies().forEach(company -> tell(cycle, company, event));
  }

  /** Tells every company of the cycle but the one that did it. */
  void tellOthers(Cycle cycle, CompanyId doer, Notices.Event event) {
    cycle.companies().stream()
        .filter(company -> !company.equals(doer))
        .forEach(company -> tell(cycle, company, event));
  }

  /** Tells those that have not answered. */
  void tellWaiting(Cycle cycle, Notices.Event event) {
    cycle.companies().stream()
        .filter(company -> cycle.findAnswer(company).isEmpty())
        .forEach(company -> tell(cycle, company, event));
  }

  private void tell(Cycle cycle, CompanyId company, Notices.Event event) {
    neighbours.notices().tell(company, event, facts(cycle, company), path(cycle));
  }

  static Map<String, Object> facts(Cycle cycle, CompanyId company) {
    var given = cycle.givenBy(company);
    return Map.of(
        "give", given.offerTitle(),
        "receive", cycle.receivedBy(company).offerTitle(),
        "valueCents", given.valueCents(),
        "companies", cycle.legs().size(),
        "deadline", cycle.deadline());
  }

  /** Once agreed, what matters is the exchange. */
  static String path(Cycle cycle) {
    return cycle.exchangeId() == null
        ? "/cycles/" + cycle.id()
        : "/exchanges/" + cycle.exchangeId();
  }
}
