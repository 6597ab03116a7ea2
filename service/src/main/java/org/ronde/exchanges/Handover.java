package org.ronde.exchanges;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronde.http.RingPicture;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ExchangeId;
import org.ronde.ids.LegId;
import org.ronde.listings.Listing;

/**
 * An exchange as one of its companies sees it: what I give, what I receive, who owes whom a top-up,
 * how far everybody is. What a giver wrote to a receiver is theirs alone.
 */
public record Handover(
    ExchangeId id,
    boolean closed,
    Instant openedAt,
    @Nullable Instant closedAt,
    Step give,
    Step receive,
    List<Step> steps,
    List<TopUp> topUps,
    int receivedCount) {

  /**
   * A leg with the names of its two companies.
   *
   * @param daysLate how many days ago it should have arrived; 0 while there is time, and once it
   *     has
   */
  public record Step(
      LegId id,
      CompanyId giverId,
      String giver,
      CompanyId receiverId,
      String receiver,
      String title,
      String needTitle,
      long quantity,
      Listing.Unit unit,
      long valueCents,
      LocalDate dueOn,
      long daysLate,
      LegState state,
      @Nullable Instant sentAt,
      @Nullable String sentNote,
      @Nullable Instant receivedAt) {}

  /**
   * A top-up with the names of its two companies.
   *
   * @param toMe whether my company is to note that it came
   */
  public record TopUp(
      CompanyId payerId,
      String payer,
      CompanyId payeeId,
      String payee,
      long amountCents,
      @Nullable Instant settledAt,
      boolean toMe) {}

  public Handover {
    steps = List.copyOf(steps);
    topUps = List.copyOf(topUps);
  }

  /** What names and lateness depend on: who looks, what companies are called, and the day. */
  record View(CompanyId me, Map<CompanyId, String> names, LocalDate today) {
    String name(CompanyId company) {
      return names.getOrDefault(company, "?");
    }
  }

  static Handover of(Exchange exchange, View view) {
    List<Step> steps = exchange.legs().stream().map(leg -> step(leg, view)).toList();
    return new Handover(
        exchange.id(),
        exchange.closed(),
        exchange.openedAt(),
        exchange.closedAt(),
        step(exchange.givenBy(view.me()), view),
        step(exchange.receivedBy(view.me()), view),
        steps,
        exchange.topUps().stream().map(topUp -> topUp(topUp, view)).toList(),
        exchange.receivedCount());
  }

  /** Who gives to whom, a tick beside those whose gift has arrived. */
  RingPicture picture(CompanyId me, List<String> centre) {
    return RingPicture.of(
        steps.stream()
            .map(
                step ->
                    RingPicture.Company.of(
                        step.giver(),
                        step.state() == LegState.RECEIVED
                            ? RingPicture.Answer.YES
                            : RingPicture.Answer.WAITING,
                        step.giverId().equals(me),
                        null))
            .toList(),
        centre);
  }

  /** The companies I give to and receive from: one in a swap, two in a ring. */
  List<CompanyId> neighbours() {
    return List.of(receive.giverId(), give.receiverId()).stream().distinct().toList();
  }

  private static Step step(Exchange.Leg leg, View view) {
    boolean mine = leg.giver().equals(view.me()) || leg.receiver().equals(view.me());
    return new Step(
        leg.id(),
        leg.giver(),
        view.name(leg.giver()),
        leg.receiver(),
        view.name(leg.receiver()),
        leg.offerTitle(),
        leg.needTitle(),
        leg.quantity(),
        leg.unit(),
        leg.value().amountCents(),
        leg.dueOn(),
        leg.received() ? 0 : Math.max(0, ChronoUnit.DAYS.between(leg.dueOn(), view.today())),
        leg.state(),
        leg.sentAt(),
        mine ? leg.sentNote() : null,
        leg.receivedAt());
  }

  private static TopUp topUp(Exchange.TopUp topUp, View view) {
    return new TopUp(
        topUp.payer(),
        view.name(topUp.payer()),
        topUp.payee(),
        view.name(topUp.payee()),
        topUp.amount().amountCents(),
        topUp.settledAt(),
        topUp.payee().equals(view.me()));
  }
}
