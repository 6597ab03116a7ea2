package org.ronde.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Generated markets under other names: nothing that matters may change. */
public final class Renamed {
  private Renamed() {}

  /** Other names by this chance, and so another order. */
  public static Market of(Market market, long seed) {
    var numbers = new ArrayList<Integer>();
    for (int company = 0; company < market.companies().size(); company++) {
      numbers.add(company);
    }
    Collections.shuffle(numbers, new Random(seed));
    var names = new HashMap<String, String>();
    for (var company : market.companies()) {
      names.put(company.id(), "x%04d".formatted(numbers.get(names.size())));
    }
    return new Market(
        market.day(),
        market.companies().stream().map(each -> renamed(each, names)).toList(),
        market.offers().stream().map(each -> renamed(each, names)).toList(),
        market.needs().stream().map(each -> renamed(each, names)).toList(),
        market.wants().stream()
            .map(
                each ->
                    new Want(
                        listing(each.needId(), names),
                        listing(each.offerId(), names),
                        each.verdict()))
            .toList());
  }

  private static Company renamed(Company company, Map<String, String> names) {
    return new Company(
        names.getOrDefault(company.id(), ""),
        company.cycleLengthMax(),
        company.tolerancePercent(),
        company.topUpPayMaxCents(),
        company.topUpTakeMaxCents(),
        company.openCyclesMax(),
        company.premium(),
        company.excludedCompanyIds().stream()
            .map(id -> names.getOrDefault(id, id))
            .collect(Collectors.toSet()),
        company.history());
  }

  private static Offer renamed(Offer offer, Map<String, String> names) {
    return new Offer(
        listing(offer.id(), names),
        names.getOrDefault(offer.companyId(), ""),
        offer.category(),
        offer.unit(),
        offer.quantity(),
        offer.quantityStep(),
        offer.unitValueCents(),
        offer.place(),
        offer.reach(),
        offer.lastDay());
  }

  private static Need renamed(Need need, Map<String, String> names) {
    return new Need(
        listing(need.id(), names),
        names.getOrDefault(need.companyId(), ""),
        need.category(),
        need.unit(),
        need.quantity(),
        need.quantityStep(),
        need.unitValueMaxCents(),
        need.place(),
        need.reach(),
        need.lastDay(),
        need.oneOfGroup());
  }

  private static String listing(String id, Map<String, String> names) {
    var company = id.substring(0, id.indexOf('-'));
    return names.getOrDefault(company, "") + id.substring(company.length());
  }
}
