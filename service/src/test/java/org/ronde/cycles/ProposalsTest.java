package org.ronde.cycles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.CycleId;
import org.ronde.ids.ListingId;
import org.ronde.matching.Matcher;
import org.ronde.matching.planner.PlannerMatcher;

/** Cycles that the operator puts together are held to the rules of a clearing. */
@Tag("database")
class ProposalsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Village village = new Village(database);
  private final List<HandLeg> legs = new ArrayList<>();
  private Actor vidal;
  private Actor sud;

  @BeforeEach
  void twoCompanies() {
    vidal = village.premium("Vidal");
    sud = village.premium("Sud");
    legs.add(
        new HandLeg(
            village.offers(vidal, "Web design", 20), village.needs(sud, "Website", 20), 10));
    legs.add(
        new HandLeg(village.offers(sud, "Brochures", 20), village.needs(vidal, "Prints", 20), 10));
  }

  private CycleId propose() {
    return propose(new PlannerMatcher(database.clock()));
  }

  private CycleId propose(Matcher matcher) {
    return village.proposals.proposeByHand(village.operator, matcher, legs, null);
  }

  private static Matcher meanwhile(Runnable event) {
    return new Interrupted(new PlannerMatcher(database.clock()), progress -> event.run());
  }

  private void assertFault(String key) {
    assertFault(key, () -> {});
  }

  private void assertFault(String key, Runnable event) {
    assertThatThrownBy(() -> propose(meanwhile(event)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.faults()).extracting(Refusal.Fault::key).containsExactly(key));
  }

  @Test
  void keepsTheTermsOfTheDay() {
    var id = propose();

    var cycle = village.cycles.standpoint(vidal, id).cycle();
    assertThat(cycle.valueCents()).isEqualTo(100_000);
    assertThat(cycle.givenBy(vidal.company().companyId()).offerTitle()).isEqualTo("Web design");
    assertThat(cycle.givenBy(vidal.company().companyId()).quantity()).isEqualTo(10);
    assertThat(cycle.topUps()).isEmpty();
  }

  @Test
  void addsTheTopUpThatEvensTheValues() {
    legs.set(0, new HandLeg(legs.get(0).offer(), legs.get(0).need(), 11));

    var one = village.cycles.standpoint(sud, propose());

    assertThat(one.topUps()).hasSize(1);
    assertThat(one.topUps().get(0).minePays()).isTrue();
    assertThat(one.topUps().get(0).amountCents()).isEqualTo(5_000);
  }

  @Test
  void refusesAListingThatIsNotTraded() {
    legs.set(0, new HandLeg(new ListingId(UUID.randomUUID()), legs.get(0).need(), 10));

    assertFault("cycles.hand.fault.listing");
  }

  @Test
  void refusesAQuantityThatDoesNotFit() {
    legs.set(0, new HandLeg(legs.get(0).offer(), legs.get(0).need(), 21));

    assertFault("cycles.hand.fault.quantity");
  }

  @Test
  void refusesLegsThatDoNotClose() {
    legs.remove(1);

    assertFault("cycles.hand.fault.unfit");
  }

  @Test
  void refusesWhatLimitsForbid() {
    legs.set(0, new HandLeg(legs.get(0).offer(), legs.get(0).need(), 20));
    village.preferences.setLimits(sud, 4, 5, 0, 0, null);

    assertFault("cycles.hand.fault.unfit");
  }

  @Test
  void refusesACompanyThatAnotherExcludes() {
    village.preferences.exclude(vidal, sud.company().companyId());

    assertFault("cycles.hand.fault.unfit");
  }

  @Test
  void refusesOneMoreToACompanyWithAsManyOpenCyclesAsItWants() {
    village.ring(vidal, village.premium("Roux"));
    allowsOneOpenCycle(vidal);

    assertFault("cycles.hand.fault.overbooked");
  }

  @Test
  void refusesOneMoreToACompanyThatIsAskedAboutAnotherMeanwhile() {
    allowsOneOpenCycle(vidal);
    var roux = village.premium("Roux");

    assertFault("cycles.hand.fault.overbooked", () -> village.ring(vidal, roux));
  }

  @Test
  void refusesWhatLimitsForbidMeanwhile() {
    legs.set(0, new HandLeg(legs.get(0).offer(), legs.get(0).need(), 11));

    assertFault(
        "cycles.hand.fault.unfit", () -> village.preferences.setLimits(sud, 4, 5, 0, 0, null));
  }

  @Test
  void refusesAListingThatChangesMeanwhile() {
    assertThatThrownBy(
            () -> propose(meanwhile(() -> village.listings.pause(vidal, legs.get(0).offer()))))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.LISTING_CHANGED));
  }

  private void allowsOneOpenCycle(Actor actor) {
    village.preferences.setLimits(actor, 4, 5, 50_000, 50_000, 1);
  }

  @Test
  void refusesACycleThatIsProposedAlready() {
    propose();

    assertFault("cycles.hand.fault.known");
  }

  @Test
  void doesNotExistForOthersThanOperators() {
    assertThatThrownBy(
            () ->
                village.proposals.proposeByHand(
                    vidal, new PlannerMatcher(database.clock()), legs, null))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.NOT_FOUND));
  }
}
