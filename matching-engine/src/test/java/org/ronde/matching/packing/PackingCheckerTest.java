package org.ronde.matching.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.matching.Markets.DAY;
import static org.ronde.matching.Markets.aCompany;
import static org.ronde.matching.Markets.aMarket;
import static org.ronde.matching.Markets.aNeed;
import static org.ronde.matching.Markets.anOffer;

import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ronde.matching.Cycle;
import org.ronde.matching.Leg;
import org.ronde.matching.Limits;
import org.ronde.matching.Markets.MarketTold;
import org.ronde.matching.Place;
import org.ronde.matching.Progress;
import org.ronde.matching.Reach;
import org.ronde.matching.TopUp;
import org.ronde.matching.Verdict;
import org.ronde.matching.planner.PlannerMatcher;

/** One broken packing for each thing the checker must see. */
class PackingCheckerTest {
  private static final Leg WOOD =
      new Leg("wood by acme", "wood for bona", "acme", "bona", 1, 30_000);
  private static final Leg CAKE =
      new Leg("cake by bona", "cake for acme", "bona", "acme", 1, 30_000);
  private static final Cycle SWAP = new Cycle(List.of(WOOD, CAKE), List.of());

  private static MarketTold sound() {
    return aMarket().swapping("acme", "wood", 300, "cake").swapping("bona", "cake", 300, "wood");
  }

  private static List<String> faults(MarketTold told, Cycle... cycles) {
    return PackingChecker.faults(told.told(), Limits.standard(), List.of(cycles));
  }

  @Test
  void findsNothingWrongWithASoundSwap() {
    assertThat(faults(sound(), SWAP)).isEmpty();
  }

  @Test
  void seesAnOverusedListing() {
    assertThat(faults(sound(), SWAP, SWAP))
        .containsExactlyInAnyOrder(
            "offer wood by acme gives 2 of 1",
            "offer cake by bona gives 2 of 1",
            "need wood for bona takes 2 of 1",
            "need cake for acme takes 2 of 1");
  }

  @Test
  void seesACompanyInTooManyCycles() {
    assertThat(faults(sound().with(aCompany("bona").opening(0)), SWAP))
        .containsExactly("bona stands in 1 cycles of 0");
    assertThat(faults(sound().with(aCompany("acme").opening(1)), SWAP, SWAP))
        .contains("acme stands in 2 cycles of 1");
    assertThat(faults(sound().with(aCompany("acme").opening(1)), SWAP)).isEmpty();
  }

  @Test
  void seesUnknownParts() {
    var ghost = new Leg("wine by acme", "wood for bona", "acme", "bona", 1, 30_000);

    assertThat(faults(sound(), new Cycle(List.of(ghost, CAKE), List.of())))
        .singleElement()
        .asString()
        .startsWith("unknown parts");
  }

  @Test
  void seesCyclesTooLong() {
    var short2 = sound().swapping("coco", "wine", 300, "tea");
    var ring =
        new Cycle(
            List.of(
                WOOD,
                new Leg("cake by bona", "tea for coco", "bona", "coco", 1, 30_000),
                new Leg("wine by coco", "cake for acme", "coco", "acme", 1, 30_000)),
            List.of());

    assertThat(faults(short2.with(aCompany("bona").cyclesUpTo(2)), ring))
        .contains("a cycle of 3, too long for bona")
        .contains("cake by bona for tea for coco mixes categories");
    assertThat(
            PackingChecker.faults(
                short2.told(), Limits.standard().withCycleLengthMax(2), List.of(ring)))
        .contains("a cycle of 3, the run allows less");
  }

  @Test
  void seesLegsThatCouldNotBe() {
    var other = new Place("BE", "1", "2");
    var market =
        aMarket()
            .with(aCompany("acme").excluding("bona"))
            .with(aCompany("bona").excluding("acme"))
            .with(
                anOffer("wood")
                    .by("acme")
                    .worth(300)
                    .of(3)
                    .inStepsOf(3)
                    .at(other, Reach.COUNTRY)
                    .until(DAY.minusDays(1)))
            .with(
                aNeed("wood")
                    .by("bona")
                    .upTo(200)
                    .of(4)
                    .inStepsOf(4)
                    .countedIn("kg")
                    .until(DAY.minusDays(1)))
            .with(aNeed("cake").by("acme"))
            .with(anOffer("cake").by("bona").worth(300))
            .saying("bona", Verdict.NEVER, "wood by acme");

    assertThat(faults(market, SWAP))
        .extracting(fault -> fault.replace("wood by acme for wood for bona ", ""))
        .contains(
            "acme will not deal with bona",
            "bona will not deal with acme",
            "mixes units",
            "is too dear",
            "lies beyond the offer",
            "lies beyond the need",
            "comes after the offer's last day",
            "comes after the need's last day",
            "was ruled out",
            "breaks the offer's step",
            "breaks the need's step");
  }

  @Test
  void seesSomeoneElsesListing() {
    var stolen = new Leg("cake by bona", "wood for bona", "acme", "bona", 1, 30_000);

    assertThat(faults(sound(), new Cycle(List.of(stolen, CAKE), List.of())))
        .contains(
            "cake by bona for wood for bona is not given by its owner",
            "cake by bona for wood for bona mixes categories");
    var diverted = new Leg("wood by acme", "cake for acme", "acme", "bona", 1, 30_000);
    assertThat(faults(sound(), new Cycle(List.of(diverted, CAKE), List.of())))
        .contains("wood by acme for cake for acme is not received by its owner");
  }

  @Test
  void seesWhatItIsToldOfAPacking() {
    var market = sound().told();
    var packing =
        new PlannerMatcher(InstantSource.system())
            .match(market, Limits.standard(), Progress.none());

    assertThat(packing.cycles()).isNotEmpty();
    assertThat(PackingChecker.faults(market, Limits.standard(), packing)).isEmpty();
    var closed = sound().with(aCompany("acme").opening(0)).told();
    assertThat(PackingChecker.faults(closed, Limits.standard(), packing))
        .containsExactly("acme stands in 1 cycles of 0");
  }

  @Test
  void seesAWrongValue() {
    var cheap = new Leg("wood by acme", "wood for bona", "acme", "bona", 1, 29_999);

    assertThat(faults(sound(), new Cycle(List.of(cheap, CAKE), List.of())))
        .contains("wood by acme for wood for bona is worth else");
  }

  @Test
  void seesWhoIsOffBalance() {
    var uneven =
        aMarket().swapping("acme", "wood", 300, "cake").swapping("bona", "cake", 310, "wood");
    var more = new Leg("cake by bona", "cake for acme", "bona", "acme", 1, 31_000);

    assertThat(faults(uneven, new Cycle(List.of(WOOD, more), List.of())))
        .containsExactly(
            "acme is 1000 cents off after giving 30000",
            "bona is 1000 cents off after giving 31000");
  }

  @Test
  void allowsWhatIsJustWithinTolerance() {
    var uneven =
        aMarket()
            .with(aCompany("acme").tolerating(10))
            .with(aCompany("bona").tolerating(10))
            .swapping("acme", "wood", 300, "cake")
            .swapping("bona", "cake", 330, "wood");
    var more = new Leg("cake by bona", "cake for acme", "bona", "acme", 1, 33_000);

    assertThat(faults(uneven, new Cycle(List.of(WOOD, more), List.of()))).isEmpty();
  }

  @Test
  void seesTopUpsThatSettleNothingOrBreakBounds() {
    var uneven =
        aMarket().swapping("acme", "wood", 300, "cake").swapping("bona", "cake", 310, "wood");
    var more = new Leg("cake by bona", "cake for acme", "bona", "acme", 1, 31_000);

    assertThat(
            faults(uneven, new Cycle(List.of(WOOD, more), List.of(new TopUp("acme", "bona", 900)))))
        .contains(
            "acme is not settled: 30000 + 900 for 31000 + 0",
            "acme pays 900 cents, too much",
            "bona takes 900 cents, too much");
    assertThat(
            faults(uneven, new Cycle(List.of(WOOD, more), List.of(new TopUp("acme", "coco", 1)))))
        .anyMatch(fault -> fault.startsWith("a top-up without a leg"));
  }

  @Test
  void seesAGroupMetTwice() {
    var market =
        aMarket()
            .with(anOffer("wood").by("acme").of(2).worth(300))
            .with(aNeed("cake").by("acme").oneOf("party"))
            .with(aNeed("wine").by("acme").oneOf("party"))
            .swapping("bona", "cake", 300, "wood")
            .swapping("coco", "wine", 300, "wood");
    var other =
        new Cycle(
            List.of(
                new Leg("wood by acme", "wood for coco", "acme", "coco", 1, 30_000),
                new Leg("wine by coco", "wine for acme", "coco", "acme", 1, 30_000)),
            List.of());

    assertThat(faults(market, SWAP, other)).containsExactly("group party of acme is met twice");
  }
}
