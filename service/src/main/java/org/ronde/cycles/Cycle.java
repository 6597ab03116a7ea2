package org.ronde.cycles;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.ClearingId;
import org.ronde.ids.CompanyId;
import org.ronde.ids.CycleId;
import org.ronde.ids.ExchangeId;
import org.ronde.ids.ListingId;

/**
 * A cycle as its companies are asked about it: each gives to the next. Its terms never change, its
 * answers only grow. All amounts exclude VAT.
 *
 * @param clearingId the run that found it; null when the operator put it together
 * @param closedBy the company that refused
 * @param cause why it was withdrawn
 * @param legs in giving order, each receiver the giver of the next
 */
public record Cycle(
    CycleId id,
    @Nullable ClearingId clearingId,
    State state,
    long valueCents,
    Instant createdAt,
    Instant deadline,
    @Nullable Instant closedAt,
    @Nullable CompanyId closedBy,
    @Nullable Cause cause,
    @Nullable ExchangeId exchangeId,
    List<Leg> legs,
    List<TopUp> topUps,
    List<Answer> answers) {

  /** Where a cycle is: asked about, or closed in one of four ways. */
  public enum State {
    PROPOSED,
    ACCEPTED,
    REFUSED,
    EXPIRED,
    WITHDRAWN
  }

  /** Why a cycle was withdrawn before its companies had all answered; the first outweighs. */
  public enum Cause {
    LISTING_CHANGED,
    QUANTITY_GONE
  }

  /** What one company would give to the next. Titles are those of the revisions named. */
  public record Leg(
      ListingId offerId,
      int offerRevision,
      String offerTitle,
      ListingId needId,
      int needRevision,
      String needTitle,
      CompanyId giver,
      CompanyId receiver,
      long quantity,
      String unit,
      long valueCents) {}

  /** Cash from the receiver of a leg to its giver. */
  public record TopUp(CompanyId payer, CompanyId payee, long amountCents) {}

  /** What a company said; its reason is for the operator alone and not in here. */
  public record Answer(
      CompanyId companyId, boolean accepted, boolean planOrdered, Instant decidedAt) {}

  public Cycle {
    legs = List.copyOf(legs);
    topUps = List.copyOf(topUps);
    answers = List.copyOf(answers);
  }

  /** The companies in giving order. */
  public List<CompanyId> companies() {
    return legs.stream().map(Leg::giver).toList();
  }

  /** Whether it takes a plan: direct swaps are free for all. */
  public boolean needsPlan() {
    return legs.size() > 2;
  }

  public Optional<Answer> findAnswer(CompanyId company) {
    return answers.stream().filter(answer -> answer.companyId().equals(company)).findFirst();
  }

  public boolean acceptedByAll() {
    return answers.stream().filter(Answer::accepted).count() == legs.size();
  }

  /** Whether it fell because this company refused it, or let the time run out. */
  public boolean fellBecauseOf(CompanyId company) {
    return switch (state) {
      case REFUSED -> company.equals(closedBy);
      case EXPIRED -> findAnswer(company).isEmpty();
      case PROPOSED, ACCEPTED, WITHDRAWN -> false;
    };
  }

  /** What a company of this cycle gives. */
  public Leg givenBy(CompanyId company) {
    return legs.stream().filter(leg -> leg.giver().equals(company)).findFirst().orElseThrow();
  }

  /** What a company of this cycle receives. */
  public Leg receivedBy(CompanyId company) {
    return legs.stream().filter(leg -> leg.receiver().equals(company)).findFirst().orElseThrow();
  }
}
