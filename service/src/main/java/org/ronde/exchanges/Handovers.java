package org.ronde.exchanges;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ronde.http.Actor;
import org.ronde.ids.CompanyId;

/** Exchanges as the actor's company sees them, the names of all companies asked for at once. */
record Handovers(Exchanges exchanges, Parties parties) {
  Handover of(Actor actor, Exchange exchange) {
    return of(actor, List.of(exchange)).get(0);
  }

  List<Handover> of(Actor actor, List<Exchange> found) {
    Set<CompanyId> companies = new HashSet<>();
    found.forEach(exchange -> companies.addAll(exchange.parties()));
    Map<CompanyId, String> names = parties.names(companies);
    Handover.View view = new Handover.View(actor.company().companyId(), names, exchanges.today());
    return found.stream().map(exchange -> Handover.of(exchange, view)).toList();
  }
}
