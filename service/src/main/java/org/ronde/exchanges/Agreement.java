package org.ronde.exchanges;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ronde.ids.CompanyId;
import org.ronde.ids.CycleId;
import org.ronde.ids.ListingId;
import org.ronde.money.Money;

/**
 * What two to n companies agreed: the legs in order, each company giving to the next and the last
 * to the first, and the top-ups between neighbours. All amounts exclude VAT.
 */
public record Agreement(CycleId origin, List<Leg> legs, List<TopUp> topUps) {
  /** One company gives a quantity of its offer to another, for its need. */
  public record Leg(
      ListingId offer,
      int offerRevision,
      ListingId need,
      int needRevision,
      CompanyId giver,
      CompanyId receiver,
      long quantity,
      Money value) {
    public Leg {
      if (quantity <= 0 || value.amountCents() <= 0) {
        throw new IllegalArgumentException(
            "A leg gives something of some value, not %d units for %s.".formatted(quantity, value));
      }
    }
  }

  /** Cash from one company to a neighbour, to even values. Ronde never holds it. */
  public record TopUp(CompanyId payer, CompanyId payee, Money amount) {
    public TopUp {
      if (amount.amountCents() <= 0) {
        throw new IllegalArgumentException("A top-up pays something, not %s.".formatted(amount));
      }
    }
  }

  public Agreement {
    legs = List.copyOf(legs);
    topUps = List.copyOf(topUps);
    checkRing(legs);
    checkTopUps(legs, topUps);
  }

  private static void checkRing(List<Leg> legs) {
    if (legs.size() < 2) {
      throw new IllegalArgumentException(
          "An agreement has two legs or more, not %d.".formatted(legs.size()));
    }
    Set<CompanyId> givers = new HashSet<>();
    for (int i = 0; i < legs.size(); i++) {
      Leg next = legs.get((i + 1) % legs.size());
      if (!legs.get(i).receiver().equals(next.giver()) || !givers.add(legs.get(i).giver())) {
        throw new IllegalArgumentException(
            "Leg %d does not lead to a company that gives on, each once: %s."
                .formatted(i + 1, legs));
      }
    }
  }

  private static void checkTopUps(List<Leg> legs, List<TopUp> topUps) {
    Set<Set<CompanyId>> pairs = new HashSet<>();
    for (TopUp topUp : topUps) {
      boolean neighbours =
          legs.stream()
              .anyMatch(
                  leg ->
                      Set.of(leg.giver(), leg.receiver())
                          .containsAll(List.of(topUp.payer(), topUp.payee())));
      if (topUp.payer().equals(topUp.payee())
          || !neighbours
          || !pairs.add(Set.of(topUp.payer(), topUp.payee()))) {
        throw new IllegalArgumentException(
            "A top-up is between two neighbours, one for each pair: %s.".formatted(topUp));
      }
    }
  }
}
