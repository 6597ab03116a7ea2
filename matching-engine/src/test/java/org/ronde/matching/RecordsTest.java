package org.ronde.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.ronde.matching.Markets.aMarket;
import static org.ronde.matching.Markets.aNeed;
import static org.ronde.matching.Markets.anOffer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RecordsTest {
  private static final Leg THERE = new Leg("o1", "n1", "acme", "bona", 1, 100);
  private static final Leg BACK = new Leg("o2", "n2", "bona", "acme", 1, 100);

  @Test
  void aCompanyStaysWithinItsRanges() {
    refuses("cycleLengthMax is 7", () -> new Company("a", 7, 0, 0, 0, true, Set.of()));
    refuses("cycleLengthMax is 1", () -> new Company("a", 1, 0, 0, 0, true, Set.of()));
    refuses("tolerancePercent is 101", () -> new Company("a", 4, 101, 0, 0, true, Set.of()));
    refuses("topUpPayMaxCents is -1", () -> new Company("a", 4, 0, -1, 0, true, Set.of()));
    refuses("topUpTakeMaxCents is -1", () -> new Company("a", 4, 0, 0, -1, true, Set.of()));
    refuses(
        "openCyclesMax is -1",
        () -> new Company("a", 4, 0, 0, 0, -1, true, Set.of(), History.none()));
    refuses("yesPercent is 0", () -> new History(0, 0, 0));
    refuses("yesPercent is 101", () -> new History(101, 0, 0));
    refuses("waitingDays is -1", () -> new History(50, -1, 0));
    refuses("missedCycles is -1", () -> new History(50, 0, -1));
    refuses("company id is empty", () -> new Company(" ", 4, 0, 0, 0, true, Set.of()));
  }

  @Test
  void placesLieSoManyStepsApart() {
    var paris = new Place("FR", "11", "75");

    assertThat(paris.distance(new Place("FR", "11", "75"))).isEqualTo(0);
    assertThat(paris.distance(new Place("FR", "11", "92"))).isEqualTo(1);
    assertThat(paris.distance(new Place("FR", "84", "75"))).isEqualTo(2);
    assertThat(paris.distance(new Place("BE", "11", "75"))).isEqualTo(3);
  }

  @Test
  void aPastCountsUpToItsLimits() {
    var endless = new History(100, 36_500, 1_000);

    assertThat(endless.count(ScoreRule.WAITING)).isEqualTo(365);
    assertThat(endless.count(ScoreRule.MISSED_CYCLES)).isEqualTo(5);
    assertThat(endless.softPoints()).isEqualTo(8_650);
    assertThat(History.none().softPoints()).isZero();
  }

  @Test
  void aListingHasAnAmountThatCanBeTraded() {
    refuses("quantity is 0", () -> aMarket().with(anOffer("wood").by("a").of(0)));
    refuses("quantityStep is 0", () -> aMarket().with(aNeed("wood").by("a").inStepsOf(0)));
    refuses("less than one step", () -> aMarket().with(aNeed("wood").by("a").of(2).inStepsOf(3)));
    refuses("unit value in cents is 0", () -> aMarket().with(anOffer("wood").by("a").worth(0)));
    refuses(
        "is worth more than",
        () -> aMarket().with(anOffer("wood").by("a").of(1L << 40).worth(1L << 40)));
    refuses("oneOfGroup is empty", () -> aMarket().with(aNeed("wood").by("a").oneOf("")));
  }

  @Test
  void aMarketKnowsEverythingItNames() {
    var whole = aMarket().swapping("acme", "wood", 300, "cake").told();

    refuses(
        "unknown company acme",
        () -> new Market(whole.day(), List.of(), whole.offers(), List.of(), List.of()));
    refuses(
        "unknown need n",
        () ->
            new Market(
                whole.day(),
                whole.companies(),
                whole.offers(),
                whole.needs(),
                List.of(new Want("n", "wood by acme", Verdict.NEVER))));
    refuses(
        "two of offer wood by acme",
        () ->
            new Market(
                whole.day(),
                whole.companies(),
                List.of(whole.offers().get(0), whole.offers().get(0)),
                List.of(),
                List.of()));
    refuses(
        "two wants",
        () ->
            new Market(
                whole.day(),
                whole.companies(),
                whole.offers(),
                whole.needs(),
                List.of(
                    new Want("cake for acme", "wood by acme", Verdict.NEVER),
                    new Want("cake for acme", "wood by acme", Verdict.WOULD_TAKE))));
  }

  @Test
  void aMarketKeepsItsOwnLists() {
    var offers = new ArrayList<>(aMarket().swapping("acme", "wood", 300, "cake").told().offers());
    var market =
        new Market(
            Markets.DAY, List.of(Markets.aCompany("acme").told()), offers, List.of(), List.of());

    offers.clear();

    assertThat(market.offers()).hasSize(1);
  }

  @Test
  void aCopyOfACompanyDiffersInItsPastAndItsRoomAlone() {
    var acme = new Company("acme", 3, 5, 10, 20, 2, true, Set.of("evil"), new History(80, 40, 3));

    assertThat(acme.with(4, History.none()))
        .isEqualTo(new Company("acme", 3, 5, 10, 20, 4, true, Set.of("evil"), History.none()));
    refuses("openCyclesMax is -1", () -> acme.with(-1, History.none()));
  }

  @Test
  void aMarketOfOtherCompaniesKnowsThemToo() {
    var market = aMarket().swapping("acme", "wood", 300, "cake").told();
    var waiting = market.companies().get(0).with(1, new History(100, 30, 0));

    var told = market.withCompanies(List.of(waiting));

    assertThat(told.companies()).containsExactly(waiting);
    assertThat(told.offers()).isEqualTo(market.offers());
    assertThat(told.needs()).isEqualTo(market.needs());
    refuses("unknown company acme", () -> market.withCompanies(List.of()));
  }

  @Test
  void aCycleClosesAndServesEachCompanyOnce() {
    refuses("cycle length is 1", () -> new Cycle(List.of(THERE), List.of()));
    refuses("bona receives but acme gives next", () -> new Cycle(List.of(THERE, THERE), List.of()));
    refuses("acme gives twice", () -> new Cycle(List.of(THERE, BACK, THERE, BACK), List.of()));
    refuses("acme would give to itself", () -> new Leg("o", "n", "acme", "acme", 1, 1));
    refuses("acme would pay itself", () -> new TopUp("acme", "acme", 1));
  }

  @Test
  void limitsAreWithinReason() {
    var limits = Limits.standard();

    refuses("cycleLengthMax is 7", () -> limits.withCycleLengthMax(7));
    refuses("stepsMax is -1", () -> limits.withStepsMax(-1));
    refuses("timeMax is PT0S", () -> limits.withTimeMax(Duration.ZERO));
    refuses("candidatesMax is 0", () -> limits.withCandidatesMax(0));
  }

  @Test
  void aScoreCardHasALineForEachRule() {
    refuses(
        "a card has one line for each rule",
        () -> new ScoreCard(List.of(new ScoreLine(ScoreRule.COUNTED_VALUE, 1))));
  }

  @Test
  void reachIsAsWideAsItSays() {
    var paris = new Place("FR", "11", "75");
    var meaux = new Place("FR", "11", "77");
    var lyon = new Place("FR", "84", "69");
    var liege = new Place("BE", "11", "75");

    assertThat(Reach.DEPARTEMENT.covers(paris, paris)).isTrue();
    assertThat(Reach.DEPARTEMENT.covers(paris, meaux)).isFalse();
    assertThat(Reach.REGION.covers(paris, meaux)).isTrue();
    assertThat(Reach.REGION.covers(paris, lyon)).isFalse();
    assertThat(Reach.REGION.covers(paris, liege)).isFalse();
    assertThat(Reach.COUNTRY.covers(paris, lyon)).isTrue();
    assertThat(Reach.COUNTRY.covers(paris, liege)).isFalse();
  }

  private static void refuses(String reason, ThrowingCallable birth) {
    assertThatIllegalArgumentException().isThrownBy(birth).withMessageContaining(reason);
  }
}
