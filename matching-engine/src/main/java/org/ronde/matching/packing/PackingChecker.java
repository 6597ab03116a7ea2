package org.ronde.matching.packing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ronde.matching.Company;
import org.ronde.matching.Cycle;
import org.ronde.matching.Leg;
import org.ronde.matching.Limits;
import org.ronde.matching.Market;
import org.ronde.matching.Need;
import org.ronde.matching.Offer;
import org.ronde.matching.Packing;
import org.ronde.matching.Place;
import org.ronde.matching.Reach;
import org.ronde.matching.TopUp;
import org.ronde.matching.Verdict;
import org.ronde.matching.Want;

/**
 * Says what is wrong with a packing, from the market's own words alone.
 *
 * <p>Shares no code with graph, cycles or packers, so that their mistakes are not repeated here. An
 * empty answer means: each leg could be, each cycle balances within its companies' limits, no
 * listing and no one-of group is over-used, and no company stands in more cycles than it allows.
 * Example: {@code PackingChecker.faults(market, limits, packing)}.
 */
public final class PackingChecker {
  private final Market market;
  private final Map<String, Company> companies;
  private final Map<String, Offer> offers;
  private final Map<String, Need> needs;
  private final Set<List<String>> never = new HashSet<>();
  private final List<String> faults = new ArrayList<>();

  private PackingChecker(Market market) {
    this.market = market;
    this.companies = byId(market.companies(), Company::id);
    this.offers = byId(market.offers(), Offer::id);
    this.needs = byId(market.needs(), Need::id);
    for (Want want : market.wants()) {
      if (want.verdict() == Verdict.NEVER) {
        never.add(List.of(want.needId(), want.offerId()));
      }
    }
  }

  private static <T> Map<String, T> byId(List<T> things, Function<T, String> id) {
    return things.stream().collect(Collectors.toMap(id, Function.identity()));
  }

  /** One sentence for each fault; empty when the packing is sound. */
  public static List<String> faults(Market market, Limits limits, Packing packing) {
    return faults(market, limits, packing.cycles());
  }

  /** The same for cycles from anywhere. */
  public static List<String> faults(Market market, Limits limits, List<Cycle> cycles) {
    var checker = new PackingChecker(market);
    for (var cycle : cycles) {
      checker.checkLength(cycle, limits);
      checker.checkExclusions(cycle);
      cycle.legs().forEach(checker::checkLeg);
      checker.checkBalance(cycle);
    }
    checker.checkCapacities(cycles);
    checker.checkGroups(cycles);
    checker.checkOpenCycles(cycles);
    return List.copyOf(checker.faults);
  }

  private void checkLength(Cycle cycle, Limits limits) {
    if (cycle.length() > limits.cycleLengthMax()) {
      faults.add("a cycle of %d, the run allows less".formatted(cycle.length()));
    }
    for (var id : cycle.companies()) {
      var company = companies.get(id);
      if (company == null) {
        faults.add("unknown company " + id);
      } else if (cycle.length() > company.cycleLengthMax()) {
        faults.add("a cycle of %d, too long for %s".formatted(cycle.length(), id));
      }
    }
    if (new HashSet<>(cycle.companies()).size() < cycle.length()) {
      faults.add("a company twice in " + cycle.companies());
    }
  }

  private void checkExclusions(Cycle cycle) {
    for (var id : cycle.companies()) {
      var company = companies.get(id);
      for (var other : cycle.companies()) {
        if (company != null && !other.equals(id) && company.excludedCompanyIds().contains(other)) {
          faults.add("%s will not deal with %s".formatted(id, other));
        }
      }
    }
  }

  private void checkLeg(Leg leg) {
    var offer = offers.get(leg.offerId());
    var need = needs.get(leg.needId());
    var giver = companies.get(leg.giverId());
    var receiver = companies.get(leg.receiverId());
    if (offer == null || need == null || giver == null || receiver == null) {
      faults.add("unknown parts in " + leg);
      return;
    }
    fault(!offer.companyId().equals(giver.id()), leg, "is not given by its owner");
    fault(!need.companyId().equals(receiver.id()), leg, "is not received by its owner");
    fault(!offer.category().equals(need.category()), leg, "mixes categories");
    fault(!offer.unit().equals(need.unit()), leg, "mixes units");
    fault(offer.unitValueCents() > need.unitValueMaxCents(), leg, "is too dear");
    fault(!reaches(offer.reach(), offer.place(), need.place()), leg, "lies beyond the offer");
    fault(!reaches(need.reach(), need.place(), offer.place()), leg, "lies beyond the need");
    fault(market.day().isAfter(offer.lastDay()), leg, "comes after the offer's last day");
    fault(market.day().isAfter(need.lastDay()), leg, "comes after the need's last day");
    fault(never.contains(List.of(need.id(), offer.id())), leg, "was ruled out");
    fault(leg.quantity() % offer.quantityStep() != 0, leg, "breaks the offer's step");
    fault(leg.quantity() % need.quantityStep() != 0, leg, "breaks the need's step");
    fault(leg.valueCents() != leg.quantity() * offer.unitValueCents(), leg, "is worth else");
  }

  private void fault(boolean broken, Leg leg, String reason) {
    if (broken) {
      faults.add("%s for %s %s".formatted(leg.offerId(), leg.needId(), reason));
    }
  }

  private static boolean reaches(Reach reach, Place from, Place to) {
    boolean country = Objects.equals(from.country(), to.country());
    boolean region = country && Objects.equals(from.region(), to.region());
    boolean departement = region && Objects.equals(from.departement(), to.departement());
    return switch (reach) {
      case COUNTRY -> country;
      case REGION -> region;
      case DEPARTEMENT -> departement;
    };
  }

  /** Without top-ups each company is within tolerance; with them all come out even to the cent. */
  private void checkBalance(Cycle cycle) {
    for (var id : cycle.companies()) {
      var company = companies.get(id);
      if (company == null) {
        continue;
      }
      long given = valueOf(cycle, Leg::giverId, id);
      long received = valueOf(cycle, Leg::receiverId, id);
      long paid = amountOf(cycle, TopUp::payerId, id);
      long taken = amountOf(cycle, TopUp::payeeId, id);
      if (cycle.topUps().isEmpty()) {
        long off = Math.abs(received - given);
        if (off > given * (company.tolerancePercent() / 100.0) + 1e-6) {
          faults.add("%s is %d cents off after giving %d".formatted(id, off, given));
        }
      } else if (given + paid != received + taken) {
        faults.add(
            "%s is not settled: %d + %d for %d + %d".formatted(id, given, paid, received, taken));
      }
      if (paid > company.topUpPayMaxCents()) {
        faults.add("%s pays %d cents, too much".formatted(id, paid));
      }
      if (taken > company.topUpTakeMaxCents()) {
        faults.add("%s takes %d cents, too much".formatted(id, taken));
      }
    }
    for (var topUp : cycle.topUps()) {
      boolean alongALeg =
          cycle.legs().stream()
              .anyMatch(
                  leg ->
                      leg.receiverId().equals(topUp.payerId())
                          && leg.giverId().equals(topUp.payeeId()));
      if (!alongALeg) {
        faults.add("a top-up without a leg: " + topUp);
      }
    }
  }

  private static long valueOf(Cycle cycle, Function<Leg, String> side, String id) {
    return cycle.legs().stream()
        .filter(leg -> side.apply(leg).equals(id))
        .mapToLong(Leg::valueCents)
        .sum();
  }

  private static long amountOf(Cycle cycle, Function<TopUp, String> side, String id) {
    return cycle.topUps().stream()
        .filter(topUp -> side.apply(topUp).equals(id))
        .mapToLong(TopUp::amountCents)
        .sum();
  }

  private void checkCapacities(List<Cycle> cycles) {
    var given = new HashMap<String, Long>();
    var taken = new HashMap<String, Long>();
    for (var cycle : cycles) {
      for (var leg : cycle.legs()) {
        given.merge(leg.offerId(), leg.quantity(), Long::sum);
        taken.merge(leg.needId(), leg.quantity(), Long::sum);
      }
    }
    given.forEach(
        (id, quantity) -> {
          var offer = offers.get(id);
          if (offer != null && quantity > offer.quantity()) {
            faults.add("offer %s gives %d of %d".formatted(id, quantity, offer.quantity()));
          }
        });
    taken.forEach(
        (id, quantity) -> {
          var need = needs.get(id);
          if (need != null && quantity > need.quantity()) {
            faults.add("need %s takes %d of %d".formatted(id, quantity, need.quantity()));
          }
        });
  }

  private void checkGroups(List<Cycle> cycles) {
    var used = new HashSet<List<String>>();
    for (var cycle : cycles) {
      for (var leg : cycle.legs()) {
        var need = needs.get(leg.needId());
        if (need != null
            && need.oneOfGroup() != null
            && !used.add(List.of(need.companyId(), need.oneOfGroup()))) {
          faults.add("group %s of %s is met twice".formatted(need.oneOfGroup(), need.companyId()));
        }
      }
    }
  }

  private void checkOpenCycles(List<Cycle> cycles) {
    var open = new HashMap<String, Integer>();
    for (var cycle : cycles) {
      cycle.companies().forEach(id -> open.merge(id, 1, Integer::sum));
    }
    open.forEach(
        (id, count) -> {
          var company = companies.get(id);
          if (company != null && count > company.openCyclesMax()) {
            faults.add(
                "%s stands in %d cycles of %d".formatted(id, count, company.openCyclesMax()));
          }
        });
  }
}
