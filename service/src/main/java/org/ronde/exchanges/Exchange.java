package org.ronde.exchanges;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.CompanyId;
import org.ronde.ids.CycleId;
import org.ronde.ids.ExchangeId;
import org.ronde.ids.LegId;
import org.ronde.ids.ListingId;
import org.ronde.listings.Listing;
import org.ronde.money.Money;

/**
 * An exchange as it stands: its legs in order, each company giving to the next. All amounts exclude
 * VAT.
 */
public record Exchange(
    ExchangeId id,
    CycleId origin,
    State state,
    Instant openedAt,
    @Nullable Instant closedAt,
    List<Leg> legs,
    List<TopUp> topUps) {
  /** OPEN until the last leg is received. */
  public enum State {
    OPEN,
    CLOSED
  }

  /**
   * One giver, one receiver, on the terms they agreed.
   *
   * @param dueOn the day by which the giver delivers
   * @param sentNote what the giver wrote to the receiver when sending
   */
  public record Leg(
      LegId id,
      int position,
      ListingId offer,
      int offerRevision,
      String offerTitle,
      ListingId need,
      int needRevision,
      String needTitle,
      Listing.Unit unit,
      CompanyId giver,
      CompanyId receiver,
      long quantity,
      Money value,
      LocalDate dueOn,
      LegState state,
      @Nullable Instant sentAt,
      @Nullable String sentNote,
      @Nullable Instant receivedAt) {
    public boolean received() {
      return state == LegState.RECEIVED;
    }
  }

  /**
   * Cash from one company to a neighbour.
   *
   * @param settledAt when the payee noted that it came
   */
  public record TopUp(CompanyId payer, CompanyId payee, Money amount, @Nullable Instant settledAt) {
    boolean isBetween(CompanyId from, CompanyId to) {
      return payer.equals(from) && payee.equals(to);
    }

    public boolean settled() {
      return settledAt != null;
    }
  }

  public Exchange {
    legs = List.copyOf(legs);
    topUps = List.copyOf(topUps);
  }

  public boolean closed() {
    return state == State.CLOSED;
  }

  /** The companies, in giving order. */
  public List<CompanyId> parties() {
    return legs.stream().map(Leg::giver).toList();
  }

  public boolean has(CompanyId company) {
    return parties().contains(company);
  }

  public Leg givenBy(CompanyId company) {
    return legs.stream().filter(leg -> leg.giver().equals(company)).findFirst().orElseThrow();
  }

  public Leg receivedBy(CompanyId company) {
    return legs.stream().filter(leg -> leg.receiver().equals(company)).findFirst().orElseThrow();
  }

  public Optional<Leg> findLeg(LegId id) {
    return legs.stream().filter(leg -> leg.id().equals(id)).findFirst();
  }

  public int receivedCount() {
    return (int) legs.stream().filter(Leg::received).count();
  }
}
