package org.ronde.exchanges;

import java.util.List;
import java.util.Map;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ExchangeId;
import org.ronde.notices.Notices;
import org.ronde.notices.Notices.Event;

/** What the parties of an exchange are told, and who is. */
public final class Announcements {
  private final Notices notices;
  private final Parties parties;

  public Announcements(Notices notices, Parties parties) {
    this.notices = notices;
    this.parties = parties;
  }

  void due(ExchangeId exchange, Exchange.Leg leg) {
    Map<String, Object> facts =
        Map.of("title", leg.offerTitle(), "receiver", name(leg.receiver()), "dueOn", leg.dueOn());
    notices.tell(leg.giver(), Event.LEG_DUE, facts, path(exchange));
  }

  void sent(ExchangeId exchange, Exchange.Leg leg) {
    Map<String, Object> facts = Map.of("title", leg.offerTitle(), "giver", name(leg.giver()));
    notices.tell(leg.receiver(), Event.LEG_SENT, facts, path(exchange));
  }

  void received(ExchangeId exchange, Exchange.Leg leg) {
    Map<String, Object> facts = Map.of("title", leg.offerTitle(), "receiver", name(leg.receiver()));
    notices.tell(leg.giver(), Event.LEG_RECEIVED, facts, path(exchange));
  }

  void closed(Exchange exchange) {
    for (CompanyId company : exchange.parties()) {
      Map<String, Object> facts =
          Map.of(
              "give", exchange.givenBy(company).offerTitle(),
              "receive", exchange.receivedBy(company).offerTitle(),
              "companies", exchange.legs().size());
      notices.tell(company, Event.EXCHANGE_CLOSED, facts, path(exchange.id()));
    }
  }

  private String name(CompanyId company) {
    return parties.names(List.of(company)).getOrDefault(company, "?");
  }

  private static String path(ExchangeId exchange) {
    return "/exchanges/" + exchange;
  }
}
