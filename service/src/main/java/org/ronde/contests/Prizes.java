package org.ronde.contests;

import java.util.List;
import java.util.Map;
import org.ronde.contests.ContestDraft.PrizeDraft;
import org.ronde.db.Transactions;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ContestId;
import org.ronde.listings.Hold;
import org.ronde.listings.Listing;
import org.ronde.listings.Listings;

/**
 * Prizes from the first idea to the winner's hands. A prize that is a listing is held from the day
 * the rules are published until it is delivered, replaced, carried over or the contest is void: all
 * of it in the transaction that says so.
 */
final class Prizes {
  private final PrizeDao dao;
  private final Transactions transactions;
  private final Listings listings;
  private final Chronicle chronicle;

  Prizes(PrizeDao dao, Transactions transactions, Listings listings, Chronicle chronicle) {
    this.dao = dao;
    this.transactions = transactions;
    this.listings = listings;
    this.chronicle = chronicle;
  }

  List<Prize> of(ContestId contest) {
    return dao.of(contest);
  }

  Prize prize(ContestId contest, int place) {
    return dao.find(contest, place).orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  /** Writes the prizes of a draft afresh; consents given to other prizes are lost with them. */
  void plan(ContestId contest, List<PrizeDraft> drafts) {
    dao.clear(contest);
    for (int i = 0; i < drafts.size(); i++) {
      plan(contest, i + 1, drafts.get(i));
    }
  }

  private void plan(ContestId contest, int place, PrizeDraft draft) {
    String title = String.valueOf(draft.title()).strip();
    long value = draft.valueCents() == null ? 0 : draft.valueCents();
    if (draft.listing() == null) {
      dao.create(contest, place, title, value, null, null, null, null);
      return;
    }
    Listing listing =
        listings.listings(List.of(draft.listing())).stream()
            .filter(found -> found.side() == Listing.Side.OFFER)
            .filter(found -> found.state() == Listing.State.PUBLISHED)
            .findFirst()
            .orElseThrow(() -> fault("prizeListing-" + place, "contests.fault.listing"));
    long quantity = draft.quantity() == null ? 0 : draft.quantity();
    if (quantity % listing.quantityStep() != 0 || quantity > listing.available()) {
      throw fault("prizeQuantity-" + place, "contests.fault.quantity");
    }
    dao.create(
        contest,
        place,
        title,
        value,
        listing.id(),
        listing.revision(),
        quantity,
        listing.companyId());
  }

  /**
   * The company says yes to giving a prize.
   *
   * @throws Refusal NOT_FOUND for others than its people
   */
  void agree(Actor actor, ContestId contest, int place) {
    transactions.run(
        () -> {
          CompanyId company = actor.company().companyId();
          chronicle.lock(contest);
          if (!company.equals(prize(contest, place).companyId())) {
            throw new Refusal(ProblemType.NOT_FOUND);
          }
          if (dao.agree(contest, place, actor.memberId()) == 1) {
            chronicle.write(contest, "PRIZE_AGREED", String.valueOf(place), actor.memberId());
          }
        });
  }

  /**
   * Holds every prize.
   *
   * @throws Refusal PRIZE_CONSENT when a company has not said yes; LISTING_CHANGED, QUANTITY_GONE
   */
  void hold(ContestId contest) {
    List<Prize> prizes = dao.of(contest);
    for (Prize prize : prizes) {
      if (prize.awaitsConsent()) {
        throw new Refusal(ProblemType.PRIZE_CONSENT, Map.of("prize", prize.title()));
      }
    }
    List<Hold> holds = prizes.stream().flatMap(Prizes::hold).toList();
    if (!holds.isEmpty()) {
      listings.hold(holds);
    }
    prizes.forEach(prize -> move(prize, Prize.State.HELD));
  }

  /** Frees every prize of a contest that ends without a result. */
  void release(ContestId contest) {
    for (Prize prize : dao.of(contest)) {
      if (prize.state() == Prize.State.HELD) {
        free(prize);
      }
      if (prize.state() != Prize.State.CARRIED_OVER) {
        move(prize, Prize.State.RELEASED);
      }
    }
  }

  /** Carries a prize that nobody won over to another contest: it is free again. */
  void carryOver(Prize prize) {
    free(prize);
    move(prize, Prize.State.CARRIED_OVER);
    chronicle.write(prize.contestId(), "CARRIED_OVER", String.valueOf(prize.place()), null);
  }

  /**
   * Replaces a prize that cannot be delivered.
   *
   * @throws Refusal INVALID when it is worth less, PRIZE_STATE when it is not held
   */
  void substitute(Actor actor, Prize prize, String title, long valueCents) {
    if (title.strip().length() < 3 || title.strip().length() > 200) {
      throw fault("substitute", "contests.fault.substitute");
    }
    if (valueCents < prize.valueCents()) {
      throw fault("substituteValue", "contests.fault.substituteValue");
    }
    if (prize.substitute() == null) {
      free(prize);
    }
    requireOne(dao.substitute(prize.contestId(), prize.place(), title.strip(), valueCents), prize);
    chronicle.write(
        prize.contestId(),
        "SUBSTITUTED",
        "%d: %s".formatted(prize.place(), title.strip()),
        actor.memberId());
  }

  /** Notes that a prize is with its winner; what was held of a listing is delivered. */
  void handOver(Actor actor, Prize prize, Prize.Guardian guardian) {
    requireOne(dao.handOver(prize.contestId(), prize.place(), guardian), prize);
    if (prize.substitute() == null) {
      List<Hold> holds = hold(prize).toList();
      if (!holds.isEmpty()) {
        listings.deliver(holds);
      }
    }
    chronicle.write(
        prize.contestId(), "HANDED_OVER", String.valueOf(prize.place()), actor.memberId());
  }

  private void free(Prize prize) {
    List<Hold> holds = prize.substitute() == null ? hold(prize).toList() : List.of();
    if (prize.state() == Prize.State.HELD && !holds.isEmpty()) {
      listings.release(holds);
    }
  }

  private void move(Prize prize, Prize.State next) {
    requireOne(dao.move(prize.contestId(), prize.place(), prize.state(), next), prize);
  }

  private static java.util.stream.Stream<Hold> hold(Prize prize) {
    return java.util.stream.Stream.ofNullable(prize.hold());
  }

  private static void requireOne(int rows, Prize prize) {
    if (rows != 1) {
      throw new Refusal(ProblemType.PRIZE_STATE, Map.of("state", prize.state().name()));
    }
  }

  private static Refusal fault(String field, String key) {
    return Refusal.invalid(Fault.of(field, key));
  }
}
