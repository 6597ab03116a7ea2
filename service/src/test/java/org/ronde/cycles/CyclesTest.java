package org.ronde.cycles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.TestServer;
import org.ronde.ids.CycleId;
import org.ronde.ids.ListingId;
import org.ronde.listings.Hold;
import org.ronde.listings.Listing;
import org.ronde.matching.planner.PlannerMatcher;
import org.ronde.members.PlanSettings;

@Tag("database")
class CyclesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Village village = new Village(database);

  @BeforeEach
  void beginOnATuesday() {
    database.clock().moveTo(Instant.parse("2026-11-24T09:00:00Z"));
  }

  private Village.Ring three() {
    return village.ring(village.premium("Vidal"), village.premium("Sud"), village.premium("Roux"));
  }

  @Test
  void becomesAnExchangeWhenTheLastCompanyAccepts() {
    var ring = three();

    village.accept(ring.actor(0), ring.id());
    var second = village.accept(ring.actor(1), ring.id());
    var last = village.accept(ring.actor(2), ring.id());

    assertThat(second.cycle().state()).isEqualTo(Cycle.State.PROPOSED);
    assertThat(last.cycle().state()).isEqualTo(Cycle.State.ACCEPTED);
    assertThat(Village.exchange(last)).isNotNull();
    assertThat(ring.legs())
        .allSatisfy(
            leg -> {
              assertThat(village.held(leg.offer())).isEqualTo(10);
              assertThat(village.held(leg.need())).isEqualTo(10);
            });
    assertThat(village.told()).filteredOn("CYCLE_ACCEPTED_BY_ALL"::equals).hasSize(3);
  }

  @Test
  void holdsNothingWhileSomebodyHasNotAnswered() {
    var ring = three();

    village.accept(ring.actor(0), ring.id());
    village.accept(ring.actor(1), ring.id());

    assertThat(ring.legs()).allSatisfy(leg -> assertThat(village.held(leg.offer())).isZero());
    assertThat(village.exchangesOpened()).isZero();
  }

  @Test
  void endsWithTheFirstRefusalAndTellsTheOthers() {
    var ring = three();
    village.accept(ring.actor(0), ring.id());

    var refused = village.refuse(ring.actor(1), ring.id());

    assertThat(refused.cycle().state()).isEqualTo(Cycle.State.REFUSED);
    assertThat(refused.refusedBy()).isEqualTo("Sud");
    assertThat(village.told()).filteredOn("CYCLE_REFUSED"::equals).hasSize(2);
    assertRefused(ProblemType.CYCLE_CLOSED, () -> village.accept(ring.actor(2), ring.id()));
  }

  @Test
  void takesTheSameAnswerTwiceAndAnotherNever() {
    var ring = three();
    village.accept(ring.actor(0), ring.id());

    assertThat(village.accept(ring.actor(0), ring.id()).yesCount()).isEqualTo(1);
    assertRefused(ProblemType.ALREADY_DECIDED, () -> village.refuse(ring.actor(0), ring.id()));

    village.accept(ring.actor(1), ring.id());
    village.accept(ring.actor(2), ring.id());
    assertThat(village.accept(ring.actor(2), ring.id()).cycle().state())
        .isEqualTo(Cycle.State.ACCEPTED);
    assertThat(village.exchangesOpened()).isEqualTo(1);
  }

  @Test
  void doesNotExistForOthers() {
    var ring = three();
    var stranger = village.premium("Canal");

    assertRefused(ProblemType.NOT_FOUND, () -> village.cycles.standpoint(stranger, ring.id()));
    assertRefused(ProblemType.NOT_FOUND, () -> village.accept(stranger, ring.id()));
    assertRefused(
        ProblemType.NOT_FOUND, () -> village.accept(ring.actor(0), new CycleId(UUID.randomUUID())));
    assertRefused(ProblemType.NO_COMPANY, () -> village.cycles.mine(TestServer.operator()));
  }

  @Test
  void refusesAnAnswerAfterTheDeadlineThoughNobodyClosedTheCycle() {
    var ring = three();
    village.accept(ring.actor(0), ring.id());
    village.accept(ring.actor(1), ring.id());

    database.clock().moveTo(Instant.parse("2026-11-27T17:00:00Z"));

    assertRefused(ProblemType.DEADLINE_PASSED, () -> village.accept(ring.actor(2), ring.id()));
    assertThat(village.exchangesOpened()).isZero();
  }

  @Test
  void expiresOnceTheTimeIsOver() {
    var ring = three();
    village.accept(ring.actor(0), ring.id());
    assertThat(village.cycles.expireDue()).isZero();

    database.clock().moveTo(Instant.parse("2026-11-27T17:00:01Z"));

    assertThat(village.cycles.expireDue()).isEqualTo(1);
    assertThat(village.cycles.expireDue()).isZero();
    assertThat(village.state(ring.actor(0), ring.id())).isEqualTo(Cycle.State.EXPIRED);
    assertThat(village.told()).filteredOn("CYCLE_EXPIRED"::equals).hasSize(3);
    assertRefused(ProblemType.CYCLE_CLOSED, () -> village.accept(ring.actor(2), ring.id()));
  }

  @Test
  void remindsOnceThoseWhoHaveNotAnswered() {
    var ring = three();
    village.accept(ring.actor(0), ring.id());
    assertThat(village.cycles.remindDue()).isZero();

    database.clock().moveTo(Instant.parse("2026-11-26T17:30:00Z"));

    assertThat(village.cycles.remindDue()).isEqualTo(1);
    assertThat(village.cycles.remindDue()).isZero();
    assertThat(village.told()).filteredOn("CYCLE_DEADLINE_NEAR"::equals).hasSize(2);
  }

  @Test
  void isWithdrawnWhenAListingChangesAndAnotherSearchIsAskedFor() {
    var ring = three();
    village.accept(ring.actor(0), ring.id());
    var offer = village.listings.listing(ring.legs().get(1).offer());

    village.listings.edit(
        ring.actor(1),
        offer.id(),
        offer.revision(),
        village.draft("Other work", 10, 5_000, Listing.Side.OFFER));

    var one = village.cycles.standpoint(ring.actor(0), ring.id());
    assertThat(one.cycle().state()).isEqualTo(Cycle.State.WITHDRAWN);
    assertThat(one.cycle().cause()).isEqualTo(Cycle.Cause.LISTING_CHANGED);
    assertThat(village.told()).filteredOn("CYCLE_WITHDRAWN"::equals).hasSize(3);
    assertThat(village.clearings.latest(village.operator))
        .extracting(Clearing::cause)
        .containsExactly(Clearing.Cause.CHANGE);
  }

  @Test
  void isWithdrawnByTheLastYesWhenAListingWentMeanwhile() {
    var ring = three();
    village.accept(ring.actor(0), ring.id());
    village.accept(ring.actor(1), ring.id());
    // As another exchange would hold it, without news to this room.
    village.listings.hold(List.of(new Hold(ring.legs().get(0).offer(), 1, 1)));

    var last = village.accept(ring.actor(2), ring.id());

    assertThat(last.cycle().state()).isEqualTo(Cycle.State.WITHDRAWN);
    assertThat(last.cycle().cause()).isEqualTo(Cycle.Cause.QUANTITY_GONE);
    assertThat(village.held(ring.legs().get(0).offer())).isEqualTo(1);
    assertThat(village.held(ring.legs().get(1).offer())).isZero();
    assertThat(village.exchangesOpened()).isZero();
  }

  @Test
  void isWithdrawnByTheJobWhenItCanNoLongerBe() {
    var ring = three();
    village.listings.hold(List.of(new Hold(ring.legs().get(0).need(), 1, 3)));

    assertThat(village.cycles.expireDue()).isEqualTo(1);

    assertThat(village.state(ring.actor(0), ring.id())).isEqualTo(Cycle.State.WITHDRAWN);
  }

  @Test
  void mayShareAListingUntilOneOfThemIsAgreed() {
    var vidal = village.premium("Vidal");
    var sud = village.premium("Sud");
    var roux = village.premium("Roux");
    var work = village.offers(vidal, "Web design", 10);
    var wants = village.needs(vidal, "Somebody to print", 10);
    var first = swap(work, wants, sud);
    var second = swap(work, wants, roux);
    assertThat(village.cycles.standpoint(vidal, first).otherProposals()).isEqualTo(1);

    village.accept(vidal, first);
    village.accept(vidal, second);
    village.accept(roux, second);

    assertThat(village.state(roux, second)).isEqualTo(Cycle.State.ACCEPTED);
    assertThat(village.state(sud, first)).isEqualTo(Cycle.State.WITHDRAWN);
    assertThat(village.cycles.standpoint(sud, first).cycle().cause())
        .isEqualTo(Cycle.Cause.QUANTITY_GONE);
    assertThat(village.held(work)).isEqualTo(10);
  }

  private CycleId swap(ListingId work, ListingId wants, Actor other) {
    var name = other.company().companyName();
    return village.proposals.proposeByHand(
        village.operator,
        new PlannerMatcher(database.clock()),
        List.of(
            new HandLeg(work, village.needs(other, "Need of " + name, 10), 10),
            new HandLeg(village.offers(other, "Work of " + name, 10), wants, 10)),
        null);
  }

  @Test
  void listsTheCyclesOfACompanyByDeadline() {
    var vidal = village.premium("Vidal");
    var late = village.ring(Duration.ofDays(9), vidal, village.premium("Sud"));
    var soon = village.ring(Duration.ofDays(1), vidal, village.premium("Roux"));
    var closed = village.ring(Duration.ofDays(2), vidal, village.premium("Canal"));
    village.refuse(vidal, closed.id());

    assertThat(village.cycles.mine(vidal))
        .extracting(one -> one.cycle().id())
        .containsExactly(soon.id(), late.id(), closed.id());
    assertThat(village.cycles.waitingFor(vidal.company().companyId())).isEqualTo(2);
  }

  @Test
  void neverShowsTheOthersWhySomebodyRefused() {
    var ring = three();

    village.refuse(ring.actor(1), ring.id());

    assertThat(village.cycles.standpoint(ring.actor(0), ring.id()).toString())
        .doesNotContain("A secret")
        .doesNotContain("PARTNER");
    assertThat(village.letters.toString()).doesNotContain("A secret");
  }

  // Plans

  private Village.Ring withAFreeCompany() {
    return village.ring(village.free("Bastide"), village.premium("Sud"), village.premium("Roux"));
  }

  @Test
  void isFreeForAllWhenItIsASwap() {
    var ring = village.ring(village.free("Bastide"), village.free("Garrigue"));

    village.accept(ring.actor(0), ring.id());

    assertThat(village.accept(ring.actor(1), ring.id()).cycle().state())
        .isEqualTo(Cycle.State.ACCEPTED);
    assertThat(premium(ring.actor(0))).isFalse();
  }

  @Test
  void asksAFreeCompanyForItsPlanFromThreeCompaniesOn() {
    var ring = withAFreeCompany();

    assertThat(village.cycles.standpoint(ring.actor(0), ring.id()).planNeed())
        .isEqualTo(Standpoint.PlanNeed.ORDER);
    assertThat(village.cycles.mine(ring.actor(0)))
        .extracting(Standpoint::planNeed)
        .containsExactly(Standpoint.PlanNeed.ORDER);
    assertRefused(ProblemType.PLAN_NEEDED, () -> village.accept(ring.actor(0), ring.id()));
  }

  @Test
  void startsThePlanOrderedWithTheYesWhenAllAccept() {
    var ring = withAFreeCompany();
    order(ring.actor(0), ring.id());
    assertThat(premium(ring.actor(0))).isFalse();

    village.accept(ring.actor(1), ring.id());
    village.accept(ring.actor(2), ring.id());

    assertThat(village.state(ring.actor(0), ring.id())).isEqualTo(Cycle.State.ACCEPTED);
    assertThat(premium(ring.actor(0))).isTrue();
  }

  @Test
  void startsNoPlanWhenSomebodyRefuses() {
    var ring = withAFreeCompany();
    order(ring.actor(0), ring.id());

    village.refuse(ring.actor(1), ring.id());

    assertThat(premium(ring.actor(0))).isFalse();
  }

  @Test
  void letsOnlyAnOwnerOrderThePlan() {
    var ring = withAFreeCompany();
    var trader = Village.trader(ring.actor(0));

    assertThat(village.cycles.standpoint(trader, ring.id()).planNeed())
        .isEqualTo(Standpoint.PlanNeed.ASK_OWNER);
    assertRefused(ProblemType.NOT_OWNER, () -> order(trader, ring.id()));
    assertRefused(ProblemType.PLAN_NEEDED, () -> village.accept(trader, ring.id()));
    assertThat(village.refuse(trader, ring.id()).cycle().state()).isEqualTo(Cycle.State.REFUSED);
  }

  @Test
  void chargesNobodyForAFirstCycleWhereTheFirstIsFree() {
    var generous =
        new Village(
            database,
            CycleSettings.standard(),
            new PlanSettings(23_500, 200, "Ronde", 365, true),
            null);
    var bastide = generous.free("Bastide");
    var first = generous.ring(bastide, generous.premium("Sud"), generous.premium("Roux"));
    assertThat(generous.cycles.standpoint(bastide, first.id()).planNeed())
        .isEqualTo(Standpoint.PlanNeed.FIRST_FREE);

    first.actors().forEach(actor -> generous.accept(actor, first.id()));

    assertThat(generous.state(bastide, first.id())).isEqualTo(Cycle.State.ACCEPTED);
    assertThat(generous.members.companies().company(bastide.company().companyId()).premium())
        .isFalse();
    var second = generous.ring(bastide, generous.premium("Canal"), generous.premium("Fabre"));
    assertThat(generous.cycles.standpoint(bastide, second.id()).planNeed())
        .isEqualTo(Standpoint.PlanNeed.ORDER);
  }

  private Standpoint order(Actor actor, CycleId cycle) {
    return village.cycles.decide(actor, cycle, new Decision.Accept(true));
  }

  private boolean premium(Actor actor) {
    return village.members.companies().company(actor.company().companyId()).premium();
  }

  private static void assertRefused(ProblemType type, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(type));
  }
}
