package org.ronde.cycles;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.CompanyId;
import org.ronde.members.Company;

/**
 * A cycle as one of its companies sees it: what it gives and to whom, what it receives and from
 * whom, its top-ups, what it risks, who has answered. All amounts exclude VAT.
 *
 * @param legs the whole ring, beginning with what mine gives
 * @param otherProposals further cycles proposed now that count on the same offer or need of mine
 * @param refusedBy name of the company that said no
 */
public record Standpoint(
    Cycle cycle,
    CompanyId mine,
    Side gives,
    Side receives,
    List<Leg> legs,
    List<TopUp> topUps,
    List<Partner> partners,
    PlanNeed planNeed,
    long otherProposals,
    @Nullable String refusedBy) {

  /** What stands between a company and its yes. */
  public enum PlanNeed {
    /** Nothing: a direct swap, or the company is PREMIUM. */
    NONE,
    /** Nothing this time: its first cycle is free. */
    FIRST_FREE,
    /** It must order the plan, which the actor may do. */
    ORDER,
    /** It must order the plan, which only an owner may do. */
    ASK_OWNER
  }

  /** Mine and one neighbour: what passes between us. */
  public record Side(
      String title,
      String theirTitle,
      long quantity,
      String unit,
      long valueCents,
      CompanyId partnerId,
      String partner,
      String city) {}

  /** One leg of the ring in names. */
  public record Leg(
      String giver,
      String receiver,
      boolean mineGives,
      boolean mineReceives,
      String title,
      long quantity,
      String unit,
      long valueCents) {}

  /** One top-up of the ring in names. */
  public record TopUp(
      String payer, String payee, boolean minePays, boolean mineTakes, long amountCents) {}

  /** A company of the ring and what it said; {@code accepted} is null while it is silent. */
  public record Partner(CompanyId id, String name, boolean mine, @Nullable Boolean accepted) {}

  public Standpoint {
    legs = List.copyOf(legs);
    topUps = List.copyOf(topUps);
    partners = List.copyOf(partners);
  }

  static Standpoint of(
      Cycle cycle,
      CompanyId mine,
      Map<CompanyId, Company> companies,
      PlanNeed planNeed,
      long otherProposals) {
    var given = cycle.givenBy(mine);
    var received = cycle.receivedBy(mine);
    var refusing = cycle.closedBy();
    return new Standpoint(
        cycle,
        mine,
        side(given.offerTitle(), given.needTitle(), given, given.receiver(), companies),
        side(received.offerTitle(), received.needTitle(), received, received.giver(), companies),
        legs(cycle, mine, companies),
        cycle.topUps().stream().map(topUp -> topUp(topUp, mine, companies)).toList(),
        cycle.companies().stream().map(id -> partner(cycle, id, mine, companies)).toList(),
        planNeed,
        otherProposals,
        refusing == null ? null : name(refusing, companies));
  }

  /** Whether it closed without an agreement: what would have been is told as such. */
  public boolean fallen() {
    return cycle.state() != Cycle.State.PROPOSED && cycle.state() != Cycle.State.ACCEPTED;
  }

  /** Whether my company can still say something. */
  public boolean open() {
    return cycle.state() == Cycle.State.PROPOSED && myAnswer().isEmpty();
  }

  public Optional<Cycle.Answer> myAnswer() {
    return cycle.findAnswer(mine);
  }

  public boolean accepted() {
    return myAnswer().map(Cycle.Answer::accepted).orElse(false);
  }

  /** Names of those who have not answered, mine left out. */
  public List<String> waitingFor() {
    return partners.stream()
        .filter(partner -> partner.accepted() == null && !partner.mine())
        .map(Partner::name)
        .toList();
  }

  public long yesCount() {
    return cycle.answers().stream().filter(Cycle.Answer::accepted).count();
  }

  /**
   * The most my company could have to pay if somebody fails, to the company it receives from: each
   * leg is a sale, and what is not set off against what I gave is due in money.
   */
  public long exposureCents() {
    return receives.valueCents();
  }

  /** What the company I give to would owe me then. */
  public long owedCents() {
    return gives.valueCents();
  }

  /** Received less given: above zero when I receive more. */
  public long gapCents() {
    return receives.valueCents() - gives.valueCents();
  }

  private static Side side(
      String title,
      String theirTitle,
      Cycle.Leg leg,
      CompanyId partner,
      Map<CompanyId, Company> companies) {
    var company = companies.get(partner);
    return new Side(
        title,
        theirTitle,
        leg.quantity(),
        leg.unit(),
        leg.valueCents(),
        partner,
        name(partner, companies),
        company == null ? "" : company.city());
  }

  private static List<Leg> legs(Cycle cycle, CompanyId mine, Map<CompanyId, Company> companies) {
    var turned = new ArrayList<>(cycle.legs());
    Collections.rotate(turned, -cycle.companies().indexOf(mine));
    return turned.stream()
        .map(
            leg ->
                new Leg(
                    name(leg.giver(), companies),
                    name(leg.receiver(), companies),
                    leg.giver().equals(mine),
                    leg.receiver().equals(mine),
                    leg.offerTitle(),
                    leg.quantity(),
                    leg.unit(),
                    leg.valueCents()))
        .toList();
  }

  private static TopUp topUp(Cycle.TopUp topUp, CompanyId mine, Map<CompanyId, Company> companies) {
    return new TopUp(
        name(topUp.payer(), companies),
        name(topUp.payee(), companies),
        topUp.payer().equals(mine),
        topUp.payee().equals(mine),
        topUp.amountCents());
  }

  private static Partner partner(
      Cycle cycle, CompanyId id, CompanyId mine, Map<CompanyId, Company> companies) {
    var answer = cycle.findAnswer(id);
    return new Partner(
        id,
        name(id, companies),
        id.equals(mine),
        answer.isPresent() ? answer.get().accepted() : null);
  }

  private static String name(CompanyId id, Map<CompanyId, Company> companies) {
    var company = companies.get(id);
    // Only a company removed from the records has no name; the ring must still be drawn.
    return company == null ? "?" : company.name();
  }
}
