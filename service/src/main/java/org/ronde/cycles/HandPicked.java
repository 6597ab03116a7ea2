package org.ronde.cycles;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ronde.http.Refusal;
import org.ronde.matching.Limits;
import org.ronde.matching.Market;
import org.ronde.matching.Matcher;
import org.ronde.matching.Need;
import org.ronde.matching.Offer;
import org.ronde.matching.Progress;
import org.ronde.matching.Verdict;
import org.ronde.matching.Want;

/**
 * A cycle put together by hand, held to the engine's own rules: it is the only cycle of a market
 * made of its listings at its quantities, in which every other arc is ruled out. What the engine
 * would not find there does not fit.
 */
final class HandPicked {
  private HandPicked() {}

  /**
   * The cycle with its values and top-ups.
   *
   * @throws Refusal INVALID when a listing is not tradable, a quantity is no multiple of its step,
   *     a company stands in as many open cycles as it wants, or the engine finds no such cycle
   */
  static org.ronde.matching.Cycle cycle(Matcher matcher, Market market, List<HandLeg> legs) {
    var picked = market(market, legs);
    if (picked.companies().stream().anyMatch(company -> company.openCyclesMax() == 0)) {
      throw unfit("cycles.hand.fault.overbooked");
    }
    var packing =
        matcher.match(
            picked, Limits.standard().withCycleLengthMax(Limits.CYCLE_LENGTH_MAX), Progress.none());
    if (packing.cycles().size() != 1 || packing.cycles().get(0).length() != legs.size()) {
      throw unfit("cycles.hand.fault.unfit");
    }
    return packing.cycles().get(0);
  }

  static Market market(Market market, List<HandLeg> legs) {
    var offers = market.offers().stream().collect(Collectors.toMap(Offer::id, Function.identity()));
    var needs = market.needs().stream().collect(Collectors.toMap(Need::id, Function.identity()));
    var pickedOffers = new ArrayList<Offer>();
    var pickedNeeds = new ArrayList<Need>();
    var pairs = new HashSet<List<String>>();
    for (var leg : legs) {
      var offer = offers.get(leg.offer().toString());
      var need = needs.get(leg.need().toString());
      if (offer == null || need == null) {
        throw unfit("cycles.hand.fault.listing");
      }
      if (leg.quantity() <= 0
          || leg.quantity() % offer.quantityStep() != 0
          || leg.quantity() % need.quantityStep() != 0
          || leg.quantity() > Math.min(offer.quantity(), need.quantity())) {
        throw unfit("cycles.hand.fault.quantity");
      }
      pickedOffers.add(exactly(offer, leg.quantity()));
      pickedNeeds.add(exactly(need, leg.quantity()));
      pairs.add(List.of(need.id(), offer.id()));
    }
    requireDistinct(legs);
    var companies = new HashSet<String>();
    pickedOffers.forEach(offer -> companies.add(offer.companyId()));
    pickedNeeds.forEach(need -> companies.add(need.companyId()));
    return new Market(
        market.day(),
        market.companies().stream().filter(company -> companies.contains(company.id())).toList(),
        pickedOffers,
        pickedNeeds,
        wants(market, pickedOffers, pickedNeeds, pairs));
  }

  private static void requireDistinct(List<HandLeg> legs) {
    if (legs.stream().map(HandLeg::offer).distinct().count() < legs.size()
        || legs.stream().map(HandLeg::need).distinct().count() < legs.size()) {
      throw unfit("cycles.hand.fault.unfit");
    }
  }

  /** The wants of the picked pairs as they are, and a never for every other pair. */
  private static List<Want> wants(
      Market market, List<Offer> offers, List<Need> needs, Set<List<String>> pairs) {
    var wants = new ArrayList<Want>();
    market.wants().stream()
        .filter(want -> pairs.contains(List.of(want.needId(), want.offerId())))
        .forEach(wants::add);
    for (var need : needs) {
      for (var offer : offers) {
        if (!pairs.contains(List.of(need.id(), offer.id()))) {
          wants.add(new Want(need.id(), offer.id(), Verdict.NEVER));
        }
      }
    }
    return wants;
  }

  private static Offer exactly(Offer offer, long quantity) {
    return new Offer(
        offer.id(),
        offer.companyId(),
        offer.category(),
        offer.unit(),
        quantity,
        quantity,
        offer.unitValueCents(),
        offer.place(),
        offer.reach(),
        offer.lastDay());
  }

  private static Need exactly(Need need, long quantity) {
    return new Need(
        need.id(),
        need.companyId(),
        need.category(),
        need.unit(),
        quantity,
        quantity,
        need.unitValueMaxCents(),
        need.place(),
        need.reach(),
        need.lastDay(),
        need.oneOfGroup());
  }

  static Refusal unfit(String key) {
    return Refusal.invalid(Refusal.Fault.of("legs", key));
  }
}
